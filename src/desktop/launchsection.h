// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QWidget>

class QVBoxLayout;

namespace tropero {

class Theme;

/// One page of the launch dialog: shows a part of an app's description and takes back what was typed. Knows no other page.
class LaunchSection : public QWidget
{
    Q_OBJECT

public:
    LaunchSection(Theme& theme, QWidget* parent);

    virtual QString title() const = 0;
    /// Shown beside the title; negative: nothing.
    virtual int count() const { return -1; }
    /// Shows the spec; tells nobody.
    virtual void load(const AppSpec& spec) = 0;
    /// The same of a spec that differs from what it shows in ports only.
    virtual void loadPorts(const AppSpec& spec) { load(spec); }
    /// Writes its part into `spec` and marks what cannot be. What is wrong, in words; empty: nothing.
    virtual QString store(AppSpec& spec) = 0;
    /// Of all pages together, with what others wrote.
    virtual void follow(const AppSpec&) {}
    /// The control that a problem of that field of the description belongs to is marked; false: it is of another page.
    virtual bool mark(const QString& /*key*/, const QString& /*problem*/) { return false; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    virtual void retranslate() = 0;

    Theme& m_theme;
    QVBoxLayout* m_column;
};

} // namespace tropero

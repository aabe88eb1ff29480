// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specfields.h"
#include "desktop/launchrow.h"

namespace tropero {

/// A row for one field of an app's description: its control, check, default and help come from the table of fields.
class LaunchField : public LaunchRow
{
    Q_OBJECT

public:
    LaunchField(Theme& theme, const QString& key, QWidget* parent);

    QString key() const { return m_field.key; }
    /// Title and what it means, in the language of now.
    void describe();
    void load(const AppSpec& spec);
    /// What is wrong with it; empty: it is in `spec`.
    QString store(AppSpec& spec);
    /// What the choices are called, in the order of the table.
    void setChoices(const QStringList& titles);

Q_SIGNALS:
    void changed();

private:
    static QWidget* makeControl(const SpecField& field);
    QString textOf(const AppSpec& spec) const;

    const SpecField& m_field;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/themetokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;
class QWidget;

namespace tropero {

/// The look of the whole application: palette and style sheet from one set of tokens, light or dark as the
/// system's palette is (or as chosen), applied again when that changes.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    explicit Theme(QApplication& application, QObject* parent = nullptr);
    ~Theme() override;

    void setChoice(Choice choice);
    Choice choice() const { return m_choice; }
    const ThemeTokens& tokens() const { return m_tokens; }

    /// Sizes in the look's pixels at its 13 px text, scaled to the user's font.
    int scaled(double pixels) const;
    /// Margins and spacings of a form, which are written in the look's pixels.
    void scaleForm(QWidget& form) const;
    QFont logFont() const;
    QFont smallFont() const;
    /// The same font with figures of equal width.
    static QFont tabular(QFont font);
    /// A symbol of resources/icons in the text colour (dimmed when disabled), or in the given colour.
    QIcon icon(const QString& name) const;
    QIcon icon(const QString& name, const QColor& color) const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    QPalette palette() const;
    QString styleSheet() const;

    QApplication& m_application;
    QFont m_userFont;
    Choice m_choice = Choice::System;
    ThemeTokens m_tokens;
    double m_scale = 1;
    bool m_applying = false;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace tropero {

class Theme;

/// One calm line above the content: what is wrong now, or what a command came to. Hidden while there is
/// nothing to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Warning, Bad };

    /// A closable bar has a button that hides it.
    NoticeBar(Theme& theme, bool closable, QWidget* parent = nullptr);

    void say(Tone tone, const QString& text);
    QString text() const;

private:
    void applyTheme();

    Theme& m_theme;
    Tone m_tone = Tone::Info;
    QLabel* m_symbol;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
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
    /// With a button that does something about it and hides the bar.
    void offer(Tone tone, const QString& text, const QString& action, std::function<void()> run);
    QString text() const;

private:
    void applyTheme();

    Theme& m_theme;
    Tone m_tone = Tone::Info;
    QLabel* m_symbol;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    std::function<void()> m_run;
};

} // namespace tropero

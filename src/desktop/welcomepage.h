// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tropero {

class Theme;

/// What a new user sees first: what Tropero is for, a sample to try it with, the list of PM2 when there is one, and three things to know.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(Theme& theme, QWidget* parent = nullptr);

    /// False: nothing can be started yet.
    void setConnected(bool connected);

Q_SIGNALS:
    void sampleRequested();
    void launchRequested();
    void importRequested();
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Step
    {
        QString icon;
        QLabel* symbol;
        QLabel* title;
        QLabel* text;
        std::function<QString()> titleText;
        std::function<QString()> textText;
    };

    QWidget* makeChoices();
    QWidget* makeSteps();
    void applyTheme();
    void retranslate();

    Theme& m_theme;
    QLabel* m_symbol;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_sample;
    QPushButton* m_launch;
    QPushButton* m_import; ///< while PM2 has a list
    QLabel* m_next;
    QList<Step> m_steps;
    QPushButton* m_close;
    bool m_connected = false;
};

} // namespace tropero

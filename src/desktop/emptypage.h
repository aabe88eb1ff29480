// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tropero {

class Theme;

/// What the window shows while there is no app: what it is for and how to begin.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(Theme& theme, QWidget* parent = nullptr);

    /// False: the daemon has not answered yet, so nothing can be said about apps.
    void setConnected(bool connected);

Q_SIGNALS:
    void launchRequested();
    void sampleRequested();
    void importRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_symbol;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_launch;
    QPushButton* m_sample;
    QPushButton* m_import; ///< while PM2 has a list
    QLabel* m_prompt;
    bool m_connected = false;
};

} // namespace tropero

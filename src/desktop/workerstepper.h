// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace tropero {

class Theme;

/// "− 4 +": how many instances the selected app has. Several steps in a row are asked for as one.
class WorkerStepper : public QFrame
{
    Q_OBJECT

public:
    explicit WorkerStepper(Theme& theme, QWidget* parent = nullptr);

    /// Of the app with the instance `number`; count 0: no one app is selected.
    void setWorkers(int number, int count);
    void setConnected(bool connected);
    int shown() const { return m_wanted > 0 ? m_wanted : m_count; }

Q_SIGNALS:
    void scaleRequested(int number, int count);

protected:
    void changeEvent(QEvent* event) override;

private:
    void step(int by);
    void ask();
    void refresh();
    void applyTheme();
    void retranslate();

    Theme& m_theme;
    QToolButton* m_fewer;
    QLabel* m_label;
    QToolButton* m_more;
    QTimer m_patience;
    int m_number = -1;
    int m_count = 0;
    int m_wanted = 0; ///< chosen, and not there yet; 0: none
    bool m_connected = false;
};

} // namespace tropero

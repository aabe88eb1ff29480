// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <utility>

namespace tropero::test {

/// The longest time in which the event loop did not come round: what a user feels as a freeze.
class EventLoopGap : public QObject
{
public:
    EventLoopGap()
    {
        connect(&m_timer, &QTimer::timeout, this,
                [this] {
                    m_longest = std::max(m_longest, m_clock.restart());
                    const std::clock_t before = std::exchange(m_worked, std::clock());
                    m_longestWork = std::max(m_longestWork, m_worked - before);
                });
        m_clock.start();
        m_timer.start(5);
    }

    qint64 longestMs() const { return m_longest; }
    /// The most that this process worked in between: for what waits for nothing, and so also true on a crowded machine.
    qint64 longestWorkMs() const { return static_cast<qint64>(m_longestWork) * 1000 / CLOCKS_PER_SEC; }
    void restart()
    {
        m_longest = 0;
        m_clock.restart();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
    std::clock_t m_worked = std::clock();
    std::clock_t m_longestWork = 0;
};

} // namespace tropero::test

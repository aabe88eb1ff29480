// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cron.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace tropero {

/// Fires at the times of a schedule, by the clock on the wall: it looks at it at least once a minute, so sleep and a clock that is set do no harm.
/// Times that went by while the machine slept or by a jump of the clock fire once together, afterwards. No due time fires twice.
class CronTimer : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    explicit CronTimer(CronSchedule schedule, QObject* parent = nullptr, Clock clock = &QDateTime::currentDateTime);

    void start();
    void stop();
    bool isActive() const { return m_timer.isActive(); }
    /// Invalid when stopped or when there is none.
    QDateTime nextDue() const { return m_next; }
    const CronSchedule& schedule() const { return m_schedule; }

    /// Looks at the clock now; an active timer does so by itself.
    void check();

Q_SIGNALS:
    /// `time` is the due time; of several that went by, the last one.
    void due(const QDateTime& time);

private:
    void plan(const QDateTime& after);
    void arm(const QDateTime& now);
    bool hasFired(const QDateTime& time) const;

    CronSchedule m_schedule;
    Clock m_clock;
    QTimer m_timer;
    QDateTime m_lastLook;
    QDateTime m_next;
    QList<qint64> m_fired; ///< the newest ones, seconds since the epoch
};

} // namespace tropero

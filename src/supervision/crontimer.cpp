// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/crontimer.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace tropero {

namespace {

constexpr qint64 longestLookMs = 60'000;
constexpr qsizetype rememberedTimes = 4096; // an hour of every second, after a clock that was set back
// A clock that is set back by more was wrong before: the schedule begins anew from where it is.
constexpr qint64 clockWasWrongMs = 3 * 3600 * 1000;

} // namespace

CronTimer::CronTimer(CronSchedule schedule, QObject* parent, Clock clock)
    : QObject(parent), m_schedule(std::move(schedule)), m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &CronTimer::check);
}

void CronTimer::start()
{
    m_lastLook = m_clock();
    plan(m_lastLook);
}

void CronTimer::stop()
{
    m_timer.stop();
    m_next = {};
}

void CronTimer::check()
{
    const QDateTime now = m_clock();
    const qint64 elapsed = m_lastLook.msecsTo(now);
    m_lastLook = now;
    if (elapsed < -clockWasWrongMs || !m_next.isValid()) {
        plan(now);
        return;
    }
    if (now < m_next) {
        arm(now);
        return;
    }
    // Of the times that went by, the last one; a long sleep with a dense schedule is not gone through step by step.
    QDateTime last = m_next;
    if (const std::optional<QDateTime> recent = m_schedule.next(now.addMSecs(-longestLookMs)); recent && *recent <= now && *recent > last)
        last = *recent;
    for (std::optional<QDateTime> later = m_schedule.next(last); later && *later <= now; later = m_schedule.next(last))
        last = *later;
    m_fired.append(last.toSecsSinceEpoch());
    if (m_fired.size() > rememberedTimes)
        m_fired.removeFirst();
    plan(last);
    Q_EMIT due(last);
}

bool CronTimer::hasFired(const QDateTime& time) const
{
    return m_fired.contains(time.toSecsSinceEpoch());
}

void CronTimer::plan(const QDateTime& after)
{
    std::optional<QDateTime> next = m_schedule.next(after);
    while (next && hasFired(*next))
        next = m_schedule.next(*next);
    m_next = next.value_or(QDateTime());
    arm(m_clock());
}

void CronTimer::arm(const QDateTime& now)
{
    const qint64 wait = m_next.isValid() ? now.msecsTo(m_next) : longestLookMs;
    m_timer.start(static_cast<int>(std::clamp<qint64>(wait, 0, longestLookMs)));
}

} // namespace tropero

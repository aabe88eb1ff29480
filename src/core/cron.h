// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QString>

#include <bitset>
#include <optional>

namespace tropero {

/// Times by a cron pattern: 5 fields (minute hour day-of-month month day-of-week), or 6 with seconds first; *, ?, lists, ranges, steps, names
/// ("jan", "mon"), 7 for Sunday, L for the last day of a month, and @yearly @annually @monthly @weekly @daily @midnight @hourly.
/// When both day fields are restricted, either of them makes a day count.
class CronSchedule
{
public:
    /// InvalidArgument; it names the field, and says so when the days can never come ("0 0 31 2 *").
    static Result<CronSchedule> parse(const QString& text);

    /// The first time after that one, in its time zone, to the second. A time that the clock leaves out in spring is due at the first moment
    /// after the gap, one that comes twice in autumn the first time only; patterns for every hour go on through both as time passes.
    /// Nothing when there is none within five years.
    std::optional<QDateTime> next(const QDateTime& after) const;

    /// As it was given.
    QString text() const { return m_text; }
    bool operator==(const CronSchedule& other) const { return m_text == other.m_text; }

private:
    bool matches(QDate day) const;
    std::optional<QTime> firstTime(QTime from) const;
    std::optional<qint64> nextOnClock(qint64 wall) const;

    QString m_text;
    std::bitset<60> m_seconds;
    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;
    std::bitset<13> m_months;
    std::bitset<7> m_weekdays; ///< 0: Sunday
    bool m_lastDay = false;
    bool m_anyDay = true;
    bool m_anyWeekday = true;
};

} // namespace tropero

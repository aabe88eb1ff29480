// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cron.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CronSchedule)
};

constexpr int yearsAhead = 5;
constexpr qint64 secondsOfDay = 24 * 3600;

constexpr std::array monthNames{"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1,
                                "jul"_L1, "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
constexpr std::array dayNames{"sun"_L1, "mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1};

struct Shortcut
{
    QLatin1StringView name;
    QLatin1StringView pattern;
};

constexpr std::array shortcuts{
    Shortcut{"@yearly"_L1, "0 0 1 1 *"_L1}, Shortcut{"@annually"_L1, "0 0 1 1 *"_L1}, Shortcut{"@monthly"_L1, "0 0 1 * *"_L1},
    Shortcut{"@weekly"_L1, "0 0 * * 0"_L1}, Shortcut{"@daily"_L1, "0 0 * * *"_L1},    Shortcut{"@midnight"_L1, "0 0 * * *"_L1},
    Shortcut{"@hourly"_L1, "0 * * * *"_L1},
};

std::unexpected<Error> wrongPattern(const QString& text, const QString& why)
{
    return failure(ErrorCode::InvalidArgument, Text::tr("The schedule cannot be understood"), text, why,
                   Text::tr("Write minute, hour, day of the month, month and day of the week, e.g. \"30 3 * * mon-fri\""));
}

enum class Kind { Second, Minute, Hour, Day, Month, Weekday };

struct Field
{
    Kind kind;
    QString name;
    int least;
    int most;

    bool isDay() const { return kind == Kind::Day || kind == Kind::Weekday; }
};

struct FieldValues
{
    std::bitset<60> values;
    bool any = false;
    bool last = false;
};

using Why = std::unexpected<QString>;

std::expected<int, QString> parseNumber(const QString& word, const Field& field)
{
    if (field.kind == Kind::Month) {
        for (size_t i = 0; i < monthNames.size(); ++i)
            if (word.compare(monthNames[i], Qt::CaseInsensitive) == 0)
                return static_cast<int>(i) + 1;
    }
    if (field.kind == Kind::Weekday) {
        for (size_t i = 0; i < dayNames.size(); ++i)
            if (word.compare(dayNames[i], Qt::CaseInsensitive) == 0)
                return static_cast<int>(i);
    }
    bool isNumber = !word.isEmpty() && word.at(0).isDigit();
    const int number = isNumber ? word.toInt(&isNumber) : 0;
    if (!isNumber)
        return Why(word.isEmpty() ? Text::tr("%1: a value is missing").arg(field.name) : Text::tr("%1: \"%2\" is no value").arg(field.name, word));
    if (number < field.least || number > field.most)
        return Why(Text::tr("%1: %2 is not between %3 and %4").arg(field.name).arg(number).arg(field.least).arg(field.most));
    return number;
}

/// One part of a list: "*", "5", "1-5", each perhaps with "/step".
std::expected<void, QString> parsePart(const QString& part, const Field& field, FieldValues& result)
{
    const qsizetype slash = part.indexOf(u'/');
    const QString range = slash < 0 ? part : part.first(slash);
    int step = 1;
    if (slash >= 0) {
        bool isNumber = false;
        step = part.sliced(slash + 1).toInt(&isNumber);
        if (!isNumber || step < 1 || !part.at(slash + 1).isDigit())
            return Why(Text::tr("%1: the step of \"%2\" is no number from 1 on").arg(field.name, part));
    }
    if (field.kind == Kind::Day && range.compare("L"_L1, Qt::CaseInsensitive) == 0 && slash < 0) {
        result.last = true;
        return {};
    }
    int from = field.least;
    int to = field.most;
    if (range != "*"_L1 && !(range == "?"_L1 && field.isDay())) {
        const qsizetype dash = range.indexOf(u'-', 1);
        const auto first = parseNumber(dash < 0 ? range : range.first(dash), field);
        if (!first)
            return Why(first.error());
        from = *first;
        if (dash >= 0) {
            const auto last = parseNumber(range.sliced(dash + 1), field);
            if (!last)
                return Why(last.error());
            to = field.kind == Kind::Weekday && *last == 0 && from > 0 ? 7 : *last; // "fri-sun"
            if (from > to)
                return Why(Text::tr("%1: \"%2\" goes backwards; write two ranges with a comma between them").arg(field.name, range));
        } else if (slash < 0) {
            to = from;
        }
    } else if (slash < 0) {
        result.any = true;
    }
    if (field.kind == Kind::Weekday && (range == "*"_L1 || range == "?"_L1))
        to = 6;
    for (int value = from; value <= to; value += std::min(step, field.most + 1))
        result.values.set(static_cast<size_t>(field.kind == Kind::Weekday ? value % 7 : value));
    return {};
}

std::expected<FieldValues, QString> parseField(const QString& text, const Field& field)
{
    FieldValues result;
    const QStringList parts = text.split(u',');
    for (const QString& part : parts) {
        if (const auto parsed = parsePart(part, field, result); !parsed)
            return Why(parsed.error());
    }
    return result;
}

template<size_t size>
std::bitset<size> firstBits(const std::bitset<60>& bits)
{
    std::bitset<size> result;
    for (size_t i = 0; i < size; ++i)
        result[i] = bits[i];
    return result;
}

template<size_t size>
int nextSet(const std::bitset<size>& bits, int from)
{
    for (auto i = static_cast<size_t>(from); i < size; ++i)
        if (bits[i])
            return static_cast<int>(i);
    return -1;
}

/// Seconds of a wall clock's date and time, as if it were UTC.
qint64 wallSeconds(QDate date, QTime time)
{
    return QDateTime(date, time, Qt::UTC).toSecsSinceEpoch();
}

/// A time zone's clock, by moments in seconds since the epoch.
class WallClock
{
public:
    explicit WallClock(QDateTime sample) : m_sample(std::move(sample)) {}

    QDateTime at(qint64 moment) const
    {
        QDateTime time = m_sample;
        time.setSecsSinceEpoch(moment);
        return time;
    }
    qint64 offset(qint64 moment) const { return at(moment).offsetFromUtc(); }
    qint64 shown(qint64 moment) const { return moment + offset(moment); }

    /// When the clock first shows that time, or, where it leaves it out, the first moment after the gap.
    qint64 firstMoment(qint64 wall) const
    {
        const qint64 before = wall - offset(wall - secondsOfDay);
        const qint64 after = wall - offset(wall + secondsOfDay);
        for (const qint64 moment : {std::min(before, after), std::max(before, after)})
            if (shown(moment) == wall)
                return moment;
        return firstIn(wall - 2 * secondsOfDay, wall + 2 * secondsOfDay, [&](qint64 moment) { return shown(moment) >= wall; });
    }

    /// The first moment in (from, to] for which it is true; it stays true from then on.
    template<typename Condition>
    static qint64 firstIn(qint64 from, qint64 to, const Condition& isTrue)
    {
        while (to - from > 1) {
            const qint64 middle = from + (to - from) / 2;
            (isTrue(middle) ? to : from) = middle;
        }
        return to;
    }

private:
    QDateTime m_sample;
};

} // namespace

Result<CronSchedule> CronSchedule::parse(const QString& text)
{
    QString pattern = text.simplified();
    if (pattern.startsWith(u'@')) {
        const auto* shortcut = std::ranges::find_if(shortcuts, [&](const Shortcut& s) { return pattern.compare(s.name, Qt::CaseInsensitive) == 0; });
        if (shortcut == shortcuts.end())
            return wrongPattern(text, Text::tr("it is none of @yearly, @monthly, @weekly, @daily and @hourly"));
        pattern = QString(shortcut->pattern);
    }
    QStringList words = pattern.split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 5)
        words.prepend(u"0"_s);
    if (words.size() != 6)
        return wrongPattern(text, Text::tr("it has %1 fields instead of 5, or 6 with seconds first").arg(words.size()));
    const std::array fields{Field{Kind::Second, Text::tr("second"), 0, 59},        Field{Kind::Minute, Text::tr("minute"), 0, 59},
                            Field{Kind::Hour, Text::tr("hour"), 0, 23},            Field{Kind::Day, Text::tr("day of the month"), 1, 31},
                            Field{Kind::Month, Text::tr("month"), 1, 12},          Field{Kind::Weekday, Text::tr("day of the week"), 0, 7}};
    std::array<FieldValues, fields.size()> values;
    for (size_t i = 0; i < fields.size(); ++i) {
        const auto parsed = parseField(words.at(static_cast<qsizetype>(i)), fields[i]);
        if (!parsed)
            return wrongPattern(text, parsed.error());
        values[i] = *parsed;
    }
    CronSchedule schedule;
    schedule.m_text = text;
    schedule.m_seconds = values[0].values;
    schedule.m_minutes = values[1].values;
    schedule.m_hours = firstBits<24>(values[2].values);
    schedule.m_days = firstBits<32>(values[3].values);
    schedule.m_months = firstBits<13>(values[4].values);
    schedule.m_weekdays = firstBits<7>(values[5].values);
    schedule.m_lastDay = values[3].last;
    schedule.m_anyDay = values[3].any;
    schedule.m_anyWeekday = values[5].any;
    if (!schedule.m_anyDay && schedule.m_anyWeekday && !schedule.m_lastDay) {
        const int firstDay = nextSet(schedule.m_days, 1);
        bool possible = false;
        for (int month = 1; month <= 12; ++month)
            possible = possible || (schedule.m_months[static_cast<size_t>(month)] && firstDay <= QDate(2024, month, 1).daysInMonth());
        if (!possible)
            return wrongPattern(text, Text::tr("day of the month: no such month has a day %1").arg(firstDay));
    }
    return schedule;
}

bool CronSchedule::matches(QDate day) const
{
    if (!m_months[static_cast<size_t>(day.month())])
        return false;
    const bool dayFits = m_days[static_cast<size_t>(day.day())] || (m_lastDay && day.day() == day.daysInMonth());
    const bool weekdayFits = m_weekdays[static_cast<size_t>(day.dayOfWeek() % 7)];
    if (m_anyDay || m_anyWeekday)
        return (m_anyDay || dayFits) && (m_anyWeekday || weekdayFits);
    return dayFits || weekdayFits;
}

std::optional<QTime> CronSchedule::firstTime(QTime from) const
{
    int hour = nextSet(m_hours, from.hour());
    int minute = hour == from.hour() ? nextSet(m_minutes, from.minute()) : -1;
    int second = minute == from.minute() && hour == from.hour() ? nextSet(m_seconds, from.second()) : nextSet(m_seconds, 0);
    if (minute == from.minute() && second < 0) {
        minute = nextSet(m_minutes, minute + 1);
        second = nextSet(m_seconds, 0);
    }
    if (hour == from.hour() && minute < 0)
        hour = nextSet(m_hours, hour + 1);
    if (hour < 0)
        return std::nullopt;
    if (minute < 0) {
        minute = nextSet(m_minutes, 0);
        second = nextSet(m_seconds, 0);
    }
    return QTime(hour, minute, second);
}

/// The first time that the pattern means from that reading of the clock on.
std::optional<qint64> CronSchedule::nextOnClock(qint64 wall) const
{
    const QDateTime start = QDateTime::fromSecsSinceEpoch(wall, Qt::UTC);
    const QDate last = start.date().addYears(yearsAhead);
    QTime from = start.time();
    for (QDate day = start.date(); day <= last; day = day.addDays(1)) {
        if (matches(day)) {
            if (const std::optional<QTime> time = firstTime(from))
                return wallSeconds(day, *time);
        }
        from = QTime(0, 0);
    }
    return std::nullopt;
}

std::optional<QDateTime> CronSchedule::next(const QDateTime& after) const
{
    if (!after.isValid() || m_seconds.none())
        return std::nullopt;
    const WallClock clock(after);
    const qint64 begin = after.toSecsSinceEpoch();
    if (!m_hours.all()) {
        std::optional<qint64> wall = clock.shown(begin);
        while ((wall = nextOnClock(*wall + 1))) {
            if (const qint64 moment = clock.firstMoment(*wall); moment > begin)
                return clock.at(moment);
        }
        return std::nullopt;
    }
    // Every hour means every hour: by the length of time, from one change of the clock to the next one.
    for (qint64 from = begin + 1;;) {
        const qint64 offset = clock.offset(from);
        const std::optional<qint64> wall = nextOnClock(from + offset);
        if (!wall)
            return std::nullopt;
        if (clock.offset(*wall - offset) == offset)
            return clock.at(*wall - offset);
        from = WallClock::firstIn(from, *wall - offset, [&](qint64 moment) { return clock.offset(moment) != offset; });
    }
}

} // namespace tropero

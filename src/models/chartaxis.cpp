// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartaxis.h"

#include "models/formats.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 timeSteps[] = {second,      2 * second,  5 * second,  10 * second, 15 * second, 30 * second, minute,
                                2 * minute,  5 * minute,  10 * minute, 15 * minute, 30 * minute, hour,        2 * hour,
                                3 * hour,    6 * hour,    12 * hour,   day,         2 * day,     5 * day,     10 * day};

/// The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not less.
double roundUp(double wanted)
{
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        const bool fraction = factor == 2.5 && power < 10; // "2.5 %" says no more than "2 %"
        if (!fraction && factor * power >= wanted * 0.9999) return factor * power;
    }
    return 10 * power;
}

double roundStep(const ChartUnit& unit, double wanted)
{
    if (unit.kind != ChartUnit::Kind::Bytes) return roundUp(wanted);
    double base = 1;
    while (wanted / base >= 1000) base *= 1024;
    return std::max(1.0, roundUp(wanted / base)) * base;
}

/// Smaller differences than this are not worth the whole height.
double leastTop(const ChartUnit& unit)
{
    switch (unit.kind) {
    case ChartUnit::Kind::Percent:
        return 5;
    case ChartUnit::Kind::Bytes:
        return 16.0 * 1024 * 1024;
    case ChartUnit::Kind::Other:
        break;
    }
    return 0;
}

QString tickText(const ChartUnit& unit, double value, double step)
{
    const QLocale locale;
    if (unit.kind == ChartUnit::Kind::Bytes) return value <= 0 ? u"0"_s : memoryText(std::llround(value)).replace(locale.decimalPoint() + u"0"_s, QString());
    int decimals = 0;
    for (double left = step; decimals < 6 && std::abs(left - std::round(left)) > 0.001 * left; left *= 10) ++decimals;
    const QString number = locale.toString(value, 'f', decimals);
    if (unit.kind == ChartUnit::Kind::Percent) return QCoreApplication::translate("Formats", "%1 %").arg(number);
    return unit.name.isEmpty() ? number : number + QChar::Nbsp + unit.name.left(8);
}

} // namespace

QString ChartUnit::text(double value) const
{
    if (kind == Kind::Percent) return percentText(value);
    if (kind == Kind::Bytes) return memoryText(std::llround(value));
    const QString number = QLocale().toString(value, 'g', 6);
    return name.isEmpty() ? number : number + QChar::Nbsp + name;
}

ValueScale valueScale(const ChartUnit& unit, double lowest, double highest, int mostTicks)
{
    const int steps = std::max(mostTicks - 1, 1);
    double top = std::max({highest, leastTop(unit), 0.0});
    const double bottom = std::min(lowest, 0.0);
    if (top <= bottom) top = bottom + 1;
    double step = roundStep(unit, (top - bottom) / steps);
    ValueScale scale;
    // Rounding the ends outwards may need one step more than there is room for.
    for (int attempt = 0; attempt < 4; ++attempt) {
        scale.bottom = std::floor(bottom / step + 1e-9) * step;
        scale.top = std::ceil(top / step - 1e-9) * step;
        if (std::lround((scale.top - scale.bottom) / step) <= steps) break;
        step = roundStep(unit, step * 1.1);
    }
    for (double at = scale.bottom; at <= scale.top + step / 2; at += step)
        scale.ticks.append({at, tickText(unit, std::abs(at) < step / 1000 ? 0 : at, step)});
    return scale;
}

QList<AxisTick> timeTicks(const TimeWindow& window, int mostTicks)
{
    QList<AxisTick> ticks;
    if (window.span() <= 0) return ticks;
    const qint64 wanted = window.span() / std::max(mostTicks, 1);
    const auto* found = std::ranges::find_if(timeSteps, [wanted](qint64 step) { return step >= wanted; });
    const qint64 step = found == std::end(timeSteps) ? timeSteps[std::size(timeSteps) - 1] : *found;
    const QLocale locale;
    const auto text = [&locale, step](const QDateTime& moment) {
        if (step >= day || (step >= hour && moment.time().hour() == 0)) return locale.toString(moment, u"d MMM"_s);
        return locale.toString(moment, step >= minute ? u"HH:mm"_s : u"HH:mm:ss"_s);
    };
    if (step >= day) {
        const qint64 days = step / day;
        QDate date = QDateTime::fromMSecsSinceEpoch(window.from).date();
        for (date = date.addDays((days - date.toJulianDay() % days) % days);; date = date.addDays(days)) {
            const QDateTime moment = date.startOfDay();
            if (moment.toMSecsSinceEpoch() > window.to) return ticks;
            if (moment.toMSecsSinceEpoch() >= window.from) ticks.append({static_cast<double>(moment.toMSecsSinceEpoch()), text(moment)});
        }
    }
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(window.from).offsetFromUtc() * second;
    const qint64 local = window.from + offset;
    for (qint64 at = (local + step - 1) / step * step - offset; at <= window.to; at += step)
        ticks.append({static_cast<double>(at), text(QDateTime::fromMSecsSinceEpoch(at))});
    return ticks;
}

QString momentText(qint64 at, qint64 span)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    const QString form = span <= 12 * minute ? u"HH:mm:ss"_s : span <= 25 * hour ? u"d MMM HH:mm"_s : u"ddd d MMM HH:mm"_s;
    return QLocale().toString(moment, form);
}

} // namespace tropero

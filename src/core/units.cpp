// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr double longestDuration = 10.0 * 365 * 86'400'000; // ten years: beyond it, it is a typing error
constexpr double largestSize = 1024.0 * 1024 * 1024 * 1024 * 1024 * 1024;

struct UnitsText
{
    Q_DECLARE_TR_FUNCTIONS(UnitsText)
};

struct Quantity
{
    double number = 0;
    QString unit; ///< lower case
};

/// Digits with at most one dot, then letters; nothing else, so no signs, exponents, "inf" or "nan".
std::optional<Quantity> parseQuantity(const QString& text)
{
    QString trimmed = text.trimmed();
    if (const QString sign = QLocale().decimalPoint(); sign != u"."_s && trimmed.count(sign) == 1)
        trimmed.replace(sign, u"."_s);
    qsizetype end = 0;
    while (end < trimmed.size() && (trimmed[end] == u'.' || (trimmed[end] >= u'0' && trimmed[end] <= u'9')))
        ++end;
    bool ok = false;
    const double number = trimmed.left(end).toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    return Quantity{number, trimmed.mid(end).trimmed().toLower()};
}

std::optional<double> durationFactor(const QString& unit)
{
    if (unit.isEmpty() || unit == "ms"_L1)
        return 1;
    if (unit == "s"_L1 || unit == "sec"_L1)
        return 1000;
    if (unit == "m"_L1 || unit == "min"_L1)
        return 60'000;
    if (unit == "h"_L1)
        return 3'600'000;
    if (unit == "d"_L1)
        return 86'400'000;
    return std::nullopt;
}

std::optional<double> sizeFactor(QString unit)
{
    if (unit.endsWith("ib"_L1))
        unit.chop(2);
    else if (unit.endsWith(u'b'))
        unit.chop(1);
    static const QStringList units{u""_s, u"k"_s, u"m"_s, u"g"_s, u"t"_s};
    const qsizetype power = units.indexOf(unit);
    if (power < 0)
        return std::nullopt;
    return std::pow(1024.0, static_cast<double>(power));
}

/// At most one decimal, none when it would be 0.
QString shortNumber(double number, const QLocale& locale)
{
    QString text = QString::number(number, 'f', 1);
    if (text.endsWith(".0"_L1))
        text.chop(2);
    return text.replace(u"."_s, locale.decimalPoint());
}

} // namespace

Result<Milliseconds> parseDuration(const QString& text)
{
    const std::optional<Quantity> quantity = parseQuantity(text);
    const std::optional<double> factor = quantity ? durationFactor(quantity->unit) : std::nullopt;
    const QString what = UnitsText::tr("Not a duration");
    if (!factor)
        return failure(ErrorCode::InvalidArgument, what, text,
                       UnitsText::tr("expected milliseconds, or a number with ms, s, m, h or d, such as 10s"));
    const double milliseconds = std::floor(quantity->number * *factor);
    if (milliseconds > longestDuration)
        return failure(ErrorCode::InvalidArgument, what, text, UnitsText::tr("longer than ten years"));
    return Milliseconds(static_cast<qint64>(milliseconds));
}

Result<qint64> parseSize(const QString& text)
{
    const std::optional<Quantity> quantity = parseQuantity(text);
    const std::optional<double> factor = quantity ? sizeFactor(quantity->unit) : std::nullopt;
    const QString what = UnitsText::tr("Not a size");
    if (!factor)
        return failure(ErrorCode::InvalidArgument, what, text,
                       UnitsText::tr("expected bytes, or a number with K, M or G, such as 100M"));
    const double bytes = std::floor(quantity->number * *factor);
    if (bytes > largestSize)
        return failure(ErrorCode::InvalidArgument, what, text, UnitsText::tr("larger than a million terabytes"));
    return static_cast<qint64>(bytes);
}

QString formatPercent(double percent, int decimals, const QLocale& locale)
{
    return QString::number(percent, 'f', decimals).replace(u'.', locale.decimalPoint()) + u'%';
}

QString formatSize(qint64 bytes, const QLocale& locale)
{
    static const QStringList units{u"B"_s, u"KB"_s, u"MB"_s, u"GB"_s, u"TB"_s, u"PB"_s, u"EB"_s};
    double number = static_cast<double>(bytes);
    qsizetype unit = 0;
    // From 1023.5 on the text would be "1024"; the next unit says the same in fewer digits.
    while (std::abs(number) >= (unit == 0 ? 1024.0 : 1023.5) && unit + 1 < units.size()) {
        number /= 1024.0;
        ++unit;
    }
    const bool withDecimal = unit > 0 && std::abs(number) < 99.95;
    return QString::number(number, 'f', withDecimal ? 1 : 0).replace(u"."_s, locale.decimalPoint()) + u' ' + units[unit];
}

QString formatUptime(Milliseconds uptime)
{
    const qint64 seconds = std::max<qint64>(0, uptime.count() / 1000);
    if (seconds < 60)
        return QString::number(seconds) + u's';
    if (seconds < 3600)
        return QString::number(seconds / 60) + u'm';
    if (seconds < 86'400)
        return QString::number(seconds / 3600) + u'h';
    return QString::number(seconds / 86'400) + u'D';
}

QString formatDuration(Milliseconds duration, const QLocale& locale)
{
    const double milliseconds = static_cast<double>(duration.count());
    if (milliseconds < 1000)
        return QString::number(duration.count()) + " ms"_L1;
    if (milliseconds < 59'950)
        return shortNumber(milliseconds / 1000, locale) + " s"_L1;
    if (milliseconds < 59.95 * 60'000)
        return shortNumber(milliseconds / 60'000, locale) + " min"_L1;
    if (milliseconds < 23.95 * 3'600'000)
        return shortNumber(milliseconds / 3'600'000, locale) + " h"_L1;
    return shortNumber(milliseconds / 86'400'000, locale) + " d"_L1;
}

QString formatMoment(qint64 time)
{
    return time > 0 ? QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tropero {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Formats", text);
}

} // namespace

QString noValue()
{
    return QStringLiteral("\u2013");
}

QString uptimeText(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(milliseconds, 0) / 1000;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (seconds < 60) return QCoreApplication::translate("Formats", "%1 s", "seconds").arg(seconds);
    if (minutes < 60) return QCoreApplication::translate("Formats", "%1 m", "minutes").arg(minutes);
    if (hours < 24)
        return QCoreApplication::translate("Formats", "%1 h %2 m", "hours, minutes")
            .arg(hours)
            .arg(minutes % 60);
    return QCoreApplication::translate("Formats", "%1 d %2 h", "days, hours").arg(hours / 24).arg(hours % 24);
}

QString percentText(double percent)
{
    return translated(QT_TRANSLATE_NOOP("Formats", "%1 %"))
        .arg(QLocale().toString(std::max(percent, 0.0), 'f', 1));
}

QString memoryText(qint64 bytes)
{
    static constexpr const char* units[] = {"B", "KB", "MB", "GB", "TB"};
    double value = static_cast<double>(std::max<qint64>(bytes, 0));
    size_t unit = 0;
    while (value >= 1000 && unit + 1 < std::size(units)) {
        value /= 1024;
        ++unit;
    }
    const int decimals = unit >= 1 && value < 99.95 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals) + QChar::Nbsp + QLatin1StringView(units[unit]);
}

QString stateText(InstanceState state)
{
    switch (state) {
    case InstanceState::Stopped:
        return translated(QT_TRANSLATE_NOOP("Formats", "Stopped"));
    case InstanceState::Launching:
        return translated(QT_TRANSLATE_NOOP("Formats", "Starting"));
    case InstanceState::Online:
        return translated(QT_TRANSLATE_NOOP("Formats", "Online"));
    case InstanceState::Stopping:
        return translated(QT_TRANSLATE_NOOP("Formats", "Stopping"));
    case InstanceState::WaitingRestart:
        return translated(QT_TRANSLATE_NOOP("Formats", "Waiting"));
    case InstanceState::Errored:
        return translated(QT_TRANSLATE_NOOP("Formats", "Gave up"));
    }
    return {};
}

} // namespace tropero

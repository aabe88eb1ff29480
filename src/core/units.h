// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/policies.h"

#include <QLocale>
#include <QString>

namespace tropero {

/// "1500", "500ms", "10s", "5m", "1h", "2d"; a bare number is milliseconds. Fractions ("1.5s", also with the decimal sign of the user's
/// language) are accepted, negatives are not.
Result<Milliseconds> parseDuration(const QString& text);
/// "1048576", "100M", "1.5G", "512K", with optional B or iB; factors of 1024 as in PM2.
Result<qint64> parseSize(const QString& text);

/// "87.4 MB": one decimal below 100, powers of 1024, for people, with the decimal sign of `locale`.
QString formatSize(qint64 bytes, const QLocale& locale = QLocale());
/// "6.2%", with the decimal sign of `locale`.
QString formatPercent(double percent, int decimals = 1, const QLocale& locale = QLocale());
/// "0s", "42s", "12m", "3h", "4D": PM2's coarse uptime.
QString formatUptime(Milliseconds uptime);
/// "2026-11-23 21:00:52", local time of `time` (ms since 1970); empty for 0.
QString formatMoment(qint64 time);
/// "100 ms", "1.5 s", "10 min": for sentences, with the decimal sign of `locale`.
QString formatDuration(Milliseconds duration, const QLocale& locale = QLocale());

} // namespace tropero

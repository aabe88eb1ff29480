// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QSet>
#include <QString>

namespace tropero {

/// A new stable id: the name reduced to [a-z0-9-] and four random hexadecimal digits. Not in `taken`.
QString newAppId(const QString& name, const QSet<QString>& taken);

/// Stem of the app's log files: the name (behind its namespace unless that is "default") as a safe file name; with -2, -3, ... when
/// another app has it. Upper and lower case count as the same, as on some file systems.
QString uniqueLogBase(const AppSpec& spec, const QSet<QString>& taken);

/// Absolute paths; an empty one means that the stream is discarded.
struct LogPaths
{
    QString out;
    QString error;
};

/// Paths for one instance: the configured ones (with -index before the suffix when the app has several instances that do not share
/// their files), else the defaults in the logs folder.
LogPaths logPaths(const AppSpec& spec, const QString& logBase, int index, bool several, const QString& logsFolder);

} // namespace tropero

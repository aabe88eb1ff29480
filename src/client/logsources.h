// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/logtail.h"

namespace tropero {

/// The file that one stream of an instance goes to.
struct LogSourceFile
{
    QString path;
    int number = -1; ///< of the (first) instance
    bool isError = false;
};

/// Each file once, since instances may share one; those that do not exist yet too, but nothing that is no plain file.
QList<LogSourceFile> logFilesOf(const QList<LogTail::Source>& sources);

/// What was captured up to this time, nanoseconds since the epoch, is in its file by now.
qint64 logsSettledUntil();

} // namespace tropero

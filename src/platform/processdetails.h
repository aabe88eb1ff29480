// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/processes.h"

#include <QString>
#include <QStringList>

namespace tropero::platform {

/// What a process was started as. Each part is empty where it may not be known.
struct ProcessDetails
{
    QString executable; ///< absolute path
    QStringList commandLine;
};

ProcessDetails processDetails(qint64 pid);
/// The folder that a process works in now; empty where it may not be known.
QString folderOf(qint64 pid);
/// Does it run as the user of this process?
bool belongsToThisUser(qint64 pid);
/// When it began, in milliseconds since the epoch; 0 where unknown.
qint64 startedAt(const ProcessId& process);

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace tropero::platform {

/// A process that cannot be confused with a later one of the same pid: startTime is the kernel's start stamp (Linux: clock ticks since
/// boot; Windows: FILETIME of creation).
struct ProcessId
{
    qint64 pid = 0;
    quint64 startTime = 0;

    bool operator==(const ProcessId&) const = default;
};

/// One row of the process table.
struct ProcessUsage
{
    ProcessId id;
    qint64 parent = 0;
    QString name;
    quint64 cpuMicroseconds = 0; ///< user + system time so far
    qint64 residentBytes = 0;
    int threads = 0;
    bool zombie = false;
};

/// All processes that this user may see, read in one pass without starting any process. Rows that vanish while reading are left out.
QList<ProcessUsage> readProcessTable();
/// One row, or nothing when there is no such process.
std::optional<ProcessUsage> readProcess(qint64 pid);
/// The roots that exist and all their descendants by parent links, zombies left out.
QList<ProcessUsage> treeOf(const QList<ProcessUsage>& table, const QList<qint64>& roots);

/// Open files (Windows: handles) of a process; -1 where it may not be read.
int openFileCount(qint64 pid);

/// Value of a variable in the environment that the process was started with; nothing when unreadable or not set.
std::optional<QByteArray> environmentVariableOf(qint64 pid, const QByteArray& name);
/// Processes of this user whose start environment has NAME=VALUE.
QList<ProcessId> processesWithEnvironment(const QByteArray& name, const QByteArray& value);

/// False for zombies.
bool isAlive(const ProcessId& process);

/// Sends a signal by its name ("SIGTERM", "TERM") or number. Rechecks pid and start time, so that no later process of that pid is hit.
/// On Windows SIGKILL and SIGTERM end the process, SIGINT asks its console; others are Unsupported. NotFound when it is gone.
Result<void> sendSignal(const ProcessId& process, const QString& signal);
/// InvalidArgument names the nearest known signal.
Result<int> signalNumber(const QString& signal);
/// "SIGINT" for 2; the number as text when unknown.
QString signalName(int number);

} // namespace tropero::platform

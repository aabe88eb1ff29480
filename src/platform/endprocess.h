// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/processes.h"

#include <chrono>
#include <functional>

namespace tropero::platform {

struct EndingOptions
{
    bool tree = false;                      ///< also everything that descends from them
    std::chrono::milliseconds grace{5000};  ///< from the request to end until it is killed
    /// Called while waiting; false gives up waiting (what was asked to end is left to itself).
    std::function<bool()> keepWaiting = {};
};

struct EndingReport
{
    QList<ProcessId> ended;  ///< by themselves after being asked, or gone already
    QList<ProcessId> killed; ///< did not go in time, or cannot be asked
    QList<Error> problems;   ///< one for each that is still there
};

/// Asks processes to end by themselves: SIGTERM; Windows: as if their windows were closed, or Ctrl+C in a console of their own.
/// Unsupported when there is no way to ask. Rechecks pid and start time, as sendSignal() does.
Result<void> askToEnd(const ProcessId& process);

/// Processes up to this number are the system's.
qint64 lastSystemPid();
/// Why a process must never be ended by us: the system's own, or this one.
Result<void> mayBeEnded(qint64 pid);

/// Asks, waits, and kills what is left; blocks meanwhile. Each process is told by pid and start time immediately before each step, so a
/// later process of the same pid is safe. A parent is asked before its children, so that a supervisor does not replace them first.
EndingReport endProcesses(const QList<ProcessId>& processes, const EndingOptions& options = {});

} // namespace tropero::platform

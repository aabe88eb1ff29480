// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/machineprocesses.h"
#include "models/systemrow.h"

#include <vector>

namespace tropero {

/// Titles are in the language at the time of the call.
QList<SystemColumn> processColumns();
QList<SystemColumn> portColumns();
/// The user's processes, in the order of the snapshot. `now`: milliseconds since the epoch.
std::vector<SystemRow> processRows(const MachineSnapshot& snapshot, qint64 now);
/// Everybody's ports.
std::vector<SystemRow> portRows(const MachineSnapshot& snapshot);
/// What both pages show of one look. Working it out takes longer than showing it: it belongs into the thread that looked.
struct SystemRows
{
    std::vector<SystemRow> processes;
    std::vector<SystemRow> ports;
};
SystemRows systemRows(const MachineSnapshot& snapshot, qint64 now);

/// "api, worker 3", "Guard of api"; empty for what is none of Tropero's.
QString managedText(const MachineProcess& process);

} // namespace tropero

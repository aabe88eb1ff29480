// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/machineprocesses.h"
#include "core/appspec.h"

#include <QList>

namespace tropero {

/// Ports above `taken` that `spec` could have instead, the first of them: nobody listens there, and neither `spec` nor one of the other apps names it.
/// As many follow it in a row as the instances of an incremented variable, or debuggers of workers, need. 0: there is none.
int otherPort(int taken, const AppSpec& spec, const MachineSnapshot& machine, const QList<AppSpec>& others);

/// The spec with `port` wherever wantedPorts() finds `taken`: in the variable (of the chosen profile when it has it), in arguments, in `listen`, for
/// the debugger; and in a readiness probe of this machine. Of several in a row the first one is `port`.
AppSpec withPort(const AppSpec& spec, int taken, int port);

} // namespace tropero

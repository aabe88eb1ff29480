// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/wantedports.h"

#include <optional>

namespace tropero {

/// A port that somebody else has, and what can be done about it.
struct TakenPort
{
    PortHolder holder;
    std::optional<MachineProcess> process; ///< of the holder, when it may be ended by this user
    int otherPort = 0;                     ///< 0: none is offered
};

/// In the order of portHolders(); what `ownApp` holds itself is in nobody's way. Another port is offered for a single spec only, once for each place that
/// names one, and never the same twice. `others`: specs of the other apps, whose ports are not offered.
QList<TakenPort> takenPorts(const QList<AppSpec>& specs, const MachineSnapshot& machine, const QList<AppSpec>& others, const QString& ownApp);

} // namespace tropero

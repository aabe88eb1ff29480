// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/takenports.h"

#include "client/otherport.h"
#include "platform/endprocess.h"

#include <algorithm>

namespace tropero {

QList<TakenPort> takenPorts(const QList<AppSpec>& specs, const MachineSnapshot& machine, const QList<AppSpec>& others, const QString& ownApp)
{
    QList<TakenPort> taken;
    // As if each offer before was accepted.
    AppSpec moved = specs.size() == 1 ? specs.first() : AppSpec();
    const auto isWanted = [&moved](int port) {
        const QList<WantedPort> wanted = wantedPorts(moved);
        return std::ranges::find(wanted, port, &WantedPort::port) != wanted.end();
    };
    const QList<PortHolder> holders = portHolders(specs, machine, ownApp);
    for (const PortHolder& holder : holders) {
        if (holder.itself)
            continue;
        TakenPort one{holder, {}, 0};
        const MachineProcess* process = machine.process(holder.pid);
        if (process && process->own && platform::mayBeEnded(process->id.pid))
            one.process = *process;
        if (isWanted(holder.port)) {
            one.otherPort = otherPort(holder.port, moved, machine, others);
            if (one.otherPort > 0)
                moved = withPort(moved, holder.port, one.otherPort);
        }
        taken.append(one);
    }
    return taken;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/machineprocesses.h"
#include "core/appspec.h"

#include <QList>
#include <QString>

namespace tropero {

/// A TCP port that an app's description names.
struct WantedPort
{
    int port = 0;
    QString from; ///< "PORT", "--port", "-p", "listen", "--inspect"

    bool operator==(const WantedPort&) const = default;
};

/// By the variable PORT (and the incremented variable, for each instance), --port 3000, --port=3000, -p 3000, -p3000, `listen` and the debugger of Node
/// (--inspect among its arguments; a cluster has one for each worker); each port once.
/// What an app listens on besides cannot be known before it runs.
QList<WantedPort> wantedPorts(const AppSpec& spec);

/// How many ports in a row debuggers take, from inspectPort() on; 0: none.
int debuggers(const AppSpec& spec);

/// Who has one of these ports now.
struct PortHolder
{
    int port = 0;
    QString from;    ///< as WantedPort
    qint64 pid = 0;  ///< 0: of another user, whose processes may not be looked at
    QString title;   ///< "server.js", "nginx"; empty where unknown
    QString user;    ///< account, where the process is not ours
    QString appId;   ///< of a managed app
    QString appName;
    int instance = -1;
    bool itself = false; ///< a process of the app `ownApp`: it will be replaced

    bool operator==(const PortHolder&) const = default;
};

/// Of all ports that the specs name, in their order. `ownApp`: id of the app that is being edited, else empty.
QList<PortHolder> portHolders(const QList<AppSpec>& specs, const MachineSnapshot& machine, const QString& ownApp = {});

} // namespace tropero

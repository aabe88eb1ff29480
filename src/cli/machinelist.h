// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "client/machineprocesses.h"

namespace tropero {

/// A port as people write it: "3000", ":3000", "3000/tcp", "53/udp".
struct PortName
{
    int number = 0;
    platform::ListeningPort::Protocol protocol = platform::ListeningPort::Protocol::Tcp;
    bool protocolGiven = false;
};
Result<PortName> parsePort(const QString& text);

/// "tcp", "udp".
QString protocolName(platform::ListeningPort::Protocol protocol);
/// "127.0.0.1:3000", "[::1]:3000".
QString addressText(const platform::ListeningPort& port);
/// The apps of a daemon that runs; none when there is none. Never starts one.
QList<ManagedApp> managedApps(Session& session);
/// "web (id 3)", "web", empty for what no app is responsible for.
QString appText(const MachineProcess& process);
/// What runs, fit for a terminal: "server.js", "vite (node)".
QString titleText(const MachineProcess& process);
QString folderText(const QString& folder);

QJsonObject processJson(const MachineProcess& process);
/// With what is known of the owner.
QJsonObject portJson(const platform::ListeningPort& port, const MachineSnapshot& snapshot);

} // namespace tropero

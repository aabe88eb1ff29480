// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace tropero::platform {

struct ListeningPort
{
    enum class Protocol { Tcp, Udp };

    Protocol protocol = Protocol::Tcp;
    QString address;  ///< "0.0.0.0", "::", "127.0.0.1"
    int port = 0;
    qint64 owner = 0; ///< pid; 0 where it may not be known
    QList<qint64> sharers = {}; ///< further processes that hold the very same socket
    QString user = {}; ///< account of the owner; empty where the system does not tell
};

/// TCP ports that the given processes listen on, ascending and without repeats, for each pid that has any.
QHash<qint64, QList<int>> listeningPortsOf(const QList<qint64>& pids);
/// All listening TCP ports (and bound UDP ports) of the machine.
QList<ListeningPort> listeningPorts();

} // namespace tropero::platform

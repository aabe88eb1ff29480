// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer.h"

#include <sys/socket.h>
#include <unistd.h>

#include <optional>

namespace tropero::platform {

namespace {

std::optional<struct ucred> credentialsOf(qintptr socketDescriptor)
{
    struct ucred credentials
    {
    };
    socklen_t size = sizeof credentials;
    if (::getsockopt(static_cast<int>(socketDescriptor), SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return std::nullopt;
    return credentials;
}

} // namespace

bool isPeerSameUser(qintptr socketDescriptor)
{
    const auto credentials = credentialsOf(socketDescriptor);
    return credentials && credentials->uid == ::geteuid();
}

qint64 peerPid(qintptr socketDescriptor)
{
    const auto credentials = credentialsOf(socketDescriptor);
    return credentials ? credentials->pid : 0;
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer.h"

#include "platform/usersid_windows.h"

#include <qt_windows.h>

namespace tropero::platform {

bool isPeerSameUser(qintptr socketDescriptor)
{
    const qint64 pid = peerPid(socketDescriptor);
    const QString own = ownUserSid();
    const auto pipe = reinterpret_cast<HANDLE>(socketDescriptor);
    if (socketDescriptor == -1 || own.isEmpty()) return false;
    const QString other = pid != 0 ? userSidOf(pid) : QString();
    if (!other.isEmpty()) return other == own;
    // An elevated program of the same user does not let others look at it. Nobody can make a pipe in another user's name, and the access
    // list of ours lets nobody else in.
    if (ownerSidOf(pipe) == own) return true;
    // Who has gone meanwhile is no stranger: nothing can come from there or get there any more.
    DWORD waiting = 0;
    if (::PeekNamedPipe(pipe, nullptr, 0, nullptr, &waiting, nullptr)) return false;
    const DWORD error = ::GetLastError();
    return error == ERROR_BROKEN_PIPE || error == ERROR_PIPE_NOT_CONNECTED; // the second: it has sent us away
}

qint64 peerPid(qintptr socketDescriptor)
{
    if (socketDescriptor == -1) return 0;
    const auto pipe = reinterpret_cast<HANDLE>(socketDescriptor);
    DWORD flags = 0;
    if (!::GetNamedPipeInfo(pipe, &flags, nullptr, nullptr, nullptr)) return 0;
    ULONG pid = 0;
    const BOOL known = (flags & PIPE_SERVER_END) ? ::GetNamedPipeClientProcessId(pipe, &pid)
                                                 : ::GetNamedPipeServerProcessId(pipe, &pid);
    return known ? static_cast<qint64>(pid) : 0;
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer.h"

#include "platform/usersid_windows.h"

#include <qt_windows.h>

namespace tropero::platform {

bool isPeerSameUser(qintptr socketDescriptor)
{
    const qint64 pid = peerPid(socketDescriptor);
    const QString own = ownUserSid();
    return pid != 0 && !own.isEmpty() && userSidOf(pid) == own;
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

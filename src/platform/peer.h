// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tropero::platform {

/// True when the process at the other end of the connected local socket belongs to this user (SO_PEERCRED; Windows: the pipe's client token).
bool isPeerSameUser(qintptr socketDescriptor);
/// Pid of the other end; 0 where unknown.
qint64 peerPid(qintptr socketDescriptor);

} // namespace tropero::platform

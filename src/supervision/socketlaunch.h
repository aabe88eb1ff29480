// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/launchplan.h"

namespace tropero {

/// The plan for a program that gets `count` listening sockets as its descriptors 3, 4, ... by the socket protocol of systemd (sd_listen_fds(3)). The guard
/// program is put in front: it sets LISTEN_PID to its own pid and then becomes the program. `names` go to LISTEN_FDNAMES, one for each socket.
LaunchPlan withSockets(LaunchPlan plan, const QString& guardProgram, int count, const QStringList& names);

} // namespace tropero

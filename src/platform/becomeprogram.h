// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tropero::platform {

/// Runs a program (a path) in place of this one, with its arguments (argv, ended by a null pointer): same pid, same descriptors. The environment gets LISTEN_PID (its
/// own pid), LISTEN_FDS and LISTEN_FDNAMES first, see sd_listen_fds(3). Needs no QCoreApplication. Returns only when that fails: with an exit code, 127 for a missing
/// program, else 126, after the reason was written to stderr. Not possible on Windows.
int becomeProgramWithSockets(const char* count, const char* names, char* const* arguments);

} // namespace tropero::platform

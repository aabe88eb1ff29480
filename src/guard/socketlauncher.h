// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tropero {

/// For "tropero-guard --with-sockets COUNT NAMES -- PROGRAM ARGUMENTS...": sets LISTEN_PID, LISTEN_FDS and LISTEN_FDNAMES and becomes that program, so that
/// its pid is the one it is told. Returns only when that fails (exit code 126, or 127 for a missing program; the reason is on stderr), or with nothing when the
/// arguments are not of that kind. Call it first of all.
std::optional<int> launchWithSockets(int argc, char* argv[]);

} // namespace tropero

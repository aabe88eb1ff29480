// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/becomeprogram.h"

#include <cstdio>

namespace tropero::platform {

int becomeProgramWithSockets(const char*, const char*, char* const* arguments)
{
    constexpr int exitCannotRun = 126;
    std::fprintf(stderr, "Cannot start %s: sockets cannot be handed to a program on Windows\n", arguments[0]);
    return exitCannotRun;
}

} // namespace tropero::platform

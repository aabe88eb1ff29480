// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/becomeprogram.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace tropero::platform {

namespace {

constexpr int exitCannotRun = 126;
constexpr int exitMissing = 127;

} // namespace

int becomeProgramWithSockets(const char* count, const char* names, char* const* arguments)
{
    char pid[24];
    std::snprintf(pid, sizeof pid, "%ld", static_cast<long>(::getpid()));
    ::setenv("LISTEN_PID", pid, 1);
    ::setenv("LISTEN_FDS", count, 1);
    ::setenv("LISTEN_FDNAMES", names, 1);
    ::execv(arguments[0], arguments);
    const int error = errno;
    std::fprintf(stderr, "Cannot start %s: %s\n", arguments[0], std::strerror(error));
    return error == ENOENT ? exitMissing : exitCannotRun;
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/childside_unix.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

namespace tropero::platform::childside {

namespace {

constexpr int highestSignal = 64;
constexpr int kernelSignalSetSize = 8;
constexpr int assumedOpenFiles = 65536;

} // namespace

TROPERO_CHILD_SIDE void resetSignals()
{
    // As the kernel's struct sigaction: default handling; as a signal set: none.
    unsigned long zeros[8] = {};
    // Dispositions first: a handler of the parent must not run here once its signal is let through.
    for (int number = 1; number <= highestSignal; ++number)
        ::syscall(SYS_rt_sigaction, number, zeros, nullptr, kernelSignalSetSize);
    ::syscall(SYS_rt_sigprocmask, SIG_SETMASK, zeros, nullptr, kernelSignalSetSize);
}

TROPERO_CHILD_SIDE void closeOthersAtExec(int first)
{
    if (::syscall(SYS_close_range, static_cast<unsigned>(first), ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
    for (int descriptor = first; descriptor < assumedOpenFiles; ++descriptor)
        ::syscall(SYS_fcntl, descriptor, F_SETFD, FD_CLOEXEC);
}

TROPERO_CHILD_SIDE bool duplicate(int descriptor, int target)
{
    return ::syscall(SYS_dup3, descriptor, target, 0) >= 0;
}

TROPERO_CHILD_SIDE int duplicateFrom(int descriptor, int least)
{
    return static_cast<int>(::syscall(SYS_fcntl, descriptor, F_DUPFD_CLOEXEC, least));
}

} // namespace tropero::platform::childside

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processstart.h"

#include "platform/childside_unix.h"
#include "platform/outputpipe_unix.h"
#include "platform/useraccount_unix.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessStart)
};

constexpr int exitCannotSetUp = 126;

TROPERO_CHILD_SIDE bool changeIdentity(const Identity& identity)
{
    if (!identity.changes) return true;
    // Not setuid(): the C library's would try to change the threads of the parent, too.
    return ::syscall(SYS_setgroups, identity.groups.size(), identity.groups.data()) == 0 &&
           ::syscall(SYS_setgid, identity.group) == 0 && ::syscall(SYS_setuid, identity.user) == 0;
}

TROPERO_CHILD_SIDE void setUpChild(int out, int error, const Identity& identity, pid_t parent)
{
    childside::resetSignals();
    ::syscall(SYS_setsid);
    const int input = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY | O_CLOEXEC));
    const bool ready = input >= 0 && childside::duplicate(input, STDIN_FILENO) &&
                       childside::duplicate(out, STDOUT_FILENO) &&
                       childside::duplicate(error, STDERR_FILENO) && changeIdentity(identity);
    childside::closeOthersAtExec();
    // After the change of user, which would take it back.
    ::syscall(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // The parent may have died before that took effect.
    if (!ready || ::syscall(SYS_getppid) != parent) ::syscall(SYS_exit_group, exitCannotSetUp);
}

} // namespace

Result<void> ProcessStart::prepare(QProcess& process, OutputPipe& out, OutputPipe& error, const QString& user,
                                   const QString& group)
{
    Result<Identity> identity = resolveIdentity(user, group);
    if (!identity) return std::unexpected(identity.error());
    const int outEnd = out.d->writing.get();
    const int errorEnd = error.d->writing.get();
    if (outEnd < 0 || errorEnd < 0)
        return failure(ErrorCode::Internal, Text::tr("Cannot start the process"), process.program(),
                       Text::tr("the pipes for its output are not open"));
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.setChildProcessModifier([outEnd, errorEnd, identity = *std::move(identity), parent = ::getpid()] {
        setUpChild(outEnd, errorEnd, identity, parent);
    });
    return {};
}

} // namespace tropero::platform

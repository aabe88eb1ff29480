// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processstart.h"

#include "platform/childside_unix.h"
#include "platform/descriptor_unix.h"
#include "platform/outputpipe_unix.h"
#include "platform/useraccount_unix.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessStart)
};

constexpr int exitCannotSetUp = 126;
constexpr int firstInherited = STDERR_FILENO + 1;
constexpr size_t mostInherited = 64;

// What the child gets besides its three streams. Places that are free in the parent are taken meanwhile: a descriptor that
// QProcess opens for itself must not get one of those numbers, or it would be overwritten in the child.
struct Inheritance
{
    std::vector<int> descriptors;
    std::vector<Descriptor> takenPlaces;

    int end() const { return firstInherited + static_cast<int>(descriptors.size()); }
};

std::shared_ptr<const Inheritance> inheritanceOf(const QList<int>& descriptors)
{
    const auto inheritance = std::make_shared<Inheritance>();
    inheritance->descriptors.assign(descriptors.begin(), descriptors.end());
    for (int place = firstInherited; place < inheritance->end(); ++place) {
        if (::fcntl(place, F_GETFD) >= 0) continue;
        // The lowest free number is the one that is given.
        inheritance->takenPlaces.emplace_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    return inheritance;
}

TROPERO_CHILD_SIDE bool inherit(const Inheritance& inheritance)
{
    // Aside first: a place may be the number of another one that is still needed.
    std::array<int, mostInherited> aside;
    const size_t count = inheritance.descriptors.size();
    for (size_t i = 0; i < count; ++i)
        aside[i] = childside::duplicateFrom(inheritance.descriptors[i], inheritance.end());
    for (size_t i = 0; i < count; ++i)
        if (aside[i] < 0 || !childside::duplicate(aside[i], firstInherited + static_cast<int>(i))) return false;
    return true;
}

TROPERO_CHILD_SIDE bool changeIdentity(const Identity& identity)
{
    if (!identity.changes) return true;
    // Not setuid(): the C library's would try to change the threads of the parent, too.
    return ::syscall(SYS_setgroups, identity.groups.size(), identity.groups.data()) == 0 &&
           ::syscall(SYS_setgid, identity.group) == 0 && ::syscall(SYS_setuid, identity.user) == 0;
}

TROPERO_CHILD_SIDE void setUpChild(int out, int error, const Identity& identity, const Inheritance& inheritance,
                                   pid_t parent)
{
    childside::resetSignals();
    ::syscall(SYS_setsid);
    const int input = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY | O_CLOEXEC));
    const bool ready = input >= 0 && childside::duplicate(input, STDIN_FILENO) &&
                       childside::duplicate(out, STDOUT_FILENO) &&
                       childside::duplicate(error, STDERR_FILENO) && inherit(inheritance) &&
                       changeIdentity(identity);
    childside::closeOthersAtExec(inheritance.end());
    // After the change of user, which would take it back.
    ::syscall(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // The parent may have died before that took effect.
    if (!ready || ::syscall(SYS_getppid) != parent) ::syscall(SYS_exit_group, exitCannotSetUp);
}

} // namespace

Result<void> ProcessStart::prepare(QProcess& process, OutputPipe& out, OutputPipe& error, const QString& user,
                                   const QString& group, const QList<int>& inherited)
{
    if (inherited.size() > static_cast<qsizetype>(mostInherited))
        return failure(ErrorCode::InvalidArgument, Text::tr("Cannot hand the sockets to the process"), process.program(),
                       Text::tr("%1 are more than the %2 that are possible").arg(inherited.size()).arg(mostInherited));
    Result<Identity> identity = resolveIdentity(user, group);
    if (!identity) return std::unexpected(identity.error());
    const int outEnd = out.d->writing.get();
    const int errorEnd = error.d->writing.get();
    if (outEnd < 0 || errorEnd < 0)
        return failure(ErrorCode::Internal, Text::tr("Cannot start the process"), process.program(),
                       Text::tr("the pipes for its output are not open"));
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.setChildProcessModifier([outEnd, errorEnd, identity = *std::move(identity),
                                      inheritance = inheritanceOf(inherited), parent = ::getpid()] {
        setUpChild(outEnd, errorEnd, identity, *inheritance, parent);
    });
    return {};
}

void ProcessStart::setCommandLine(QProcess&, const QString&) {}

void ProcessStart::release(const QProcess&) {} // it runs, and nothing of it can leave its tree

} // namespace tropero::platform

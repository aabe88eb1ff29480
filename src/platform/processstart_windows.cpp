// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processstart.h"

#include "platform/handle_windows.h"
#include "platform/outputpipe_windows.h"

#include <QCoreApplication>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessStart)
};

// This process and all that it starts: the system ends the rest when the only handle goes with this process.
void joinOwnJob()
{
    static const bool joined = [] {
        Handle job(::CreateJobObjectW(nullptr, nullptr));
        JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
        limits.BasicLimitInformation.LimitFlags =
            JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_BREAKAWAY_OK;
        ::SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits);
        if (!::AssignProcessToJobObject(job.get(), ::GetCurrentProcess())) return false;
        // Left open: closing it would end this process; the system does so after it has ended.
        (void)job.take();
        return true;
    }();
    (void)joined;
}

} // namespace

Result<void> ProcessStart::prepare(QProcess& process, OutputPipe& out, OutputPipe& error, const QString& user,
                                   const QString& group, const QList<int>& inherited)
{
    if (!inherited.isEmpty())
        return failure(ErrorCode::Unsupported, Text::tr("Cannot hand sockets to the process"), process.program(),
                       Text::tr("this is not possible on Windows"));
    if (!user.isEmpty() || !group.isEmpty())
        return failure(ErrorCode::Unsupported, Text::tr("Cannot start the process as another user"),
                       user.isEmpty() ? group : user, Text::tr("this is not possible on Windows"),
                       Text::tr("Leave user and group out"));
    joinOwnJob();
    out.d->attach(&out, &process);
    error.d->attach(&error, &process);
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    // A hidden console of its own: it takes Ctrl+C, and console programs that the app starts open no window.
    process.setCreateProcessArgumentsModifier([](QProcess::CreateProcessArguments* arguments) {
        arguments->flags |= CREATE_NO_WINDOW;
        arguments->flags &=
            ~static_cast<unsigned long>(DETACHED_PROCESS | CREATE_NEW_CONSOLE | CREATE_NEW_PROCESS_GROUP);
    });
    return {};
}

} // namespace tropero::platform

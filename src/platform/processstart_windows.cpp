// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processstart.h"

#include "platform/handle_windows.h"
#include "platform/inheritedhandles_windows.h"
#include "platform/nativeprocess_windows.h"
#include "platform/outputpipe_windows.h"

#include <QCoreApplication>

#include <memory>
#include <optional>
#include <vector>

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

/// What CreateProcess() is given besides, alive until the process is there.
struct StartUp
{
    STARTUPINFOEXW information{};
    std::optional<InheritedHandles> inherited;
};

void setUp(QProcess::CreateProcessArguments& arguments, StartUp& startUp, HANDLE out, HANDLE error)
{
    for (const HANDLE handle : {out, error})
        ::SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    STARTUPINFOW& information = startUp.information.StartupInfo;
    information = *arguments.startupInfo;
    information.cb = sizeof startUp.information;
    information.dwFlags |= STARTF_USESTDHANDLES;
    information.hStdOutput = out;
    information.hStdError = error;
    startUp.inherited.emplace(std::vector<HANDLE>{information.hStdInput, out, error});
    startUp.information.lpAttributeList = startUp.inherited->list();
    arguments.startupInfo = &information;
    arguments.inheritHandles = true;
    // A hidden console of its own: it takes Ctrl+C, and console programs that the app starts open no window. Suspended, until its
    // tree is known to the system.
    arguments.flags |= CREATE_NO_WINDOW | CREATE_SUSPENDED | EXTENDED_STARTUPINFO_PRESENT;
    arguments.flags &= ~static_cast<unsigned long>(DETACHED_PROCESS | CREATE_NEW_CONSOLE | CREATE_NEW_PROCESS_GROUP);
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
    const HANDLE outEnd = out.d->writing.get();
    const HANDLE errorEnd = error.d->writing.get();
    if (!outEnd || !errorEnd)
        return failure(ErrorCode::Internal, Text::tr("Cannot start the process"), process.program(),
                       Text::tr("the pipes for its output are not open"));
    joinOwnJob();
    // A process in a group of its own, as the guard is, starts with Ctrl+C ignored and would hand that on to the app.
    ::SetConsoleCtrlHandler(nullptr, FALSE);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setCreateProcessArgumentsModifier(
        [outEnd, errorEnd, startUp = std::make_shared<StartUp>()](QProcess::CreateProcessArguments* arguments) {
            setUp(*arguments, *startUp, outEnd, errorEnd);
        });
    return {};
}

void ProcessStart::setCommandLine(QProcess& process, const QString& text)
{
    process.setNativeArguments(text);
}

void ProcessStart::release(const QProcess& process)
{
    if (process.processId() != 0) native::resume(process.processId());
}

} // namespace tropero::platform

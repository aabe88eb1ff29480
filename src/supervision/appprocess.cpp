// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/appprocess.h"

#include "platform/processstart.h"
#include "supervision/programresolver.h"

#include <QProcessEnvironment>

namespace tropero {

AppProcess::AppProcess(QObject* parent)
    : InstanceProcess(parent), m_out(platform::OutputPipe::Stream::Out), m_error(platform::OutputPipe::Stream::Error)
{
    connect(&m_process, &QProcess::started, this, &AppProcess::started);
    connect(&m_process, &QProcess::errorOccurred, this, &AppProcess::processError);
    connect(&m_process, &QProcess::finished, this, &AppProcess::processFinished);
}

AppProcess::~AppProcess()
{
    m_process.disconnect(this);
    if (isActive()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Result<void> AppProcess::start(const ProcessRequest& request)
{
    for (platform::OutputPipe* pipe : {&m_out, &m_error}) {
        if (const Result<void> opened = pipe->open(); !opened)
            return opened;
    }
    QProcessEnvironment variables;
    for (auto it = request.environment.cbegin(); it != request.environment.cend(); ++it)
        variables.insert(it.key(), it.value());
    m_process.setProcessEnvironment(variables);
    m_process.setProgram(request.plan.program);
    m_process.setArguments(request.plan.arguments);
    platform::ProcessStart::setCommandLine(m_process, request.plan.commandLine);
    m_process.setWorkingDirectory(request.plan.workingFolder);
    if (const Result<void> prepared =
            platform::ProcessStart::prepare(m_process, m_out, m_error, request.user, request.group, request.inherited);
        !prepared)
        return prepared;
    m_process.start(QIODevice::ReadOnly);
    platform::ProcessStart::release(m_process);
    m_out.started();
    m_error.started();
    return {};
}

void AppProcess::processError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart || m_failedToStart)
        return;
    m_failedToStart = true;
    Q_EMIT failed({ErrorCode::Io, tr("Cannot start the app"), m_process.program(), m_process.errorString(), {}});
}

void AppProcess::processFinished(int exitCode, QProcess::ExitStatus status)
{
    // On Unix QProcess gives the signal as the code of a crash; on Windows a crash has an exit code like any other end.
    const bool bySignal = status == QProcess::CrashExit && ProgramResolver::thisFamily() == ProgramResolver::Family::Unix;
    Q_EMIT finished({bySignal ? 0 : exitCode, bySignal ? exitCode : 0, {}});
}

} // namespace tropero

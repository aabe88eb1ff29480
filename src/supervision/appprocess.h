// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "platform/outputpipe.h"
#include "supervision/launchplan.h"

#include <QObject>
#include <QProcess>

namespace tropero {

/// One run of a program: its QProcess and the two pipes it writes to. Used once.
class AppProcess : public QObject
{
    Q_OBJECT

public:
    explicit AppProcess(QObject* parent = nullptr);
    /// Kills the process when it still runs.
    ~AppProcess() override;

    /// `environment` is the whole environment. Without an error, either started() or failed() follows.
    Result<void> start(const LaunchPlan& plan, const EnvironmentMap& environment, const QString& user, const QString& group);

    platform::OutputPipe& out() { return m_out; }
    platform::OutputPipe& error() { return m_error; }
    /// 0 unless it runs.
    qint64 pid() const { return m_process.processId(); }
    /// Between start() and finished() or failed().
    bool isActive() const { return m_process.state() != QProcess::NotRunning; }
    /// As isActive(), and the program itself runs.
    bool isStarted() const { return m_process.state() == QProcess::Running; }

Q_SIGNALS:
    void started();
    /// The system refused to run the program; nothing ran.
    void failed(const tropero::Error& error);
    /// The exit was collected. Signal 0: it ended by itself with that code. Output may still be in the pipes.
    void finished(int exitCode, int signal);

private:
    void processError(QProcess::ProcessError error);
    void processFinished(int exitCode, QProcess::ExitStatus status);

    platform::OutputPipe m_out;
    platform::OutputPipe m_error;
    QProcess m_process;
    bool m_failedToStart = false;
};

} // namespace tropero

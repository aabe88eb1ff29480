// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/instanceprocess.h"

#include <QProcess>

namespace tropero {

/// A process that this program starts: its QProcess and the two pipes it writes to.
class AppProcess : public InstanceProcess
{
    Q_OBJECT

public:
    explicit AppProcess(QObject* parent = nullptr);
    /// Kills the process when it still runs.
    ~AppProcess() override;

    Result<void> start(const ProcessRequest& request) override;
    platform::OutputPipe& out() override { return m_out; }
    platform::OutputPipe& error() override { return m_error; }
    qint64 pid() const override { return m_process.processId(); }
    bool isActive() const override { return m_process.state() != QProcess::NotRunning; }
    bool isStarted() const override { return m_process.state() == QProcess::Running; }

private:
    void processError(QProcess::ProcessError error);
    void processFinished(int exitCode, QProcess::ExitStatus status);

    platform::OutputPipe m_out;
    platform::OutputPipe m_error;
    QProcess m_process;
    bool m_failedToStart = false;
};

} // namespace tropero

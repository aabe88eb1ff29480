// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/instanceprocess.h"

#include <QJsonObject>
#include <QPointer>

namespace tropero {

class ClusterPrimary;

/// One worker of a Node cluster: forked by the primary, while its output comes straight here. Its pipes are named in the folder of the agents.
class WorkerProcess : public InstanceProcess
{
    Q_OBJECT

public:
    /// What it is started with besides its ProcessRequest.
    struct Fork
    {
        QStringList nodeArguments; ///< before the script
        QStringList arguments;     ///< after it
        int inspectPort = 0;       ///< 0: none
        QString pipeFolder;
        bool hasHook = false;      ///< the agent runs in it and can make it leave with grace
    };

    WorkerProcess(ClusterPrimary& primary, Fork fork);
    ~WorkerProcess() override;

    Result<void> start(const ProcessRequest& request) override;
    platform::OutputPipe& out() override { return m_out; }
    platform::OutputPipe& error() override { return m_error; }
    qint64 pid() const override { return m_pid; }
    bool isActive() const override { return m_active; }
    bool isStarted() const override { return m_pid != 0; }
    platform::ProcessTree::Session session() const override { return platform::ProcessTree::Session::Shared; }
    bool leave(const StopPolicy& policy) override;
    void expectEnd() override;

    /// For the primary.
    int launch() const { return m_launch; }
    void setLaunch(int launch) { m_launch = launch; }
    void received(const QString& what, const QJsonObject& line);
    void primaryEnded(const Reason& reason);
    void cannotStart(const Error& error);

private:
    void ended(const ProcessExit& exit);

    QPointer<ClusterPrimary> m_primary;
    Fork m_fork;
    platform::OutputPipe m_out;
    platform::OutputPipe m_error;
    int m_launch = 0;
    qint64 m_pid = 0;
    bool m_active = false;
    bool m_leaving = false;
};

} // namespace tropero

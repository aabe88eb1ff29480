// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "core/policies.h"
#include "supervision/appprocess.h"
#include "supervision/logwriter.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <deque>
#include <memory>

namespace tropero {

class AgentChannel;
class AgentServer;
class WorkerProcess;

/// The Node process that forks the workers of an app and hands them connections. Started with the first worker, ended by end(). Holds no policy: what
/// follows from its own end is up to each worker's instance.
class ClusterPrimary : public QObject
{
    Q_OBJECT

public:
    /// What cannot be changed while it runs.
    struct Settings
    {
        QString node;             ///< absolute path
        Scheduling scheduling = Scheduling::RoundRobin;

        bool operator==(const Settings&) const = default;
    };

    struct Surroundings
    {
        QString appId;
        QString appName;
        QString agentFolder;
        LogWriter::Targets log;   ///< what the primary itself has to say; normally nothing
    };

    /// Key of its tree and value of its TROPERO_INSTANCE: "<app id>/primary".
    ClusterPrimary(Settings settings, Surroundings surroundings, AgentServer& agents, platform::ProcessTree& tree);
    /// Kills it when it still runs.
    ~ClusterPrimary() override;

    const Settings& settings() const { return m_settings; }
    /// Anything of it is left: process, or waiting workers.
    bool isActive() const { return m_process != nullptr || !m_queue.empty(); }
    bool hasWorkers() const { return !m_workers.isEmpty() || !m_queue.empty(); }
    PrimaryStatus status() const;

    /// Has a worker forked as soon as there is a primary and not too many others are being started; a failure to start the primary is
    /// the worker's. `line` is the "fork" line without its launch.
    void fork(WorkerProcess& worker, QJsonObject line);
    /// About a forked worker.
    void send(WorkerProcess& worker, QJsonObject line);
    /// Its tree was killed: without word of its end within some seconds the primary itself hangs, and is killed.
    void expectEnd(WorkerProcess& worker);
    /// The worker is not to be told anything any more.
    void forget(WorkerProcess& worker);
    /// Ends it; workers end with it.
    void end();

Q_SIGNALS:
    /// status() or isActive() differs from before.
    void changed();
    void warned(const tropero::Reason& text);

private:
    Result<void> start();
    void received(const QJsonObject& line);
    void forkWaiting();
    void settled(int launch);
    void processFinished(const ProcessExit& exit);
    void failWorkers(const Error& error);
    void dropProcess();

    Settings m_settings;
    Surroundings m_surroundings;
    AgentServer& m_agents;
    platform::ProcessTree& m_tree;
    QByteArray m_key;
    std::unique_ptr<AgentChannel> m_channel;
    std::unique_ptr<AppProcess> m_process;
    LogWriter m_out;
    LogWriter m_error;
    QHash<int, QPointer<WorkerProcess>> m_workers; ///< forked or about to be, by launch
    std::deque<std::pair<int, QJsonObject>> m_queue;
    QSet<int> m_starting;      ///< told to fork and not yet up
    QSet<int> m_overdue;       ///< killed, end awaited
    QTimer m_overdueTimer;
    QTimer m_greetingTimer;
    int m_lastLaunch = 0;
    qint64 m_startedAt = 0;
    bool m_ending = false;
};

} // namespace tropero

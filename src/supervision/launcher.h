// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "platform/listensockets.h"
#include "supervision/agentserver.h"
#include "supervision/appsetup.h"
#include "supervision/clusterprimary.h"
#include "supervision/instanceprocess.h"
#include "supervision/runidentity.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace tropero {

/// Makes the processes of one app's runs: decides by the spec what they are (a process of its own, a worker of a Node cluster, a process with sockets of
/// the guard), with which environment, and whether Node's agent goes along. Owns the primary and the sockets.
class Launcher : public QObject
{
    Q_OBJECT

public:
    struct Launch
    {
        std::unique_ptr<InstanceProcess> process; ///< not started
        ProcessRequest request;
        std::unique_ptr<AgentChannel> channel;    ///< none without the agent
    };

    Launcher(QString agentEndpoint, platform::ProcessTree& tree);
    ~Launcher() override;

    /// Errors: those of ProgramResolver; Unsupported for a spec that cannot be run as a cluster; those of the sockets.
    Result<Launch> prepare(const AppSetup& app, const RunIdentity& identity);
    /// Gives up what a stopped app does not need: the primary, the sockets.
    void rest();
    /// No primary is left that the app's end would have to wait for.
    bool isAtRest() const { return !m_primary || !m_primary->isActive(); }
    PrimaryStatus primary() const { return m_primary ? m_primary->status() : PrimaryStatus(); }
    /// True when workers of that spec need another primary than the one that runs, which only a whole restart can give them.
    bool needsNewPrimary(const AppSetup& app) const;

Q_SIGNALS:
    void primaryChanged();
    void warned(const tropero::Reason& text);

private:
    EnvironmentMap environment(const AppSetup& app, const RunIdentity& identity) const;
    Result<void> addAgent(Launch& launch, const AppSetup& app);
    Result<Launch> inFork(Launch launch, const AppSetup& app);
    Result<Launch> withSharedSockets(Launch launch, const AppSetup& app);
    Result<Launch> asWorker(Launch launch, const AppSetup& app, const RunIdentity& identity);
    Result<ClusterPrimary*> primaryFor(const AppSetup& app, const ClusterPrimary::Settings& settings);

    platform::ProcessTree& m_tree;
    AgentServer m_agents;
    std::unique_ptr<ClusterPrimary> m_primary;
    QHash<QString, std::shared_ptr<platform::ListenSockets>> m_sockets; ///< by address
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/launcher.h"

#include "core/inspectport.h"
#include "platform/files.h"
#include "supervision/logfiles.h"
#include "supervision/captureclock.h"
#include "supervision/nodeprogram.h"
#include "supervision/programresolver.h"
#include "supervision/socketlaunch.h"
#include "supervision/workerprocess.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

bool isNodeCluster(const AppSpec& spec)
{
    return spec.execMode == ExecMode::Cluster && spec.cluster.listen.isEmpty();
}

QString hookOf(const AppSetup& app)
{
    return app.agentFolder.isEmpty() || !app.spec.agent ? QString() : app.agentFolder + "/hook.cjs"_L1;
}

/// Where a worker's arguments would be lost in Node's own command line, only what stands before the script is Node's.
QStringList nodeArguments(const AppSetup& app)
{
    const QString hook = hookOf(app);
    return (hook.isEmpty() ? QStringList() : QStringList{u"-r"_s, hook}) + app.spec.interpreterArgs;
}

LogWriter::Targets primaryLog(const AppSetup& app)
{
    const LogPolicy& policy = app.spec.logs;
    LogWriter::Targets targets;
    targets.clock = std::make_shared<CaptureClock>();
    if (!policy.disabled && !app.logBase.isEmpty()) {
        const LogFile::Limits limits{policy.maxSize, policy.maxAge, policy.keep};
        targets.file = std::make_shared<LogFile>(app.logsFolder + u'/' + app.logBase + "-primary.log"_L1, limits);
    }
    return targets;
}

} // namespace

Launcher::Launcher(QString agentEndpoint, platform::ProcessTree& tree) : m_tree(tree), m_agents(std::move(agentEndpoint)) {}

Launcher::~Launcher() = default;

Result<Launcher::Launch> Launcher::prepare(const AppSetup& app, const RunIdentity& identity)
{
    Launch launch;
    launch.request.environment = environment(app, identity);
    launch.request.user = app.spec.user;
    launch.request.group = app.spec.group;
    Result<LaunchPlan> plan = ProgramResolver(launch.request.environment).resolve(app.spec);
    if (!plan)
        return std::unexpected(plan.error());
    launch.request.plan = *std::move(plan);
    const EnvironmentMap& extra = launch.request.plan.variables;
    for (auto it = extra.cbegin(); it != extra.cend(); ++it) {
        if (!launch.request.environment.contains(it.key()))
            launch.request.environment.insert(it.key(), it.value());
    }
    if (isNodeCluster(app.spec))
        return asWorker(std::move(launch), app, identity);
    if (app.spec.execMode == ExecMode::Cluster)
        return withSharedSockets(std::move(launch), app);
    return inFork(std::move(launch), app);
}

EnvironmentMap Launcher::environment(const AppSetup& app, const RunIdentity& identity) const
{
    EnvironmentMap variables = instanceEnvironment(app.spec, app.shellEnvironment, identity.index);
    variables.insert(u"TROPERO_INSTANCE"_s, identity.instanceKey());
    variables.insert(u"TROPERO_RUN"_s, QString::fromUtf8(identity.runKey()));
    variables.insert(u"TROPERO_HOME"_s, app.home);
    variables.insert(u"pm_id"_s, QString::number(identity.number));
    variables.insert(u"name"_s, app.spec.name);
    return variables;
}

/// Its variables; the caller puts the hook into Node's arguments.
Result<void> Launcher::addAgent(Launch& launch, const AppSetup& app)
{
    Result<std::unique_ptr<AgentChannel>> channel = m_agents.expect();
    if (!channel)
        return std::unexpected(channel.error());
    launch.channel = *std::move(channel);
    launch.request.environment.insert(u"TROPERO_AGENT"_s, launch.channel->endpoint());
    launch.request.environment.insert(u"TROPERO_TOKEN"_s, launch.channel->token());
    if (app.spec.metrics)
        launch.request.environment.insert(u"TROPERO_METRICS"_s, u"1"_s);
    return {};
}

Result<Launcher::Launch> Launcher::inFork(Launch launch, const AppSetup& app)
{
    LaunchPlan& plan = launch.request.plan;
    const QString hook = hookOf(app);
    // Not for another user: the socket is this user's. Without the agent an app runs as it would by hand.
    if (!hook.isEmpty() && isNode(plan.interpreterPath) && plan.program == plan.interpreterPath && app.spec.user.isEmpty() && addAgent(launch, app))
        plan.arguments = QStringList{u"-r"_s, hook} + plan.arguments;
    launch.process = std::make_unique<AppProcess>();
    return launch;
}

Result<Launcher::Launch> Launcher::withSharedSockets(Launch launch, const AppSetup& app)
{
    QHash<QString, std::shared_ptr<platform::ListenSockets>> sockets;
    QStringList names;
    for (const QString& address : app.spec.cluster.listen) {
        std::shared_ptr<platform::ListenSockets> socket = m_sockets.value(address);
        if (!socket) {
            Result<platform::ListenSockets> opened = platform::ListenSockets::open({address});
            if (!opened)
                return std::unexpected(opened.error());
            socket = std::make_shared<platform::ListenSockets>(*std::move(opened));
        }
        launch.request.inherited += socket->descriptors();
        names += socket->names();
        sockets.insert(address, std::move(socket));
    }
    m_sockets = std::move(sockets); // addresses that are not named any more are closed
    launch.request.plan = tropero::withSockets(std::move(launch.request.plan), app.guardProgram,
                                               static_cast<int>(launch.request.inherited.size()), names);
    launch.process = std::make_unique<AppProcess>();
    return launch;
}

Result<Launcher::Launch> Launcher::asWorker(Launch launch, const AppSetup& app, const RunIdentity& identity)
{
    const LaunchPlan& plan = launch.request.plan;
    const QString what = tr("Cannot start the app as a cluster");
    if (!isNode(plan.interpreterPath))
        return failure(ErrorCode::Unsupported, what, app.spec.name,
                       tr("the workers of a cluster run in Node, and this app runs with %1")
                           .arg(plan.interpreterPath.isEmpty() ? plan.program : plan.interpreterPath),
                       tr("Use fork mode, or name the ports with \"listen\" for a program that takes listening sockets over"));
    if (app.agentFolder.isEmpty())
        return failure(ErrorCode::NotFound, what, app.spec.name, tr("the files of the agent (primary.cjs, hook.cjs) are missing beside the programs"),
                       tr("Install Tropero again"));
    const bool hasHook = !hookOf(app).isEmpty();
    if (hasHook) {
        if (const Result<void> added = addAgent(launch, app); !added)
            return std::unexpected(added.error());
        if (app.spec.cluster.scheduling == Scheduling::ReusePort)
            launch.request.environment.insert(u"TROPERO_REUSEPORT"_s, u"1"_s);
    }
    const Scheduling scheduling = app.spec.cluster.scheduling;
    const Result<ClusterPrimary*> primary = primaryFor(app, {plan.interpreterPath, scheduling});
    if (!primary)
        return std::unexpected(primary.error());
    WorkerProcess::Fork fork;
    fork.nodeArguments = nodeArguments(app);
    fork.arguments = app.spec.args;
    fork.hasHook = hasHook;
    fork.pipeFolder = app.pidsFolder;
    // Old and new worker of a reload live at the same time: each second one takes a port beyond the others.
    if (const int base = inspectPort(app.spec.interpreterArgs); base > 0)
        fork.inspectPort = base + identity.index + (identity.generation % 2 == 0 ? app.spec.instances : 0);
    launch.process = std::make_unique<WorkerProcess>(**primary, std::move(fork));
    return launch;
}

Result<ClusterPrimary*> Launcher::primaryFor(const AppSetup& app, const ClusterPrimary::Settings& settings)
{
    if (m_primary && m_primary->settings() == settings)
        return m_primary.get();
    if (m_primary && m_primary->hasWorkers())
        return failure(ErrorCode::Unsupported, tr("Cannot start the worker"), app.spec.name,
                       tr("it needs another Node or another scheduling than the workers that run"), tr("Restart the whole app"));
    if (m_primary) {
        m_primary->disconnect(this);
        m_primary->end();
        m_primary.release()->deleteLater(); // this may run inside one of its signals
    }
    m_primary = std::make_unique<ClusterPrimary>(
        settings, ClusterPrimary::Surroundings{app.id, app.spec.name, app.agentFolder, primaryLog(app)}, m_agents, m_tree);
    connect(m_primary.get(), &ClusterPrimary::changed, this, &Launcher::primaryChanged);
    connect(m_primary.get(), &ClusterPrimary::warned, this, &Launcher::warned);
    return m_primary.get();
}

bool Launcher::needsNewPrimary(const AppSetup& app) const
{
    if (!m_primary || !m_primary->isActive() || !isNodeCluster(app.spec))
        return false;
    const Result<LaunchPlan> plan = ProgramResolver(environment(app, {app.id, 0, 0, 0})).resolve(app.spec);
    return plan && m_primary->settings() != ClusterPrimary::Settings{plan->interpreterPath, app.spec.cluster.scheduling};
}

void Launcher::rest()
{
    if (m_primary)
        m_primary->end();
    m_sockets.clear();
}

} // namespace tropero

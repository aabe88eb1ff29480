// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/daemon.h"

#include "core/figurevalue.h"
#include "daemon/homefolders.h"
#include "ipc/methods.h"
#include "ipc/rpcpeer.h"
#include "platform/files.h"
#include "platform/peer.h"
#include "platform/processes.h"
#include "version.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimer>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {
constexpr int farewellMs = 1'000;
}

Daemon::Daemon(DaemonOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_startedAt(QDateTime::currentMSecsSinceEpoch()),
      m_log(m_options.home.daemonLog()), m_events(m_log), m_registry(m_options.home.logsFolder()),
      m_history(m_options.home.historyFile()), m_store(m_options.home),
      m_guards({m_registry, m_events, m_leftovers, m_options.home, m_options.timings, m_options.launchGuard}),
      m_commands(m_registry, m_store, m_guards, m_events), m_creation(m_registry, m_commands, m_events),
      m_scaling(m_registry, m_commands, m_events), m_editing(m_registry, m_commands, m_scaling, m_events), m_sampler(m_registry),
      m_subscriptions(m_registry), m_appMethods(m_registry, m_creation, m_scaling, m_editing, m_store, m_sampler),
      m_instanceMethods(m_registry, m_commands), m_stateMethods(m_registry, m_subscriptions, m_sampler),
      m_historyMethods(m_registry, m_history), m_server(platform::isPeerSameUser)
{
    wire();
    m_appMethods.addTo(m_methods);
    m_instanceMethods.addTo(m_methods);
    m_stateMethods.addTo(m_methods);
    m_historyMethods.addTo(m_methods);
    addDaemonMethods();
}

Daemon::~Daemon()
{
    m_leaving = true;
    m_server.close();
    m_claim = {};
}

void Daemon::wire()
{
    connect(&m_events, &EventLog::happened, this, [this](const QJsonObject& event) {
        m_subscriptions.event(event);
        m_history.addEvent(event);
    });
    connect(&m_history, &History::trouble, this, [this](const QString& text) { m_log.write(text); });
    connect(&m_sampler, &Sampler::sampled, this, &Daemon::recordSamples);
    connect(&m_registry, &AppRegistry::recordChanged, this, [this](const QString& id) {
        if (!m_leaving) m_commands.persist(id); // while leaving, the files say what was wanted before
    });
    connect(&m_guards, &GuardPool::appRecovered, this, [this](const QString& id) { m_commands.persist(id); });
    connect(&m_guards, &GuardPool::settled, this, [this] { m_methods.release(); });
    connect(&m_server, &ipc::RpcServer::connected, this, &Daemon::accept);
}

Result<bool> Daemon::start()
{
    if (auto made = ensureHomeFolders(m_options.home); !made) return std::unexpected(made.error());
    Result<platform::FileLock> lock = platform::FileLock::acquire(m_options.home.daemonLock());
    if (!lock && lock.error().code == ErrorCode::AlreadyExists) return false;
    if (!lock) return std::unexpected(lock.error());
    m_lock = std::move(*lock);
    m_methods.hold();
    load();
    Result<platform::EndpointClaim> claim = platform::EndpointClaim::take(m_options.endpoint);
    if (!claim) return std::unexpected(claim.error());
    m_claim = std::move(*claim);
    if (auto listening = m_server.listen(m_options.endpoint); !listening) {
        return std::unexpected(listening.error());
    }
    m_guards.resumeAll();
    return true;
}

void Daemon::load()
{
    const EnvironmentMap environment = daemonEnvironment();
    const StateStore::Loaded loaded = m_store.load();
    for (const AppRecord& record : loaded.apps) m_registry.setShellEnvironment(m_registry.restore(record), environment);
    for (const StateStore::Problem& problem : loaded.problems) {
        const Reason reason = Reason::of(ReasonCode::RecordPutAside, {problem.file, problem.why});
        m_log.write(reason.text());
        QJsonObject event{{u"at"_s, QDateTime::currentMSecsSinceEpoch()},
                          {u"app"_s, problem.appId},
                          {u"name"_s, problem.appId},
                          {u"number"_s, -1},
                          {u"kind"_s, u"errored"_s}};
        reason.write(event);
        m_history.addEvent(event);
    }
}

void Daemon::accept(ipc::RpcPeer* peer)
{
    peer->setParent(this);
    ++m_clients;
    m_methods.attach(peer);
    peer->setHandler(ipc::method::guardHello, [this, peer](const QJsonObject& params, const ipc::Responder& responder) {
        if (m_leaving) responder.fail({ErrorCode::Unavailable, tr("The daemon is ending"), {}, {}, {}});
        else m_guards.hello(peer, params, responder);
    });
    connect(peer, &ipc::RpcPeer::closed, this, [this, peer] {
        --m_clients;
        if (peer->parent() == this) peer->deleteLater(); // a guard's peer belongs to its keeper
    });
}

void Daemon::addDaemonMethods()
{
    const auto immediate = MethodTable::Timing::Immediate;
    m_methods.add(ipc::method::hello, [this](ipc::RpcPeer*, const QJsonObject& params, const ipc::Responder& responder) {
        answerHello(params, responder);
    }, immediate);
    m_methods.add(ipc::method::ping, [](ipc::RpcPeer*, const QJsonObject&, const ipc::Responder& responder) {
        responder.reply(u"pong"_s);
    }, immediate);
    m_methods.add(ipc::method::status, [this](ipc::RpcPeer*, const QJsonObject&, const ipc::Responder& responder) {
        responder.reply(status());
    });
    m_methods.add(ipc::method::shutdown, [this](ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder) {
        shutDown(peer, params["keepApps"_L1].toBool(), responder);
    });
}

void Daemon::answerHello(const QJsonObject& params, const ipc::Responder& responder) const
{
    const int protocol = params["protocol"_L1].toInt(-1);
    if (protocol != ipc::protocolVersion) {
        responder.fail({ErrorCode::Unsupported, tr("This daemon speaks another version of the protocol"), {},
                        tr("the daemon speaks version %1, the client version %2").arg(ipc::protocolVersion).arg(protocol),
                        tr("Restart the daemon with \"tropero daemon restart\"; the apps go on")});
        return;
    }
    responder.reply(QJsonObject{{u"protocol"_s, ipc::protocolVersion},
                                {u"version"_s, QStringLiteral(TROPERO_VERSION)},
                                {u"pid"_s, QCoreApplication::applicationPid()},
                                {u"home"_s, m_options.home.home()}});
}

QJsonObject Daemon::status() const
{
    const std::optional<platform::ProcessUsage> own = platform::readProcess(QCoreApplication::applicationPid());
    const int guards = m_guards.connectedCount();
    return {{u"version"_s, QStringLiteral(TROPERO_VERSION)},
            {u"pid"_s, QCoreApplication::applicationPid()},
            {u"home"_s, m_options.home.home()},
            {u"startedAt"_s, m_startedAt},
            {u"memory"_s, own ? own->residentBytes : 0},
            {u"apps"_s, static_cast<qint64>(m_registry.apps().size())},
            {u"instances"_s, static_cast<qint64>(m_registry.instanceCount())},
            {u"clients"_s, m_clients - guards},
            {u"guards"_s, guards}};
}

void Daemon::shutDown(ipc::RpcPeer* peer, bool keepApps, const ipc::Responder& responder)
{
    m_leaving = true;
    m_log.write(keepApps ? tr("Ending by command; the apps go on") : tr("Ending by command with all apps"));
    if (keepApps) {
        m_commands.storeAll([this, peer = QPointer<ipc::RpcPeer>(peer), responder] { leave(peer, responder); });
        return;
    }
    m_commands.shutDown([this, peer = QPointer<ipc::RpcPeer>(peer), responder](const AppCommands::Problems& problems) {
        for (const CommandProblem& one : problems) m_log.write(one.error.message());
        leave(peer, responder);
    });
}

void Daemon::leave(ipc::RpcPeer* peer, const ipc::Responder& responder)
{
    m_server.close();
    m_claim = {};
    m_lock.release(); // whoever got the answer may start another daemon at once
    responder.reply(true);
    if (!peer || !peer->isOpen()) {
        Q_EMIT finished();
        return;
    }
    connect(peer, &ipc::RpcPeer::closed, this, &Daemon::finished);
    auto* const wait = new QTimer(this);
    connect(wait, &QTimer::timeout, this, [this, peer = QPointer<ipc::RpcPeer>(peer)] {
        if (!peer || peer->backlog() == 0) Q_EMIT finished();
    });
    wait->start(1);
    QTimer::singleShot(farewellMs, this, &Daemon::finished);
}

void Daemon::recordSamples(qint64 at, const QList<int>& numbers)
{
    QList<MetricSample> samples;
    samples.reserve(numbers.size());
    for (const int number : numbers) {
        const ManagedApp* const app = m_registry.appOfInstance(number);
        const InstanceStatus* const instance = app ? app->instance(number) : nullptr;
        if (!instance) continue;
        MetricSample sample{app->id + u'/' + QString::number(number), at, instance->cpu, instance->memory};
        for (auto figure = instance->metrics.begin(); figure != instance->metrics.end(); ++figure) {
            const std::optional<double> value = figureValue(figure.value());
            if (!value || instance->pid == 0) continue;
            sample.figures.insert(figure.key(), *value);
            sample.units.insert(figure.key(), figure.value()["unit"_L1].toString().simplified());
        }
        samples.append(sample);
    }
    m_history.addSamples(samples);
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/guardkeeper.h"

#include "core/environmentjson.h"
#include "core/specfields.h"
#include "daemon/appregistry.h"
#include "daemon/eventlog.h"
#include "daemon/leftovers.h"
#include "ipc/methods.h"
#include "ipc/rpcpeer.h"
#include "platform/filelock.h"
#include "platform/files.h"
#include "platform/processes.h"

#include <QDateTime>
#include <QPointer>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds quickPoll{20};
constexpr Milliseconds slowPoll{500};

} // namespace

GuardKeeper::GuardKeeper(GuardServices& services, QString appId, QObject* parent)
    : QObject(parent), m_services(services), m_appId(std::move(appId)), m_instances(services, m_appId)
{
    connect(&m_poll, &QTimer::timeout, this, &GuardKeeper::poll);
    m_idle.setSingleShot(true);
    m_idle.setInterval(m_services.timings.idleEnd);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (m_state == State::Connected && m_inFlight == 0 && m_pending.isEmpty() && !m_instances.needGuard()) sendEnd();
    });
}

GuardKeeper::~GuardKeeper() = default;

void GuardKeeper::abandon()
{
    failPending({ErrorCode::Cancelled, tr("The app was removed meanwhile"), m_appId, {}, {}});
}

ManagedApp* GuardKeeper::app() const
{
    return m_services.registry.app(m_appId);
}

void GuardKeeper::setState(State state)
{
    if (m_state == state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

void GuardKeeper::enter(State state, Milliseconds pollEvery)
{
    m_since.start();
    m_saidStuck = false;
    m_idle.stop();
    if (pollEvery.count() > 0) m_poll.start(pollEvery);
    else m_poll.stop();
    setState(state);
}

void GuardKeeper::resume()
{
    if (platform::FileLock::isHeld(m_services.home.guardLock(m_appId))) {
        enter(State::Awaiting, quickPoll);
        return;
    }
    enter(State::Cleaning, {});
    m_services.leftovers.end(m_appId, this, [this](int ended) {
        if (ended > 0) m_services.events.note(tr("%1: ended %2 processes that an earlier guard left").arg(m_appId).arg(ended));
        cleaned();
    });
}

void GuardKeeper::launch()
{
    m_nextEvent = 0; // another guard counts anew
    const Result<qint64> pid = m_services.launch(m_appId);
    if (!pid) {
        m_services.events.note(pid.error().message());
        giveUp(Reason::ofError(pid.error()));
        return;
    }
    m_pid = *pid;
    m_configured = false;
    m_known.clear();
    enter(State::Starting, Milliseconds(100));
}

void GuardKeeper::poll()
{
    if (m_state == State::Ending) {
        if (m_peer) return;
        if (!platform::FileLock::isHeld(m_services.home.guardLock(m_appId))) ended();
    } else if (m_state == State::Starting || m_state == State::Awaiting) {
        pollUnconnected();
    } else {
        m_poll.stop();
    }
}

void GuardKeeper::pollUnconnected()
{
    const bool held = platform::FileLock::isHeld(m_services.home.guardLock(m_appId));
    if (m_state == State::Awaiting && !held) {
        guardDied(Reason::of(ReasonCode::GuardLost));
        return;
    }
    const bool late = m_since.hasExpired(m_services.timings.hello.count());
    if (m_state == State::Starting && !held) {
        const std::optional<platform::ProcessUsage> process = platform::readProcess(m_pid);
        if (late || !process || process->zombie) guardDied(Reason::of(ReasonCode::GuardEndedStarting));
        return;
    }
    if (!late) return;
    if (!std::exchange(m_saidStuck, true)) {
        m_services.events.note(tr("%1: its guard runs but does not connect").arg(m_appId));
        m_instances.unknown(Reason::of(ReasonCode::GuardUnreachable));
        m_poll.start(slowPoll);
        Q_EMIT stateChanged();
    }
    // Nobody can reach the app any more. Its guard may come back by itself; but when something is asked of it, that is no answer.
    if (!m_pending.isEmpty() || !m_endDone.isEmpty()) killGuard();
}

void GuardKeeper::killGuard()
{
    qint64 pid = 0;
    if (const Result<QByteArray> text = platform::readFile(m_services.home.guardLock(m_appId), 64)) pid = text->trimmed().toLongLong();
    const std::optional<platform::ProcessUsage> process = platform::readProcess(pid > 0 ? pid : m_pid);
    if (!process) return;
    m_services.events.note(tr("%1: ending the guard that does not answer (process %2)").arg(m_appId).arg(process->id.pid));
    (void)platform::sendSignal(process->id, u"SIGKILL"_s);
}

void GuardKeeper::adopt(ipc::RpcPeer* peer, const QJsonObject& hello)
{
    ManagedApp* const managed = app();
    if (!managed) return;
    if (m_peer) {
        // The lock allows one guard, so the older connection is dead and only has not noticed.
        m_peer->disconnect(this);
        m_peer->close();
        m_peer->deleteLater();
    }
    m_peer = peer;
    peer->setParent(this);
    connect(peer, &ipc::RpcPeer::closed, this, [this, peer] { peerClosed(peer); });
    peer->setListener(ipc::notification::guardStatus, [this](const QJsonObject& params) {
        takeStatus(params);
        m_instances.apply(params["instances"_L1].toArray());
        considerIdle();
    });
    peer->setHandler(ipc::method::guardEvents, [this](const QJsonObject& params, const ipc::Responder& responder) {
        takeEvents(params);
        responder.reply(true);
    });
    m_pid = hello["pid"_L1].toInteger();
    m_configured = hello["configured"_L1].toBool();
    m_services.registry.setGuard(*managed, m_pid);
    enter(State::Connected, {});
    if (m_configured) {
        takeEvents(hello);
        if (!hello["shellEnvironment"_L1].toObject().isEmpty()) {
            m_services.registry.setShellEnvironment(*managed, environmentFromJson(hello["shellEnvironment"_L1].toObject()));
        }
        takeStatus(hello);
    }
    if (!m_endDone.isEmpty()) {
        sendEnd();
        return;
    }
    if (m_configured) {
        const Result<AppSpec> spec = specFromJson(hello["spec"_L1].toObject());
        const QJsonArray reported = hello["instances"_L1].toArray();
        m_known.clear();
        for (const QJsonValue& one : reported) m_known.append(one.toObject()["number"_L1].toInt(-1));
        m_instances.apply(reported);
        m_services.registry.setHeard(*managed);
        QList<int> own = managed->numbers();
        QList<int> theirs = m_known;
        std::sort(own.begin(), own.end());
        std::sort(theirs.begin(), theirs.end());
        if (!spec || *spec != managed->spec || own != theirs) sendConfigure();
        reconcile(reported);
    } else {
        m_services.registry.setHeard(*managed);
        sendConfigure();
    }
    flushPending();
    considerIdle();
}

void GuardKeeper::takeEvents(const QJsonObject& params)
{
    const ManagedApp* const managed = app();
    if (!managed) return;
    qint64 number = params["firstEvent"_L1].toInteger();
    for (const QJsonValue& event : params["events"_L1].toArray()) {
        // A guard tells again what was not confirmed before a connection ended.
        if (number++ < m_nextEvent) continue;
        m_nextEvent = number;
        m_services.events.fromGuard(*managed, event.toObject());
    }
}

void GuardKeeper::takeStatus(const QJsonObject& params)
{
    ManagedApp* const managed = app();
    if (!managed) return;
    if (params.contains("scriptPath"_L1)) {
        m_services.registry.setPaths(*managed, params["scriptPath"_L1].toString(), params["interpreterPath"_L1].toString());
    }
    m_services.registry.setCluster(*managed, PrimaryStatus::fromJson(params["primary"_L1].toObject()),
                                   ReloadStatus::fromJson(params["reload"_L1].toObject()));
}

void GuardKeeper::end(const Reason& reason, Done done)
{
    m_endReason = reason;
    m_endDone.append(std::move(done));
    switch (m_state) {
    case State::Absent: ended(); break;
    case State::Connected: sendEnd(); break;
    case State::Starting:
    case State::Awaiting:
        if (m_saidStuck) killGuard();
        break; // at its hello
    case State::Cleaning:
    case State::Ending: break;
    }
}

void GuardKeeper::sendEnd()
{
    ManagedApp* const managed = app();
    enter(State::Ending, quickPoll);
    if (!m_endDone.isEmpty() && managed && m_configured) {
        // So that the events say why it stopped.
        const GuardCommand stop{QString(guardaction::stop), managed->numbers(), m_endReason};
        m_peer->call(ipc::guard::command, stop.toJson(), this, [](const Result<QJsonValue>&) {});
    }
    const auto slowest = managed ? managed->spec.stop.killTimeout * 2 : Milliseconds(0);
    m_peer->call(
        ipc::guard::end, {}, this,
        [this](const Result<QJsonValue>& result) {
            if (result || m_state != State::Ending) return;
            if (result.error().code != ErrorCode::Unavailable) killGuard();
            guardDied(Reason::of(ReasonCode::GuardLostEnding));
        },
        static_cast<int>(slowest.count()) + answerReserve);
}

void GuardKeeper::peerClosed(ipc::RpcPeer* peer)
{
    peer->deleteLater();
    if (peer != m_peer) return;
    m_peer = nullptr;
    if (ManagedApp* const managed = app()) m_services.registry.setGuard(*managed, 0);
    if (m_state == State::Connected) enter(State::Awaiting, quickPoll);
    poll();
}

void GuardKeeper::guardDied(const Reason& why)
{
    ManagedApp* const managed = app();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_deaths.append(now);
    m_deaths.removeIf([&](qint64 at) { return now - at > m_services.timings.deathWindow.count(); });
    if (m_peer) {
        m_peer->disconnect(this);
        m_peer->deleteLater();
        m_peer = nullptr;
    }
    enter(State::Cleaning, {});
    if (managed) {
        m_services.registry.setGuard(*managed, 0);
        m_services.events.note(tr("%1: %2 (process %3)").arg(m_appId, why.text()).arg(m_pid));
    }
    m_instances.lost(why, m_endDone.isEmpty());
    m_services.leftovers.end(m_appId, this, [this](int) { cleaned(); });
}

void GuardKeeper::cleaned()
{
    if (!m_endDone.isEmpty()) {
        ended();
        return;
    }
    if (m_deaths.size() > m_services.timings.deathLimit) {
        giveUp(Reason::of(ReasonCode::GuardDiedOften, {m_deaths.size(), static_cast<qint64>(m_services.timings.deathWindow.count())}));
        return;
    }
    if (m_pending.needGuard() || m_instances.wantedUp() || m_instances.awaitsOccasion()) {
        launch();
        return;
    }
    enter(State::Absent, {});
    for (const PendingCommand& one : m_pending.take()) completeWithoutGuard(one);
}

void GuardKeeper::ended()
{
    m_instances.ended();
    enter(State::Absent, {});
    const QList<Done> done = std::exchange(m_endDone, {});
    QPointer<GuardKeeper> self(this);
    for (const Done& one : done) one({});
    if (!self) return;
    for (const PendingCommand& one : m_pending.take()) run(one.command, one.done);
}

void GuardKeeper::giveUp(const Reason& reason)
{
    m_deaths.clear();
    m_instances.givenUp(reason);
    enter(State::Absent, {});
    // Their instances say why: that is the answer.
    for (const PendingCommand& one : m_pending.take()) one.answer(QJsonObject());
}

void GuardKeeper::considerIdle()
{
    if (m_state != State::Connected || m_inFlight > 0 || m_instances.needGuard()) m_idle.stop();
    else if (!m_idle.isActive()) m_idle.start();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/guardcommand.h"
#include "daemon/guardedinstances.h"
#include "daemon/guardservices.h"
#include "daemon/pendingcommands.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace tropero {

namespace ipc {
class RpcPeer;
}
struct ManagedApp;

/// The daemon's side of one app's guard: starts it when a command needs it, configures it, passes commands on, notices its death and
/// starts its successor, ends it when the app has been stopped for a while.
class GuardKeeper : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Absent,    ///< none runs and none is needed
        Starting,  ///< started, has not said hello
        Awaiting,  ///< lives without a connection (its lock is held) and should connect by itself
        Cleaning,  ///< it is dead; what it left behind is being ended
        Connected,
        Ending,    ///< told to end
    };
    using Done = std::function<void(const Result<void>& result)>;

    GuardKeeper(GuardServices& services, QString appId, QObject* parent = nullptr);
    ~GuardKeeper() override;

    State state() const { return m_state; }

    /// After the daemon's start, for an app from disk: waits for a living guard, or cleans up after a dead one and starts
    /// another if the app should run.
    void resume();
    /// Takes over the connection of a guard that said hello.
    void adopt(ipc::RpcPeer* peer, const QJsonObject& hello);
    /// Passes the command on, starting a guard first where the command needs one. `done` runs when the command is done; the registry
    /// has the new state by then. Survives the guard's death.
    void run(const GuardCommand& command, GuardAnswered done);
    /// Tells a connected guard about a changed spec or set of instances; others learn it with their hello. New instances are started
    /// by a command only.
    void configure();
    /// Ends the app's processes, for that reason, and the guard.
    void end(const Reason& reason, Done done);
    /// The app is removed: pending commands fail with Cancelled.
    void abandon();

Q_SIGNALS:
    void stateChanged();

private:
    static constexpr int answerReserve = 30'000; ///< ms beyond what the app is allowed to take

    ManagedApp* app() const;
    void takeEvents(const QJsonObject& params);
    void takeStatus(const QJsonObject& params);
    void setState(State state);
    void enter(State state, Milliseconds pollEvery);
    void launch();
    void poll();
    void pollUnconnected();
    void peerClosed(ipc::RpcPeer* peer);
    void guardDied(const Reason& why);
    void cleaned();
    void ended();
    void giveUp(const Reason& reason);
    void reconcile(const QJsonArray& reported);
    void send(const PendingCommand& pending);
    void sendEnd();
    void sendConfigure(bool holdBackNew = false);
    void flushPending();
    void completeWithoutGuard(const PendingCommand& pending);
    void failPending(const Error& error);
    void considerIdle();
    void killGuard();

    GuardServices& m_services;
    QString m_appId;
    GuardedInstances m_instances;
    State m_state = State::Absent;
    ipc::RpcPeer* m_peer = nullptr;
    bool m_configured = false;
    qint64 m_pid = 0;               ///< of the guard, as started or as it said
    qint64 m_nextEvent = 0;         ///< running number of this guard's first event that has not arrived
    QElapsedTimer m_since;          ///< when the state was entered
    bool m_saidStuck = false;
    int m_inFlight = 0;
    PendingCommands m_pending;
    QList<Done> m_endDone;
    Reason m_endReason;
    QList<int> m_known;             ///< instances that the guard has
    QList<qint64> m_deaths;
    QTimer m_poll;
    QTimer m_idle;
};

} // namespace tropero

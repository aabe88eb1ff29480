// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/daemonlauncher.h"
#include "ipc/rpcpeer.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <memory>

class QLocalSocket;

namespace tropero {

/// The daemon for programs with an event loop: connects without blocking, starts the daemon when it is missing, connects again by itself
/// when it is lost. Nothing here waits.
class DaemonClient : public QObject
{
    Q_OBJECT

public:
    enum class State { Connecting, Connected, Lost };
    Q_ENUM(State)
    using Callback = ipc::RpcPeer::Callback;

    explicit DaemonClient(DaemonLocation location, QObject* parent = nullptr);
    ~DaemonClient() override;

    /// false: never starts a daemon, only waits for one. True unless said otherwise; call before open().
    void setLaunching(bool on) { m_launching = on; }
    /// Begins to connect. Lost is reported when no daemon could be reached for a second; the attempts go on.
    void open();
    State state() const { return m_state; }
    const DaemonLocation& location() const { return m_location; }
    /// Why the last attempt failed; empty message when connected.
    Error lastError() const { return m_lastError; }

    /// The callback runs once; Unavailable at once when not connected. Dropped when `context` is destroyed first. The daemon's errors come in the
    /// language of now.
    void call(QLatin1StringView method, const QJsonObject& params, QObject* context, Callback callback);

Q_SIGNALS:
    void stateChanged(tropero::DaemonClient::State state);
    /// Any notification of the daemon.
    void notified(const QString& method, const QJsonObject& params);

private:
    void attempt();
    void failed();
    void adopt(std::unique_ptr<QLocalSocket> socket);
    void lose();
    void setState(State state);

    DaemonLocation m_location;
    State m_state = State::Connecting;
    Error m_lastError;
    Error m_launchError; ///< why the daemon could not be started
    std::unique_ptr<QLocalSocket> m_socket; ///< while an attempt is under way
    ipc::RpcPeer* m_peer = nullptr;
    QTimer m_retry;
    QTimer m_lostTimer;
    QElapsedTimer m_lastLaunch;
    int m_attempts = 0;
    bool m_opened = false;
    bool m_launching = true;
};

} // namespace tropero

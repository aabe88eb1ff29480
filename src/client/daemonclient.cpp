// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/daemonclient.h"

#include "core/errorwords.h"
#include "ipc/methods.h"
#include "platform/peer.h"
#include "version.h"

#include <QCoreApplication>
#include <QLocalSocket>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstRetryMs = 20;
constexpr int laterRetryMs = 500;
constexpr int lostAfterMs = 1'000;
constexpr int relaunchEveryMs = 3'000;

} // namespace

DaemonClient::DaemonClient(DaemonLocation location, QObject* parent)
    : QObject(parent)
    , m_location(std::move(location))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &DaemonClient::attempt);
    m_lostTimer.setSingleShot(true);
    m_lostTimer.setInterval(lostAfterMs);
    connect(&m_lostTimer, &QTimer::timeout, this, [this] { setState(State::Lost); });
}

DaemonClient::~DaemonClient() = default;

void DaemonClient::open()
{
    if (m_opened)
        return;
    m_opened = true;
    m_lostTimer.start();
    attempt();
}

void DaemonClient::call(QLatin1StringView method, const QJsonObject& params, QObject* context, Callback callback)
{
    if (m_peer && m_peer->isOpen()) {
        m_peer->call(method, params, context, [callback = std::move(callback)](const Result<QJsonValue>& result) {
            callback(result ? result : std::unexpected(translated(result.error())));
        });
        return;
    }
    const Error error = m_lastError.what.isEmpty()
        ? Error{ErrorCode::Unavailable, tr("Not connected to the daemon"), {}, tr("it is still starting"), tr("Try again")}
        : m_lastError;
    callback(std::unexpected(error));
}

void DaemonClient::attempt()
{
    if (m_peer)
        return;
    ++m_attempts;
    m_socket = std::make_unique<QLocalSocket>();
    connect(m_socket.get(), &QLocalSocket::connected, this, [this] { adopt(std::move(m_socket)); });
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, [this] { failed(); }, Qt::QueuedConnection);
    m_socket->connectToServer(m_location.endpoint);
}

void DaemonClient::failed()
{
    if (m_peer || !m_socket)
        return;
    const Error unreachable{ErrorCode::Unavailable, tr("Cannot reach the daemon"), m_location.endpoint, m_socket->errorString(), {}};
    m_socket.reset();
    if (m_launching && (!m_lastLaunch.isValid() || m_lastLaunch.hasExpired(relaunchEveryMs))) {
        m_lastLaunch.start();
        const auto launched = launchDaemon(m_location);
        m_launchError = launched ? Error() : launched.error();
    }
    m_lastError = m_launchError.what.isEmpty() ? unreachable : m_launchError;
    m_retry.start(m_attempts < 50 ? firstRetryMs : laterRetryMs);
}

void DaemonClient::adopt(std::unique_ptr<QLocalSocket> socket)
{
    socket->disconnect(this);
    if (!platform::isPeerSameUser(socket->socketDescriptor())) {
        m_lastError = {ErrorCode::PermissionDenied, tr("Cannot use the daemon"), m_location.endpoint,
                       tr("the process that listens there belongs to another user"), tr("Set TROPERO_HOME to a folder of your own")};
        m_retry.start(laterRetryMs);
        socket.release()->deleteLater(); // its signal is being delivered
        return;
    }
    m_peer = new ipc::RpcPeer(std::move(socket), ipc::maxReplyBytes, this);
    for (const auto name : {ipc::notification::stateChanged, ipc::notification::event})
        m_peer->setListener(name, [this, name](const QJsonObject& params) { Q_EMIT notified(QString(name), params); });
    connect(m_peer, &ipc::RpcPeer::closed, this, &DaemonClient::lose);

    const QJsonObject hello{{u"protocol"_s, ipc::protocolVersion}, {u"client"_s, QCoreApplication::applicationName()},
                            {u"version"_s, QLatin1StringView(TROPERO_VERSION)}};
    m_peer->call(ipc::method::hello, hello, this, [this](const Result<QJsonValue>& result) {
        if (!m_peer)
            return;
        if (!result) {
            m_lastError = translated(result.error());
            m_peer->close();
            return;
        }
        m_attempts = 0;
        m_launchError = {};
        m_lastError = {};
        m_lostTimer.stop();
        setState(State::Connected);
    });
}

void DaemonClient::lose()
{
    if (!m_peer)
        return;
    m_peer->deleteLater();
    m_peer = nullptr;
    if (m_lastError.what.isEmpty())
        m_lastError = {ErrorCode::Unavailable, tr("The connection to the daemon is lost"), {}, tr("the daemon ended"),
                       tr("It is being started again")};
    if (m_state == State::Connected) {
        setState(State::Connecting);
        m_lostTimer.start();
    }
    m_retry.start(m_attempts < 50 ? firstRetryMs : laterRetryMs);
}

void DaemonClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace tropero

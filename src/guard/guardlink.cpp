// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/guardlink.h"

#include "ipc/methods.h"

#include <QLocalSocket>

#include <utility>

namespace tropero {

namespace {

constexpr int retryEveryMs = 300;
constexpr int closeWithinMs = 1'000;

} // namespace

GuardLink::GuardLink(QString endpoint, QObject* parent) : QObject(parent), m_endpoint(std::move(endpoint))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryEveryMs);
    connect(&m_retry, &QTimer::timeout, this, &GuardLink::attempt);
}

GuardLink::~GuardLink()
{
    if (m_socket)
        m_socket->disconnect(this);
    if (m_peer)
        m_peer->disconnect(this);
}

void GuardLink::open()
{
    m_lostSince.start();
    attempt();
}

qint64 GuardLink::lostFor() const
{
    return m_peer ? 0 : m_lostSince.elapsed();
}

void GuardLink::attempt()
{
    if (m_closing)
        return;
    m_socket = std::make_unique<QLocalSocket>();
    // Queued: the socket cannot be replaced inside its own signals.
    connect(m_socket.get(), &QLocalSocket::connected, this, &GuardLink::adopt, Qt::QueuedConnection);
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, [this] {
        m_retry.start();
        Q_EMIT attemptFailed();
    }, Qt::QueuedConnection);
    m_socket->connectToServer(m_endpoint, QIODevice::ReadWrite);
}

void GuardLink::adopt()
{
    if (!m_socket || m_socket->state() != QLocalSocket::ConnectedState)
        return;
    m_socket->disconnect(this);
    m_peer = new ipc::RpcPeer(std::move(m_socket), ipc::maxReplyBytes, this);
    connect(m_peer, &ipc::RpcPeer::closed, this, &GuardLink::peerClosed);
    Q_EMIT connected();
}

void GuardLink::peerClosed()
{
    m_peer->deleteLater();
    m_peer = nullptr;
    m_lostSince.start();
    if (m_closing) {
        Q_EMIT closed();
        return;
    }
    Q_EMIT lost();
    QTimer::singleShot(0, this, &GuardLink::attempt); // a new daemon may be there already
}

void GuardLink::close()
{
    m_closing = true;
    m_retry.stop();
    if (!m_peer) {
        QMetaObject::invokeMethod(this, &GuardLink::closed, Qt::QueuedConnection);
        return;
    }
    QTimer::singleShot(closeWithinMs, this, &GuardLink::closed);
    m_peer->close();
}

} // namespace tropero

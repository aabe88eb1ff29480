// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/agentconnection.h"

#include "supervision/agentchannel.h"
#include "supervision/agentserver.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr qint64 portion = 64 * 1024;
constexpr qint64 readBuffer = 256 * 1024; // the system's buffer and then the process wait
constexpr int greetingWithinMs = 5'000;

} // namespace

AgentConnection::AgentConnection(std::unique_ptr<QLocalSocket> socket, AgentServer& server)
    : QObject(&server), m_socket(std::move(socket)), m_server(&server)
{
    m_socket->setReadBufferSize(readBuffer);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &AgentConnection::read);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &AgentConnection::finish);
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, &AgentConnection::finish, Qt::QueuedConnection);
    m_greetingLimit.setSingleShot(true);
    connect(&m_greetingLimit, &QTimer::timeout, this, &AgentConnection::abort);
    m_greetingLimit.start(greetingWithinMs);
    // Bytes, or the end, may have come before the connections above were made.
    QMetaObject::invokeMethod(this, [this] {
        read();
        if (m_socket->state() == QLocalSocket::UnconnectedState)
            finish();
    }, Qt::QueuedConnection);
}

AgentConnection::~AgentConnection()
{
    m_socket->disconnect(this);
}

bool AgentConnection::send(const QJsonObject& line)
{
    if (m_over || m_socket->state() != QLocalSocket::ConnectedState)
        return false;
    if (m_socket->bytesToWrite() > maxUnsent) {
        fail(Reason::of(ReasonCode::ChannelUnread));
        return false;
    }
    m_socket->write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_socket->flush();
    return true;
}

void AgentConnection::abort()
{
    if (std::exchange(m_over, true))
        return;
    if (m_channel) {
        m_channel->m_connection = nullptr;
        m_channel.clear();
    }
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

void AgentConnection::read()
{
    if (m_over)
        return;
    if (const Result<void> framed = m_framer.append(m_socket->read(portion)); !framed) {
        fail(Reason::of(ReasonCode::ChannelLineTooLong, {maxLine}));
        return;
    }
    takeLines();
    if (m_over || m_socket->bytesAvailable() == 0 || m_readQueued)
        return;
    m_readQueued = true;
    QMetaObject::invokeMethod(this, [this] {
        m_readQueued = false;
        read();
    }, Qt::QueuedConnection);
}

void AgentConnection::takeLines()
{
    while (const std::optional<QByteArray> line = m_framer.next()) {
        const QJsonDocument document = QJsonDocument::fromJson(*line);
        if (!document.isObject()) {
            fail(Reason::of(ReasonCode::ChannelNoJson));
            return;
        }
        if (m_channel) {
            Q_EMIT m_channel->received(document.object());
        } else if (m_server) {
            m_greetingLimit.stop();
            m_server->admit(*this, document.object());
        }
        if (m_over)
            return;
    }
}

void AgentConnection::fail(const Reason& reason)
{
    const QPointer<AgentChannel> channel = m_channel;
    abort();
    if (channel) {
        Q_EMIT channel->broken(reason);
    }
}

void AgentConnection::finish()
{
    if (m_over)
        return;
    // What came before the end counts.
    while (!m_over && m_socket->bytesAvailable() > 0) {
        if (!m_framer.append(m_socket->read(portion)))
            break;
        takeLines();
    }
    const QPointer<AgentChannel> channel = m_channel;
    abort();
    if (channel) {
        Q_EMIT channel->closed();
    }
}

} // namespace tropero

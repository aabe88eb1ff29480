// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/rpcpeer.h"

#include <QCoreApplication>
#include <QLocalSocket>
#include <QTimer>

#include <utility>

namespace tropero::ipc {

using namespace Qt::StringLiterals;

struct RpcPeer::Pending
{
    QPointer<QObject> context;
    Callback callback;
};

Responder::Responder(RpcPeer* peer, QJsonValue id)
    : m_peer(peer), m_id(std::move(id)), m_answered(std::make_shared<bool>(false))
{}

void Responder::reply(const QJsonValue& result) const
{
    if (!m_peer || std::exchange(*m_answered, true)) return;
    m_peer->send(RpcMessage::reply(m_id, result));
}

void Responder::fail(const Error& error) const
{
    if (!m_peer || std::exchange(*m_answered, true)) return;
    m_peer->send(RpcMessage::errorReply(m_id, error));
}

void Responder::answer(const Result<QJsonValue>& result) const
{
    if (result) reply(*result);
    else fail(result.error());
}

RpcPeer::RpcPeer(std::unique_ptr<QLocalSocket> socket, qint64 maxLine, QObject* parent)
    : QObject(parent), m_socket(std::move(socket)), m_framer(maxLine)
{
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &RpcPeer::readLines);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &RpcPeer::finish);
    // A reset connection is reported as an error only, while unsent bytes wait for ever.
    connect(
        m_socket.get(), &QLocalSocket::errorOccurred, this, [this] {
            readLines();
            m_socket->abort();
            finish();
        }, Qt::QueuedConnection);
    // Bytes may have come before the connections above were made.
    QMetaObject::invokeMethod(
        this, [this] {
            if (m_socket->state() == QLocalSocket::UnconnectedState) finish();
            else readLines();
        }, Qt::QueuedConnection);
}

RpcPeer::~RpcPeer()
{
    m_socket->disconnect(this);
    m_finished = true;
}

void RpcPeer::setHandler(QLatin1StringView method, Handler handler)
{
    m_handlers.insert(QString(method), std::move(handler));
}

void RpcPeer::setListener(QLatin1StringView method, Listener listener)
{
    m_listeners.insert(QString(method), std::move(listener));
}

void RpcPeer::call(QLatin1StringView method, const QJsonObject& params, QObject* context, Callback callback, int timeoutMs)
{
    if (!isOpen()) {
        // Queued, so that a callback never runs inside the call that it belongs to.
        QMetaObject::invokeMethod(
            context, [callback = std::move(callback)] {
                callback(failure(ErrorCode::Unavailable, QCoreApplication::translate("Protocol", "Not connected")));
            }, Qt::QueuedConnection);
        return;
    }
    const qint64 id = m_nextId++;
    m_pending.insert(id, std::make_shared<Pending>(Pending{context, std::move(callback)}));
    if (timeoutMs > 0) {
        QTimer::singleShot(timeoutMs, this, [this, id, name = QString(method)] {
            const std::shared_ptr<Pending> pending = m_pending.take(id);
            if (!pending || !pending->context) return;
            pending->callback(failure(ErrorCode::Timeout, QCoreApplication::translate("Protocol", "No answer in time"), name));
        });
    }
    send(RpcMessage::request(id, method, params));
}

void RpcPeer::notify(QLatin1StringView method, const QJsonObject& params)
{
    if (isOpen()) send(RpcMessage::notification(method, params));
}

bool RpcPeer::isOpen() const
{
    return !m_finished && m_socket->state() == QLocalSocket::ConnectedState;
}

void RpcPeer::close()
{
    m_socket->disconnectFromServer();
    if (m_socket->state() == QLocalSocket::UnconnectedState) finish();
}

qint64 RpcPeer::backlog() const
{
    return m_socket->bytesToWrite();
}

qintptr RpcPeer::socketDescriptor() const
{
    return m_socket->socketDescriptor();
}

void RpcPeer::send(const RpcMessage& message)
{
    if (!isOpen()) return;
    m_socket->write(message.toLine());
    m_socket->flush();
    if (m_socket->bytesToWrite() > maxBacklog) m_socket->abort();
}

void RpcPeer::readLines()
{
    QPointer<RpcPeer> self(this);
    while (self && !m_finished && m_socket->bytesAvailable() > 0) {
        if (!m_framer.append(m_socket->read(256 * 1024))) {
            m_socket->abort();
            return;
        }
        while (const std::optional<QByteArray> line = m_framer.next()) {
            if (line->isEmpty()) continue;
            const Result<RpcMessage> message = RpcMessage::fromLine(*line);
            if (!message) {
                send(RpcMessage::errorReply(QJsonValue(), message.error()));
                m_socket->disconnectFromServer();
                return;
            }
            dispatch(*message);
            if (!self || m_finished) return;
        }
    }
}

void RpcPeer::dispatch(const RpcMessage& message)
{
    switch (message.kind) {
    case RpcMessage::Kind::Request: {
        const Responder responder(this, message.id);
        if (const Handler handler = m_handlers.value(message.method)) {
            handler(message.params, responder);
        } else {
            responder.fail({ErrorCode::InvalidArgument, QCoreApplication::translate("Protocol", "Unknown method"),
                            message.method, {}, {}});
        }
        break;
    }
    case RpcMessage::Kind::Notification:
        if (const Listener listener = m_listeners.value(message.method)) listener(message.params);
        break;
    case RpcMessage::Kind::Reply:
    case RpcMessage::Kind::ErrorReply: {
        const std::shared_ptr<Pending> pending = m_pending.take(message.id.toInteger());
        if (!pending || !pending->context) return;
        if (message.kind == RpcMessage::Kind::Reply) pending->callback(message.result);
        else pending->callback(std::unexpected(message.error));
        break;
    }
    }
}

void RpcPeer::finish()
{
    if (m_finished) return;
    readLines(); // what came before the end still counts
    if (std::exchange(m_finished, true)) return;
    QPointer<RpcPeer> self(this);
    const QHash<qint64, std::shared_ptr<Pending>> pending = std::exchange(m_pending, {});
    for (const std::shared_ptr<Pending>& one : pending) {
        if (one->context) {
            one->callback(failure(ErrorCode::Unavailable, QCoreApplication::translate("Protocol", "The connection was lost")));
        }
        if (!self) return;
    }
    Q_EMIT closed();
}

} // namespace tropero::ipc

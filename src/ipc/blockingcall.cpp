// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/blockingcall.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace tropero::ipc {

Result<void> BlockingConnection::open(const QString& endpoint, int timeoutMs)
{
    m_socket.abort();
    m_framer = LineFramer(maxLine);
    m_socket.connectToServer(endpoint);
    if (m_socket.waitForConnected(timeoutMs)) return {};
    return failure(ErrorCode::Unavailable, QCoreApplication::translate("Protocol", "Cannot reach the daemon"), endpoint,
                   m_socket.errorString());
}

Result<QJsonValue> BlockingConnection::call(QLatin1StringView method, const QJsonObject& params, int timeoutMs,
                                            const std::function<bool()>& waiting)
{
    constexpr int slice = 100;
    const qint64 id = m_nextId++;
    m_socket.write(RpcMessage::request(id, method, params).toLine());
    QElapsedTimer elapsed;
    elapsed.start();
    while (true) {
        while (const std::optional<QByteArray> line = m_framer.next()) {
            if (line->isEmpty()) continue;
            const Result<RpcMessage> message = RpcMessage::fromLine(*line);
            if (!message) return std::unexpected(message.error());
            if (message->kind == RpcMessage::Kind::ErrorReply && (message->id.isNull() || message->id.toInteger() == id)) {
                return std::unexpected(message->error);
            }
            if (message->kind == RpcMessage::Kind::Reply && message->id.toInteger() == id) return message->result;
        }
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(slice)) {
            if (m_socket.state() != QLocalSocket::ConnectedState && m_socket.bytesAvailable() == 0) {
                return failure(ErrorCode::Unavailable, QCoreApplication::translate("Protocol", "The connection to the daemon was lost"));
            }
            if (timeoutMs >= 0 && elapsed.elapsed() > timeoutMs) {
                return failure(ErrorCode::Timeout, QCoreApplication::translate("Protocol", "No answer in time"), method);
            }
        }
        if (waiting && !waiting()) {
            return failure(ErrorCode::Cancelled, QCoreApplication::translate("Protocol", "Cancelled"));
        }
        if (const Result<void> appended = m_framer.append(m_socket.readAll()); !appended) {
            return std::unexpected(appended.error());
        }
    }
}

} // namespace tropero::ipc

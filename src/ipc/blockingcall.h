// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/lineframer.h"
#include "ipc/methods.h"
#include "ipc/rpcmessage.h"

#include <QJsonObject>
#include <QLocalSocket>

#include <functional>

namespace tropero::ipc {

/// A connection for programs without an event loop: sends one request at a time and waits for its answer.
class BlockingConnection
{
public:
    /// Unavailable when nothing listens there.
    Result<void> open(const QString& endpoint, int timeoutMs);
    bool isOpen() const { return m_socket.state() == QLocalSocket::ConnectedState; }
    /// timeoutMs < 0 waits for ever. Calls `waiting` at least every 100 ms meanwhile (progress, Ctrl+C); returning false cancels.
    Result<QJsonValue> call(QLatin1StringView method, const QJsonObject& params, int timeoutMs,
                            const std::function<bool()>& waiting = {});
    qintptr socketDescriptor() const { return m_socket.socketDescriptor(); }

private:
    static constexpr qint64 maxLine = maxReplyBytes;
    QLocalSocket m_socket;
    LineFramer m_framer{maxLine};
    qint64 m_nextId = 1;
};

} // namespace tropero::ipc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace tropero::ipc {

/// One JSON-RPC 2.0 message (https://www.jsonrpc.org/specification); batches are not used.
struct RpcMessage
{
    enum class Kind { Request, Notification, Reply, ErrorReply };

    Kind kind = Kind::Notification;
    QJsonValue id;        ///< number or string; undefined for notifications
    QString method;
    QJsonObject params;
    QJsonValue result;
    Error error;

    static RpcMessage request(qint64 id, const QString& method, const QJsonObject& params);
    static RpcMessage notification(const QString& method, const QJsonObject& params);
    static RpcMessage reply(const QJsonValue& id, const QJsonValue& result);
    static RpcMessage errorReply(const QJsonValue& id, const Error& error);

    /// One line with its line feed.
    QByteArray toLine() const;
    /// Protocol error when it is no JSON-RPC message or nested deeper than ipc::maxDepth.
    static Result<RpcMessage> fromLine(const QByteArray& line);
};

/// JSON-RPC's numeric code for our error: -32602 invalid argument (and unknown method), -32700 protocol, -32603 internal, else -32000 - ErrorCode.
int rpcErrorCode(const Error& error);

} // namespace tropero::ipc

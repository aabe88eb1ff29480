// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/rpcmessage.h"

#include "ipc/methods.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace tropero::ipc {

using namespace Qt::StringLiterals;

namespace {

// Counts brackets outside strings: refuses deep messages before the parser builds them.
bool isTooDeep(QByteArrayView text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (inString) {
            if (c == '\\') ++i;
            else if (c == '"') inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxDepth) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

std::unexpected<Error> refused(const QString& why)
{
    return failure(ErrorCode::Protocol, QCoreApplication::translate("Protocol", "Message refused"), {}, why);
}

bool isId(const QJsonValue& id)
{
    return id.isDouble() || id.isString() || id.isNull();
}

Error errorFromRpc(const QJsonObject& error)
{
    if (const QJsonValue data = error["data"_L1]; data.isObject()) return Error::fromJson(data.toObject());
    const int code = error["code"_L1].toInt();
    const ErrorCode kind = code == -32602 || code == -32601 ? ErrorCode::InvalidArgument
                           : code <= -32600                 ? ErrorCode::Protocol
                                                            : ErrorCode::Internal;
    return {kind, error["message"_L1].toString(), {}, {}, {}};
}

} // namespace

RpcMessage RpcMessage::request(qint64 id, const QString& method, const QJsonObject& params)
{
    return {Kind::Request, QJsonValue(id), method, params, {}, {}};
}

RpcMessage RpcMessage::notification(const QString& method, const QJsonObject& params)
{
    return {Kind::Notification, QJsonValue(QJsonValue::Undefined), method, params, {}, {}};
}

RpcMessage RpcMessage::reply(const QJsonValue& id, const QJsonValue& result)
{
    return {Kind::Reply, id, {}, {}, result, {}};
}

RpcMessage RpcMessage::errorReply(const QJsonValue& id, const Error& error)
{
    return {Kind::ErrorReply, id, {}, {}, {}, error};
}

QByteArray RpcMessage::toLine() const
{
    QJsonObject object{{"jsonrpc"_L1, "2.0"_L1}};
    if (kind != Kind::Notification) object.insert("id"_L1, id);
    switch (kind) {
    case Kind::Request:
    case Kind::Notification:
        object.insert("method"_L1, method);
        if (!params.isEmpty()) object.insert("params"_L1, params);
        break;
    case Kind::Reply:
        object.insert("result"_L1, result.isUndefined() ? QJsonValue() : result);
        break;
    case Kind::ErrorReply:
        object.insert("error"_L1, QJsonObject{{"code"_L1, rpcErrorCode(error)},
                                              {"message"_L1, error.message()},
                                              {"data"_L1, error.toJson()}});
        break;
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<RpcMessage> RpcMessage::fromLine(const QByteArray& line)
{
    if (isTooDeep(line)) return refused(QCoreApplication::translate("Protocol", "it is nested too deeply"));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parseError);
    if (!document.isObject()) {
        return refused(parseError.error == QJsonParseError::NoError
                           ? QCoreApplication::translate("Protocol", "it is not a JSON object")
                           : parseError.errorString());
    }
    const QJsonObject object = document.object();
    if (object["jsonrpc"_L1].toString() != "2.0"_L1) {
        return refused(QCoreApplication::translate("Protocol", "it is not a JSON-RPC 2.0 message"));
    }
    const QJsonValue id = object["id"_L1];
    if (const QJsonValue methodValue = object["method"_L1]; !methodValue.isUndefined()) {
        const QJsonValue paramsValue = object["params"_L1];
        if (!methodValue.isString() || (!paramsValue.isUndefined() && !paramsValue.isObject())
            || (!id.isUndefined() && !isId(id))) {
            return refused(QCoreApplication::translate("Protocol", "method, id or params has the wrong type"));
        }
        const Kind kind = id.isUndefined() ? Kind::Notification : Kind::Request;
        return RpcMessage{kind, id, methodValue.toString(), paramsValue.toObject(), {}, {}};
    }
    if (!isId(id)) return refused(QCoreApplication::translate("Protocol", "it has neither method nor id"));
    if (const QJsonValue errorValue = object["error"_L1]; errorValue.isObject()) {
        return RpcMessage{Kind::ErrorReply, id, {}, {}, {}, errorFromRpc(errorValue.toObject())};
    }
    if (!object.contains("result"_L1)) {
        return refused(QCoreApplication::translate("Protocol", "it has neither result nor error"));
    }
    return RpcMessage{Kind::Reply, id, {}, {}, object["result"_L1], {}};
}

int rpcErrorCode(const Error& error)
{
    switch (error.code) {
    case ErrorCode::InvalidArgument: return -32602;
    case ErrorCode::Protocol: return -32700;
    case ErrorCode::Internal: return -32603;
    default: return -32000 - static_cast<int>(error.code);
    }
}

} // namespace tropero::ipc

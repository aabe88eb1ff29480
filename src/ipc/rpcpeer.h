// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/lineframer.h"
#include "ipc/rpcmessage.h"

#include <QHash>
#include <QIODevice>
#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QLocalSocket;

namespace tropero::ipc {

class RpcPeer;

/// Answers one request, at once or later. Answering twice, or after the peer has gone, does nothing.
class Responder
{
public:
    Responder(RpcPeer* peer, QJsonValue id);
    void reply(const QJsonValue& result) const;
    void fail(const Error& error) const;
    /// reply() or fail().
    void answer(const Result<QJsonValue>& result) const;

private:
    QPointer<RpcPeer> m_peer;
    QJsonValue m_id;
    std::shared_ptr<bool> m_answered;
};

/// One end of a connection: sends requests and notifications, dispatches those that come in by a closed table of methods.
/// Owns its socket. Deletes nothing of itself; closed() is emitted once, after which every pending call has failed with Unavailable.
class RpcPeer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const QJsonObject& params, const Responder& responder)>;
    using Listener = std::function<void(const QJsonObject& params)>;
    using Callback = std::function<void(const Result<QJsonValue>& result)>;

    /// maxLine: longest line accepted from the other end. The socket must be connected.
    RpcPeer(std::unique_ptr<QLocalSocket> socket, qint64 maxLine, QObject* parent = nullptr);
    ~RpcPeer() override;

    void setHandler(QLatin1StringView method, Handler handler);      ///< for requests
    void setListener(QLatin1StringView method, Listener listener);   ///< for notifications

    /// The callback runs once: with the result, the error of the other end, Timeout, or Unavailable when the connection ends.
    /// It is dropped silently when `context` is destroyed first.
    void call(QLatin1StringView method, const QJsonObject& params, QObject* context, Callback callback, int timeoutMs = 0);
    void notify(QLatin1StringView method, const QJsonObject& params);

    bool isOpen() const;
    void close();
    /// Bytes not yet taken by the other end. A peer that lets more than maxBacklog pile up is closed.
    qint64 backlog() const;
    static constexpr qint64 maxBacklog = 64 * 1024 * 1024;
    qintptr socketDescriptor() const;

Q_SIGNALS:
    void closed();

private:
    friend class Responder;
    void send(const RpcMessage& message);
    void readLines();
    void dispatch(const RpcMessage& message);
    void finish();

    struct Pending;
    std::unique_ptr<QLocalSocket> m_socket;
    LineFramer m_framer;
    QHash<QString, Handler> m_handlers;
    QHash<QString, Listener> m_listeners;
    QHash<qint64, std::shared_ptr<Pending>> m_pending;
    qint64 m_nextId = 1;
    bool m_finished = false;
};

} // namespace tropero::ipc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>

namespace tropero::ipc {

class RpcPeer;

/// Listens on a local socket that only this user can open and hands out one RpcPeer for each accepted connection.
class RpcServer : public QObject
{
    Q_OBJECT

public:
    /// Decides about a connection by its socket descriptor; a refused one is closed without a word.
    using Admission = std::function<bool(qintptr socketDescriptor)>;

    explicit RpcServer(Admission admission, QObject* parent = nullptr);

    /// Removes a stale socket first: call only while holding the lock that makes this process the only server.
    Result<void> listen(const QString& endpoint);
    void close();

Q_SIGNALS:
    /// The receiver owns the peer through its QObject parent, which is this server until then.
    void connected(tropero::ipc::RpcPeer* peer);

private:
    void accept();

    Admission m_admission;
    QLocalServer m_server;
};

} // namespace tropero::ipc

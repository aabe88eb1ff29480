// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/rpcserver.h"

#include "ipc/methods.h"
#include "ipc/rpcpeer.h"

#include <QCoreApplication>
#include <QLocalSocket>

#include <utility>

namespace tropero::ipc {

namespace {
constexpr int connectionQueue = 1024;
}

RpcServer::RpcServer(Admission admission, QObject* parent) : QObject(parent), m_admission(std::move(admission))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    // A hundred guards connect at once when a config file is started; who finds the queue full has to come back later.
    m_server.setListenBacklogSize(connectionQueue);
    m_server.setMaxPendingConnections(connectionQueue);
    connect(&m_server, &QLocalServer::newConnection, this, &RpcServer::accept);
}

Result<void> RpcServer::listen(const QString& endpoint)
{
    QLocalServer::removeServer(endpoint);
    if (m_server.listen(endpoint)) return {};
    return failure(ErrorCode::Io, QCoreApplication::translate("Protocol", "Cannot listen for clients"), endpoint, m_server.errorString());
}

void RpcServer::close()
{
    m_server.close();
}

void RpcServer::accept()
{
    while (m_server.hasPendingConnections()) {
        std::unique_ptr<QLocalSocket> socket(m_server.nextPendingConnection());
        socket->setParent(nullptr);
        if (!m_admission(socket->socketDescriptor())) {
            socket->abort();
            continue;
        }
        Q_EMIT connected(new RpcPeer(std::move(socket), maxRequestBytes, this));
    }
}

} // namespace tropero::ipc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/methods.h"
#include "ipc/rpcpeer.h"
#include "ipc/rpcserver.h"

#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

/// A listening server and connected peers on an endpoint of their own.
struct RpcPair
{
    QTemporaryDir folder;
#ifdef TROPERO_PIPE_NAMES // set by the build where local sockets are named pipes
    QString endpoint = QStringLiteral("tropero-test-") + QUuid::createUuid().toString(QUuid::Id128);
#else
    QString endpoint = folder.filePath(QStringLiteral("test.sock"));
#endif
    bool admit = true;
    tropero::ipc::RpcServer server{[this](qintptr) { return admit; }};
    tropero::ipc::RpcPeer* serverSide = nullptr;

    RpcPair()
    {
        QObject::connect(&server, &tropero::ipc::RpcServer::connected, &server, [this](tropero::ipc::RpcPeer* peer) { serverSide = peer; });
    }

    std::unique_ptr<tropero::ipc::RpcPeer> connectPeer()
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(endpoint);
        if (!socket->waitForConnected(5000)) return nullptr;
        return std::make_unique<tropero::ipc::RpcPeer>(std::move(socket), tropero::ipc::maxReplyBytes);
    }
};

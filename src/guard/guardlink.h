// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/rpcpeer.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

class QLocalSocket;

namespace tropero {

/// The guard's connection to the daemon: connects, and connects again whenever it is lost, for as long as the guard lives.
class GuardLink : public QObject
{
    Q_OBJECT

public:
    explicit GuardLink(QString endpoint, QObject* parent = nullptr);
    ~GuardLink() override;

    void open();
    /// Nothing more goes out after what was sent; closed() follows when the other end has it, or after a second.
    void close();
    /// The peer while connected, else nullptr.
    ipc::RpcPeer* peer() const { return m_peer; }
    /// ms since there was no daemon; 0 while connected.
    qint64 lostFor() const;

Q_SIGNALS:
    /// Connected: set handlers on peer() and say hello.
    void connected();
    void lost();
    /// After every attempt that failed.
    void attemptFailed();
    void closed();

private:
    void attempt();
    void adopt();
    void peerClosed();

    QString m_endpoint;
    std::unique_ptr<QLocalSocket> m_socket; ///< while connecting
    ipc::RpcPeer* m_peer = nullptr;
    QTimer m_retry;
    QElapsedTimer m_lostSince;
    bool m_closing = false;
};

} // namespace tropero

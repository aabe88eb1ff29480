// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reason.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

namespace tropero {

class AgentConnection;
class AgentServer;

/// The guard's side of the connection with the agent of one process (docs/protocol.md, "Agent"). Exists before the agent connects, and usually
/// even when it never does.
class AgentChannel : public QObject
{
    Q_OBJECT

public:
    ~AgentChannel() override;

    /// What the process needs in TROPERO_TOKEN and TROPERO_AGENT.
    const QString& token() const { return m_token; }
    const QString& endpoint() const { return m_endpoint; }

    bool isConnected() const { return m_connection != nullptr; }
    /// From its first line; empty before.
    const QString& nodeVersion() const { return m_nodeVersion; }
    /// False when it is not connected.
    bool send(const QJsonObject& line);
    /// No connection, now or later.
    void close();

Q_SIGNALS:
    void connected();
    void received(const QJsonObject& line);
    /// The process broke the rules of the channel, which is closed now.
    void broken(const tropero::Reason& reason);
    void closed();

private:
    friend class AgentServer;
    friend class AgentConnection;
    AgentChannel(AgentServer& server, QString token, QString endpoint);

    AgentServer* m_server;
    QString m_token;
    QString m_endpoint;
    QString m_nodeVersion;
    AgentConnection* m_connection = nullptr;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "platform/endpointclaim.h"
#include "supervision/agentchannel.h"

#include <QHash>
#include <QLocalServer>
#include <QObject>

#include <memory>

namespace tropero {

/// Where the agents in an app's Node processes connect to. Listens from the first expected one on. Lets in only this user's processes
/// that know a token.
class AgentServer : public QObject
{
    Q_OBJECT

public:
    explicit AgentServer(QString endpoint, QObject* parent = nullptr);
    ~AgentServer() override;

    /// A channel with a token of its own. Errors: Io, PermissionDenied (folder).
    Result<std::unique_ptr<AgentChannel>> expect();

private:
    friend class AgentChannel;
    friend class AgentConnection;
    void accept();
    void admit(AgentConnection& connection, const QJsonObject& greeting);

    QString m_endpoint;
    platform::EndpointClaim m_claim;
    QLocalServer m_server;
    QHash<QString, AgentChannel*> m_expected; ///< by token
};

} // namespace tropero

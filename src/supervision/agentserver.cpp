// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/agentserver.h"

#include "platform/peer.h"
#include "supervision/agentconnection.h"

#include <QRandomGenerator>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

QString newToken()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(bits.data()), sizeof bits).toHex());
}

} // namespace

AgentServer::AgentServer(QString endpoint, QObject* parent) : QObject(parent), m_endpoint(std::move(endpoint))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &AgentServer::accept);
}

AgentServer::~AgentServer()
{
    for (AgentChannel* channel : std::as_const(m_expected))
        channel->m_server = nullptr;
}

Result<std::unique_ptr<AgentChannel>> AgentServer::expect()
{
    if (!m_server.isListening()) {
        Result<platform::EndpointClaim> claim = platform::EndpointClaim::take(m_endpoint);
        if (!claim)
            return std::unexpected(claim.error());
        m_claim = *std::move(claim);
        QLocalServer::removeServer(m_endpoint);
        if (!m_server.listen(m_endpoint))
            return failure(ErrorCode::Io, tr("Cannot listen for the app's processes"), m_endpoint, m_server.errorString());
    }
    std::unique_ptr<AgentChannel> channel(new AgentChannel(*this, newToken(), m_server.fullServerName()));
    m_expected.insert(channel->token(), channel.get());
    return channel;
}

void AgentServer::accept()
{
    while (m_server.hasPendingConnections()) {
        std::unique_ptr<QLocalSocket> socket(m_server.nextPendingConnection());
        socket->setParent(nullptr);
        if (platform::isPeerSameUser(socket->socketDescriptor()))
            new AgentConnection(std::move(socket), *this); // deletes itself with its connection
    }
}

void AgentServer::admit(AgentConnection& connection, const QJsonObject& greeting)
{
    AgentChannel* const channel = m_expected.value(greeting[u"token"].toString());
    if (!channel || channel->m_connection) {
        connection.abort();
        return;
    }
    channel->m_connection = &connection;
    channel->m_nodeVersion = greeting[u"node"].toString().left(40);
    if (channel->m_nodeVersion.startsWith(u'v'))
        channel->m_nodeVersion.remove(0, 1);
    connection.setChannel(channel);
    Q_EMIT channel->connected();
}

} // namespace tropero

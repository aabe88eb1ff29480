// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/agentchannel.h"

#include "supervision/agentconnection.h"
#include "supervision/agentserver.h"

#include <utility>

namespace tropero {

AgentChannel::AgentChannel(AgentServer& server, QString token, QString endpoint)
    : m_server(&server), m_token(std::move(token)), m_endpoint(std::move(endpoint))
{
}

AgentChannel::~AgentChannel()
{
    close();
}

bool AgentChannel::send(const QJsonObject& line)
{
    return m_connection && m_connection->send(line);
}

void AgentChannel::close()
{
    if (m_server)
        m_server->m_expected.remove(m_token);
    m_server = nullptr;
    if (AgentConnection* connection = std::exchange(m_connection, nullptr)) {
        connection->setChannel(nullptr);
        connection->abort();
    }
}

} // namespace tropero

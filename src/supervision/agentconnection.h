// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reason.h"
#include "ipc/lineframer.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace tropero {

class AgentChannel;
class AgentServer;

/// One connection of an agent: lines of JSON, read in portions, so that a flood leaves the event loop time for everything else. Deletes itself
/// with the connection.
class AgentConnection : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxLine = 1024 * 1024;      ///< bytes
    static constexpr qint64 maxUnsent = 8 * 1024 * 1024; ///< an agent that does not read is cut off

    AgentConnection(std::unique_ptr<QLocalSocket> socket, AgentServer& server);
    ~AgentConnection() override;

    void setChannel(AgentChannel* channel) { m_channel = channel; }
    bool send(const QJsonObject& line);
    /// At once, without a signal.
    void abort();

private:
    void read();
    void takeLines();
    void fail(const Reason& reason);
    void finish();

    std::unique_ptr<QLocalSocket> m_socket;
    QPointer<AgentServer> m_server;
    QPointer<AgentChannel> m_channel;
    ipc::LineFramer m_framer{maxLine};
    QTimer m_greetingLimit;
    bool m_readQueued = false;
    bool m_over = false;
};

} // namespace tropero

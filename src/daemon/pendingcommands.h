// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "daemon/guardcommand.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

#include <functional>

namespace tropero {

/// With what the guard answered; empty where it took no guard.
using GuardAnswered = std::function<void(const Result<QJsonObject>& reply)>;

struct PendingCommand
{
    GuardCommand command;
    GuardAnswered done;
    int attempts = 0; ///< times that a guard died under it

    void answer(const Result<QJsonValue>& reply) const;
};

/// Commands that wait for a guard that is configured, in their order.
class PendingCommands
{
public:
    bool isEmpty() const { return m_commands.isEmpty(); }
    void append(PendingCommand command) { m_commands.append(std::move(command)); }
    /// All of them; none is left.
    QList<PendingCommand> take() { return std::exchange(m_commands, {}); }
    bool needGuard() const;
    /// Instances that one of them starts, and that the guard is therefore not to start when it hears of them.
    QSet<int> toBeStarted() const;

private:
    QList<PendingCommand> m_commands;
};

} // namespace tropero

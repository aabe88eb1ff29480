// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/pendingcommands.h"

#include <algorithm>

namespace tropero {

void PendingCommand::answer(const Result<QJsonValue>& reply) const
{
    if (!done) return;
    if (reply) done(reply->toObject());
    else done(std::unexpected(reply.error()));
}

bool PendingCommands::needGuard() const
{
    return std::ranges::any_of(m_commands, [](const PendingCommand& one) { return one.command.needsGuard(); });
}

QSet<int> PendingCommands::toBeStarted() const
{
    QSet<int> numbers;
    for (const PendingCommand& one : m_commands) {
        if (one.command.startsInstances()) numbers.unite(QSet<int>(one.command.numbers.cbegin(), one.command.numbers.cend()));
    }
    return numbers;
}

} // namespace tropero

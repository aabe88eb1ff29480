// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/pendingdeletes.h"

#include "desktop/instancecommands.h"

namespace tropero {

namespace {

constexpr int undoMs = 10'000;

} // namespace

PendingDeletes::PendingDeletes(InstanceCommands& commands, QObject* parent) : QObject(parent), m_commands(commands)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(undoMs);
    connect(&m_timer, &QTimer::timeout, this, &PendingDeletes::carryOut);
}

void PendingDeletes::add(const QList<InstanceStatus>& instances, const QStringList& names)
{
    if (instances.isEmpty()) return;
    if (!m_numbers.isEmpty()) carryOut();
    for (const InstanceStatus& instance : instances) {
        m_numbers.insert(instance.number);
        if (instance.wantedUp || instance.pid > 0) m_ran.append(instance.number);
    }
    m_names = names;
    m_commands.run(InstanceCommands::Action::Stop, m_ran);
    m_timer.start();
    Q_EMIT changed();
}

void PendingDeletes::undo()
{
    if (m_numbers.isEmpty()) return;
    m_commands.run(InstanceCommands::Action::Start, m_ran);
    forget();
}

void PendingDeletes::carryOut()
{
    if (m_numbers.isEmpty()) return;
    m_commands.run(InstanceCommands::Action::Delete, m_numbers.values());
    forget();
}

void PendingDeletes::forget()
{
    m_timer.stop();
    m_numbers.clear();
    m_ran.clear();
    m_names.clear();
    Q_EMIT changed();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace tropero {

class InstanceCommands;

/// Deletes that can still be undone: what ran is stopped at once, the rest happens after a while. Until then apps, logs and settings are
/// all there.
class PendingDeletes : public QObject
{
    Q_OBJECT

public:
    explicit PendingDeletes(InstanceCommands& commands, QObject* parent = nullptr);

    /// How long undo() is possible, ms.
    void setPatience(int ms) { m_timer.setInterval(ms); }
    /// What was pending before is deleted for good. `names` are for people.
    void add(const QList<InstanceStatus>& instances, const QStringList& names);
    /// What ran runs again.
    void undo();
    /// Now, rather than later.
    void carryOut();

    QSet<int> numbers() const { return m_numbers; }
    QStringList names() const { return m_names; }

Q_SIGNALS:
    void changed();

private:
    void forget();

    InstanceCommands& m_commands;
    QSet<int> m_numbers;
    QList<int> m_ran;
    QStringList m_names;
    QTimer m_timer;
};

} // namespace tropero

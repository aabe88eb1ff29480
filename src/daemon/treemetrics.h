// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/appregistry.h"
#include "platform/processes.h"

#include <QHash>
#include <QList>

#include <functional>

namespace tropero {

/// An instance, or a cluster's primary, to be measured.
struct MeasuredRoot
{
    int number = -1;           ///< of a primary: primaryKey()
    qint64 pid = 0;
    qint64 guardPid = 0;
    qint64 startedAt = 0;      ///< ms since the epoch
    bool onlyInstance = false; ///< of its app: what the guard adopted belongs to it
    bool alone = false;        ///< a primary: its children are instances or belong to one
};

/// Sums of a process table over the tree of each instance; a tree ends where that of another instance begins. CPU is the time used since the previous measurement (since the start for an
/// instance that was not measured before). Pure but for its memory of the previous measurement.
class TreeMetrics
{
public:
    /// Number of the instance that an orphan belongs to, told by its environment; -1: none.
    using OrphanOwner = std::function<int(const platform::ProcessId& process)>;

    /// `now` in ms since the epoch. `owner` is asked once for each orphan.
    QHash<int, InstanceMetrics> measure(const QList<platform::ProcessUsage>& table, const QList<MeasuredRoot>& roots, qint64 now,
                                        const OrphanOwner& owner);
    /// Processes of the last measurement, root first.
    QHash<int, QList<qint64>> members() const { return m_members; }

private:
    struct Known
    {
        quint64 startTime = 0;
        quint64 cpu = 0;
    };

    double cpuOf(const QList<const platform::ProcessUsage*>& tree, const MeasuredRoot& root, qint64 now) const;

    QHash<qint64, Known> m_known;          ///< by pid, of the previous measurement
    QHash<int, qint64> m_knownRoots;       ///< number -> root pid of the previous measurement
    QHash<qint64, std::pair<quint64, int>> m_owners; ///< orphan pid -> start time, instance
    QHash<int, QList<qint64>> m_members;
    qint64 m_measuredAt = 0;
};

} // namespace tropero

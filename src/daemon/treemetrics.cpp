// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/treemetrics.h"

#include <QSet>

#include <cmath>

namespace tropero {

namespace {

using Row = const platform::ProcessUsage*;

double rounded(double percent)
{
    return std::round(percent * 10.0) / 10.0;
}

} // namespace

QHash<int, InstanceMetrics> TreeMetrics::measure(const QList<platform::ProcessUsage>& table, const QList<MeasuredRoot>& roots, qint64 now,
                                                 const OrphanOwner& owner)
{
    QHash<qint64, QList<Row>> children;
    QHash<qint64, Row> byPid;
    for (const platform::ProcessUsage& row : table) {
        if (row.zombie) continue;
        children[row.parent].append(&row);
        byPid.insert(row.id.pid, &row);
    }
    QSet<qint64> rootPids;
    QHash<qint64, int> onlyOf;   // guard pid -> its one instance
    QHash<qint64, qint64> adopters; // whose children may be orphans -> their guard
    for (const MeasuredRoot& root : roots) {
        rootPids.insert(root.pid);
        adopters.insert(root.guardPid, root.guardPid);
        if (root.alone) adopters.insert(root.pid, root.guardPid); // e.g. a worker that leaves while its successor is the instance
        else if (root.onlyInstance) onlyOf.insert(root.guardPid, root.number);
    }
    adopters.remove(0);
    QHash<int, QList<Row>> orphans;
    QHash<qint64, std::pair<quint64, int>> owners;
    for (const auto& [adopter, guard] : adopters.asKeyValueRange()) {
        for (const Row row : children.value(adopter)) {
            if (rootPids.contains(row->id.pid)) continue;
            int number = onlyOf.value(guard, -1);
            if (number < 0) {
                const auto known = m_owners.value(row->id.pid, {0, -2});
                number = known.second != -2 && known.first == row->id.startTime ? known.second : owner(row->id);
                owners.insert(row->id.pid, {row->id.startTime, number});
            }
            if (number >= 0) orphans[number].append(row);
        }
    }
    QHash<int, InstanceMetrics> result;
    QHash<qint64, Known> seen;
    QHash<int, qint64> seenRoots;
    m_members.clear();
    for (const MeasuredRoot& root : roots) {
        QList<Row> tree;
        if (const Row row = byPid.value(root.pid)) tree.append(row);
        tree.append(orphans.value(root.number));
        QSet<qint64> inTree;
        for (const Row row : std::as_const(tree)) inTree.insert(row->id.pid);
        for (qsizetype i = 0; i < tree.size() && !root.alone; ++i) {
            for (const Row child : children.value(tree.at(i)->id.pid)) {
                if (inTree.contains(child->id.pid) || rootPids.contains(child->id.pid)) continue;
                inTree.insert(child->id.pid);
                tree.append(child);
            }
        }
        InstanceMetrics metrics;
        metrics.processes = static_cast<int>(tree.size());
        metrics.threads = 0;
        for (const Row row : std::as_const(tree)) {
            metrics.memory += row->residentBytes;
            metrics.threads += row->threads;
            seen.insert(row->id.pid, {row->id.startTime, row->cpuMicroseconds});
            m_members[root.number].append(row->id.pid);
        }
        metrics.cpu = cpuOf(tree, root, now);
        if (!tree.isEmpty()) result.insert(root.number, metrics);
        seenRoots.insert(root.number, root.pid);
    }
    m_known = std::move(seen);
    m_knownRoots = std::move(seenRoots);
    m_owners = std::move(owners);
    m_measuredAt = now;
    return result;
}

double TreeMetrics::cpuOf(const QList<Row>& tree, const MeasuredRoot& root, qint64 now) const
{
    const bool measuredBefore = m_measuredAt > 0 && m_knownRoots.value(root.number) == root.pid;
    const qint64 since = measuredBefore ? m_measuredAt : root.startedAt;
    if (since <= 0 || now <= since) return 0;
    quint64 used = 0;
    for (const Row row : tree) {
        const Known known = m_known.value(row->id.pid);
        const bool same = measuredBefore && known.startTime == row->id.startTime && known.cpu <= row->cpuMicroseconds;
        used += row->cpuMicroseconds - (same ? known.cpu : 0);
    }
    return rounded(static_cast<double>(used) / (static_cast<double>(now - since) * 10.0)); // us over ms, in percent
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processes.h"

#include <QMultiHash>
#include <QSet>

namespace tropero::platform {

QList<ProcessUsage> treeOf(const QList<ProcessUsage>& table, const QList<qint64>& roots)
{
    QMultiHash<qint64, qsizetype> childRows;
    QHash<qint64, qsizetype> rowOf;
    childRows.reserve(table.size());
    rowOf.reserve(table.size());
    for (qsizetype row = 0; row < table.size(); ++row) {
        childRows.insert(table.at(row).parent, row);
        rowOf.insert(table.at(row).id.pid, row);
    }
    QList<ProcessUsage> tree;
    QSet<qint64> seen;
    QList<qint64> open = roots;
    for (qsizetype next = 0; next < open.size(); ++next) {
        const qint64 pid = open.at(next);
        const auto row = rowOf.constFind(pid);
        if (row == rowOf.constEnd() || seen.contains(pid)) continue;
        seen.insert(pid);
        if (!table.at(*row).zombie) tree.append(table.at(*row));
        for (auto [child, end] = childRows.equal_range(pid); child != end; ++child)
            open.append(table.at(*child).id.pid);
    }
    return tree;
}

} // namespace tropero::platform

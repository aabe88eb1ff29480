// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/selection.h"

#include <QJsonArray>
#include <QSet>

namespace tropero {

using namespace Qt::StringLiterals;

Result<QList<ListedInstance>> selectedInstances(Session& session, const QString& target)
{
    if (target.isEmpty()) {
        const auto answer = session.call(ipc::method::appsList);
        if (!answer)
            return std::unexpected(answer.error());
        return listedInstances(*answer);
    }
    // The list has whole apps; a target may mean only some of their instances.
    const auto selected = session.call(ipc::method::instancesSelect, session.targetParams(target));
    if (!selected)
        return std::unexpected(selected.error());
    const auto answer = session.call(ipc::method::appsList, session.targetParams(target));
    if (!answer)
        return std::unexpected(answer.error());
    QSet<int> numbers;
    for (const QJsonValue number : selected->value("numbers"_L1).toArray())
        numbers.insert(number.toInt());
    QList<ListedInstance> instances = listedInstances(*answer);
    instances.removeIf([&](const ListedInstance& instance) { return !numbers.contains(instance.status.number); });
    return instances;
}

} // namespace tropero

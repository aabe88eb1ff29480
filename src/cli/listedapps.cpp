// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listedapps.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

QString ListedInstance::scriptPath() const
{
    const QString resolved = app.value("scriptPath"_L1).toString();
    if (!resolved.isEmpty())
        return resolved;
    const QString script = spec.value("script"_L1).toString();
    const bool relativePath = script.contains(u'/') && !script.contains(u' ') && QDir::isRelativePath(script);
    return relativePath ? QDir::cleanPath(folder() + u'/' + script) : script;
}

QString ListedInstance::folder() const
{
    return spec.value("cwd"_L1).toString();
}

QList<ListedInstance> listedInstances(const QJsonObject& answer)
{
    QList<ListedInstance> result;
    for (const QJsonValue value : answer.value("apps"_L1).toArray()) {
        const QJsonObject app = value.toObject();
        const QJsonObject spec = app.value("spec"_L1).toObject();
        const QJsonArray instances = app.value("instances"_L1).toArray();
        ListedInstance common;
        common.app = app;
        common.spec = spec;
        common.name = spec.value("name"_L1).toString();
        common.nameSpace = spec.value("namespace"_L1).toString(u"default"_s);
        common.mode = spec.value("exec_mode"_L1).toString(u"fork"_s);
        common.appInstances = static_cast<int>(instances.size());
        for (const QJsonValue instance : instances) {
            result.append(common);
            result.last().status = InstanceStatus::fromJson(instance.toObject());
        }
    }
    std::ranges::stable_sort(result, {}, [](const ListedInstance& instance) { return instance.status.number; });
    return result;
}

QString labelOf(const ListedInstance& instance)
{
    return u"%1 (id %2)"_s.arg(instance.name, QString::number(instance.status.number));
}

} // namespace tropero

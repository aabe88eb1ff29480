// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/guardcommand.h"

#include "core/environmentjson.h"
#include "daemon/managedapp.h"

#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

bool GuardCommand::startsInstances() const
{
    return action == guardaction::start || action == guardaction::restart || action == guardaction::reload;
}

bool GuardCommand::hasTimeLimit() const
{
    return action != guardaction::reload && action != guardaction::trigger;
}

bool GuardCommand::needsGuard() const
{
    return startsInstances() || action == guardaction::flush;
}

QJsonObject GuardCommand::toJson() const
{
    QJsonArray list;
    for (const int number : numbers) list.append(number);
    QJsonObject json{{u"action"_s, action}, {u"numbers"_s, list}};
    reason.write(json);
    if (!signal.isEmpty()) json.insert("signal"_L1, signal);
    if (parallel > 0) json.insert("parallel"_L1, parallel);
    if (!trigger.isEmpty()) json.insert("trigger"_L1, trigger);
    if (!parameter.isUndefined()) json.insert("parameter"_L1, parameter);
    return json;
}

QJsonObject configureParameters(const ManagedApp& app, const HomeLayout& home, const QSet<int>& heldBack)
{
    QJsonArray instances;
    for (const InstanceStatus& one : app.instances) {
        QJsonObject json{{u"number"_s, one.number},
                         {u"index"_s, one.index},
                         {u"wantedUp"_s, one.wantedUp && !app.hasFinished(one) && !heldBack.contains(one.number)},
                         {u"restarts"_s, one.restarts},
                         {u"createdAt"_s, one.createdAt},
                         {u"outLog"_s, one.outLog},
                         {u"errorLog"_s, one.errorLog}};
        if (app.hasFinished(one)) json.insert("finished"_L1, true);
        instances.append(json);
    }
    return {{u"spec"_s, app.specJson(true)},
            {u"shellEnvironment"_s, environmentToJson(app.shellEnvironment)},
            {u"logBase"_s, app.logBase},
            {u"logsFolder"_s, home.logsFolder()},
            {u"pidsFolder"_s, home.pidsFolder()},
            {u"instances"_s, instances}};
}

} // namespace tropero

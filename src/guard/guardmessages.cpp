// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/guardmessages.h"

#include "core/environmentjson.h"
#include "core/specfields.h"
#include "supervision/nodeprogram.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Guard)
};

InstanceSetup instanceFromJson(const QJsonObject& json)
{
    InstanceSetup setup;
    setup.number = json[u"number"].toInt(setup.number);
    setup.index = json[u"index"].toInt();
    setup.wantedUp = json[u"wantedUp"].toBool();
    setup.restarts = json[u"restarts"].toInt();
    setup.createdAt = json[u"createdAt"].toInteger();
    setup.outLog = json[u"outLog"].toString();
    setup.errorLog = json[u"errorLog"].toString();
    setup.finished = json[u"finished"].toBool();
    return setup;
}

} // namespace

Result<AppSetup> setupFromJson(const QString& id, const QString& home, const QJsonObject& params)
{
    Result<AppSpec> spec = specFromJson(params[u"spec"].toObject());
    if (!spec)
        return std::unexpected(spec.error());
    AppSetup setup;
    setup.id = id;
    setup.home = home;
    setup.spec = *std::move(spec);
    setup.shellEnvironment = environmentFromJson(params[u"shellEnvironment"].toObject());
    setup.logBase = params[u"logBase"].toString();
    setup.logsFolder = params[u"logsFolder"].toString();
    setup.pidsFolder = params[u"pidsFolder"].toString();
    setup.agentFolder = agentFolder();
    setup.guardProgram = QCoreApplication::applicationFilePath();
    const QJsonArray instances = params[u"instances"].toArray();
    for (const QJsonValue& instance : instances) {
        setup.instances.append(instanceFromJson(instance.toObject()));
        if (setup.instances.last().number < 0)
            return failure(ErrorCode::InvalidArgument, Text::tr("Cannot configure the guard"), id, Text::tr("an instance has no number"));
    }
    return setup;
}

QJsonArray statusesToJson(const QList<InstanceStatus>& statuses)
{
    QJsonArray array;
    for (const InstanceStatus& status : statuses)
        array.append(status.toJson());
    return array;
}

QList<int> numbersFromJson(const QJsonValue& value)
{
    QList<int> numbers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& number : array)
        numbers.append(number.toInt(-1));
    return numbers;
}

} // namespace tropero

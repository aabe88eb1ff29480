// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instancestatus.h"

#include "core/specfields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// Writes what differs from the default: a status travels ten times a second.
template<typename T>
void put(QJsonObject& json, QLatin1StringView key, const T& value, const T& standard)
{
    if (value != standard)
        json.insert(key, value);
}

QList<int> portsFromJson(const QJsonValue& value)
{
    QList<int> ports;
    const QJsonArray array = value.toArray();
    ports.reserve(array.size());
    for (const QJsonValue& port : array)
        ports.append(port.toInt());
    return ports;
}

} // namespace

QJsonObject InstanceStatus::toJson() const
{
    const InstanceStatus standard;
    QJsonObject json{{u"number"_s, number}, {u"index"_s, index}, {u"state"_s, stateKey(state)}};
    put(json, "wantedUp"_L1, wantedUp, standard.wantedUp);
    put(json, "pid"_L1, pid, standard.pid);
    put(json, "startedAt"_L1, startedAt, standard.startedAt);
    put(json, "createdAt"_L1, createdAt, standard.createdAt);
    put(json, "restartAt"_L1, restartAt, standard.restartAt);
    put(json, "restarts"_L1, restarts, standard.restarts);
    put(json, "unstableRestarts"_L1, unstableRestarts, standard.unstableRestarts);
    if (hasExited) {
        json[u"exitCode"_s] = exitCode;
        json[u"exitSignal"_s] = exitSignal;
    }
    reason.write(json);
    put(json, "outLog"_L1, outLog, standard.outLog);
    put(json, "errorLog"_L1, errorLog, standard.errorLog);
    put(json, "lostLogBytes"_L1, lostLogBytes, standard.lostLogBytes);
    put(json, "replacing"_L1, replacing, standard.replacing);
    put(json, "metrics"_L1, metrics, standard.metrics);
    if (!actions.isEmpty())
        json[u"actions"_s] = QJsonArray::fromStringList(actions);
    put(json, "nodeVersion"_L1, nodeVersion, standard.nodeVersion);
    put(json, "cpu"_L1, cpu, standard.cpu);
    put(json, "memory"_L1, memory, standard.memory);
    put(json, "processes"_L1, processes, standard.processes);
    put(json, "threads"_L1, threads, standard.threads);
    put(json, "openFiles"_L1, openFiles, standard.openFiles);
    if (!ports.isEmpty()) {
        QJsonArray array;
        for (int port : ports)
            array.append(port);
        json[u"ports"_s] = array;
    }
    return json;
}

InstanceStatus InstanceStatus::fromJson(const QJsonObject& json)
{
    InstanceStatus status;
    status.number = json[u"number"].toInt(status.number);
    status.index = json[u"index"].toInt();
    status.state = stateFromKey(json[u"state"].toString());
    status.wantedUp = json[u"wantedUp"].toBool();
    status.pid = json[u"pid"].toInteger();
    status.startedAt = json[u"startedAt"].toInteger();
    status.createdAt = json[u"createdAt"].toInteger();
    status.restartAt = json[u"restartAt"].toInteger();
    status.restarts = json[u"restarts"].toInt();
    status.unstableRestarts = json[u"unstableRestarts"].toInt();
    status.hasExited = json.contains("exitCode"_L1);
    status.exitCode = json[u"exitCode"].toInt();
    status.exitSignal = json[u"exitSignal"].toInt();
    status.reason = Reason::read(json);
    status.outLog = json[u"outLog"].toString();
    status.errorLog = json[u"errorLog"].toString();
    status.lostLogBytes = json[u"lostLogBytes"].toInteger();
    status.replacing = json[u"replacing"].toBool();
    status.metrics = json[u"metrics"].toObject();
    const QJsonArray actions = json[u"actions"].toArray();
    for (const QJsonValue& action : actions)
        status.actions.append(action.toString());
    status.nodeVersion = json[u"nodeVersion"].toString();
    status.cpu = json[u"cpu"].toDouble();
    status.memory = json[u"memory"].toInteger();
    status.processes = json[u"processes"].toInt();
    status.threads = json[u"threads"].toInt(status.threads);
    status.openFiles = json[u"openFiles"].toInt(status.openFiles);
    status.ports = portsFromJson(json[u"ports"]);
    return status;
}

QJsonObject PrimaryStatus::toJson() const
{
    const PrimaryStatus standard;
    QJsonObject json;
    put(json, "pid"_L1, pid, standard.pid);
    put(json, "startedAt"_L1, startedAt, standard.startedAt);
    put(json, "nodeVersion"_L1, nodeVersion, standard.nodeVersion);
    put(json, "cpu"_L1, cpu, standard.cpu);
    put(json, "memory"_L1, memory, standard.memory);
    return json;
}

PrimaryStatus PrimaryStatus::fromJson(const QJsonObject& json)
{
    return {json[u"pid"].toInteger(), json[u"startedAt"].toInteger(), json[u"nodeVersion"].toString(), json[u"cpu"].toDouble(),
            json[u"memory"].toInteger()};
}

QJsonObject ReloadStatus::toJson() const
{
    const ReloadStatus standard;
    QJsonObject json;
    put(json, "total"_L1, total, standard.total);
    put(json, "done"_L1, done, standard.done);
    put(json, "queued"_L1, queued, standard.queued);
    return json;
}

ReloadStatus ReloadStatus::fromJson(const QJsonObject& json)
{
    return {json[u"total"].toInt(), json[u"done"].toInt(), json[u"queued"].toInt()};
}

QJsonObject AppStatus::toJson() const
{
    QJsonArray list;
    for (const InstanceStatus& instance : instances)
        list.append(instance.toJson());
    QJsonObject json{{u"id"_s, id}, {u"spec"_s, specToJson(spec)}, {u"instances"_s, list}};
    put(json, "scriptPath"_L1, scriptPath, QString());
    put(json, "interpreterPath"_L1, interpreterPath, QString());
    put(json, "guardPid"_L1, guardPid, qint64(0));
    put(json, "primary"_L1, primary.toJson(), QJsonObject());
    put(json, "reload"_L1, reload.toJson(), QJsonObject());
    put(json, "needsRestart"_L1, QJsonArray::fromStringList(needsRestart), QJsonArray());
    return json;
}

AppStatus AppStatus::fromJson(const QJsonObject& json)
{
    AppStatus status;
    status.id = json[u"id"].toString();
    if (const Result<AppSpec> spec = specFromJson(json[u"spec"].toObject()))
        status.spec = *spec;
    status.scriptPath = json[u"scriptPath"].toString();
    status.interpreterPath = json[u"interpreterPath"].toString();
    status.guardPid = json[u"guardPid"].toInteger();
    status.primary = PrimaryStatus::fromJson(json[u"primary"].toObject());
    status.reload = ReloadStatus::fromJson(json[u"reload"].toObject());
    const QJsonArray keys = json[u"needsRestart"].toArray();
    for (const QJsonValue& key : keys)
        status.needsRestart.append(key.toString());
    const QJsonArray list = json[u"instances"].toArray();
    for (const QJsonValue& instance : list)
        status.instances.append(InstanceStatus::fromJson(instance.toObject()));
    return status;
}

} // namespace tropero

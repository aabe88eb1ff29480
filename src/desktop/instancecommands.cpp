// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/instancecommands.h"

#include "client/daemonclient.h"
#include "client/shellenvironment.h"
#include "core/errorwords.h"
#include "core/fieldvalues.h"
#include "core/specfields.h"
#include "ipc/methods.h"

#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView methodOf(InstanceCommands::Action action)
{
    switch (action) {
    case InstanceCommands::Action::Start:
        return ipc::method::instancesStart;
    case InstanceCommands::Action::Stop:
        return ipc::method::instancesStop;
    case InstanceCommands::Action::Restart:
        return ipc::method::instancesRestart;
    case InstanceCommands::Action::Delete:
        return ipc::method::instancesDelete;
    }
    return {};
}

} // namespace

InstanceCommands::InstanceCommands(DaemonClient& client, QObject* parent) : QObject(parent), m_client(client)
{
}

void InstanceCommands::run(Action action, const QList<int>& numbers)
{
    callFor(methodOf(action), numbers);
}

void InstanceCommands::reload(const QList<int>& numbers)
{
    callFor(ipc::method::instancesReload, numbers);
}

void InstanceCommands::flush(const QList<int>& numbers)
{
    callFor(ipc::method::instancesFlush, numbers);
}

void InstanceCommands::cancelReload(const QList<int>& numbers)
{
    callFor(ipc::method::instancesCancelReload, numbers);
}

void InstanceCommands::scale(int number, int instances)
{
    call(ipc::method::appsScale, {{u"target"_s, number}, {u"count"_s, instances}});
}

void InstanceCommands::trigger(int number, const QString& action, const QString& parameter)
{
    QJsonObject params{{u"target"_s, number}, {u"action"_s, action}};
    if (!parameter.isEmpty()) params.insert("parameter"_L1, parameter);
    call(ipc::method::instancesTrigger, params, [this, number, action](const QJsonValue& result) {
        for (const QJsonValue& one : result["replies"_L1].toArray()) {
            const bool failed = one["error"_L1].isObject();
            Q_EMIT triggered(number, action,
                             failed ? translatedError(one["error"_L1].toObject()).message() : javascriptText(one["reply"_L1]), failed);
        }
    });
}

void InstanceCommands::createAll(const QList<AppSpec>& specs)
{
    QJsonArray all;
    for (const AppSpec& spec : specs)
        all.append(specToJson(spec));
    const QJsonObject params{{u"specs"_s, all},
                             {u"shellEnvironment"_s, shellEnvironment()},
                             {u"force"_s, false},
                             {u"apply"_s, false}};
    call(ipc::method::appsCreate, params, [this](const QJsonValue& result) {
        for (const QJsonValue& entry : result["apps"_L1].toArray()) {
            const QString id = entry["id"_L1].toString();
            if (!id.isEmpty()) Q_EMIT created(id);
            if (entry["error"_L1].isObject())
                Q_EMIT failed(translatedError(entry["error"_L1].toObject()).message());
        }
    });
}

void InstanceCommands::update(const QString& appId, const AppSpec& spec, Renewal renewal)
{
    call(ipc::method::appsUpdate, {{u"app"_s, appId}, {u"spec"_s, specToJson(spec)}}, [this, renewal](const QJsonValue& result) {
        for (const QJsonValue& problem : result["problems"_L1].toArray())
            Q_EMIT failed(translatedError(problem["error"_L1].toObject()).message());
        QList<int> numbers;
        for (const QJsonValue& instance : result["instances"_L1].toArray())
            numbers.append(instance["number"_L1].toInt());
        if (renewal == Renewal::Reload) reload(numbers);
        else if (renewal == Renewal::Restart) run(Action::Restart, numbers);
    });
}

void InstanceCommands::callFor(QLatin1StringView method, const QList<int>& numbers)
{
    if (numbers.isEmpty()) return;
    // Numbers, not their texts: an app may well be called "3".
    QJsonArray target;
    for (const int number : numbers)
        target.append(number);
    call(method, {{u"target"_s, target}}, [this](const QJsonValue& result) {
        for (const QJsonValue& problem : result["problems"_L1].toArray())
            Q_EMIT failed(translatedError(problem["error"_L1].toObject()).message());
    });
}

void InstanceCommands::call(QLatin1StringView method, const QJsonObject& params,
                            const std::function<void(const QJsonValue&)>& done)
{
    Q_EMIT pendingChanged(++m_pending);
    m_client.call(method, params, this, [this, done](const Result<QJsonValue>& result) {
        Q_EMIT pendingChanged(--m_pending);
        if (!result)
            Q_EMIT failed(result.error().message());
        else if (done)
            done(*result);
    });
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/instancecommands.h"

#include "client/daemonclient.h"
#include "core/specfields.h"
#include "ipc/methods.h"

#include <QJsonArray>
#include <QProcessEnvironment>

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

QJsonObject ownEnvironment()
{
    QJsonObject variables;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys())
        variables.insert(name, environment.value(name));
    return variables;
}

} // namespace

InstanceCommands::InstanceCommands(DaemonClient& client, QObject* parent) : QObject(parent), m_client(client)
{
}

void InstanceCommands::run(Action action, const QList<int>& numbers)
{
    // A number, not its text: an app may well be called "3".
    for (const int number : numbers)
        call(methodOf(action), {{u"target"_s, number}});
}

void InstanceCommands::reload(const QList<int>& numbers)
{
    // Reloads of one app wait for each other.
    for (const int number : numbers)
        call(ipc::method::instancesReload, {{u"target"_s, number}});
}

void InstanceCommands::cancelReload(const QList<int>& numbers)
{
    for (const int number : numbers)
        call(ipc::method::instancesCancelReload, {{u"target"_s, number}});
}

void InstanceCommands::scale(int number, int instances)
{
    call(ipc::method::appsScale, {{u"target"_s, number}, {u"count"_s, instances}});
}

void InstanceCommands::create(const AppSpec& spec)
{
    const QJsonObject params{{u"specs"_s, QJsonArray{specToJson(spec)}},
                             {u"shellEnvironment"_s, ownEnvironment()},
                             {u"force"_s, false},
                             {u"apply"_s, false}};
    call(ipc::method::appsCreate, params, [this](const QJsonValue& result) {
        for (const QJsonValue& entry : result["apps"_L1].toArray()) {
            const QString id = entry["id"_L1].toString();
            if (!id.isEmpty()) Q_EMIT created(id);
            if (entry["error"_L1].isObject())
                Q_EMIT failed(Error::fromJson(entry["error"_L1].toObject()).message());
        }
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

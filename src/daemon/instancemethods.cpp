// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/instancemethods.h"

#include "core/specfields.h"
#include "daemon/appregistry.h"
#include "daemon/methodparameters.h"
#include "daemon/methodtable.h"
#include "ipc/methods.h"
#include "platform/processes.h"

namespace tropero {

using namespace Qt::StringLiterals;

InstanceMethods::InstanceMethods(AppRegistry& registry, AppCommands& commands, QObject* parent)
    : QObject(parent), m_registry(registry), m_commands(commands)
{
}

void InstanceMethods::addTo(MethodTable& table)
{
    const auto add = [this, &table](QLatin1StringView name, Method method) {
        table.add(name, [this, method](ipc::RpcPeer*, const QJsonObject& params, const ipc::Responder& responder) {
            const Result<QList<int>> numbers = targetInstances(m_registry, params);
            if (numbers) (this->*method)(*numbers, params, responder);
            else responder.fail(numbers.error());
        });
    };
    add(ipc::method::instancesSelect, &InstanceMethods::select);
    add(ipc::method::instancesStart, &InstanceMethods::start);
    add(ipc::method::instancesStop, &InstanceMethods::stop);
    add(ipc::method::instancesRestart, &InstanceMethods::restart);
    add(ipc::method::instancesDelete, &InstanceMethods::remove);
    add(ipc::method::instancesReset, &InstanceMethods::reset);
    add(ipc::method::instancesSignal, &InstanceMethods::signal);
    add(ipc::method::instancesFlush, &InstanceMethods::flush);
}

void InstanceMethods::select(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    responder.reply(QJsonObject{{u"numbers"_s, numbersJson(numbers)}});
}

void InstanceMethods::start(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    m_commands.start(numbers, tr("started by command"), [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

void InstanceMethods::stop(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    m_commands.stop(numbers, tr("stopped by command"), [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

void InstanceMethods::restart(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder)
{
    const QJsonObject changes = params["changes"_L1].toObject();
    const EnvironmentMap shell = environmentFromJson(params["shellEnvironment"_L1].toObject());
    if (auto taken = takeOver(numbers, changes, shell); !taken) {
        responder.fail(taken.error());
        return;
    }
    m_commands.restart(numbers, tr("restarted by command"), [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

Result<void> InstanceMethods::takeOver(const QList<int>& numbers, const QJsonObject& changes, const EnvironmentMap& shellEnvironment)
{
    if (changes.isEmpty() && shellEnvironment.isEmpty()) return {};
    QHash<ManagedApp*, AppSpec> specs;
    for (const int number : numbers) {
        ManagedApp* const app = m_registry.appOfInstance(number);
        if (!app || specs.contains(app)) continue;
        Result<AppSpec> spec = specFromJson(changes, app->spec);
        if (!spec) return std::unexpected(spec.error());
        spec->instances = static_cast<int>(app->instances.size()); // a restart changes no number of instances
        restoreMasked(*spec, app->spec);
        if (auto valid = validateSpec(*spec); !valid) return valid;
        specs.insert(app, *spec);
    }
    for (auto it = specs.cbegin(); it != specs.cend(); ++it) {
        m_registry.setSpec(*it.key(), it.value());
        if (!shellEnvironment.isEmpty()) m_registry.setShellEnvironment(*it.key(), shellEnvironment);
        m_commands.reconfigure(it.key()->id);
    }
    return {};
}

void InstanceMethods::remove(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    const QJsonArray before = instancesJson(m_registry, numbers);
    m_commands.remove(numbers, [before, responder](const AppCommands::Problems& problems) { answerCommand(responder, before, problems); });
}

void InstanceMethods::reset(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    m_commands.reset(numbers, [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

void InstanceMethods::signal(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder)
{
    const QString signal = params["signal"_L1].toVariant().toString();
    if (auto known = platform::signalNumber(signal); !known) {
        responder.fail(known.error());
        return;
    }
    m_commands.signal(numbers, signal, [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

void InstanceMethods::flush(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    m_commands.flush(numbers, [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

} // namespace tropero

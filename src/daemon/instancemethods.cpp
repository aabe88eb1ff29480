// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/instancemethods.h"

#include "core/environmentjson.h"
#include "core/nearest.h"
#include "core/specfields.h"
#include "daemon/appregistry.h"
#include "daemon/methodparameters.h"
#include "daemon/methodtable.h"
#include "ipc/methods.h"
#include "platform/processes.h"

#include <QMap>

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
    add(ipc::method::instancesReload, &InstanceMethods::reload);
    add(ipc::method::instancesCancelReload, &InstanceMethods::cancelReload);
    add(ipc::method::instancesTrigger, &InstanceMethods::trigger);
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
    m_commands.start(numbers, Reason::of(ReasonCode::StartCommand), [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

void InstanceMethods::stop(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    m_commands.stop(numbers, Reason::of(ReasonCode::StopCommand), [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

void InstanceMethods::restart(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder)
{
    if (auto taken = takeOver(numbers, params); !taken) {
        responder.fail(taken.error());
        return;
    }
    m_commands.restart(numbers, Reason::of(ReasonCode::RestartCommand), [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

void InstanceMethods::reload(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder)
{
    const int parallel = params["parallel"_L1].toInt(params.contains("parallel"_L1) ? -1 : 0);
    if (parallel < 0) {
        responder.fail({ErrorCode::InvalidArgument, tr("Wrong number of instances to reload at the same time"), u"parallel"_s,
                        tr("expected a whole number from 1"), {}});
        return;
    }
    if (auto taken = takeOver(numbers, params); !taken) {
        responder.fail(taken.error());
        return;
    }
    m_commands.reload(numbers, parallel, Reason::of(ReasonCode::ReloadCommand),
                      [this, numbers, responder](const AppCommands::Problems& problems, const AppCommands::Replies& replies) {
                          const QJsonArray notes = notesJson(replies);
                          answerCommand(responder, instancesJson(m_registry, numbers), problems,
                                        notes.isEmpty() ? QJsonObject() : QJsonObject{{u"notes"_s, notes}});
                      });
}

void InstanceMethods::cancelReload(const QList<int>& numbers, const QJsonObject&, const ipc::Responder& responder)
{
    m_commands.cancelReload(numbers, [this, numbers, responder](const AppCommands::Problems& problems) {
        answerCommand(responder, instancesJson(m_registry, numbers), problems);
    });
}

Result<QList<int>> InstanceMethods::havingAction(const QList<int>& numbers, const QString& action) const
{
    QList<int> having;
    QStringList known;
    for (const int number : numbers) {
        const ManagedApp* const app = m_registry.appOfInstance(number);
        if (!app) continue;
        const QStringList& own = app->instance(number)->actions;
        if (own.contains(action)) having.append(number);
        known += own;
    }
    if (!having.isEmpty()) return having;
    known.removeDuplicates();
    known.sort();
    const QString near = nearestMatch(action, known);
    return failure(ErrorCode::NotFound, tr("There is no such action"), action,
                   known.isEmpty() ? tr("no action is known of what was named; an app says them when it has started") : tr("known are %1").arg(known.join(u", "_s)),
                   near.isEmpty() ? QString() : tr("Did you mean \"%1\"?").arg(near));
}

void InstanceMethods::trigger(const QList<int>& numbers, const QJsonObject& params, const ipc::Responder& responder)
{
    const QString action = params["action"_L1].toString();
    if (action.isEmpty()) {
        responder.fail({ErrorCode::InvalidArgument, tr("No action was named"), u"action"_s, {}, {}});
        return;
    }
    const Result<QList<int>> having = havingAction(numbers, action);
    if (!having) {
        responder.fail(having.error());
        return;
    }
    m_commands.trigger(*having, action, params["parameter"_L1],
                       [this, having = *having, responder](const AppCommands::Problems& problems, const AppCommands::Replies& replies) {
                           answerCommand(responder, instancesJson(m_registry, having), problems, {{u"replies"_s, repliesJson(replies)}});
                       });
}

QJsonArray InstanceMethods::repliesJson(const AppCommands::Replies& replies) const
{
    QMap<int, QJsonObject> byNumber;
    for (const CommandReply& one : replies) {
        const ManagedApp* const app = m_registry.app(one.appId);
        for (const QJsonValue& value : one.reply["replies"_L1].toArray()) {
            QJsonObject reply = value.toObject();
            reply.insert("app"_L1, one.appId);
            reply.insert("name"_L1, one.name);
            if (app) reply.insert("namespace"_L1, app->spec.nameSpace);
            byNumber.insert(reply["number"_L1].toInt(), reply);
        }
    }
    QJsonArray array;
    for (const QJsonObject& reply : std::as_const(byNumber)) array.append(reply);
    return array;
}

Result<void> InstanceMethods::takeOver(const QList<int>& numbers, const QJsonObject& params)
{
    QJsonObject changes = params["changes"_L1].toObject();
    changes.remove("instances"_L1); // apps.scale changes them, and without it no mode follows from them
    const EnvironmentMap shellEnvironment = environmentFromJson(params["shellEnvironment"_L1].toObject());
    if (changes.isEmpty() && shellEnvironment.isEmpty()) return {};
    QHash<ManagedApp*, AppSpec> specs;
    for (const int number : numbers) {
        ManagedApp* const app = m_registry.appOfInstance(number);
        if (!app || specs.contains(app)) continue;
        Result<AppSpec> spec = specFromJson(changes, app->spec);
        if (!spec) return std::unexpected(spec.error());
        spec->instances = static_cast<int>(app->instances.size());
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
    m_commands.remove(numbers, Reason::of(ReasonCode::DeleteCommand), [before, responder](const AppCommands::Problems& problems) { answerCommand(responder, before, problems); });
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

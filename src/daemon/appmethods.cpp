// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/appmethods.h"

#include "core/environmentjson.h"
#include "daemon/appcreation.h"
#include "daemon/appediting.h"
#include "daemon/appregistry.h"
#include "daemon/appscaling.h"
#include "daemon/methodparameters.h"
#include "daemon/methodtable.h"
#include "daemon/sampler.h"
#include "daemon/statestore.h"
#include "ipc/methods.h"

#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString originOf(const QString& name, const AppSpec& spec, const EnvironmentMap& configured)
{
    if (name.startsWith("TROPERO_"_L1)) return u"tropero"_s;
    if (configured.contains(name)) return u"config"_s;
    return name == spec.instanceVariable ? u"tropero"_s : u"shell"_s;
}

QJsonArray variablesJson(const ManagedApp& app, const InstanceStatus& instance, bool reveal)
{
    EnvironmentMap variables = instanceEnvironment(app.spec, app.shellEnvironment, instance.index);
    variables.insert(u"TROPERO_INSTANCE"_s, app.id + u'/' + QString::number(instance.number));
    const EnvironmentMap configured = configuredEnvironment(app.spec);
    QJsonArray array;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
        const bool secret = isSecretName(it.key());
        array.append(QJsonObject{{u"name"_s, it.key()},
                                 {u"value"_s, secret && !reveal ? maskedValue() : it.value()},
                                 {u"origin"_s, originOf(it.key(), app.spec, configured)},
                                 {u"secret"_s, secret}});
    }
    return array;
}

} // namespace

AppMethods::AppMethods(AppRegistry& registry, AppCreation& creation, AppScaling& scaling, AppEditing& editing, StateStore& store,
                       Sampler& sampler, QObject* parent)
    : QObject(parent), m_registry(registry), m_creation(creation), m_scaling(scaling), m_editing(editing), m_store(store), m_sampler(sampler)
{
}

void AppMethods::addTo(MethodTable& table)
{
    const auto add = [this, &table](QLatin1StringView name, void (AppMethods::*method)(const QJsonObject&, const ipc::Responder&)) {
        table.add(name, [this, method](ipc::RpcPeer*, const QJsonObject& params, const ipc::Responder& responder) {
            (this->*method)(params, responder);
        });
    };
    add(ipc::method::appsCreate, &AppMethods::create);
    add(ipc::method::appsList, &AppMethods::list);
    add(ipc::method::appsEnvironment, &AppMethods::environment);
    add(ipc::method::appsScale, &AppMethods::scale);
    add(ipc::method::appsResurrect, &AppMethods::resurrect);
    add(ipc::method::appsUpdate, &AppMethods::update);
}

void AppMethods::create(const QJsonObject& params, const ipc::Responder& responder)
{
    AppCreation::Request request;
    request.specs = params["specs"_L1].toArray();
    request.shellEnvironment = environmentFromJson(params["shellEnvironment"_L1].toObject());
    request.force = params["force"_L1].toBool();
    request.apply = params["apply"_L1].toBool();
    request.reload = params["reload"_L1].toBool();
    if (request.specs.isEmpty()) {
        responder.fail({ErrorCode::InvalidArgument, tr("There is no app to start"), u"specs"_s, {}, {}});
        return;
    }
    m_creation.create(request, [responder](const QJsonArray& entries) { responder.reply(QJsonObject{{u"apps"_s, entries}}); });
}

void AppMethods::list(const QJsonObject& params, const ipc::Responder& responder)
{
    const bool all = !params.contains("target"_L1);
    QSet<int> wanted;
    if (!all) {
        const Result<QList<int>> selected = targetInstances(m_registry, params);
        if (!selected) {
            responder.fail(selected.error());
            return;
        }
        wanted = QSet<int>(selected->cbegin(), selected->cend());
    }
    m_sampler.looked(!all);
    const bool reveal = params["reveal"_L1].toBool();
    QJsonArray apps;
    for (const auto& app : m_registry.apps()) {
        const QList<int> numbers = app->numbers();
        if (all || std::any_of(numbers.begin(), numbers.end(), [&wanted](int number) { return wanted.contains(number); })) {
            apps.append(appJson(*app, reveal));
        }
    }
    responder.reply(QJsonObject{{u"apps"_s, apps}});
}

void AppMethods::environment(const QJsonObject& params, const ipc::Responder& responder)
{
    const Result<QList<int>> numbers = targetInstances(m_registry, params);
    if (!numbers) {
        responder.fail(numbers.error());
        return;
    }
    QJsonArray instances;
    for (const int number : *numbers) {
        const ManagedApp* const app = m_registry.appOfInstance(number);
        if (!app) continue;
        instances.append(QJsonObject{{u"number"_s, number},
                                     {u"name"_s, app->spec.name},
                                     {u"variables"_s, variablesJson(*app, *app->instance(number), params["reveal"_L1].toBool())}});
    }
    responder.reply(QJsonObject{{u"instances"_s, instances}});
}

void AppMethods::scale(const QJsonObject& params, const ipc::Responder& responder)
{
    const Result<QList<int>> numbers = targetInstances(m_registry, params);
    const Result<InstanceCount> count = InstanceCount::parse(params["count"_L1]);
    if (!numbers || !count) {
        responder.fail(numbers ? count.error() : numbers.error());
        return;
    }
    QStringList ids;
    for (const int number : *numbers) {
        const QString id = m_registry.appOfInstance(number)->id;
        if (!ids.contains(id)) ids.append(id);
    }
    struct Work
    {
        QJsonArray apps;
        AppCommands::Problems problems;
        qsizetype left = 0;
    };
    const auto work = std::make_shared<Work>();
    work->left = ids.size();
    for (const QString& id : std::as_const(ids)) {
        m_scaling.scale(id, *count, [this, work, ids, responder](const QJsonObject& outcome, const AppCommands::Problems& problems) {
            if (!outcome.isEmpty()) work->apps.append(outcome);
            work->problems += problems;
            if (--work->left > 0) return;
            QJsonArray instances;
            for (const auto& app : m_registry.apps()) {
                if (!ids.contains(app->id)) continue;
                for (const InstanceStatus& one : std::as_const(app->instances)) instances.append(instanceJson(*app, one));
            }
            answerCommand(responder, instances, work->problems, {{u"apps"_s, work->apps}});
        });
    }
}

void AppMethods::resurrect(const QJsonObject& params, const ipc::Responder& responder)
{
    const StateStore::Loaded previous = m_store.loadPrevious();
    m_creation.resurrect(previous.apps, environmentFromJson(params["shellEnvironment"_L1].toObject()),
                         [responder](const QJsonArray& entries) { responder.reply(QJsonObject{{u"apps"_s, entries}}); });
}

void AppMethods::update(const QJsonObject& params, const ipc::Responder& responder)
{
    const auto answer = [this, responder](const AppEditing::Outcome& outcome) {
        QJsonObject result{{u"applied"_s, QJsonArray::fromStringList(outcome.applied)}, {u"needsRestart"_s, QJsonArray::fromStringList(outcome.needsRestart)}};
        const ManagedApp* const app = m_registry.app(outcome.appId);
        answerCommand(responder, app ? instancesJson(m_registry, app->numbers()) : QJsonArray(), outcome.problems, result);
    };
    const Result<void> begun = m_editing.update(params["app"_L1].toString(), params["spec"_L1].toObject(), answer);
    if (!begun) responder.fail(begun.error());
}

} // namespace tropero

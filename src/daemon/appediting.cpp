// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/appediting.h"

#include "core/specchange.h"
#include "core/specfields.h"
#include "daemon/appregistry.h"
#include "daemon/appscaling.h"
#include "daemon/eventlog.h"

#include <QJsonArray>
#include <QPointer>

#include <memory>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// The answer is given when the last part lets go of it.
struct Work
{
    Work(AppEditing::Outcome begun, AppRegistry* owner, AppEditing::Done callback) : outcome(std::move(begun)), registry(owner), done(std::move(callback)) {}
    ~Work()
    {
        if (!registry) return;
        if (const ManagedApp* const app = registry->app(outcome.appId)) outcome.needsRestart = app->needsRestart();
        for (const QString& key : std::as_const(outcome.needsRestart)) outcome.applied.removeAll(key);
        done(outcome);
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    AppEditing::Outcome outcome;
    QPointer<AppRegistry> registry;
    AppEditing::Done done;
};

/// Fields as the arguments of a Reason: names only, since values may be secret.
QJsonArray fieldsOf(const QList<SpecChange>& changes, const QStringList& keys)
{
    QJsonArray fields;
    for (const SpecChange& change : changes) {
        if (!keys.contains(change.key)) continue;
        QJsonObject field{{u"key"_s, change.key}};
        if (!change.variables.isEmpty()) field.insert("variables"_L1, QJsonArray::fromStringList(change.variables));
        fields.append(field);
    }
    return fields;
}

/// Of the app as a whole: told of its first instance, so that it stands in its history.
void tell(EventLog& events, const ManagedApp& app, const QList<SpecChange>& changes)
{
    const QJsonArray all = fieldsOf(changes, keysOf(changes, true) + keysOf(changes, false));
    const QJsonArray waiting = fieldsOf(changes, app.needsRestart());
    const Reason reason = waiting.isEmpty() ? Reason::of(ReasonCode::Edited, {QJsonValue(all)}) : Reason::of(ReasonCode::EditedWaits, {all, waiting});
    const InstanceStatus& first = app.instances.constFirst();
    events.own(app, first.number, "edited"_L1, reason, first.state, first.state);
}

} // namespace

AppEditing::AppEditing(AppRegistry& registry, AppCommands& commands, AppScaling& scaling, EventLog& events, QObject* parent)
    : QObject(parent), m_registry(registry), m_commands(commands), m_scaling(scaling), m_events(events)
{
}

Result<AppSpec> AppEditing::checked(const QJsonObject& json, const QString& appId, const AppSpec& present) const
{
    Result<AppSpec> spec = specFromJson(json);
    if (!spec) return spec;
    if (spec->name.isEmpty()) spec->name = defaultAppName(spec->script);
    restoreMasked(*spec, present);
    if (const auto valid = validateSpec(*spec); !valid) return std::unexpected(valid.error());
    const QList<ManagedApp*> namesakes = m_registry.appsNamed(spec->name, spec->nameSpace);
    const bool isNew = spec->name != present.name || spec->nameSpace != present.nameSpace;
    if (isNew && std::any_of(namesakes.begin(), namesakes.end(), [&appId](const ManagedApp* app) { return app->id != appId; })) {
        return failure(ErrorCode::AlreadyExists, tr("Cannot change the app"), spec->name, tr("another app of that namespace has the name"),
                       tr("Choose another name"));
    }
    return spec;
}

Result<void> AppEditing::update(const QString& appId, const QJsonObject& json, Done done)
{
    ManagedApp* const app = m_registry.app(appId);
    if (!app) return failure(ErrorCode::NotFound, tr("Cannot change the app"), appId, tr("there is no app of that id"));
    Result<AppSpec> spec = checked(json, appId, app->spec);
    if (!spec) return std::unexpected(spec.error());
    const int wanted = spec->instances;
    const int present = static_cast<int>(app->instances.size());
    AppSpec before = app->spec;
    before.instances = present;
    const QList<SpecChange> changes = specChanges(before, *spec);
    const auto work = std::make_shared<Work>(Outcome{appId, keysOf(changes, true) + keysOf(changes, false), {}, {}}, &m_registry, std::move(done));
    const auto report = [work](const AppCommands::Problems& problems) { work->outcome.problems += problems; };
    spec->instances = present; // scaling adds and removes
    m_registry.setSpec(*app, *spec);
    if (!changes.isEmpty()) tell(m_events, *app, changes);
    m_commands.reconfigure(appId);
    m_commands.persist(appId, report);
    if (wanted != present)
        m_scaling.scale(appId, {wanted, false}, [report](const QJsonObject&, const AppCommands::Problems& problems) { report(problems); });
    return {};
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/appcreation.h"

#include "core/specfields.h"
#include "daemon/appcommands.h"
#include "daemon/appregistry.h"
#include "daemon/eventlog.h"

#include <QPointer>
#include <QProcessEnvironment>

namespace tropero {

using namespace Qt::StringLiterals;

/// One request on its way; its answer is given when the last part lets go of it.
struct AppCreation::Work
{
    Work(AppCreation* owner, qsizetype count, Done callback) : creation(owner), entries(count), done(std::move(callback)) {}
    ~Work()
    {
        if (!creation) return;
        QJsonArray result;
        for (const QJsonObject& entry : std::as_const(entries)) result.append(entry);
        done(result);
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    void name(qsizetype entry, const ManagedApp& app, bool existed)
    {
        QJsonArray numbers;
        for (const int number : app.numbers()) numbers.append(number);
        entries[entry].insert("id"_L1, app.id);
        entries[entry].insert("name"_L1, app.spec.name);
        entries[entry].insert("numbers"_L1, numbers);
        entries[entry].insert("existed"_L1, existed);
    }
    void fail(qsizetype entry, const Error& error) { entries[entry].insert("error"_L1, error.toJson()); }
    void add(qsizetype entry, const QList<CommandProblem>& problems)
    {
        for (const CommandProblem& problem : problems) {
            entries[entry].insert(problem.carriedOut ? "warning"_L1 : "error"_L1, problem.error.toJson());
        }
    }

    QPointer<AppCreation> creation;
    QList<QJsonObject> entries;
    Done done;
};

namespace {

bool isLaunched(const ManagedApp& app)
{
    return std::any_of(app.instances.cbegin(), app.instances.cend(), [&app](const InstanceStatus& one) {
        return one.state != InstanceState::Errored && !app.isAtRest(one);
    });
}

/// Why an instance is down for good.
std::optional<Error> startFailure(const ManagedApp& app)
{
    for (const InstanceStatus& one : app.instances) {
        if (one.state == InstanceState::Errored) return one.reason.asError();
    }
    return std::nullopt;
}

} // namespace

AppCreation::AppCreation(AppRegistry& registry, AppCommands& commands, EventLog& events, QObject* parent)
    : QObject(parent), m_registry(registry), m_commands(commands), m_events(events)
{
}

void AppCreation::create(const Request& request, Done done)
{
    const auto work = std::make_shared<Work>(this, request.specs.size(), std::move(done));
    for (qsizetype i = 0; i < request.specs.size(); ++i) createOne(work, i, request.specs.at(i).toObject(), request);
}

void AppCreation::createOne(const WorkPointer& work, qsizetype entry, const QJsonObject& json, const Request& request)
{
    Result<AppSpec> spec = specFromJson(json);
    if (spec && spec->name.isEmpty()) spec->name = defaultAppName(spec->script);
    work->entries[entry].insert("name"_L1, spec ? spec->name : json["name"_L1].toString());
    if (spec) {
        if (auto valid = validateSpec(*spec); !valid) spec = std::unexpected(valid.error());
    }
    if (!spec) {
        work->fail(entry, spec.error());
        return;
    }
    const QList<ManagedApp*> namesakes = m_registry.appsNamed(spec->name, spec->nameSpace);
    if (request.apply && !namesakes.isEmpty()) {
        applyTo(work, entry, *namesakes.constFirst(), *spec, request, json.contains("instances"_L1));
        return;
    }
    const QString script = resolvedScript(*spec);
    const auto same = std::find_if(namesakes.begin(), namesakes.end(),
                                   [&script](const ManagedApp* app) { return resolvedScript(app->spec) == script; });
    if (same == namesakes.end() || request.force) {
        addNew(work, entry, *spec, request.shellEnvironment);
        return;
    }
    ManagedApp& app = **same;
    work->name(entry, app, true);
    if (isLaunched(app)) {
        work->fail(entry, {ErrorCode::AlreadyExists, tr("Script already launched, add -f option to force re-execution"), app.spec.name, {}, {}});
        return;
    }
    // What is given anew counts; what is not stays as it was.
    Result<AppSpec> merged = specFromJson(json, app.spec);
    if (merged && !json.contains("instances"_L1)) merged->instances = static_cast<int>(app.instances.size());
    if (merged) {
        restoreMasked(*merged, app.spec);
        m_registry.setSpec(app, *merged);
        m_registry.addInstances(app, merged->instances);
        if (!request.shellEnvironment.isEmpty()) m_registry.setShellEnvironment(app, request.shellEnvironment);
        work->name(entry, app, true);
    }
    begin(work, entry, app, app.numbers(), How::Restart);
}

void AppCreation::addNew(const WorkPointer& work, qsizetype entry, const AppSpec& spec, const EnvironmentMap& shellEnvironment)
{
    ManagedApp& app = m_registry.create(spec, orOwn(shellEnvironment));
    work->name(entry, app, false);
    for (const InstanceStatus& one : std::as_const(app.instances)) {
        m_events.own(app, one.number, "created"_L1, Reason::of(ReasonCode::CreateCommand), InstanceState::Stopped, InstanceState::Stopped);
    }
    if (spec.autostart) begin(work, entry, app, app.numbers(), How::Start);
    else store(work, entry, app.id);
}

void AppCreation::applyTo(const WorkPointer& work, qsizetype entry, ManagedApp& app, const AppSpec& spec, const Request& request, bool exactly)
{
    AppSpec taken = spec;
    restoreMasked(taken, app.spec);
    const int present = static_cast<int>(app.instances.size());
    taken.instances = std::max(spec.instances, present);
    m_registry.setSpec(app, taken);
    m_registry.addInstances(app, taken.instances);
    if (!request.shellEnvironment.isEmpty()) m_registry.setShellEnvironment(app, request.shellEnvironment);
    const How how = request.reload ? How::Reload : How::Restart;
    if (!request.reload || !exactly || spec.instances >= present) {
        work->name(entry, app, true);
        begin(work, entry, app, app.numbers(), how);
        return;
    }
    const QList<int> surplus = app.numbers().mid(spec.instances); // they are in the order of their index
    m_commands.remove(surplus, Reason::of(ReasonCode::FewerByConfig), [this, work, entry, how, id = app.id](const AppCommands::Problems& problems) {
        work->add(entry, problems);
        ManagedApp* const rest = m_registry.app(id);
        if (!rest) return;
        work->name(entry, *rest, true);
        begin(work, entry, *rest, rest->numbers(), how);
    });
}

void AppCreation::begin(const WorkPointer& work, qsizetype entry, ManagedApp& app, const QList<int>& numbers, How how)
{
    const auto finished = [this, work, entry, id = app.id](const AppCommands::Problems& problems) {
        work->add(entry, problems);
        const ManagedApp* const started = m_registry.app(id);
        const std::optional<Error> failed = started ? startFailure(*started) : std::nullopt;
        if (failed && !work->entries.at(entry).contains("error"_L1)) work->fail(entry, *failed);
    };
    m_commands.reconfigure(app.id);
    switch (how) {
    case How::Start: m_commands.start(numbers, Reason::of(ReasonCode::StartCommand), finished); break;
    case How::Restart: m_commands.restart(numbers, Reason::of(ReasonCode::StartCommand), finished); break;
    case How::Reload:
        m_commands.reload(numbers, 0, Reason::of(ReasonCode::ReloadCommand),
                          [work, entry, finished](const AppCommands::Problems& problems, const AppCommands::Replies& replies) {
                              for (const CommandReply& one : replies) {
                                  if (one.reply.contains("note"_L1)) work->entries[entry].insert("note"_L1, one.reply["note"_L1]);
                              }
                              finished(problems);
                          });
        break;
    }
}

void AppCreation::store(const WorkPointer& work, qsizetype entry, const QString& appId)
{
    m_commands.persist(appId, [work, entry](const AppCommands::Problems& problems) { work->add(entry, problems); });
}

const EnvironmentMap& AppCreation::orOwn(const EnvironmentMap& shellEnvironment)
{
    if (!shellEnvironment.isEmpty()) return shellEnvironment;
    if (m_ownEnvironment.isEmpty()) m_ownEnvironment = daemonEnvironment(); // one copy for all apps
    return m_ownEnvironment;
}

void AppCreation::resurrect(const QList<AppRecord>& records, const EnvironmentMap& shellEnvironment, Done done)
{
    QList<AppRecord> missing;
    for (const AppRecord& record : records) {
        if (m_registry.appsNamed(record.spec.name, record.spec.nameSpace).isEmpty()) missing.append(record);
    }
    const auto work = std::make_shared<Work>(this, missing.size(), std::move(done));
    for (qsizetype i = 0; i < missing.size(); ++i) {
        ManagedApp& app = m_registry.restore(missing.at(i));
        m_registry.setShellEnvironment(app, orOwn(shellEnvironment));
        work->name(i, app, false);
        QList<int> wanted;
        for (const InstanceStatus& one : std::as_const(app.instances)) {
            m_events.own(app, one.number, "created"_L1, Reason::of(ReasonCode::BackFromShutdown), InstanceState::Stopped,
                         InstanceState::Stopped);
            if (one.wantedUp && !app.hasFinished(one)) wanted.append(one.number);
        }
        if (wanted.isEmpty()) store(work, i, app.id);
        else begin(work, i, app, wanted, How::Start);
    }
}

EnvironmentMap daemonEnvironment()
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    EnvironmentMap environment;
    for (const QString& name : own.keys()) {
        if (!name.startsWith("TROPERO_"_L1) || name == "TROPERO_HOME"_L1) environment.insert(name, own.value(name));
    }
    return environment;
}

} // namespace tropero

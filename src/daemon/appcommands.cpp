// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/appcommands.h"

#include "daemon/appregistry.h"
#include "daemon/eventlog.h"
#include "daemon/guardpool.h"
#include "daemon/statestore.h"

#include <QPointer>

namespace tropero {

using namespace Qt::StringLiterals;

/// Collects the ends of the parts of one command; the command is done when the last part lets go of it.
class AppCommands::Join
{
public:
    Join(AppCommands* commands, Answered done) : m_commands(commands), m_done(std::move(done)) {}
    ~Join()
    {
        if (m_done && m_commands) m_done(m_problems, m_replies); // at the daemon's end nobody waits any more
    }
    Join(const Join&) = delete;
    Join& operator=(const Join&) = delete;

    void report(const QString& appId, const QString& name, const Result<void>& result, bool carriedOut = false)
    {
        if (!result) m_problems.append({appId, name, result.error(), carriedOut});
    }
    void reply(const QString& appId, const QString& name, const Result<QJsonObject>& reply)
    {
        if (reply) m_replies.append({appId, name, *reply});
        else m_problems.append({appId, name, reply.error(), false});
    }

private:
    QPointer<AppCommands> m_commands;
    Answered m_done;
    Problems m_problems;
    Replies m_replies;
};

AppCommands::AppCommands(AppRegistry& registry, StateStore& store, GuardPool& guards, EventLog& events, QObject* parent)
    : QObject(parent), m_registry(registry), m_store(store), m_guards(guards), m_events(events)
{
}

QList<std::pair<ManagedApp*, QList<int>>> AppCommands::byApp(const QList<int>& numbers) const
{
    QList<std::pair<ManagedApp*, QList<int>>> result;
    for (const auto& app : m_registry.apps()) {
        QList<int> own;
        for (const int number : app->numbers()) {
            if (numbers.contains(number)) own.append(number);
        }
        if (!own.isEmpty()) result.append({app.get(), own});
    }
    return result;
}

void AppCommands::start(const QList<int>& numbers, const Reason& reason, Done done)
{
    wantAndRun({QString(guardaction::start), numbers, reason}, true, joined(std::move(done)));
}

void AppCommands::stop(const QList<int>& numbers, const Reason& reason, Done done)
{
    wantAndRun({QString(guardaction::stop), numbers, reason}, false, joined(std::move(done)));
}

void AppCommands::restart(const QList<int>& numbers, const Reason& reason, Done done)
{
    wantAndRun({QString(guardaction::restart), numbers, reason}, true, joined(std::move(done)));
}

void AppCommands::reload(const QList<int>& numbers, int parallel, const Reason& reason, Answered done)
{
    wantAndRun({.action = QString(guardaction::reload), .numbers = numbers, .reason = reason, .parallel = parallel}, true,
               std::make_shared<Join>(this, std::move(done)));
}

AppCommands::JoinPointer AppCommands::joined(Done done)
{
    return std::make_shared<Join>(this, [done = std::move(done)](const Problems& problems, const Replies&) {
        if (done) done(problems);
    });
}

void AppCommands::wantAndRun(const GuardCommand& wanted, bool up, const JoinPointer& join)
{
    for (const auto& [app, own] : byApp(wanted.numbers)) {
        m_registry.setWanted(*app, own, up);
        save(*app, join);
    }
    command(wanted, join);
}

void AppCommands::cancelReload(const QList<int>& numbers, Done done)
{
    command({QString(guardaction::cancelReload), numbers, Reason::of(ReasonCode::CancelReloadCommand)}, joined(std::move(done)));
}

void AppCommands::trigger(const QList<int>& numbers, const QString& action, const QJsonValue& parameter, Answered done)
{
    command({.action = QString(guardaction::trigger), .numbers = numbers, .trigger = action, .parameter = parameter},
            std::make_shared<Join>(this, std::move(done)));
}

void AppCommands::reset(const QList<int>& numbers, Done done)
{
    command({QString(guardaction::reset), numbers, Reason::of(ReasonCode::ResetCommand)}, joined(std::move(done)));
}

void AppCommands::signal(const QList<int>& numbers, const QString& signal, Done done)
{
    command({QString(guardaction::signal), numbers, {}, signal}, joined(std::move(done)));
}

void AppCommands::flush(const QList<int>& numbers, Done done)
{
    command({QString(guardaction::flush), numbers}, joined(std::move(done)));
}

void AppCommands::command(const GuardCommand& wanted, const JoinPointer& join)
{
    for (const auto& [app, own] : byApp(wanted.numbers)) {
        GuardCommand ofApp = wanted;
        ofApp.numbers = own;
        m_guards.keeper(app->id).run(ofApp, [join, id = app->id, name = app->spec.name](const Result<QJsonObject>& result) {
            join->reply(id, name, result);
        });
    }
}

void AppCommands::remove(const QList<int>& numbers, const Reason& reason, Done done)
{
    const JoinPointer join = joined(std::move(done));
    for (const auto& [app, own] : byApp(numbers)) {
        if (own.size() == app->instances.size()) removeWhole(*app, reason, join);
        else removeSome(*app, own, reason, join);
    }
}

void AppCommands::removeWhole(ManagedApp& app, const Reason& reason, const JoinPointer& join)
{
    m_registry.setWanted(app, app.numbers(), false);
    m_guards.keeper(app.id).end(reason, [this, join, reason, id = app.id](const Result<void>& result) {
        const ManagedApp* const gone = m_registry.app(id);
        if (!gone) return;
        join->report(id, gone->spec.name, result);
        if (!result) return;
        for (const InstanceStatus& one : gone->instances) {
            m_events.own(*gone, one.number, "deleted"_L1, reason, one.state, InstanceState::Stopped);
        }
        m_store.remove(id, this, [join, id, name = gone->spec.name](const Result<void>& removed) {
            join->report(id, name, removed, true);
        });
        m_guards.drop(id);
        m_registry.remove(id);
    });
}

void AppCommands::removeSome(ManagedApp& app, const QList<int>& numbers, const Reason& reason, const JoinPointer& join)
{
    m_registry.setWanted(app, numbers, false);
    m_guards.keeper(app.id).run({QString(guardaction::stop), numbers, reason}, [this, join, reason, numbers, id = app.id](const Result<QJsonObject>& result) {
        ManagedApp* const target = m_registry.app(id);
        if (!target) return;
        join->reply(id, target->spec.name, result);
        if (!result) return;
        for (const int number : numbers) m_events.own(*target, number, "deleted"_L1, reason, InstanceState::Stopped, InstanceState::Stopped);
        m_registry.removeInstances(*target, numbers);
        m_guards.keeper(id).configure();
        save(*target, join);
    });
}

void AppCommands::reconfigure(const QString& appId)
{
    m_guards.keeper(appId).configure();
}

void AppCommands::persist(const QString& appId, Done done)
{
    const JoinPointer join = joined(std::move(done));
    if (const ManagedApp* const app = m_registry.app(appId)) save(*app, join);
}

void AppCommands::save(const ManagedApp& app, const JoinPointer& join)
{
    m_store.save(AppRecord::of(app), this, [this, join, id = app.id, name = app.spec.name](const Result<void>& result) {
        join->report(id, name, result, true);
        if (!result) m_events.note(result.error().message());
    });
}

void AppCommands::storeAll(std::function<void()> done)
{
    // Jobs are carried out in order, and this one changes nothing.
    m_store.moveToPrevious({}, this, [done = std::move(done)](const Result<void>&) { done(); });
}

void AppCommands::shutDown(Done done)
{
    QStringList ids;
    for (const auto& app : m_registry.apps()) ids.append(app->id);
    // The files keep what was wanted: that is what apps.resurrect needs.
    const JoinPointer stored = joined([this, ids, done](const Problems& problems) {
        m_store.moveToPrevious(ids, this, [done, problems](const Result<void>& moved) {
            Problems all = problems;
            if (!moved) all.append({{}, {}, moved.error(), true});
            done(all);
        });
    });
    for (const QString& id : ids) {
        m_guards.keeper(id).end(Reason::of(ReasonCode::DaemonEnds), [this, stored, id](const Result<void>& result) {
            const ManagedApp* const app = m_registry.app(id);
            stored->report(id, app ? app->spec.name : id, result);
        });
    }
}

} // namespace tropero

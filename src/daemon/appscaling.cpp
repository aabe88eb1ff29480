// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/appscaling.h"

#include "daemon/appregistry.h"
#include "daemon/eventlog.h"
#include "daemon/methodparameters.h"

#include <QRegularExpression>
#include <QThread>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostInstances = 1000;

QString wrongCount()
{
    return AppScaling::tr("Wrong number of instances");
}

} // namespace

Result<InstanceCount> InstanceCount::parse(const QJsonValue& value)
{
    static const QRegularExpression form(u"^([+-]?)([0-9]{1,4})$"_s);
    const QString text = value.isDouble() ? QString::number(value.toDouble()) : value.toString().trimmed();
    if (text.compare("max"_L1, Qt::CaseInsensitive) == 0) return InstanceCount{std::max(1, QThread::idealThreadCount()), false};
    const QRegularExpressionMatch match = form.match(text);
    const bool relative = match.hasMatch() && !match.captured(1).isEmpty();
    if (!match.hasMatch() || (relative && value.isDouble())) {
        return failure(ErrorCode::InvalidArgument, wrongCount(), text, AppScaling::tr("expected 1 to %1, +2, -1 or max").arg(mostInstances));
    }
    const int number = match.captured(2).toInt();
    if (number == 0 && !relative) {
        return failure(ErrorCode::InvalidArgument, wrongCount(), text, AppScaling::tr("an app has at least one instance"),
                       AppScaling::tr("To stop it, use \"stop\""));
    }
    return InstanceCount{match.captured(1) == u'-' ? -number : number, relative};
}

Result<int> InstanceCount::of(int present) const
{
    const int wanted = relative ? present + number : number;
    if (wanted < 1) {
        return failure(ErrorCode::InvalidArgument, wrongCount(), QString::number(number),
                       AppScaling::tr("it has %1, and at least one must be left").arg(present), AppScaling::tr("To stop it, use \"stop\""));
    }
    if (wanted > mostInstances) {
        return failure(ErrorCode::InvalidArgument, wrongCount(), QString::number(wanted), AppScaling::tr("an app has at most %1").arg(mostInstances));
    }
    return wanted;
}

AppScaling::AppScaling(AppRegistry& registry, AppCommands& commands, EventLog& events, QObject* parent)
    : QObject(parent), m_registry(registry), m_commands(commands), m_events(events)
{
}

void AppScaling::scale(const QString& appId, const InstanceCount& count, Done done)
{
    QList<Request>& requests = m_requests[appId];
    requests.append({count, std::move(done)});
    if (requests.size() == 1) next(appId);
}

void AppScaling::next(const QString& appId)
{
    const QList<Request> requests = m_requests.value(appId);
    if (requests.isEmpty()) m_requests.remove(appId);
    else carryOut(appId, requests.constFirst());
}

void AppScaling::finish(const QString& appId, const Request& request, const QJsonObject& outcome, const AppCommands::Problems& problems)
{
    const Request finished = request; // it may live in the list
    m_requests[appId].removeFirst();
    finished.done(outcome, problems);
    next(appId);
}

void AppScaling::carryOut(const QString& appId, const Request& request)
{
    ManagedApp* const app = m_registry.app(appId);
    if (!app) {
        finish(appId, request, {}, {{appId, appId, {ErrorCode::Cancelled, tr("The app was removed meanwhile"), appId, {}, {}}}});
        return;
    }
    const int before = static_cast<int>(app->instances.size());
    QJsonObject outcome{{u"id"_s, appId}, {u"name"_s, app->spec.name}, {u"before"_s, before}, {u"after"_s, before},
                        {u"added"_s, QJsonArray()}, {u"removed"_s, QJsonArray()}};
    Result<int> wanted = request.count.of(before);
    if (wanted && *wanted == before) {
        wanted = failure(ErrorCode::AlreadyExists, tr("Nothing to do"), app->spec.name,
                         before == 1 ? tr("it has 1 instance") : tr("it has %1 instances").arg(before));
    }
    if (!wanted) {
        finish(appId, request, outcome, {{appId, app->spec.name, wanted.error()}});
        return;
    }
    QList<int> surplus;
    QList<int> added;
    if (*wanted > before) added = m_registry.addInstances(*app, *wanted);
    else surplus = app->numbers().mid(*wanted); // they are in the order of their index
    outcome.insert("added"_L1, numbersJson(added));
    outcome.insert("removed"_L1, numbersJson(surplus));
    const auto done = [this, appId, request, outcome](const AppCommands::Problems& problems) {
        QJsonObject result = outcome;
        const ManagedApp* const scaled = m_registry.app(appId);
        result.insert("after"_L1, scaled ? static_cast<int>(scaled->instances.size()) : 0);
        finish(appId, request, result, problems);
    };
    if (added.isEmpty()) m_commands.remove(surplus, Reason::of(ReasonCode::ScaleDownCommand), done);
    else begin(*app, added, done);
}

void AppScaling::begin(ManagedApp& app, const QList<int>& added, const AppCommands::Done& done)
{
    for (const int number : added) {
        m_events.own(app, number, "created"_L1, Reason::of(ReasonCode::ScaleUpCommand), InstanceState::Stopped, InstanceState::Stopped);
    }
    const bool up = std::any_of(app.instances.cbegin(), app.instances.cend(), [&](const InstanceStatus& one) {
        return one.wantedUp && !app.hasFinished(one) && !added.contains(one.number);
    });
    m_registry.setWanted(app, added, up);
    m_commands.reconfigure(app.id);
    if (up) m_commands.start(added, Reason::of(ReasonCode::ScaleUpCommand), done);
    else m_commands.persist(app.id, done);
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"

#include "cli/configargument.h"
#include "cli/listtable.h"
#include "core/errorwords.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <vector>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

struct Group
{
    QString app;
    QString name;
    QList<InstanceStatus> instances;
};

std::vector<Group> groupedByApp(const QJsonArray& instances)
{
    std::vector<Group> groups;
    for (const QJsonValue value : instances) {
        const QJsonObject object = value.toObject();
        const QString app = object.value("app"_L1).toString();
        auto group = std::ranges::find(groups, app, &Group::app);
        if (group == groups.end())
            group = groups.insert(groups.end(), {app, object.value("name"_L1).toString(), {}});
        group->instances.append(InstanceStatus::fromJson(object));
    }
    return groups;
}

QString sentenceOf(Deed deed, const QString& who)
{
    switch (deed) {
    case Deed::Started: return Texts::tr("Started %1").arg(who);
    case Deed::Restarted: return Texts::tr("Restarted %1").arg(who);
    case Deed::Reloaded: return Texts::tr("Reloaded %1").arg(who);
    case Deed::ReloadCancelled: return Texts::tr("Cancelled the reload of %1").arg(who);
    case Deed::Stopped: return Texts::tr("Stopped %1").arg(who);
    case Deed::Deleted: return Texts::tr("Deleted %1").arg(who);
    case Deed::Reset: return Texts::tr("Reset the counters of %1").arg(who);
    case Deed::Signalled: return Texts::tr("Sent the signal to %1").arg(who);
    case Deed::Flushed: return Texts::tr("Emptied the logs of %1").arg(who);
    }
    return {};
}

bool startsSomething(Deed deed)
{
    return deed == Deed::Started || deed == Deed::Restarted || deed == Deed::Reloaded;
}

/// "0-3, 5".
QString numbersText(const QList<InstanceStatus>& instances)
{
    QStringList parts;
    for (qsizetype i = 0; i < instances.size();) {
        qsizetype last = i;
        while (last + 1 < instances.size() && instances.at(last + 1).number == instances.at(last).number + 1)
            ++last;
        const QString first = QString::number(instances.at(i).number);
        parts.append(last == i ? first : first + u'-' + QString::number(instances.at(last).number));
        i = last + 1;
    }
    return parts.join(", "_L1);
}

QString whoText(const Group& group, const QList<InstanceStatus>& instances, bool withPid)
{
    if (instances.size() > 1)
        return Texts::tr("%1 (%2 instances, ids %3)").arg(group.name, QString::number(instances.size()), numbersText(instances));
    const InstanceStatus& one = instances.constFirst();
    if (withPid && one.pid > 0)
        return Texts::tr("%1 (id %2, pid %3)").arg(group.name, QString::number(one.number), QString::number(one.pid));
    return Texts::tr("%1 (id %2)").arg(group.name, QString::number(one.number));
}

/// What did not come up is said on standard error. False for errored instances.
bool reportNotUp(Session& session, const Group& group, const InstanceStatus& one)
{
    const QString who = Texts::tr("%1 (id %2)").arg(group.name, QString::number(one.number));
    if (one.state == InstanceState::Errored) {
        session.console().error({ErrorCode::Internal, Texts::tr("Cannot start the app"), who, one.reason.words(),
                                 Texts::tr("See: tropero logs %1").arg(one.number)});
        return false;
    }
    if (one.state == InstanceState::WaitingRestart) {
        session.console().warning(Texts::tr("%1 ended at once (%2) and is about to start again. See: tropero logs %3").arg(who, one.reason.words(), QString::number(one.number)));
        return true;
    }
    if (!session.console().isSilent())
        session.console().printLine(one.reason.isEmpty() ? Texts::tr("%1 is stopped").arg(who) : Texts::tr("%1 is stopped: %2").arg(who, one.reason.words()));
    return true;
}

struct Target
{
    QString word;
    bool fromConfig = false;
};

/// The words, with a config file (or "-", standard input) replaced by the names of its apps. `only` is a list with commas.
Result<QList<Target>> expandedTargets(Session& session, const QStringList& words, const QString& only)
{
    QList<Target> targets;
    for (const QString& word : words) {
        if (!isConfigArgument(word, session.folder())) {
            targets.append({word, false});
            continue;
        }
        const auto config = readConfigArgument(session, word, {}, only);
        if (!config)
            return std::unexpected(config.error());
        for (const AppSpec& app : config->apps)
            targets.append({app.name, true});
    }
    return targets;
}

} // namespace

bool reportInstances(Session& session, Deed deed, const QJsonArray& instances, const QJsonArray& problems)
{
    bool good = true;
    QStringList failedApps;
    for (const QJsonValue value : problems) {
        const QJsonObject problem = value.toObject();
        const Error error = translatedError(problem.value("error"_L1).toObject());
        if (problem.value("carriedOut"_L1).toBool()) {
            session.console().warning(error.message());
            continue;
        }
        failedApps.append(problem.value("app"_L1).toString());
        session.console().error(error);
        good = false;
    }
    for (const Group& group : groupedByApp(instances)) {
        if (failedApps.contains(group.app))
            continue;
        QList<InstanceStatus> done;
        for (const InstanceStatus& one : group.instances) {
            const bool up = one.state == InstanceState::Online || one.state == InstanceState::Launching;
            if (up || !startsSomething(deed))
                done.append(one);
            else
                good = reportNotUp(session, group, one) && good;
        }
        if (!done.isEmpty() && !session.console().isSilent())
            session.console().printLine(sentenceOf(deed, whoText(group, done, startsSomething(deed))));
    }
    return good;
}

void reportNotes(Session& session, const QJsonArray& notes)
{
    for (const QJsonValue value : notes) {
        const QJsonObject note = value.toObject();
        session.console().note(u"%1: %2"_s.arg(note.value("name"_L1).toString(), translatedText(note.value("text"_L1).toString())));
    }
}

QList<CommandOption> listOptions()
{
    return {{.name = u"mini-list"_s, .letter = u"m"_s, .help = Texts::tr("Print the list in its narrow form")}};
}

int printList(Session& session, const ParsedOptions& options)
{
    if (session.console().isSilent())
        return 0;
    const auto answer = session.call(ipc::method::appsList);
    if (!answer)
        return session.fail(answer.error());
    Console& console = session.console();
    const auto style = options.has("mini-list"_L1) ? ListStyle::Mini : ListStyle::Adaptive;
    console.print(listText(listedInstances(*answer), style, console.width(), QDateTime::currentMSecsSinceEpoch(), console));
    return 0;
}

int actOnTargets(Session& session, const ParsedOptions& options, QLatin1StringView method, Deed deed, const QJsonObject& more)
{
    const auto targets = expandedTargets(session, options.targets, options.value("only"_L1));
    if (!targets)
        return session.fail(targets.error());
    bool acted = false;
    for (const Target& target : *targets) {
        QJsonObject params = session.targetParams(target.word);
        for (auto entry = more.constBegin(); entry != more.constEnd(); ++entry)
            params.insert(entry.key(), entry.value());
        const auto answer = session.call(method, params, Texts::tr("Waiting for %1").arg(target.word));
        const bool last = &target == &targets->constLast();
        if (!answer && answer.error().code == ErrorCode::NotFound && target.fromConfig && (acted || !last)) {
            session.console().warning(answer.error().message());
            continue; // of a config file, whatever is there
        }
        if (!answer)
            return session.fail(answer.error());
        acted = true;
        if (!reportInstances(session, deed, answer->value("instances"_L1).toArray(), answer->value("problems"_L1).toArray()))
            return 1;
    }
    const bool changesList = deed != Deed::Signalled && deed != Deed::Flushed;
    return changesList ? printList(session, options) : 0;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/creation.h"

#include "cli/actions.h"
#include "cli/listedapps.h"
#include "client/shellenvironment.h"
#include "core/errorwords.h"
#include "core/specfields.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Creation)
};

QHash<QString, QJsonObject> appsById(Session& session)
{
    QHash<QString, QJsonObject> apps;
    if (const auto answer = session.call(ipc::method::appsList))
        for (const QJsonValue app : answer->value("apps"_L1).toArray())
            apps.insert(app.toObject().value("id"_L1).toString(), app.toObject());
    return apps;
}

/// The app's instances as commands answer them: with name and app.
QJsonArray labelled(const QJsonObject& app)
{
    QJsonArray instances;
    for (const QJsonValue value : app.value("instances"_L1).toArray()) {
        QJsonObject instance = value.toObject();
        instance.insert("app"_L1, app.value("id"_L1));
        instance.insert("name"_L1, app.value("spec"_L1).toObject().value("name"_L1));
        instances.append(instance);
    }
    return instances;
}

bool neverRan(const QJsonObject& app)
{
    return std::ranges::all_of(app.value("instances"_L1).toArray(), [](const QJsonValue& value) {
        const InstanceStatus status = InstanceStatus::fromJson(value.toObject());
        return status.state == InstanceState::Errored && status.startedAt == 0 && !status.hasExited;
    });
}

/// A new app of which nothing could be started at all is most often a mistyped one: it does not stay in the list.
void withdraw(Session& session, const QJsonObject& app)
{
    for (const QJsonValue instance : app.value("instances"_L1).toArray())
        if (const auto gone = session.call(ipc::method::instancesDelete, session.targetParams(QString::number(instance.toObject().value("number"_L1).toInt()))); !gone)
            return;
}

} // namespace

bool reportCreated(Session& session, const QJsonArray& entries, QList<int>* numbers, bool reloaded)
{
    const QHash<QString, QJsonObject> apps = appsById(session);
    const Deed renewed = reloaded ? Deed::Reloaded : Deed::Restarted;
    bool good = true;
    for (const QJsonValue value : entries) {
        const QJsonObject entry = value.toObject();
        if (numbers)
            for (const QJsonValue number : entry.value("numbers"_L1).toArray())
                numbers->append(number.toInt());
        if (entry.contains("warning"_L1))
            session.console().warning(translatedError(entry.value("warning"_L1).toObject()).message());
        if (entry.contains("note"_L1))
            reportNotes(session, {QJsonObject{{u"name"_s, entry.value("name"_L1)}, {u"text"_s, entry.value("note"_L1)}}});
        const QString id = entry.value("id"_L1).toString();
        const bool existed = entry.value("existed"_L1).toBool();
        if (entry.contains("error"_L1)) {
            session.console().error(translatedError(entry.value("error"_L1).toObject()));
            good = false;
            if (!existed && apps.contains(id) && neverRan(apps.value(id)))
                withdraw(session, apps.value(id));
        } else if (apps.contains(id)) {
            good = reportInstances(session, existed ? renewed : Deed::Started, labelled(apps.value(id))) && good;
        }
    }
    return good;
}

bool createApps(Session& session, const QList<AppSpec>& specs, const CreationWishes& wishes, QList<int>* numbers)
{
    QJsonArray array;
    for (const AppSpec& spec : specs)
        array.append(specToJson(spec));
    const QJsonObject params{{u"specs"_s, array}, {u"shellEnvironment"_s, shellEnvironment()}, {u"force"_s, wishes.force}, {u"apply"_s, wishes.apply},
                             {u"reload"_s, wishes.reload}};
    QString waitingFor = specs.size() == 1 ? Texts::tr("Starting %1").arg(specs.constFirst().name) : Texts::tr("Starting %1 apps").arg(specs.size());
    if (wishes.reload)
        waitingFor = specs.size() == 1 ? Texts::tr("Reloading %1").arg(specs.constFirst().name) : Texts::tr("Reloading %1 apps").arg(specs.size());
    const auto answer = session.call(ipc::method::appsCreate, params, waitingFor);
    if (!answer) {
        if (session.interruptedBy() == 0)
            session.fail(answer.error());
        return false;
    }
    return reportCreated(session, answer->value("apps"_L1).toArray(), numbers, wishes.reload);
}

} // namespace tropero

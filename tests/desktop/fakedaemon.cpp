// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedaemon.h"

#include "core/specfields.h"
#include "ipc/methods.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QRandomGenerator>

#include <algorithm>

namespace tropero::test {

using namespace Qt::StringLiterals;

FakeDaemon::FakeDaemon(QObject* parent) : QObject(parent) {}

DaemonLocation FakeDaemon::location() const
{
    DaemonLocation location;
    location.home = m_home.path();
    location.endpoint = QDir::separator() == u'/' ? m_home.filePath(u"daemon.sock"_s)
                                                  : u"tropero-test-%1"_s.arg(m_home.path().section(u'/', -1));
    location.program = m_home.filePath(u"no-daemon-here"_s);
    return location;
}

bool FakeDaemon::start()
{
    m_server = std::make_unique<ipc::RpcServer>([](qintptr) { return true; });
    connect(m_server.get(), &ipc::RpcServer::connected, this, &FakeDaemon::adopt);
    return m_server->listen(location().endpoint).has_value();
}

void FakeDaemon::stop()
{
    if (m_server) m_server->close();
    for (const QPointer<ipc::RpcPeer>& peer : std::as_const(m_peers)) {
        if (peer) peer->close();
    }
    m_peers.clear();
    m_server.reset();
}

void FakeDaemon::adopt(ipc::RpcPeer* peer)
{
    peer->setParent(this);
    m_peers.append(peer);
    connect(peer, &ipc::RpcPeer::closed, peer, &QObject::deleteLater);
    peer->setHandler(ipc::method::hello, [this](const QJsonObject&, const ipc::Responder& responder) {
        responder.reply(QJsonObject{{u"protocol"_s, ipc::protocolVersion},
                                    {u"version"_s, u"0"_s},
                                    {u"pid"_s, QCoreApplication::applicationPid()},
                                    {u"home"_s, m_home.path()}});
    });
    peer->setHandler(
        ipc::method::stateSubscribe,
        [this](const QJsonObject& params, const ipc::Responder& responder) {
            m_metricsWanted = params.value("metrics"_L1).toBool();
            m_metricsInterval = params.value("interval"_L1).toInt();
            responder.reply(snapshot());
        });
    peer->setHandler(ipc::method::historyEvents,
                     [this](const QJsonObject& params, const ipc::Responder& responder) {
                         questions.append({ipc::method::historyEvents, params});
                         QJsonArray events;
                         const QJsonValue target = params.value("target"_L1);
                         for (const QJsonValue& event : std::as_const(m_pastEvents)) {
                             if (target.isArray() ? target.toArray().contains(event["number"_L1]) : event["number"_L1].toInt() == target.toInt(-1))
                                 events.append(event);
                         }
                         responder.reply(QJsonObject{{u"events"_s, events}});
                     });
    for (const QLatin1StringView method : {ipc::method::historyMetrics, ipc::method::appsEnvironment}) {
        peer->setHandler(method, [this, method](const QJsonObject& params, const ipc::Responder& responder) {
            questions.append({method, params});
            responder.reply(m_answers.contains(method) ? m_answers.value(method)(params) : QJsonObject{});
        });
    }
    peer->setHandler(ipc::method::appsList, [this](const QJsonObject& params, const ipc::Responder& responder) {
        questions.append({ipc::method::appsList, params});
        QJsonArray apps;
        for (const AppStatus& app : std::as_const(m_apps)) {
            const auto isMeant = [&](const InstanceStatus& one) { return one.number == params.value("target"_L1).toInt(one.number); };
            if (std::ranges::any_of(app.instances, isMeant)) apps.append(app.toJson());
        }
        responder.reply(QJsonObject{{u"apps"_s, apps}});
    });
    for (const QLatin1StringView method :
         {ipc::method::appsCreate, ipc::method::appsUpdate, ipc::method::instancesStart, ipc::method::instancesStop,
          ipc::method::instancesRestart, ipc::method::instancesReload, ipc::method::appsScale,
          ipc::method::instancesTrigger, ipc::method::instancesDelete}) {
        peer->setHandler(method, [this, method](const QJsonObject& params, const ipc::Responder& responder) {
            calls.append({method, params});
            if (m_failure) {
                responder.fail(*std::exchange(m_failure, std::nullopt));
                return;
            }
            responder.answer(command(method, params));
        });
    }
}

QJsonValue FakeDaemon::snapshot() const
{
    QJsonArray apps;
    for (const AppStatus& app : m_apps)
        apps.append(app.toJson());
    return QJsonObject{{u"apps"_s, apps}};
}

Result<QJsonValue> FakeDaemon::command(const QString& method, const QJsonObject& params)
{
    if (method == ipc::method::appsCreate) return create(params);
    if (method == ipc::method::appsUpdate) return update(params);
    const QJsonValue target = params.value("target"_L1);
    if (target.isDouble()) return command(method, instance(target.toInt(-1)), params);
    QJsonArray numbers = target.toArray();
    for (const AppStatus& app : std::as_const(m_apps)) {
        for (const InstanceStatus& status : app.instances) {
            if (target == "all"_L1) numbers.append(status.number);
        }
    }
    for (const QJsonValue& number : std::as_const(numbers)) {
        if (const auto done = command(method, instance(number.toInt(-1)), params); !done) return done;
    }
    return QJsonObject{};
}

Result<QJsonValue> FakeDaemon::command(const QString& method, InstanceStatus* found, const QJsonObject& params)
{
    if (!found) return failure(ErrorCode::NotFound, u"No such instance"_s);
    if (method == ipc::method::instancesTrigger) {
        const QJsonObject reply{{u"called"_s, params.value("action"_L1)}, {u"with"_s, params.value("parameter"_L1)}};
        return QJsonObject{{u"replies"_s, QJsonArray{QJsonObject{{u"number"_s, found->number}, {u"reply"_s, reply}}}}};
    }
    if (method == ipc::method::instancesDelete) {
        const int number = found->number;
        for (qsizetype i = 0; i < m_apps.size(); ++i) {
            m_apps[i].instances.removeIf(
                [number](const InstanceStatus& status) { return status.number == number; });
            if (!m_apps[i].instances.isEmpty()) continue;
            notify({{u"removed"_s, QJsonArray{m_apps.at(i).id}}});
            m_apps.removeAt(i--);
        }
        notify({{u"removedInstances"_s, QJsonArray{number}}});
        return QJsonObject{{u"instances"_s, QJsonArray{}}};
    }
    const bool up = method != ipc::method::instancesStop;
    InstanceStatus status = *found;
    status.state = up ? InstanceState::Online : InstanceState::Stopped;
    status.pid = up ? status.pid + 1000 : 0;
    status.startedAt = QDateTime::currentMSecsSinceEpoch();
    if (method == ipc::method::instancesRestart) ++status.restarts;
    setInstance(status);
    return QJsonObject{{u"instances"_s, QJsonArray{status.toJson()}}};
}

Result<QJsonValue> FakeDaemon::create(const QJsonObject& params)
{
    const Result<AppSpec> spec = specFromJson(params.value("specs"_L1).toArray().first().toObject());
    if (!spec) return std::unexpected(spec.error());
    AppStatus app;
    app.spec = *spec;
    app.id = spec->name;
    app.scriptPath = spec->script;
    QJsonArray numbers;
    for (int index = 0; index < spec->instances; ++index) {
        InstanceStatus status;
        status.number = 100 + static_cast<int>(m_apps.size()) * 10 + index;
        status.index = index;
        status.state = InstanceState::Online;
        status.pid = 5000 + status.number;
        status.startedAt = QDateTime::currentMSecsSinceEpoch();
        app.instances.append(status);
        numbers.append(status.number);
    }
    m_apps.append(app);
    notify({{u"apps"_s, QJsonArray{app.toJson()}}});
    return QJsonObject{{u"apps"_s, QJsonArray{QJsonObject{{u"id"_s, app.id},
                                                          {u"name"_s, app.spec.name},
                                                          {u"numbers"_s, numbers},
                                                          {u"existed"_s, false}}}}};
}

Result<QJsonValue> FakeDaemon::update(const QJsonObject& params)
{
    for (AppStatus& app : m_apps) {
        if (app.id != params.value("app"_L1).toString()) continue;
        const Result<AppSpec> spec = specFromJson(params.value("spec"_L1).toObject());
        if (!spec) return std::unexpected(spec.error());
        app.spec = *spec;
        notify({{u"apps"_s, QJsonArray{app.toJson()}}});
        QJsonArray instances;
        for (const InstanceStatus& status : std::as_const(app.instances))
            instances.append(status.toJson());
        return QJsonObject{{u"instances"_s, instances}, {u"applied"_s, QJsonArray()}, {u"needsRestart"_s, QJsonArray()}};
    }
    return failure(ErrorCode::NotFound, u"No such app"_s);
}

void FakeDaemon::setApps(const QList<AppStatus>& apps)
{
    QJsonArray removed;
    for (const AppStatus& app : std::as_const(m_apps))
        removed.append(app.id);
    m_apps = apps;
    notify({{u"removed"_s, removed}});
    notify(snapshot().toObject());
}

InstanceStatus* FakeDaemon::instance(int number)
{
    for (AppStatus& app : m_apps) {
        for (InstanceStatus& status : app.instances) {
            if (status.number == number) return &status;
        }
    }
    return nullptr;
}

void FakeDaemon::setInstances(const QList<InstanceStatus>& statuses)
{
    QHash<int, InstanceStatus> fresh;
    for (const InstanceStatus& status : statuses)
        fresh.insert(status.number, status);
    QJsonArray changed;
    for (AppStatus& app : m_apps) {
        for (InstanceStatus& status : app.instances) {
            if (!fresh.contains(status.number)) continue;
            status = fresh.value(status.number);
            QJsonObject object = status.toJson();
            object.insert(u"app"_s, app.id);
            changed.append(object);
        }
    }
    notify({{u"instances"_s, changed}});
}

void FakeDaemon::sendEvent(const QJsonObject& event)
{
    for (const QPointer<ipc::RpcPeer>& peer : std::as_const(m_peers)) {
        if (peer) peer->notify(ipc::notification::event, event);
    }
}

void FakeDaemon::notify(const QJsonObject& change)
{
    for (const QPointer<ipc::RpcPeer>& peer : std::as_const(m_peers)) {
        if (peer) peer->notify(ipc::notification::stateChanged, change);
    }
}

} // namespace tropero::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "ipc/methods.h"
#include "ipc/rpcpeer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocalSocket>
#include <QTimer>

#include <functional>
#include <utility>

/// The other end of a GuardKeeper: does what a guard's protocol asks for, without any process. Its instances have the pid of the test.
class FakeGuard : public QObject
{
    Q_OBJECT

public:
    struct Behaviour
    {
        QString startFailure;     ///< instances end up errored with this reason
        bool silent = false;      ///< never says hello
        int commandDelayMs = 0;
        bool dieOnCommand = false;
        QString reloadFailure;    ///< a reload is answered with this error
        QString note;             ///< part of the answer to a reload
        bool holdReload = false;  ///< a reload is answered by endReload() only, or cancelled
    };

    FakeGuard(QString appId, QString serverEndpoint, Behaviour how, QObject* parent)
        : QObject(parent), app(std::move(appId)), behaviour(std::move(how)), endpoint(std::move(serverEndpoint))
    {
    }

    void open()
    {
        if (behaviour.silent) return;
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(endpoint);
        if (!socket->waitForConnected(5000)) return;
        peer = new tropero::ipc::RpcPeer(std::move(socket), tropero::ipc::maxReplyBytes, this);
        using tropero::ipc::Responder;
        peer->setHandler(tropero::ipc::guard::configure, [this](const QJsonObject& params, const Responder& responder) { configure(params, responder); });
        peer->setHandler(tropero::ipc::guard::command, [this](const QJsonObject& params, const Responder& responder) {
            commands.append(params);
            if (behaviour.dieOnCommand) {
                behaviour.dieOnCommand = false;
                die();
                return;
            }
            if (behaviour.commandDelayMs > 0) QTimer::singleShot(behaviour.commandDelayMs, this, [this, params, responder] { command(params, responder); });
            else command(params, responder);
        });
        peer->setHandler(tropero::ipc::guard::end, [this](const QJsonObject&, const Responder& responder) {
            ended = true;
            for (tropero::InstanceStatus& one : instances) stop(one);
            responder.reply(true);
            QTimer::singleShot(0, this, [this] { die(); });
        });
        sayHello();
    }

    void sayHello()
    {
        QJsonObject hello{{QStringLiteral("app"), app}, {QStringLiteral("pid"), 4242}, {QStringLiteral("configured"), !spec.isEmpty()}};
        if (!spec.isEmpty()) {
            hello.insert(QStringLiteral("spec"), spec);
            hello.insert(QStringLiteral("logBase"), logBase);
            hello.insert(QStringLiteral("instances"), statuses({}));
            hello.insert(QStringLiteral("events"), events);
            hello.insert(QStringLiteral("firstEvent"), told);
            if (primary.pid > 0) hello.insert(QStringLiteral("primary"), primary.toJson());
            if (reloading.total > 0) hello.insert(QStringLiteral("reload"), reloading.toJson());
        }
        peer->call(tropero::ipc::method::guardHello, hello, this, [this](const tropero::Result<QJsonValue>& result) { accepted = result.has_value(); });
    }

    /// As kill -9.
    void die()
    {
        if (peer) peer->close();
    }

    void tell()
    {
        QJsonObject status{{QStringLiteral("instances"), statuses({})}};
        if (primary.pid > 0) status.insert(QStringLiteral("primary"), primary.toJson());
        if (reloading.total > 0) status.insert(QStringLiteral("reload"), reloading.toJson());
        peer->notify(tropero::ipc::notification::guardStatus, status);
    }

    /// Tells one event, and forgets the answer.
    void happened(const QJsonObject& event)
    {
        peer->call(tropero::ipc::method::guardEvents, {{QStringLiteral("firstEvent"), told++}, {QStringLiteral("events"), QJsonArray{event}}}, this,
                   [](const tropero::Result<QJsonValue>&) {});
    }

    /// Answers the reload that is held.
    void endReload()
    {
        if (heldReload) std::exchange(heldReload, {})();
    }

    tropero::InstanceStatus* instance(int number)
    {
        for (tropero::InstanceStatus& one : instances) {
            if (one.number == number) return &one;
        }
        return nullptr;
    }

    QString app;
    Behaviour behaviour;
    QString endpoint;
    tropero::ipc::RpcPeer* peer = nullptr;
    std::optional<bool> accepted;
    QJsonObject configured;          ///< last guard.configure
    int configurations = 0;
    QList<QJsonObject> commands;
    bool ended = false;
    QJsonObject spec;                ///< non-empty: says hello as configured
    QString logBase;
    QJsonArray events;
    qint64 told = 0; ///< events before those of the next hello
    QList<tropero::InstanceStatus> instances;
    tropero::PrimaryStatus primary;
    tropero::ReloadStatus reloading;
    std::function<void()> heldReload;

private:
    void configure(const QJsonObject& params, const tropero::ipc::Responder& responder)
    {
        configured = params;
        spec = params[QLatin1StringView("spec")].toObject();
        ++configurations;
        QList<tropero::InstanceStatus> next;
        for (const QJsonValue& value : params[QLatin1StringView("instances")].toArray()) {
            const QJsonObject json = value.toObject();
            const int number = json[QLatin1StringView("number")].toInt();
            tropero::InstanceStatus status = instance(number) ? *instance(number) : tropero::InstanceStatus();
            status.number = number;
            status.index = json[QLatin1StringView("index")].toInt();
            if (!instance(number)) status.restarts = json[QLatin1StringView("restarts")].toInt();
            const bool up = json[QLatin1StringView("wantedUp")].toBool();
            if (up && !status.wantedUp) start(status);
            next.append(status);
        }
        instances = next;
        responder.reply(QJsonObject{{QStringLiteral("instances"), statuses({})}});
    }

    void command(const QJsonObject& params, const tropero::ipc::Responder& responder)
    {
        const QString action = params[QLatin1StringView("action")].toString();
        const QJsonArray numbers = params[QLatin1StringView("numbers")].toArray();
        if (action == QLatin1StringView("trigger")) {
            trigger(params, responder);
            return;
        }
        if (action == QLatin1StringView("reload") && behaviour.holdReload) {
            heldReload = [this, params, responder] {
                behaviour.holdReload = false;
                command(params, responder);
            };
            cancelHeld = [this, responder] {
                heldReload = {};
                responder.fail({tropero::ErrorCode::Cancelled, QStringLiteral("The reload was cancelled"), {}, {}, {}});
            };
            return;
        }
        if (action == QLatin1StringView("cancelReload") && heldReload) cancelHeld();
        if (action == QLatin1StringView("reload") && !behaviour.reloadFailure.isEmpty()) {
            responder.fail({tropero::ErrorCode::Internal, behaviour.reloadFailure, {}, {}, {}});
            return;
        }
        for (const QJsonValue& number : numbers) {
            tropero::InstanceStatus* const one = instance(number.toInt());
            if (!one) continue;
            one->reason = params[QLatin1StringView("reason")].toString();
            if (action == QLatin1StringView("start") && one->pid == 0) start(*one);
            if (action == QLatin1StringView("reload")) start(*one);
            if (action == QLatin1StringView("restart")) {
                if (one->pid != 0) ++one->restarts;
                start(*one);
            }
            if (action == QLatin1StringView("stop")) stop(*one);
            if (action == QLatin1StringView("reset")) one->restarts = 0;
        }
        QJsonObject reply{{QStringLiteral("instances"), statuses(numbers)}};
        if (action == QLatin1StringView("reload") && !behaviour.note.isEmpty()) reply.insert(QStringLiteral("note"), behaviour.note);
        responder.reply(reply);
    }

    void trigger(const QJsonObject& params, const tropero::ipc::Responder& responder)
    {
        QJsonArray replies;
        for (const QJsonValue& number : params[QLatin1StringView("numbers")].toArray()) {
            replies.append(QJsonObject{{QStringLiteral("number"), number}, {QStringLiteral("reply"), params[QLatin1StringView("parameter")]}});
        }
        responder.reply(QJsonObject{{QStringLiteral("instances"), QJsonArray()}, {QStringLiteral("replies"), replies}});
    }

    void start(tropero::InstanceStatus& status) const
    {
        status.wantedUp = true;
        status.pid = behaviour.startFailure.isEmpty() ? QCoreApplication::applicationPid() : 0;
        status.state = status.pid != 0 ? tropero::InstanceState::Online : tropero::InstanceState::Errored;
        if (status.pid == 0) status.reason = behaviour.startFailure;
        status.startedAt = QDateTime::currentMSecsSinceEpoch();
    }

    static void stop(tropero::InstanceStatus& status)
    {
        status.wantedUp = false;
        if (status.pid != 0) status.hasExited = true;
        status.pid = 0;
        status.state = tropero::InstanceState::Stopped;
    }

    QJsonArray statuses(const QJsonArray& numbers) const
    {
        QJsonArray array;
        for (const tropero::InstanceStatus& one : instances) {
            if (numbers.isEmpty() || numbers.contains(one.number)) array.append(one.toJson());
        }
        return array;
    }

    std::function<void()> cancelHeld;
};

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeguard.h"

#include "core/error.h"
#include "daemon/daemon.h"
#include "platform/files.h"

#include <QTemporaryDir>
#include <QTest>

/// A daemon in this process with a home of its own, guards that are FakeGuards, and one client.
class DaemonFixture : public QObject
{
    Q_OBJECT

public:
    DaemonFixture() : home(folder.filePath(QStringLiteral("home")))
    {
        timings.hello = std::chrono::milliseconds(2000);
        timings.idleEnd = std::chrono::milliseconds(100);
    }

    /// False when it could not be started; see otherDaemon.
    bool start()
    {
        tropero::DaemonOptions options{home, tropero::platform::daemonEndpoint(home.home()), timings, [this](const QString& app) { return launch(app); }};
        daemon = std::make_unique<tropero::Daemon>(options);
        const tropero::Result<bool> started = daemon->start();
        otherDaemon = started && !*started;
        if (!started || !*started) {
            daemon.reset();
            return false;
        }
        client = connectClient();
        return client != nullptr;
    }

    void stop()
    {
        client.reset();
        daemon.reset();
    }

    std::unique_ptr<tropero::ipc::RpcPeer> connectClient() const
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(tropero::platform::daemonEndpoint(home.home()));
        if (!socket->waitForConnected(5000)) return nullptr;
        return std::make_unique<tropero::ipc::RpcPeer>(std::move(socket), tropero::ipc::maxReplyBytes);
    }

    tropero::Result<QJsonValue> call(QLatin1StringView method, const QJsonObject& params = {})
    {
        std::optional<tropero::Result<QJsonValue>> answer;
        client->call(method, params, this, [&answer](const tropero::Result<QJsonValue>& result) { answer = result; }, 10'000);
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 12'000);
        return *answer;
    }

    QJsonArray list(QLatin1StringView method, QLatin1StringView key, const QJsonObject& params = {})
    {
        const tropero::Result<QJsonValue> result = call(method, params);
        return result ? result->toObject()[key].toArray() : QJsonArray();
    }

    QJsonArray create(const QJsonArray& specs, const QJsonObject& more = {})
    {
        QJsonObject params = more;
        params.insert(QStringLiteral("specs"), specs);
        return list(tropero::ipc::method::appsCreate, QLatin1StringView("apps"), params);
    }

    QJsonObject firstInstance()
    {
        const QJsonArray apps = list(tropero::ipc::method::appsList, QLatin1StringView("apps"));
        return apps.at(0).toObject()[QLatin1StringView("instances")].toArray().at(0).toObject();
    }

    static QJsonObject spec(const QString& name, const QString& script = QStringLiteral("server.js"))
    {
        return {{QStringLiteral("name"), name}, {QStringLiteral("script"), script}, {QStringLiteral("cwd"), QStringLiteral("/srv")}};
    }

    static QJsonObject target(const QString& word) { return {{QStringLiteral("target"), word}}; }

    QByteArray stored(const QString& id) const
    {
        QFile file(home.appFile(id));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    FakeGuard& addGuard(const QString& app)
    {
        guards.push_back(std::make_unique<FakeGuard>(app, tropero::platform::daemonEndpoint(home.home()), behaviour, nullptr));
        return *guards.back();
    }

    QTemporaryDir folder;
    tropero::HomeLayout home;
    tropero::GuardTimings timings;
    bool otherDaemon = false;          ///< why start() failed
    FakeGuard::Behaviour behaviour;    ///< of the guards that are started from now on
    QString launchFailure;             ///< non-empty: no guard can be started
    std::vector<std::unique_ptr<FakeGuard>> guards;
    std::unique_ptr<tropero::Daemon> daemon;
    std::unique_ptr<tropero::ipc::RpcPeer> client;

private:
    tropero::Result<qint64> launch(const QString& app)
    {
        if (!launchFailure.isEmpty()) return tropero::failure(tropero::ErrorCode::Io, launchFailure);
        FakeGuard& guard = addGuard(app);
        QMetaObject::invokeMethod(&guard, &FakeGuard::open, Qt::QueuedConnection);
        return QCoreApplication::applicationPid();
    }
};

/// Each case has a daemon of its own.
class DaemonTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<DaemonFixture> m;

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<DaemonFixture>();
        QVERIFY(m->start());
    }

    void cleanup() { m.reset(); }
};

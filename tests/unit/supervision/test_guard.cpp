// SPDX-License-Identifier: GPL-3.0-or-later
// The guard program alone, against a daemon that this test plays.
#include "core/environmentjson.h"
#include "core/homelayout.h"
#include "core/specfields.h"
#include "ipc/methods.h"
#include "ipc/rpcpeer.h"
#include "ipc/rpcserver.h"
#include "platform/filelock.h"
#include "platform/files.h"
#include "supervisionfixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QMap>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

/// A home with a fake daemon that can go and come back, and one guard.
class FakeDaemon : public QObject
{
public:
    FakeDaemon()
    {
        for (const QString& path : {layout.logsFolder(), layout.pidsFolder(), layout.runFolder(), layout.guardLocksFolder()})
            QVERIFY(platform::ensurePrivateFolder(path));
        guard.setProcessChannelMode(QProcess::ForwardedChannels);
    }

    ~FakeDaemon() override
    {
        guard.kill();
        guard.waitForFinished();
    }

    void listen()
    {
        server = std::make_unique<ipc::RpcServer>([](qintptr) { return true; });
        connect(server.get(), &ipc::RpcServer::connected, this, [this](ipc::RpcPeer* connection) {
            peer = connection;
            peer->setHandler(ipc::method::guardHello, [this](const QJsonObject& params, const ipc::Responder& responder) {
                hellos.append(params);
                take(params);
                if (refuse)
                    responder.fail({ErrorCode::NotFound, u"no such app"_s, {}, {}, {}});
                else
                    responder.reply(QJsonObject{{u"accepted"_s, true}});
            });
            peer->setHandler(ipc::method::guardEvents, [this](const QJsonObject& params, const ipc::Responder& responder) {
                take(params);
                if (confirms)
                    responder.reply(true);
            });
            peer->setListener(ipc::notification::guardStatus, [this](const QJsonObject& params) { statuses.append(params); });
            connect(peer, &ipc::RpcPeer::closed, this, [this] { peer = nullptr; });
        });
        QVERIFY(server->listen(platform::daemonEndpoint(layout.home())));
    }

    /// Each running number once, whether told as news or in a hello.
    void take(const QJsonObject& news)
    {
        const qint64 first = news[u"firstEvent"_s].toInteger();
        const QJsonArray told = news[u"events"_s].toArray();
        for (qsizetype i = 0; i < told.size(); ++i)
            events.insert(first + i, told.at(i).toObject());
    }

    void vanish()
    {
        if (peer)
            peer->disconnect(this);
        peer = nullptr;
        server.reset();
    }

    /// With a limit on the size of every file it writes (in the shell's blocks).
    void startLimitedGuard(int blocks)
    {
        guard.start(u"sh"_s, {u"-c"_s, u"ulimit -f %1; exec \"$0\" \"$@\""_s.arg(blocks), QStringLiteral(TROPERO_TEST_BIN) + u"/tropero-guard"_s,
                              u"--home"_s, layout.home(), u"--app"_s, u"demo"_s});
    }

    void startGuard()
    {
        guard.start(QStringLiteral(TROPERO_TEST_BIN) + u"/tropero-guard"_s, {u"--home"_s, layout.home(), u"--app"_s, u"demo"_s});
        QVERIFY(guard.waitForStarted());
    }

    /// What a guard that has just been started is told after its hello.
    bool configure(const QStringList& args, bool wantedUp = true)
    {
        return QTest::qWaitFor([this] { return peer && hellos.size() == 1; }, 15'000)
            && call(ipc::guard::configure, configuration(args, wantedUp))[u"instances"].isArray();
    }

    /// All from the start: a daemon that listens and a guard that has its app.
    bool begin(const QStringList& args)
    {
        listen();
        startGuard();
        return configure(args);
    }

    QString log(const QString& stream) const { return layout.logsFolder() + u"/demo-0-"_s + stream + u".log"_s; }

    QJsonObject configuration(const QStringList& args, bool wantedUp = true) const
    {
        AppSpec spec;
        spec.name = u"demo"_s;
        spec.script = subjectPath();
        spec.cwd = layout.home();
        spec.args = args;
        const QJsonObject instance{{u"number"_s, 5}, {u"index"_s, 0}, {u"wantedUp"_s, wantedUp}, {u"restarts"_s, 3}, {u"createdAt"_s, 1234},
                                   {u"outLog"_s, log(u"out"_s)}, {u"errorLog"_s, log(u"error"_s)}};
        return {{u"spec"_s, specToJson(spec)}, {u"shellEnvironment"_s, environmentToJson(shellEnvironment())}, {u"logBase"_s, u"demo"_s},
                {u"logsFolder"_s, layout.logsFolder()}, {u"pidsFolder"_s, layout.pidsFolder()}, {u"instances"_s, QJsonArray{instance}}};
    }

    QJsonValue call(QLatin1StringView method, const QJsonObject& params)
    {
        bool answered = false;
        Result<QJsonValue> answer;
        peer->call(method, params, this, [&](const Result<QJsonValue>& result) {
            answer = result;
            answered = true;
        });
        if (!QTest::qWaitFor([&] { return answered; }, 15'000))
            return u"no answer"_s;
        return answer ? *answer : QJsonValue(answer.error().toJson());
    }

    InstanceStatus command(const QString& action, const QJsonObject& more = {})
    {
        QJsonObject params = more;
        params[u"action"_s] = action;
        params[u"numbers"_s] = QJsonArray{5};
        return InstanceStatus::fromJson(call(ipc::guard::command, params)[u"instances"][0].toObject());
    }

    QTemporaryDir folder;
    HomeLayout layout{folder.filePath(u"home"_s)};
    std::unique_ptr<ipc::RpcServer> server;
    ipc::RpcPeer* peer = nullptr;
    QProcess guard;
    QList<QJsonObject> hellos;
    QMap<qint64, QJsonObject> events; ///< by running number
    bool confirms = true;             ///< what it is told as news
    QList<QJsonObject> statuses;
    bool refuse = false;
};

} // namespace

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lifeUnderADaemon()
    {
        FakeDaemon daemon;
        daemon.listen();
        daemon.startGuard();
        QTRY_COMPARE(daemon.hellos.size(), 1);
        QCOMPARE(daemon.hellos[0][u"app"].toString(), u"demo"_s);
        QCOMPARE(daemon.hellos[0][u"pid"].toInteger(), daemon.guard.processId());
        QCOMPARE(daemon.hellos[0][u"configured"].toBool(true), false);
        QVERIFY(platform::FileLock::isHeld(daemon.layout.guardLock(u"demo"_s)));

        const QJsonValue configured = daemon.call(ipc::guard::configure, daemon.configuration({u"print"_s, u"hello"_s}));
        QCOMPARE(configured[u"instances"][0][u"number"].toInt(), 5);
        InstanceStatus status = daemon.command(u"start"_s);
        QCOMPARE(status.state, InstanceState::Online);
        QCOMPARE(status.restarts, 3);
        QCOMPARE(status.createdAt, 1234);
        QVERIFY(isRunning(status.pid));
        QTRY_COMPARE(contentsOf(daemon.log(u"out"_s)).trimmed(), "hello");
        QTRY_VERIFY(!daemon.statuses.isEmpty());
        QCOMPARE(daemon.statuses.last()[u"scriptPath"].toString(), subjectPath());
        QTRY_COMPARE(daemon.events.size(), 1);
        QCOMPARE(daemon.events[0][u"kind"].toString(), u"online"_s);

        const qint64 pid = status.pid;
        status = daemon.command(u"restart"_s, {{u"reason"_s, u"because"_s}});
        QCOMPARE(status.state, InstanceState::Online);
        QVERIFY(status.pid != pid && !isRunning(pid));
        QCOMPARE(status.restarts, 4);
        QVERIFY(status.reason.contains(u"because"_s));
        QCOMPARE(daemon.command(u"reset"_s).restarts, 0);
        daemon.command(u"flush"_s);
        QCOMPARE(QFileInfo(daemon.log(u"out"_s)).size() < 20, true);
        QCOMPARE(daemon.command(u"stop"_s).state, InstanceState::Stopped);
        QVERIFY(!isRunning(status.pid));
        QCOMPARE(daemon.call(ipc::guard::command, {{u"action"_s, u"dance"_s}})[u"key"].toString(), u"invalid-argument"_s);
        const QJsonObject badSignal{{u"action"_s, u"signal"_s}, {u"signal"_s, u"SIGNOTHING"_s}, {u"numbers"_s, QJsonArray{5}}};
        QCOMPARE(daemon.call(ipc::guard::command, badSignal)[u"key"].toString(), u"invalid-argument"_s);

        const qint64 last = daemon.command(u"start"_s).pid;
        QCOMPARE(daemon.call(ipc::guard::end, {}), QJsonValue(true));
        QVERIFY(!isRunning(last));
        QTRY_COMPARE(daemon.guard.state(), QProcess::NotRunning);
        QCOMPARE(daemon.guard.exitCode(), 0);
        QVERIFY(!platform::FileLock::isHeld(daemon.layout.guardLock(u"demo"_s)));
        QVERIFY(QFile::exists(daemon.log(u"out"_s)));
    }

    void goesOnWithoutTheDaemon()
    {
        FakeDaemon daemon;
        QVERIFY(daemon.begin({u"wait"_s}));
        const InstanceStatus before = daemon.command(u"start"_s);
        QCOMPARE(before.state, InstanceState::Online);
        daemon.vanish();
        QVERIFY(platform::sendSignal(platform::readProcess(before.pid)->id, u"SIGKILL"_s));
        QTRY_VERIFY(!isRunning(before.pid));
        daemon.listen();
        QTRY_COMPARE(daemon.hellos.size(), 2);
        const QJsonObject hello = daemon.hellos[1];
        QCOMPARE(hello[u"configured"].toBool(), true);
        QCOMPARE(hello[u"spec"][u"name"].toString(), u"demo"_s);
        QCOMPARE(hello[u"logBase"].toString(), u"demo"_s);
        QVERIFY(!hello[u"shellEnvironment"].toObject().isEmpty());
        // Restart happened alone; either the hello tells of it or it came afterwards.
        QTRY_COMPARE(daemon.events.size(), 4);
        const InstanceStatus after = daemon.command(u"start"_s);
        QCOMPARE(after.state, InstanceState::Online);
        QVERIFY(after.pid != before.pid);
        QCOMPARE(after.restarts, before.restarts + 1);
        QCOMPARE(daemon.guard.state(), QProcess::Running);
    }

    void outputAcrossTheLossIsComplete()
    {
        FakeDaemon daemon;
        QVERIFY(daemon.begin({u"flood"_s, u"30000000"_s}));
        QTRY_VERIFY(QFileInfo(daemon.log(u"out"_s)).size() > 0);
        daemon.vanish();
        QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(daemon.log(u"out"_s)).size(), 30'000'000, 30'000);
        daemon.listen();
        QTRY_COMPARE(daemon.hellos.size(), 2);
        QProcess again;
        again.start(subjectPath(), {u"flood"_s, u"30000000"_s, u"exit"_s});
        QVERIFY(again.waitForFinished());
        QVERIFY(again.readAllStandardOutput() == contentsOf(daemon.log(u"out"_s)));
    }

    void eventsThatNobodyConfirmedAreToldAgain()
    {
        FakeDaemon daemon;
        daemon.confirms = false; // it dies before it has read them
        QVERIFY(daemon.begin({u"wait"_s}));
        QCOMPARE(daemon.command(u"start"_s).state, InstanceState::Online);
        QTRY_COMPARE(daemon.events.size(), 1);
        daemon.vanish();
        daemon.events.clear();
        daemon.confirms = true;
        daemon.listen();
        QTRY_COMPARE(daemon.hellos.size(), 2);
        QCOMPARE(daemon.events[0][u"kind"].toString(), u"online"_s);
        QCOMPARE(daemon.command(u"stop"_s).state, InstanceState::Stopped);
        QTRY_COMPARE(daemon.events.last()[u"kind"].toString(), u"stop"_s);
        daemon.command(u"reset"_s); // answered after the confirmation has come
        daemon.vanish();
        daemon.listen();
        QTRY_COMPARE(daemon.hellos.size(), 3);
        QVERIFY(daemon.hellos[2][u"events"].toArray().isEmpty());
        QCOMPARE(daemon.hellos[2][u"firstEvent"].toInteger(), daemon.events.size());
    }

    void logsThatCannotGrowDoNotBlockTheApp()
    {
        FakeDaemon daemon;
        daemon.listen();
        daemon.startLimitedGuard(200);
        if (!daemon.guard.waitForStarted())
            QSKIP("a Unix shell is needed to set the limit");
        QVERIFY(daemon.configure({u"flood"_s, u"3000000"_s, u"exit"_s}, false));
        daemon.command(u"start"_s);
        QTRY_VERIFY(std::ranges::any_of(daemon.events, [](const QJsonObject& event) { return event[u"kind"] == u"exit"_s; }));
        QVERIFY(std::ranges::any_of(daemon.events, [](const QJsonObject& event) { return event[u"kind"] == u"log-loss"_s; }));
        const InstanceStatus status = daemon.command(u"stop"_s);
        const qint64 runs = daemon.events.isEmpty() ? 0 : std::ranges::count_if(daemon.events, [](const QJsonObject& event) {
            return event[u"kind"] == u"exit"_s;
        });
        const qint64 stored = QFileInfo(daemon.log(u"out"_s)).size();
        QVERIFY2(stored > 50'000 && stored <= 204'800, QByteArray::number(stored).constData());
        QVERIFY(status.lostLogBytes > 0 && status.lostLogBytes <= runs * 3'000'000 - stored);
        QCOMPARE(daemon.guard.state(), QProcess::Running);
    }

    void secondGuardEndsQuietly()
    {
        FakeDaemon daemon;
        daemon.startGuard();
        QTRY_VERIFY(platform::FileLock::isHeld(daemon.layout.guardLock(u"demo"_s)));
        QProcess second;
        second.start(daemon.guard.program(), daemon.guard.arguments());
        QVERIFY(second.waitForFinished(5'000));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(second.readAllStandardError().isEmpty());
        QCOMPARE(daemon.guard.state(), QProcess::Running);
    }

    void unknownUnconfiguredGuardEnds()
    {
        FakeDaemon daemon;
        daemon.refuse = true;
        daemon.listen();
        daemon.startGuard();
        QTRY_COMPARE(daemon.guard.state(), QProcess::NotRunning);
        QCOMPARE(daemon.guard.exitCode(), 0);
    }

    void unconfiguredGuardWaitsTenSeconds()
    {
        FakeDaemon daemon;
        QElapsedTimer timer;
        timer.start();
        daemon.startGuard();
        QTRY_COMPARE_WITH_TIMEOUT(daemon.guard.state(), QProcess::NotRunning, 14'000);
        QVERIFY(timer.elapsed() >= 9'500);
    }

    void badIdsAreRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("path") << u"../x"_s;
        QTest::newRow("empty") << QString();
        QTest::newRow("upper case") << u"Demo"_s;
    }
    void badIdsAreRefused()
    {
        QFETCH(QString, id);
        QTemporaryDir home;
        QProcess guard;
        guard.start(QStringLiteral(TROPERO_TEST_BIN) + u"/tropero-guard"_s, {u"--home"_s, home.path(), u"--app"_s, id});
        QVERIFY(guard.waitForFinished(5'000));
        QCOMPARE(guard.exitCode(), 2);
        QVERIFY(guard.readAllStandardError().contains("usage"));
        QVERIFY(QDir(home.path()).isEmpty());
    }

    void terminationStopsTheApp()
    {
        FakeDaemon daemon;
        QVERIFY(daemon.begin({u"wait"_s}));
        const qint64 pid = daemon.command(u"start"_s).pid;
        QVERIFY(isRunning(pid));
        const platform::ProcessId guard = platform::readProcess(daemon.guard.processId())->id;
        if (!platform::sendSignal(guard, u"SIGHUP"_s))
            QSKIP("no signals on this system");
        QCOMPARE(daemon.command(u"start"_s).pid, pid); // still there
        QVERIFY(platform::sendSignal(guard, u"SIGTERM"_s));
        QTRY_COMPARE(daemon.guard.state(), QProcess::NotRunning);
        QCOMPARE(daemon.guard.exitCode(), 128 + 15);
        QVERIFY(!isRunning(pid));
        QCOMPARE(daemon.events.last()[u"kind"].toString(), u"stop"_s);
    }

    void appDiesWithItsGuard()
    {
        FakeDaemon daemon;
        QVERIFY(daemon.begin({u"wait"_s}));
        const qint64 pid = daemon.command(u"start"_s).pid;
        QVERIFY(isRunning(pid));
        daemon.guard.kill();
        QVERIFY(daemon.guard.waitForFinished());
        QTRY_VERIFY(!isRunning(pid));
        QVERIFY(!platform::FileLock::isHeld(daemon.layout.guardLock(u"demo"_s)));
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "test_guard.moc"

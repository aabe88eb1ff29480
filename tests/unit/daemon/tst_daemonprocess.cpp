// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/homelayout.h"
#include "ipc/methods.h"
#include "ipc/rpcpeer.h"
#include "platform/files.h"
#include "platform/processes.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

namespace {

const QString bin = QStringLiteral(TROPERO_TEST_BIN);

} // namespace

/// troperod and tropero-guard as programs.
class DaemonProcessTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_home;
    std::unique_ptr<QProcess> m_daemon;
    std::unique_ptr<RpcPeer> m_client;

    std::unique_ptr<QProcess> launch() const
    {
        auto process = std::make_unique<QProcess>();
        process->start(bin + u"/troperod"_s, {u"--home"_s, m_home});
        return process->waitForStarted() ? std::move(process) : nullptr;
    }

    bool connectClient()
    {
        m_client.reset();
        return QTest::qWaitFor([this] {
            auto socket = std::make_unique<QLocalSocket>();
            socket->connectToServer(platform::daemonEndpoint(m_home));
            if (!socket->waitForConnected(200)) return false;
            m_client = std::make_unique<RpcPeer>(std::move(socket), maxReplyBytes);
            return call(method::ping).contains("value"_L1); // a daemon that is just coming may send the first one away
        }, 10'000);
    }

    bool startDaemon()
    {
        m_daemon = launch();
        return m_daemon && connectClient();
    }

    void killDaemon()
    {
        m_client.reset();
        m_daemon->kill();
        m_daemon->waitForFinished();
    }

    QJsonObject call(QLatin1StringView method, const QJsonObject& params = {})
    {
        std::optional<Result<QJsonValue>> answer;
        m_client->call(method, params, this, [&answer](const Result<QJsonValue>& result) { answer = result; }, 20'000);
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 25'000);
        if (!answer || !*answer) return {{u"failed"_s, answer ? answer->error().message() : u"no answer"_s}};
        return (*answer)->isObject() ? (*answer)->toObject() : QJsonObject{{u"value"_s, **answer}};
    }

    QJsonObject app(qsizetype index = 0) { return call(method::appsList)["apps"_L1].toArray().at(index).toObject(); }
    static QJsonObject instanceOf(const QJsonObject& app) { return app["instances"_L1].toArray().at(0).toObject(); }
    QJsonObject instance(qsizetype index = 0) { return instanceOf(app(index)); }

    static QJsonObject waiting(const QString& name)
    {
        return {{u"name"_s, name},
                {u"script"_s, QFileInfo(QStringLiteral(TROPERO_TEST_SUBJECT)).absoluteFilePath()},
                {u"args"_s, QJsonArray{u"wait"_s}},
                {u"interpreter"_s, u"none"_s},
                {u"cwd"_s, QFileInfo(bin).absoluteFilePath()}};
    }

    QJsonObject create(const QJsonArray& specs) { return call(method::appsCreate, {{u"specs"_s, specs}}); }

    static bool hasEnded(QProcess& process)
    {
        return process.state() == QProcess::NotRunning || process.waitForFinished(5000);
    }

    static bool runs(qint64 pid)
    {
        const auto process = platform::readProcess(pid);
        return process && !process->zombie;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_home = m_folder->filePath(u"home with blanks é"_s);
    }

    void cleanup()
    {
        if (QFileInfo(m_home).isDir()) {
            // Also after a failure in the middle: nothing is left running.
            if (!m_daemon || m_daemon->state() != QProcess::Running || !m_client || !m_client->isOpen()) startDaemon();
            if (m_client) call(method::shutdown, {{u"keepApps"_s, false}});
            if (m_daemon && !hasEnded(*m_daemon)) m_daemon->kill();
        }
        m_client.reset();
        m_daemon.reset();
    }

    void tenRacingDaemonsLeaveOne()
    {
        std::vector<std::unique_ptr<QProcess>> all;
        for (int i = 0; i < 10; ++i) all.push_back(launch());
        QVERIFY(connectClient());
        const qint64 served = call(method::hello, {{u"protocol"_s, 1}})["pid"_L1].toInteger();
        for (std::unique_ptr<QProcess>& one : all) {
            if (one->processId() == served) {
                m_daemon = std::move(one);
                continue;
            }
            QVERIFY(hasEnded(*one));
            QCOMPARE(one->exitCode(), 0);
            QCOMPARE(one->readAllStandardError(), QByteArray()); // quietly
        }
        QVERIFY(m_daemon);
        QCOMPARE(call(method::ping)["value"_L1].toString(), u"pong"_s);
    }

    void aHomeThatCannotBeUsedIsOneClearMessage()
    {
        QFile inTheWay(m_home);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto process = launch();
        QVERIFY(hasEnded(*process));
        QCOMPARE(process->exitCode(), 1);
        const QByteArray message = process->readAllStandardError();
        QCOMPARE(message.count('\n'), 1);
        QVERIFY2(message.startsWith("troperod: "), message.constData());
    }

    void aNewDaemonTakesTheAppsBack()
    {
        QVERIFY(startDaemon());
        create({waiting(u"a"_s), waiting(u"b"_s)});
        const QJsonObject before = instance();
        QCOMPARE(before["state"_L1].toString(), u"online"_s);
        QVERIFY(before["memory"_L1].toInteger() > 0);
        killDaemon();
        QVERIFY(runs(before["pid"_L1].toInteger()));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(startDaemon());
        const QJsonObject after = instance();
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(after["pid"_L1], before["pid"_L1]);
        QCOMPARE(after["restarts"_L1].toInt(), 0);
        QCOMPARE(after["state"_L1].toString(), u"online"_s);
        QCOMPARE(instance(1)["state"_L1].toString(), u"online"_s);
    }

    void aKilledGuardTakesItsAppAlongAndBothComeBack()
    {
        QVERIFY(startDaemon());
        create({waiting(u"a"_s)});
        const QJsonObject before = app();
        const qint64 pid = instanceOf(before)["pid"_L1].toInteger();
        const auto guard = platform::readProcess(before["guardPid"_L1].toInteger());
        QVERIFY(guard);
        QVERIFY(platform::sendSignal(guard->id, u"SIGKILL"_s));
        QTRY_VERIFY_WITH_TIMEOUT(instance()["state"_L1].toString() == u"online"_s && instance()["pid"_L1].toInteger() != pid, 10'000);
        QVERIFY(!runs(pid)); // never two at once
        QCOMPARE(instance()["restarts"_L1].toInt(), 1);
        const QJsonArray events = call(method::historyEvents, {{u"target"_s, u"a"_s}})["events"_L1].toArray();
        QVERIFY(std::any_of(events.begin(), events.end(), [](const QJsonValue& one) { return one.toObject()["kind"_L1] == u"guard-lost"_s; }));
    }

    void daemonAndGuardKilledTogether()
    {
        QVERIFY(startDaemon());
        create({waiting(u"a"_s), waiting(u"down"_s)});
        call(method::instancesStop, {{u"target"_s, u"down"_s}});
        const QJsonObject before = app();
        const qint64 pid = instanceOf(before)["pid"_L1].toInteger();
        const auto guard = platform::readProcess(before["guardPid"_L1].toInteger());
        killDaemon();
        QVERIFY(guard && platform::sendSignal(guard->id, u"SIGKILL"_s));
        QTRY_VERIFY(!runs(guard->id.pid));
        QVERIFY(startDaemon());
        QTRY_COMPARE_WITH_TIMEOUT(instance()["state"_L1].toString(), u"online"_s, 10'000);
        QVERIFY(!runs(pid));
        QCOMPARE(instance(1)["state"_L1].toString(), u"stopped"_s);
    }

    void aDamagedFileDoesNotStopTheOthers()
    {
        QVERIFY(startDaemon());
        const QString id = create({waiting(u"a"_s)})["apps"_L1].toArray().at(0).toObject()["id"_L1].toString();
        call(method::shutdown, {{u"keepApps"_s, true}});
        QVERIFY(hasEnded(*m_daemon));
        const HomeLayout home(m_home);
        QFile broken(home.appFile(u"broken-0001"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"schema\": 1, \"id\": \"bro");
        broken.close();
        QVERIFY(startDaemon());
        QCOMPARE(call(method::appsList)["apps"_L1].toArray().size(), 1);
        QCOMPARE(app()["id"_L1].toString(), id);
        QVERIFY(QFile::exists(broken.fileName() + u".broken"_s));
        QFile log(home.daemonLog());
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("broken-0001"));
    }

    void shutdownEndsEverything()
    {
        QVERIFY(startDaemon());
        create({waiting(u"a"_s), waiting(u"b"_s)});
        const QJsonObject first = app();
        QVERIFY(!call(method::shutdown, {{u"keepApps"_s, false}}).contains("failed"_L1));
        QVERIFY(hasEnded(*m_daemon));
        QCOMPARE(m_daemon->exitCode(), 0);
        QVERIFY(!runs(instanceOf(first)["pid"_L1].toInteger()));
        QTRY_VERIFY(!runs(first["guardPid"_L1].toInteger()));
        QVERIFY(startDaemon());
        QVERIFY(call(method::appsList)["apps"_L1].toArray().isEmpty());
        QCOMPARE(call(method::appsResurrect)["apps"_L1].toArray().size(), 2);
        QCOMPARE(instance(1)["state"_L1].toString(), u"online"_s);
    }

    void terminationLeavesTheAppsAlone()
    {
        QVERIFY(startDaemon());
        create({waiting(u"a"_s)});
        const qint64 pid = instance()["pid"_L1].toInteger();
        const auto process = platform::readProcess(m_daemon->processId());
        QVERIFY(process && platform::sendSignal(process->id, u"SIGTERM"_s));
        QVERIFY(hasEnded(*m_daemon));
        QCOMPARE(m_daemon->exitStatus(), QProcess::NormalExit);
        QVERIFY(runs(pid));
        QVERIFY(startDaemon());
        QCOMPARE(instance()["pid"_L1].toInteger(), pid);
    }
};

QTEST_GUILESS_MAIN(DaemonProcessTest)
#include "tst_daemonprocess.moc"

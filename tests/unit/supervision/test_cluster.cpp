// SPDX-License-Identifier: GPL-3.0-or-later
// Node clusters with a real Node: workers as instances, reload, and what goes wrong with them.
#include "clusterfixture.h"

#include <QStandardPaths>
#include <QTcpSocket>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
            QSKIP("there is no Node");
    }

    void workersAreInstances()
    {
        Cluster c(R"js(
console.log('instance ' + process.env.NODE_APP_INSTANCE + ' of ' + process.env.name + ' ' + process.env.pm_id + ' ' + process.argv.slice(2) + ' '
    + process.cwd() + ' ' + ('TROPERO_TOKEN' in process.env) + ' ' + require('cluster').isWorker);
console.error('error ' + process.env.NODE_APP_INSTANCE);
setInterval(() => {}, 1000);
)js", 3);
        c.setup.spec.args = {u"one"_s, u"two words"_s};
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allAre(State::Online), 10'000);
        for (int i = 0; i < 3; ++i) {
            const QByteArray expected = QStringLiteral("instance %1 of app %1 one,two words %2 false true\n")
                                            .arg(i).arg(QDir::toNativeSeparators(QFileInfo(c.f.folder.path()).canonicalFilePath())).toUtf8();
            QTRY_COMPARE(contentsOf(c.f.outLog(i)), expected);
            QTRY_COMPARE(contentsOf(c.f.errorLog(i)), QByteArray("error " + QByteArray::number(i) + '\n'));
            QVERIFY(isRunning(c.status(i).pid));
        }
        const PrimaryStatus primary = c.app.primary();
        QVERIFY(isRunning(primary.pid));
        QVERIFY(!primary.nodeVersion.isEmpty());
        QVERIFY(!c.pids().contains(primary.pid));
        const QList<qint64> pids = c.pids();
        QVERIFY(c.stop());
        for (const qint64 pid : pids)
            QVERIFY(!isRunning(pid));
        QVERIFY(!isRunning(primary.pid));
        QCOMPARE(c.app.primary().pid, 0);
    }

    void killedWorkerComesBackAlone()
    {
        Cluster c("setInterval(() => {}, 1000)");
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allAre(State::Online), 10'000);
        const QList<qint64> before = c.pids();
        QVERIFY(c.app.signal({1}, u"SIGKILL"_s));
        QTRY_VERIFY_WITH_TIMEOUT(c.status(1).restarts == 1 && c.status(1).state == State::Online, 10'000);
        QCOMPARE(c.status(0).pid, before.at(0));
        QVERIFY(c.status(1).pid != before.at(1));
        QCOMPARE(c.status(1).exitSignal, 9);
        QCOMPARE(c.status(0).restarts, 0);
        QVERIFY(c.stop());
    }

    void endOfThePrimaryRestartsAll()
    {
        // One of them would never notice by itself.
        Cluster c("if (process.env.NODE_APP_INSTANCE === '1') for (;;); setInterval(() => {}, 1000);");
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allAre(State::Online), 10'000);
        const qint64 primary = c.app.primary().pid;
        const QList<qint64> before = c.pids();
        QVERIFY(platform::sendSignal(platform::readProcess(primary)->id, u"SIGKILL"_s));
        QTRY_VERIFY_WITH_TIMEOUT(c.status(0).restarts == 1 && c.status(1).restarts == 1 && c.allAre(State::Online), 10'000);
        for (const qint64 pid : before)
            QVERIFY(!isRunning(pid));
        QVERIFY(c.app.primary().pid != primary);
        QVERIFY2(c.lastReason(Kind::Exit).contains(u"primary"_s), qPrintable(c.lastReason(Kind::Exit)));
        QVERIFY(c.stop());
    }

    void reloadReplacesEachWorker()
    {
        Cluster c(serverOf("first"), 3);
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("listening first"), 10'000);
        const QList<qint64> before = c.pids();
        const qint64 primary = c.app.primary().pid;
        c.write(serverOf("second"));
        ReloadAnswer answer;
        c.app.reload({}, u"reloaded by a test"_s, 0, answer.handler());
        QCOMPARE(c.app.reloadStatus().total, 3);
        QTRY_VERIFY_WITH_TIMEOUT(answer.answered, 15'000);
        QVERIFY2(answer.result, qPrintable(answer.result ? QString() : answer.result.error().message()));
        QVERIFY(c.allHaveWritten("listening second"));
        QVERIFY(c.allAre(State::Online));
        QCOMPARE(c.app.primary().pid, primary);
        QCOMPARE(c.count(Kind::Reload), 3);
        QCOMPARE(c.app.reloadStatus().total, 0);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!isRunning(before.at(i)));
            QVERIFY(isRunning(c.status(i).pid));
            QCOMPARE(c.status(i).restarts, 1);
            QCOMPARE(contentsOf(c.f.path(QStringLiteral("app-%1.pid").arg(i))), QByteArray::number(c.status(i).pid));
        }
        QVERIFY(c.stop());
    }

    void badVersionLeavesTheOldOnes_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QString>("reason");
        QTest::newRow("throws") << QByteArray("throw new Error('no such database')") << u"no such database"_s;
        QTest::newRow("never listens") << QByteArray("setInterval(() => {}, 1000)") << u"does not listen"_s;
        QTest::newRow("listens late") << QByteArray("setTimeout(() => require('http').createServer().listen(0), 60000)") << u"does not listen"_s;
        QTest::newRow("syntax error") << QByteArray("this is no script") << u"SyntaxError"_s;
        QTest::newRow("ends") << QByteArray("process.exit(7)") << u"exit code 7"_s;
    }

    void badVersionLeavesTheOldOnes()
    {
        QFETCH(QByteArray, version);
        QFETCH(QString, reason);
        Cluster c(serverOf("good"));
        c.setup.spec.readiness.listenTimeout = Milliseconds(1'500);
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("listening good"), 10'000);
        const QList<qint64> before = c.pids();
        c.write(version);
        ReloadAnswer answer;
        c.app.reload({}, u"reloaded by a test"_s, 0, answer.handler());
        QTRY_VERIFY_WITH_TIMEOUT(answer.answered, 15'000);
        QVERIFY(!answer.result);
        QVERIFY2(answer.result.error().message().contains(reason), qPrintable(answer.result.error().message()));
        QCOMPARE(c.pids(), before);
        QVERIFY(c.allAre(State::Online));
        QCOMPARE(c.count(Kind::ReloadFailed), 1);
        QCOMPARE(c.status(0).restarts, 0);
        QVERIFY(c.stop());
    }

    void reloadsWaitForEachOther()
    {
        Cluster c(serverOf("one"));
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("listening one"), 10'000);
        ReloadAnswer first;
        ReloadAnswer second;
        c.app.reload({}, u"first"_s, 1, first.handler());
        c.app.reload({}, u"second"_s, 1, second.handler());
        QCOMPARE(c.app.reloadStatus().queued, 1);
        QTRY_VERIFY_WITH_TIMEOUT(first.answered, 15'000);
        QVERIFY(!second.answered);
        QTRY_VERIFY_WITH_TIMEOUT(second.answered, 15'000);
        QVERIFY(first.result && second.result);
        QCOMPARE(c.status(0).restarts, 2);
        QCOMPARE(c.status(1).restarts, 2);
        QVERIFY(c.stop());
    }

    void cancelledReloadKeepsWhatIsThere()
    {
        Cluster c(serverOf("one"));
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("listening one"), 10'000);
        const QList<qint64> before = c.pids();
        c.write("setInterval(() => {}, 1000)"); // would wait for its time limit
        ReloadAnswer first;
        ReloadAnswer second;
        c.app.reload({}, u"first"_s, 1, first.handler());
        c.app.reload({}, u"second"_s, 1, second.handler());
        QTRY_VERIFY(c.status(0).replacing);
        c.app.cancelReload({});
        QTRY_VERIFY(first.answered && second.answered);
        QCOMPARE(first.result.error().code, ErrorCode::Cancelled);
        QCOMPARE(second.result.error().code, ErrorCode::Cancelled);
        QCOMPARE(c.pids(), before);
        QVERIFY(!c.status(0).replacing);
        QVERIFY(c.stop());
    }

    void stopDuringAReloadStops()
    {
        Cluster c(serverOf("one"));
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("listening one"), 10'000);
        ReloadAnswer answer;
        c.app.reload({}, u"reload"_s, 1, answer.handler());
        QTRY_VERIFY(c.status(0).replacing);
        QVERIFY(c.stop());
        QTRY_VERIFY(answer.answered);
        QVERIFY(c.allAre(State::Stopped));
        QCOMPARE(c.app.primary().pid, 0);
    }

    void readyMessageCounts()
    {
        Cluster c("console.log('up'); process.on('message', (m) => console.log('got ' + m)); setInterval(() => {}, 1000); if (process.env.TELL) process.send('ready');");
        c.setup.spec.readiness.when = ReadinessPolicy::When::Ready;
        c.setup.spec.readiness.listenTimeout = Milliseconds(60'000);
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("up"), 10'000);
        QVERIFY(c.allAre(State::Launching));
        QVERIFY(c.stop());
        c.setup.spec.env.insert(u"TELL"_s, u"1"_s);
        c.setup.spec.stop.message = true;
        c.configure();
        c.app.start({}, {}, [] {});
        QTRY_VERIFY_WITH_TIMEOUT(c.allAre(State::Online), 10'000);
        QVERIFY(c.stop());
        QVERIFY(c.allHaveWritten("got shutdown"));
    }

    void handlerOfTheSignalRuns()
    {
        Cluster c("process.on('SIGINT', () => { console.log('cleaning up'); process.exit(3); }); console.log('up'); setInterval(() => {}, 1000);");
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("up"), 10'000);
        QVERIFY(c.stop());
        QVERIFY(c.allHaveWritten("cleaning up"));
        QCOMPARE(c.status(0).exitCode, 3);
    }

    void loopingWorkerIsKilled()
    {
        Cluster c("console.log('up'); setTimeout(() => { for (;;); }, 10);");
        c.setup.spec.stop.killTimeout = Milliseconds(300);
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("up"), 10'000);
        const QList<qint64> pids = c.pids();
        QVERIFY(c.stop());
        for (const qint64 pid : pids)
            QVERIFY(!isRunning(pid));
        QVERIFY2(c.status(0).reason.contains(u"killed"_s), qPrintable(c.status(0).reason));
    }

    void oneBadWorkerHarmsNoOther_data()
    {
        QTest::addColumn<QByteArray>("deed");
        QTest::addColumn<QString>("told");
        QTest::newRow("exits") << QByteArray("process.exit(4)") << u"exit code 4"_s;
        QTest::newRow("throws") << QByteArray("throw new Error('x')") << u"exit code 1"_s;
        QTest::newRow("dies by a signal") << QByteArray("process.kill(process.pid, 'SIGSEGV')") << u"SIGSEGV"_s;
        QTest::newRow("closes its channel") << QByteArray("process.disconnect()") << u"channel"_s;
        QTest::newRow("garbage on the channel") << QByteArray("require('fs').writeSync(3, 'no json\\n')") << u"channel"_s;
    }

    void oneBadWorkerHarmsNoOther()
    {
        QFETCH(QByteArray, deed);
        QFETCH(QString, told);
        Cluster c("console.log('up'); setInterval(() => {}, 1000); if (process.env.NODE_APP_INSTANCE === '1' && !require('fs').existsSync('done')) "
                  "setTimeout(() => { require('fs').writeFileSync('done', ''); " + deed + " }, 100);");
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.status(0).state == State::Online, 10'000);
        const qint64 good = c.status(0).pid;
        const qint64 primary = c.app.primary().pid;
        QTRY_VERIFY_WITH_TIMEOUT(c.status(1).restarts == 1 && c.status(1).state == State::Online, 15'000);
        QCOMPARE(c.status(0).pid, good);
        QCOMPARE(c.status(0).restarts, 0);
        QCOMPARE(c.app.primary().pid, primary);
        QVERIFY2(c.lastReason(Kind::Exit).contains(told), qPrintable(c.lastReason(Kind::Exit)));
        QVERIFY(c.stop());
    }

    void hugeMessageHarmsNobody()
    {
        Cluster c("console.log('up'); try { process.send('x'.repeat(100e6)); } catch (e) { console.log(e.code); } process.on('uncaughtException', (e) => console.log('told')); "
                  "setInterval(() => {}, 1000);", 1);
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.allHaveWritten("up"), 10'000);
        const qint64 pid = c.status(0).pid;
        QTRY_VERIFY_WITH_TIMEOUT(contentsOf(c.f.outLog(0)).count('\n') >= 2, 10'000);
        QCOMPARE(c.status(0).pid, pid);
        QCOMPARE(c.status(0).state, State::Online);
        QVERIFY(platform::readProcess(c.app.primary().pid)->residentBytes < 150'000'000);
        QVERIFY(c.stop());
    }

    void metricsAndActions()
    {
        Cluster c(R"js(
process.send({type: 'axm:monitor', data: {'Users': {value: 7, unit: 'people', type: 'x'}}});
process.send({type: 'axm:action', data: {action_name: 'add', action_type: 'custom', arity: 1}});
process.on('message', (m) => {
    if (m && m.msg === 'add')
        process.send({type: 'axm:reply', data: {action_name: 'add', return: {sum: m.opts + 1}}});
});
)js", 1);
        c.configure();
        QTRY_COMPARE_WITH_TIMEOUT(c.status(0).actions, QStringList{u"add"_s}, 10'000);
        QCOMPARE(c.status(0).metrics[u"Users"].toObject()[u"value"].toInt(), 7);
        QVERIFY(!c.status(0).nodeVersion.isEmpty());
        Result<QJsonValue> reply;
        bool answered = false;
        const auto keep = [&](const Result<QJsonValue>& given) {
            reply = given;
            answered = true;
        };
        c.app.trigger(0, u"add"_s, 41, keep);
        QTRY_VERIFY(answered);
        QCOMPARE(reply->toObject()[u"sum"].toInt(), 42);
        c.app.trigger(0, u"subtract"_s, {}, keep);
        QCOMPARE(reply.error().code, ErrorCode::NotFound);
        QVERIFY(c.stop());
    }

    void memoryLimitReloads()
    {
        Cluster c("const http = require('http'); http.createServer().listen(0, () => console.log('up')); if (!require('fs').existsSync('grown')) { require('fs').writeFileSync('grown', ''); "
                  "global.hold = Buffer.alloc(150e6, 1); }", 1);
        c.setup.spec.restart.memoryLimit = 120'000'000;
        c.configure();
        QTRY_VERIFY_WITH_TIMEOUT(c.count(Kind::Reload) == 1, 15'000);
        QVERIFY(c.lastReason(Kind::Reload).contains(u"limit"_s));
        QCOMPARE(c.count(Kind::Exit), 0);
        QVERIFY(c.stop());
    }

    void notNodeIsToldSo()
    {
        Cluster c("x", 1);
        QVERIFY(writeText(c.f.path(u"app.sh"_s), "sleep 10\n"));
        c.setup.spec.script = c.f.path(u"app.sh"_s);
        c.configure();
        QTRY_COMPARE(c.status(0).state, State::Errored);
        QVERIFY2(c.status(0).reason.contains(u"listen"_s), qPrintable(c.status(0).reason));
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "test_cluster.moc"

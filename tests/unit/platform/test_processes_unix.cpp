// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processes.h"
#include "platform/procfs_unix.h"
#include "support_unix.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

class TestProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesNamesWithParentheses();
    void refusesTornRows();
    void aFirstThreadThatEndedIsNoZombie();
    void showsThisProcess();
    void readsTheTableQuickly();
    void treeFollowsParentLinks();
    void treeSurvivesACycle();
    void countsOpenFiles();
    void findsProcessesByEnvironment();
    void sendsSignalsByNameAndNumber();
    void aLaterProcessOfThatPidIsNotHit();
    void groupsAreNeverHit();
    void aZombieIsNotAlive();
    void signalNames_data();
    void signalNames();
    void unknownSignalsNameTheNearest();
};

void TestProcesses::parsesNamesWithParentheses()
{
    const auto stat = procfs::parseStat(
        "42 (a) S 1 (b c) R 7 8 9 0 -1 4194304 1 2 3 4 250 50 0 0 20 0 11 0 123456 1000 321 99\n");
    QVERIFY(stat.has_value());
    QCOMPARE(stat->pid, 42);
    QCOMPARE(QByteArray(stat->name, stat->nameLength), "a) S 1 (b c");
    QCOMPARE(stat->parent, 7);
    QCOMPARE(stat->session, 9);
    QCOMPARE(stat->cpuTicks, 300U);
    QCOMPARE(stat->threads, 11);
    QCOMPARE(stat->startTime, 123456U);
    QCOMPARE(stat->residentPages, 321);
    QVERIFY(!stat->zombie);
}

void TestProcesses::refusesTornRows()
{
    QVERIFY(!procfs::parseStat(""));
    QVERIFY(!procfs::parseStat("42 (sh"));
    QVERIFY(!procfs::parseStat("42 (sh)"));
    QVERIFY(!procfs::parseStat(") ("));
}

void TestProcesses::aFirstThreadThatEndedIsNoZombie()
{
    QVERIFY(!procfs::parseStat("42 (x) Z 1 1 1 0 0 0 0 0 0 0 0 0 0 0 20 0 4 0 5 0 0")->zombie);
    QVERIFY(procfs::parseStat("42 (x) Z 1 1 1 0 0 0 0 0 0 0 0 0 0 0 20 0 1 0 5 0 0")->zombie);
}

void TestProcesses::showsThisProcess()
{
    const auto self = readProcess(QCoreApplication::applicationPid());
    QVERIFY(self.has_value());
    QCOMPARE(self->id.pid, QCoreApplication::applicationPid());
    QCOMPARE(self->parent, ::getppid());
    QVERIFY(self->residentBytes > 1'000'000);
    QVERIFY(self->threads >= 1);
    QVERIFY(isAlive(self->id));
    QVERIFY(!readProcess(99'999'999));
    QVERIFY(!readProcess(-1));
}

void TestProcesses::readsTheTableQuickly()
{
    readProcessTable();
    QElapsedTimer timer;
    timer.start();
    const QList<ProcessUsage> table = readProcessTable();
    qInfo("%lld rows in %lld us", static_cast<long long>(table.size()), timer.nsecsElapsed() / 1000);
    QVERIFY(std::ranges::any_of(
        table, [](const ProcessUsage& row) { return row.id.pid == QCoreApplication::applicationPid(); }));
}

void TestProcesses::treeFollowsParentLinks()
{
    const auto row = [](qint64 pid, qint64 parent, bool zombie = false) {
        ProcessUsage usage;
        usage.id.pid = pid;
        usage.parent = parent;
        usage.zombie = zombie;
        return usage;
    };
    const QList<ProcessUsage> table{row(1, 0),         row(10, 1), row(11, 10), row(12, 11),
                                    row(13, 10, true), row(20, 1), row(21, 20)};
    const auto pids = [&](const QList<qint64>& roots) {
        QList<qint64> list;
        for (const ProcessUsage& usage : treeOf(table, roots))
            list.append(usage.id.pid);
        std::ranges::sort(list);
        return list;
    };
    QCOMPARE(pids({10}), (QList<qint64>{10, 11, 12}));
    QCOMPARE(pids({11, 10, 12}), (QList<qint64>{10, 11, 12}));
    QCOMPARE(pids({12, 20}), (QList<qint64>{12, 20, 21}));
    QCOMPARE(pids({99}), QList<qint64>());
}

void TestProcesses::treeSurvivesACycle()
{
    ProcessUsage first;
    first.id.pid = 5;
    first.parent = 6;
    ProcessUsage second;
    second.id.pid = 6;
    second.parent = 5;
    QCOMPARE(treeOf({first, second}, {5}).size(), 2);
}

void TestProcesses::countsOpenFiles()
{
    const int before = openFileCount(QCoreApplication::applicationPid());
    QVERIFY(before > 2);
    QFile file(u"/dev/null"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(openFileCount(QCoreApplication::applicationPid()), before + 1);
    QCOMPARE(openFileCount(99'999'999), -1);
}

void TestProcesses::findsProcessesByEnvironment()
{
    const QString marker = u"unit/%1"_s.arg(QCoreApplication::applicationPid());
    StartedApp app;
    QVERIFY(app.shell(u"exec sleep 100"_s, marker));
    QTRY_COMPARE(environmentVariableOf(app.process.processId(), "TEST_INSTANCE").value_or(""),
                 marker.toUtf8());
    // While the shell becomes the other program, its environment cannot be read.
    QTRY_COMPARE(processesWithEnvironment("TEST_INSTANCE", marker.toUtf8()), QList<ProcessId>{app.id()});
    QVERIFY(processesWithEnvironment("TEST_INSTANCE", marker.toUtf8() + "x").isEmpty());
    QVERIFY(!environmentVariableOf(app.process.processId(), "TEST_INSTANC"));
    QVERIFY(!environmentVariableOf(app.process.processId(), "EST_INSTANCE"));
    QVERIFY(!environmentVariableOf(99'999'999, "PATH"));
}

void TestProcesses::sendsSignalsByNameAndNumber()
{
    StartedApp app;
    QVERIFY(app.shell(u"trap 'exit 11' USR1; echo; while :; do sleep 0.02; done"_s));
    QTRY_VERIFY(app.out.bytesAvailable() > 0);
    QVERIFY(sendSignal(app.id(), u"usr1"_s).has_value());
    QVERIFY(app.process.waitForFinished(5'000));
    QCOMPARE(app.process.exitCode(), 11);
    StartedApp other;
    QVERIFY(other.shell(u"exec sleep 100"_s));
    QVERIFY(sendSignal(other.id(), u"9"_s).has_value());
    QVERIFY(other.process.waitForFinished(5'000));
    QCOMPARE(other.process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(other.process.exitCode(), SIGKILL);
}

void TestProcesses::aLaterProcessOfThatPidIsNotHit()
{
    StartedApp app;
    QVERIFY(app.shell(u"exec sleep 100"_s));
    ProcessId earlier = app.id();
    --earlier.startTime;
    QVERIFY(!isAlive(earlier));
    const auto sent = sendSignal(earlier, u"SIGKILL"_s);
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::NotFound);
    QVERIFY(isAlive(app.id()));
}

void TestProcesses::groupsAreNeverHit()
{
    for (const qint64 pid : {0, -1}) {
        const auto sent = sendSignal({pid, 0}, u"SIGTERM"_s);
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::NotFound);
    }
}

void TestProcesses::aZombieIsNotAlive()
{
    StartedApp app;
    QVERIFY(app.shell(u"exit 0"_s));
    const qint64 pid = app.process.processId();
    if (pid == 0) QSKIP("QProcess was faster");
    QElapsedTimer timer;
    timer.start();
    // No event loop: QProcess does not collect it.
    while (timer.elapsed() < 10'000 && readProcess(pid) && !readProcess(pid)->zombie) {
    }
    QVERIFY(readProcess(pid)->zombie);
    QVERIFY(!isAlive(readProcess(pid)->id));
    QCOMPARE(sendSignal(readProcess(pid)->id, u"SIGTERM"_s).error().code, ErrorCode::NotFound);
    QVERIFY(app.process.waitForFinished(5'000));
}

void TestProcesses::signalNames_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("number");
    QTest::newRow("full") << u"SIGTERM"_s << SIGTERM;
    QTest::newRow("short") << u"TERM"_s << SIGTERM;
    QTest::newRow("lower") << u"sigusr2"_s << SIGUSR2;
    QTest::newRow("number") << u"1"_s << SIGHUP;
    QTest::newRow("blanks") << u" INT "_s << SIGINT;
    QTest::newRow("other name") << u"SIGPOLL"_s << SIGIO;
    QTest::newRow("highest") << u"64"_s << 64;
    QTest::newRow("zero") << u"0"_s << -1;
    QTest::newRow("too high") << u"65"_s << -1;
    QTest::newRow("negative") << u"-9"_s << -1;
    QTest::newRow("empty") << u""_s << -1;
    QTest::newRow("prefix only") << u"SIG"_s << -1;
}

void TestProcesses::signalNames()
{
    QFETCH(const QString, word);
    QFETCH(const int, number);
    const auto found = signalNumber(word);
    QCOMPARE(found.value_or(-1), number);
    if (!found) QCOMPARE(found.error().code, ErrorCode::InvalidArgument);
}

void TestProcesses::unknownSignalsNameTheNearest()
{
    QVERIFY(signalNumber(u"SIGTREM"_s).error().remedy.contains(u"SIGTERM"_s));
    QVERIFY(!signalNumber(u"completely else"_s).error().remedy.isEmpty());
    QCOMPARE(signalName(SIGINT), u"SIGINT"_s);
    QCOMPARE(signalName(SIGABRT), u"SIGABRT"_s);
    QCOMPARE(signalName(64), u"64"_s);
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "test_processes_unix.moc"

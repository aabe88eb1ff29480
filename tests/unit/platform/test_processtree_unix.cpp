// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processtree.h"
#include "support_unix.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tropero::platform;

namespace {

bool contains(const QList<ProcessId>& members, const ProcessId& process)
{
    return process.pid != 0 && members.contains(process);
}

} // namespace

class TestProcessTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsDescendants();
    void doubleForkedDaemonIsFoundAndKilled();
    void orphanWithoutMarkerCountsForTheOnlyTree();
    void orphansAreToldApartByMarker();
    void helpersOfThisProgramAreNoMembers();
    void signalsTheWholeTreeOrTheRootOnly();
    void killEndsAForkingTree();
    void exitCodesStillArrive();
    void orphansAreReaped();
    void aDeadRootIsLeftToQProcess();
    void membersIsCheap();
    void usageSumsTheTree();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestProcessTree::findsDescendants()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(u"sh -c 'sleep 100 & echo $! > %1; wait' & wait"_s.arg(path(u"deep"_s)), u"a/0"_s));
    tree.addRoot("a/0", app.process.processId());
    QTRY_VERIFY(processIn(path(u"deep"_s)).pid != 0);
    QTRY_COMPARE(tree.members("a/0").size(), 3);
    QCOMPARE(tree.members("a/0").first(), app.id());
    QVERIFY(contains(tree.members("a/0"), processIn(path(u"deep"_s))));
    QVERIFY(tree.members("b/0").isEmpty());
    QVERIFY(tree.kill("a/0"));
    QVERIFY(tree.isEmpty("a/0"));
    QVERIFY(app.process.waitForFinished(5'000));
}

void TestProcessTree::doubleForkedDaemonIsFoundAndKilled()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(
        u"(setsid sh -c 'echo $$ > %1; exec sleep 100' &) ; exec sleep 100"_s.arg(path(u"daemon"_s)),
        u"a/1"_s));
    tree.addRoot("a/1", app.process.processId());
    QTRY_VERIFY(processIn(path(u"daemon"_s)).pid != 0);
    const ProcessId daemon = processIn(path(u"daemon"_s));
    QTRY_COMPARE(readProcess(daemon.pid)->parent, QCoreApplication::applicationPid());
    QVERIFY(contains(tree.members("a/1"), daemon));

    QSignalSpy finished(&app.process, &QProcess::finished);
    app.process.kill();
    QVERIFY(finished.wait(5'000));
    tree.removeRoot("a/1");
    QCOMPARE(tree.members("a/1"), QList<ProcessId>{daemon});
    QVERIFY(tree.kill("a/1"));
    QVERIFY(!isAlive(daemon));
}

void TestProcessTree::orphanWithoutMarkerCountsForTheOnlyTree()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(u"(env -i setsid /bin/sh -c 'echo $$ > %1; exec sleep 100' &) ; exec sleep 100"_s.arg(
                          path(u"bare"_s)),
                      u"a/2"_s));
    tree.addRoot("a/2", app.process.processId());
    QTRY_VERIFY(processIn(path(u"bare"_s)).pid != 0);
    const ProcessId bare = processIn(path(u"bare"_s));
    QTRY_COMPARE(readProcess(bare.pid)->parent, QCoreApplication::applicationPid());
    QTRY_VERIFY(contains(tree.members("a/2"), bare));

    StartedApp other;
    QVERIFY(other.shell(u"exec sleep 100"_s, u"a/3"_s));
    tree.addRoot("a/3", other.process.processId());
    QVERIFY(!contains(tree.members("a/2"), bare));
    QVERIFY(!contains(tree.members("a/3"), bare));
    QVERIFY(tree.kill("a/3"));
    QVERIFY(other.process.waitForFinished(5'000));
    tree.removeRoot("a/3");
    QVERIFY(tree.kill("a/2"));
    QVERIFY(!isAlive(bare));
    QVERIFY(app.process.waitForFinished(5'000));
}

void TestProcessTree::orphansAreToldApartByMarker()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp first;
    StartedApp second;
    const QString script = u"(setsid sh -c 'echo $$ > %1; exec sleep 100' &) ; exec sleep 100"_s;
    QVERIFY(first.shell(script.arg(path(u"first"_s)), u"a/4"_s));
    QVERIFY(second.shell(script.arg(path(u"second"_s)), u"a/5"_s));
    tree.addRoot("a/4", first.process.processId());
    tree.addRoot("a/5", second.process.processId());
    QTRY_VERIFY(processIn(path(u"first"_s)).pid != 0 && processIn(path(u"second"_s)).pid != 0);
    QTRY_COMPARE(tree.members("a/4").size(), 2);
    QTRY_COMPARE(tree.members("a/5").size(), 2);
    QVERIFY(contains(tree.members("a/4"), processIn(path(u"first"_s))));
    QVERIFY(contains(tree.members("a/5"), processIn(path(u"second"_s))));
    QVERIFY(tree.kill("a/4"));
    QCOMPARE(tree.members("a/5").size(), 2);
    QVERIFY(tree.kill("a/5"));
    QVERIFY(first.process.waitForFinished(5'000));
    QVERIFY(second.process.waitForFinished(5'000));
}

void TestProcessTree::helpersOfThisProgramAreNoMembers()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(u"exec sleep 100"_s, u"a/6"_s));
    tree.addRoot("a/6", app.process.processId());
    QProcess helper;
    helper.start(u"sleep"_s, {u"100"_s});
    QVERIFY(helper.waitForStarted());
    QCOMPARE(tree.members("a/6"), QList<ProcessId>{app.id()});
    QVERIFY(tree.kill("a/6"));
    QVERIFY(app.process.waitForFinished(5'000));
    QCOMPARE(helper.state(), QProcess::Running);
    helper.kill();
    QVERIFY(helper.waitForFinished(5'000));
}

void TestProcessTree::signalsTheWholeTreeOrTheRootOnly()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(u"trap 'echo root >> %1' USR1; sh -c 'trap \"echo child >> %1\" USR1; echo > %2; while "
                      u":; do sleep 0.02; done' & "
                      "while :; do sleep 0.02; done"_s.arg(path(u"heard"_s), path(u"ready"_s)),
                      u"a/7"_s));
    tree.addRoot("a/7", app.process.processId());
    QTRY_VERIFY(QFile::exists(path(u"ready"_s)));
    tree.signal("a/7", u"SIGUSR1"_s, ProcessTree::Scope::Root);
    QTRY_COMPARE(contentOf(path(u"heard"_s)), u"root\n"_s);
    // The sleeping programs between the two have no handler and end by it.
    tree.signal("a/7", u"USR1"_s);
    QTRY_COMPARE(contentOf(path(u"heard"_s)).count(u"root"_s), 2);
    QTRY_COMPARE(contentOf(path(u"heard"_s)).count(u"child"_s), 1);
    QVERIFY(tree.kill("a/7"));
    QVERIFY(app.process.waitForFinished(5'000));
}

void TestProcessTree::killEndsAForkingTree()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    // Each link of the chain starts the next in a session of its own and ends; all the while there is one
    // that was just born.
    QVERIFY(
        app.shell(u"echo 'echo x >> %2; setsid sh %1 & setsid sleep 0.3 &' > %1; sh %1; exec sleep 100"_s.arg(
                      path(u"chain"_s), path(u"links"_s)),
                  u"a/8"_s));
    tree.addRoot("a/8", app.process.processId());
    QTRY_VERIFY(contentOf(path(u"links"_s)).size() > 40);
    QVERIFY(tree.kill("a/8"));
    QVERIFY(tree.isEmpty("a/8"));
    const qsizetype links = contentOf(path(u"links"_s)).size();
    QVERIFY(app.process.waitForFinished(5'000));
    tree.removeRoot("a/8");
    QVERIFY(processesWithEnvironment("TEST_INSTANCE", "a/8").isEmpty());
    QCOMPARE(contentOf(path(u"links"_s)).size(), links);
}

void TestProcessTree::exitCodesStillArrive()
{
    ProcessTree tree("TEST_INSTANCE");
    for (int round = 0; round < 40; ++round) {
        StartedApp app;
        QSignalSpy finished(&app.process, &QProcess::finished);
        QVERIFY(app.shell(u"(true &) ; exit %1"_s.arg(round), u"a/9"_s));
        if (round % 2 == 0) tree.addRoot("a/9", app.process.processId());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 5'000);
        QCOMPARE(finished.at(0).at(0).toInt(), round);
        QCOMPARE(app.process.exitStatus(), QProcess::NormalExit);
        if (round % 2 == 0) tree.removeRoot("a/9");
    }
}

void TestProcessTree::orphansAreReaped()
{
    ProcessTree tree("TEST_INSTANCE");
    QSignalSpy ended(&tree, &ProcessTree::descendantEnded);
    StartedApp app;
    QVERIFY(app.shell(
        u"(sh -c 'echo $$ > %1; exec sleep 0.1' &) ; (setsid sh -c 'echo $$ > %2; exec sleep 0.1' &) ; exec sleep 100"_s
            .arg(path(u"plain"_s), path(u"leader"_s)),
        u"a/10"_s));
    tree.addRoot("a/10", app.process.processId());
    QTRY_VERIFY(processIn(path(u"plain"_s)).pid != 0 && processIn(path(u"leader"_s)).pid != 0);
    const ProcessId plain = processIn(path(u"plain"_s));
    const ProcessId leader = processIn(path(u"leader"_s));
    QTRY_VERIFY(!isAlive(plain) && !isAlive(leader));
    QTRY_VERIFY(!readProcess(plain.pid));
    QVERIFY(!ended.isEmpty());
    // It could be a child that somebody here started and has not registered yet, so its reaping is delayed.
    QTRY_VERIFY_WITH_TIMEOUT(!readProcess(leader.pid), 10'000);
    QVERIFY(tree.kill("a/10"));
    QVERIFY(app.process.waitForFinished(5'000));
}

void TestProcessTree::aDeadRootIsLeftToQProcess()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(u"exit 7"_s, u"a/11"_s));
    tree.addRoot("a/11", app.process.processId());
    // Dead, and nothing lets QProcess look; another child's end makes the tree look.
    QTRY_VERIFY(app.process.state() == QProcess::NotRunning || readProcess(app.process.processId())->zombie);
    QVERIFY(tree.isEmpty("a/11"));
    QVERIFY(app.process.state() == QProcess::NotRunning || app.process.waitForFinished(5'000));
    QCOMPARE(app.process.exitCode(), 7);
}

void TestProcessTree::membersIsCheap()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(u"exec sleep 100"_s, u"a/12"_s));
    tree.addRoot("a/12", app.process.processId());
    constexpr int rounds = 1000;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < rounds; ++round)
        QCOMPARE(tree.members("a/12").size(), 1);
    // A guard looks at each exit before it starts the successor.
    QVERIFY2(timer.elapsed() < rounds, "more than 1 ms for each look");
    qInfo("members: %lld us", timer.nsecsElapsed() / 1000 / rounds);
    timer.restart();
    QVERIFY(tree.kill("a/12"));
    qInfo("kill: %lld us", timer.nsecsElapsed() / 1000);
    QVERIFY(app.process.waitForFinished(5'000));
}

void TestProcessTree::usageSumsTheTree()
{
    ProcessTree tree("TEST_INSTANCE");
    StartedApp app;
    QVERIFY(app.shell(
        u"sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo > %1; exec sleep 100' & wait"_s.arg(
            path(u"worked"_s)),
        u"a/13"_s));
    tree.addRoot("a/13", app.process.processId());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path(u"worked"_s)), 20'000);
    const QList<ProcessUsage> rows = tree.usage("a/13");
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.at(0).residentBytes > 100'000 && rows.at(1).residentBytes > 100'000);
    QVERIFY(rows.at(1).cpuMicroseconds > 0);
    QVERIFY(tree.kill("a/13"));
    QVERIFY(app.process.waitForFinished(5'000));
}

QTEST_GUILESS_MAIN(TestProcessTree)
#include "test_processtree_unix.moc"

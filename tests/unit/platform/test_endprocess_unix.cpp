// SPDX-License-Identifier: GPL-3.0-or-later
#include "support_unix.h"

#include "platform/endprocess.h"
#include "platform/processdetails.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;
using namespace std::chrono_literals;

class TestEndProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void endsWhatListens();
    void killsWhatDoesNot();
    void leavesALaterProcessOfThatPidAlone();
    void refusesTheSystemAndItself();
    void endsATreeWithItsIgnorers();
    void leavesChildrenWithoutTree();
    void stopsWaitingWhenTold();
    void tellsWhatAProcessIs();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    bool ready() const { return !contentOf(path(u"ready"_s)).isEmpty(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestEndProcess::endsWhatListens()
{
    StartedApp app;
    QVERIFY(app.shell(u"trap 'echo asked > %1; exit 0' TERM; echo x > %2; while :; do sleep 0.05; done"_s.arg(path(u"asked"_s), path(u"ready"_s))));
    QTRY_VERIFY(ready());
    const ProcessId id = app.id();
    const EndingReport report = endProcesses({id});
    QCOMPARE(report.ended, QList<ProcessId>{id});
    QVERIFY(report.killed.isEmpty());
    QVERIFY(report.problems.isEmpty());
    QCOMPARE(contentOf(path(u"asked"_s)), u"asked\n"_s);
}

void TestEndProcess::killsWhatDoesNot()
{
    StartedApp app;
    QVERIFY(app.shell(u"trap '' TERM; echo x > %1; while :; do sleep 0.05; done"_s.arg(path(u"ready"_s))));
    QTRY_VERIFY(ready());
    const ProcessId id = app.id();
    QElapsedTimer clock;
    clock.start();
    const EndingReport report = endProcesses({id}, {.grace = 200ms});
    QVERIFY(clock.elapsed() >= 200);
    QCOMPARE(report.killed, QList<ProcessId>{id});
    QVERIFY(report.ended.isEmpty());
    QVERIFY(!isAlive(id));
}

void TestEndProcess::leavesALaterProcessOfThatPidAlone()
{
    StartedApp app;
    QVERIFY(app.shell(u"exec sleep 100"_s));
    ProcessId earlier = app.id();
    earlier.startTime -= 1;
    const EndingReport report = endProcesses({earlier}, {.tree = true, .grace = 50ms});
    QCOMPARE(report.ended, QList<ProcessId>{earlier});
    QVERIFY(report.problems.isEmpty());
    QVERIFY(isAlive(app.id()));
}

void TestEndProcess::refusesTheSystemAndItself()
{
    const auto self = readProcess(QCoreApplication::applicationPid());
    const auto init = readProcess(1);
    QVERIFY(self && init);
    const EndingReport report = endProcesses({self->id, init->id, ProcessId{0, 0}, ProcessId{-1, 0}});
    QCOMPARE(report.problems.size(), 4);
    QVERIFY(report.ended.isEmpty() && report.killed.isEmpty());
    for (const Error& problem : report.problems)
        QCOMPARE(problem.code, ErrorCode::PermissionDenied);
}

void TestEndProcess::endsATreeWithItsIgnorers()
{
    StartedApp app;
    QVERIFY(app.shell(u"(trap '' TERM; echo $$ > /dev/null; sh -c 'trap \"\" TERM; echo $$ > %1; while :; do sleep 0.05; done') & wait"_s.arg(path(u"ready"_s))));
    QTRY_VERIFY(processIn(path(u"ready"_s)).pid > 0);
    const ProcessId leaf = processIn(path(u"ready"_s));
    const EndingReport report = endProcesses({app.id()}, {.tree = true, .grace = 200ms});
    QVERIFY(report.problems.isEmpty());
    QVERIFY(report.killed.contains(leaf));
    QVERIFY(!isAlive(leaf));
    QVERIFY(!isAlive(app.id()));
}

void TestEndProcess::leavesChildrenWithoutTree()
{
    StartedApp app;
    QVERIFY(app.shell(u"setsid sh -c 'echo $$ > %1; exec sleep 100' & wait"_s.arg(path(u"ready"_s))));
    QTRY_VERIFY(processIn(path(u"ready"_s)).pid > 0);
    const ProcessId child = processIn(path(u"ready"_s));
    endProcesses({app.id()});
    QVERIFY(!isAlive(app.id()));
    QVERIFY(isAlive(child));
    QCOMPARE(endProcesses({child}).ended, QList<ProcessId>{child});
}

void TestEndProcess::stopsWaitingWhenTold()
{
    StartedApp app;
    QVERIFY(app.shell(u"trap '' TERM; echo x > %1; while :; do sleep 0.05; done"_s.arg(path(u"ready"_s))));
    QTRY_VERIFY(ready());
    int asked = 0;
    const EndingReport report = endProcesses({app.id()}, {.grace = 60s, .keepWaiting = [&] { return ++asked < 3; }});
    QCOMPARE(report.problems.size(), 1);
    QCOMPARE(report.problems.first().code, ErrorCode::Timeout);
    QVERIFY(isAlive(app.id()));
}

void TestEndProcess::tellsWhatAProcessIs()
{
    StartedApp app;
    QVERIFY(app.shell(u"cd '%1'; echo x > ready; while :; do sleep 0.05; done"_s.arg(m_folder->path())));
    QTRY_VERIFY(ready());
    const ProcessId id = app.id();
    const ProcessDetails details = processDetails(id.pid);
    QVERIFY(details.executable.startsWith(u'/'));
    QCOMPARE(details.commandLine.size(), 3);
    QCOMPARE(details.commandLine.at(1), u"-c"_s);
    QCOMPARE(folderOf(id.pid), QFileInfo(m_folder->path()).canonicalFilePath());
    QVERIFY(belongsToThisUser(id.pid));
    QVERIFY(std::abs(startedAt(id) - QDateTime::currentMSecsSinceEpoch()) < 60'000);
    QVERIFY(processDetails(-5).commandLine.isEmpty());
    QVERIFY(folderOf(-5).isEmpty());
    QVERIFY(!belongsToThisUser(-5));
}

QTEST_GUILESS_MAIN(TestEndProcess)
#include "test_endprocess_unix.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the real daemon and guard: what a user does first, and a daemon that dies.
#include "eventloopgap.h"
#include "realbench.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "ipc/methods.h"

#include <QAction>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto worker = "#!/bin/sh\necho \"hello from $$\"\necho trouble >&2\ni=0\nwhile :; do i=$((i+1)); echo \"tick $i\"; sleep 0.2; done\n";

} // namespace

class RealDaemonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void launchWatchStopRestartDelete();
    void daemonKilledAndBack();

private:
    qint64 daemonPid(RealBench& bench);
};

void RealDaemonTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"sh"_s).isEmpty()) QSKIP("needs a POSIX shell");
}

qint64 RealDaemonTest::daemonPid(RealBench& bench)
{
    qint64 pid = 0;
    bench.client->call(ipc::method::status, {}, this, [&pid](const Result<QJsonValue>& result) {
        if (result) pid = (*result)["pid"_L1].toInteger();
    });
    return QTest::qWaitFor([&pid] { return pid > 0; }, 5'000) ? pid : 0;
}

void RealDaemonTest::launchWatchStopRestartDelete()
{
    RealBench b;
    QVERIFY(b.open());
    QVERIFY(b.launch(b.script(u"worker.sh"_s, worker), u"worker"_s));
    QTRY_VERIFY(b.window->apps().tree().selectedKeys().size() == 1);
    QTRY_VERIFY_WITH_TIMEOUT(b.logContains(u"hello from"_s), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(b.logContains(u"trouble"_s), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(b.logContains(u"tick 5"_s), 15'000);
    const QString pid = b.rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString();
    QVERIFY(pid.toInt() > 1);
    QTRY_VERIFY_WITH_TIMEOUT(b.rowOf(u"worker"_s).siblingAtColumn(MemoryColumn).data(SortRole).toLongLong() > 0,
                             10'000);

    b.trigger("stop");
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"worker"_s), u"Stopped"_s, 15'000);
    QTRY_VERIFY(!b.window->findChild<QAction*>(u"stop"_s)->isEnabled());
    b.trigger("restart");
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"worker"_s), u"Online"_s, 15'000);
    QVERIFY(b.rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString() != pid);

    const QString restarted = b.rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString();
    b.trigger("reload");
    QTRY_VERIFY_WITH_TIMEOUT(b.rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString() != restarted && b.state(u"worker"_s) == u"Online"_s, 15'000);
    b.trigger("delete");
    b.window->deletes().carryOut();

    QTRY_VERIFY_WITH_TIMEOUT(!b.rowOf(u"worker"_s).isValid(), 15'000);
}

void RealDaemonTest::daemonKilledAndBack()
{
    RealBench b;
    QVERIFY(b.open());
    QVERIFY(b.launch(b.script(u"worker.sh"_s, worker), u"survivor"_s));
    const QString pid = b.rowOf(u"survivor"_s).siblingAtColumn(PidColumn).data().toString();
    const qint64 daemon = daemonPid(b);
    QVERIFY(daemon > 1);
    EventLoopGap gap;
    QSignalSpy states(b.client.get(), &DaemonClient::stateChanged);
    QVERIFY(QProcess::execute(u"kill"_s, {u"-9"_s, QString::number(daemon)}) == 0);
    gap.restart(); // waiting for the kill command above is the test's own affair
    QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty() && b.client->state() == DaemonClient::State::Connected,
                             20'000);
    QTRY_VERIFY_WITH_TIMEOUT(daemonPid(b) != daemon, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"survivor"_s), u"Online"_s, 10'000);
    QCOMPARE(b.rowOf(u"survivor"_s).siblingAtColumn(PidColumn).data().toString(), pid);
    QVERIFY2(gap.longestMs() < 200, qPrintable(u"%1 ms"_s.arg(gap.longestMs())));
    QTRY_VERIFY_WITH_TIMEOUT(b.logContains(u"tick"_s), 10'000);
}

QTEST_MAIN(RealDaemonTest)
#include "tst_realdaemon.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/instance.h"

#include "supervision/programresolver.h"
#include "supervisionfixture.h"

using namespace Qt::StringLiterals;
using namespace tropero;
using State = InstanceState;
using Kind = InstanceEvent::Kind;

class TestInstance : public QObject
{
    Q_OBJECT

    State m_justStarted = State::Launching;

private Q_SLOTS:
    void initTestCase()
    {
        // There a start is reported before the call returns.
        if (ProgramResolver::thisFamily() == ProgramResolver::Family::Windows)
            m_justStarted = State::Online;
    }

    void startAndStop()
    {
        SupervisionFixture f;
        Instance* instance = f.make(f.subject({u"print"_s, u"hello"_s, u"world"_s}), 4);
        QCOMPARE(instance->status().state, State::Stopped);
        instance->start(u"for a test"_s);
        QCOMPARE(instance->status().state, m_justStarted);
        QTRY_COMPARE(instance->status().state, State::Online);
        const qint64 pid = instance->status().pid;
        QVERIFY(isRunning(pid));
        QVERIFY(instance->status().wantedUp);
        QVERIFY(instance->status().startedAt > 0);
        QCOMPARE(instance->status().reason, u"for a test"_s);
        QCOMPARE(contentsOf(f.path(u"app-4.pid"_s)), QByteArray::number(pid));
        QCOMPARE(instance->plan().program, subjectPath());
        QTRY_COMPARE(contentsOf(f.outLog(4)).trimmed(), "hello");
        QTRY_COMPARE(contentsOf(f.errorLog(4)).trimmed(), "world");
        instance->stop();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QVERIFY(!isRunning(pid));
        QCOMPARE(instance->status().pid, 0);
        QVERIFY(!instance->status().wantedUp);
        QVERIFY(instance->status().hasExited);
        QVERIFY(!QFile::exists(f.path(u"app-4.pid"_s)));
        QCOMPARE(f.count(Kind::Online), 1);
        QCOMPARE(f.count(Kind::Exit), 1);
        QCOMPARE(f.count(Kind::Stop), 1);
        QCOMPARE(f.events.first().reason, u"for a test"_s);
    }

    void restartPolicies_data()
    {
        using When = RestartPolicy::When;
        QTest::addColumn<int>("when");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("restarts");
        QTest::newRow("always, 0") << static_cast<int>(When::Always) << 0 << true;
        QTest::newRow("always, 1") << static_cast<int>(When::Always) << 1 << true;
        QTest::newRow("on failure, 0") << static_cast<int>(When::OnFailure) << 0 << false;
        QTest::newRow("on failure, 3") << static_cast<int>(When::OnFailure) << 3 << true;
        QTest::newRow("never, 3") << static_cast<int>(When::Never) << 3 << false;
        QTest::newRow("stop code") << static_cast<int>(When::Always) << 42 << false;
    }
    void restartPolicies()
    {
        QFETCH(int, when);
        QFETCH(int, code);
        QFETCH(bool, restarts);
        SupervisionFixture f;
        AppSpec spec = f.subject({u"exit"_s, QString::number(code)});
        spec.restart.when = static_cast<RestartPolicy::When>(when);
        spec.restart.stopExitCodes = {42};
        spec.restart.maxRestarts = 4;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(instance->isSettled() && instance->status().state != State::Online);
        QCOMPARE(instance->status().state, restarts ? State::Errored : State::Stopped);
        QCOMPARE(instance->status().restarts, restarts ? 3 : 0);
        QCOMPARE(f.count(Kind::Exit), restarts ? 4 : 1);
        QCOMPARE(f.count(Kind::Restart), restarts ? 3 : 0);
        QCOMPARE(instance->status().exitCode, code);
        QCOMPARE(instance->status().exitSignal, 0);
        QVERIFY(instance->status().reason.contains(u"exit code %1"_s.arg(code)));
        QVERIFY(instance->status().wantedUp); // commands set it, exits do not
    }

    void givesUpWithTheReasonAndStartsAnew()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"exit"_s, u"7"_s});
        spec.restart.maxRestarts = 3;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Errored);
        QCOMPARE(instance->status().restarts, 2);
        QCOMPARE(f.count(Kind::Errored), 1);
        QVERIFY2(instance->status().reason.contains(u"gave up"_s), qUtf8Printable(instance->status().reason));
        instance->start();
        QTRY_COMPARE(f.count(Kind::Errored), 2);
        QCOMPARE(instance->status().restarts, 4);
        instance->reset();
        QCOMPARE(instance->status().restarts, 0);
        QCOMPARE(instance->status().unstableRestarts, 0);
    }

    void backOffGrows()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"exit"_s, u"1"_s});
        spec.restart.backoffStart = Milliseconds(40);
        spec.restart.backoffFactor = 2.0;
        spec.restart.maxRestarts = 4;
        Instance* instance = f.make(spec);
        QList<qint64> waits;
        connect(instance, &Instance::changed, this, [&] {
            if (instance->status().state == State::WaitingRestart) {
                QCOMPARE(instance->status().pid, 0);
                waits.append(instance->status().restartAt - QDateTime::currentMSecsSinceEpoch());
            }
        });
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Errored);
        QCOMPARE(waits.size(), 3);
        for (int i = 0; i < 3; ++i)
            QVERIFY2(qAbs(waits[i] - (40 << i)) <= 5, QByteArray::number(waits[i]).constData());
        QList<qint64> exits;
        for (const InstanceEvent& event : f.events) {
            if (event.kind == Kind::Exit)
                exits.append(event.at);
        }
        QVERIFY(exits[1] - exits[0] >= 40);
        QVERIFY(exits[2] - exits[1] >= 80);
        QVERIFY(exits[3] - exits[2] >= 160);
    }

    void killedBySignalIsRestarted()
    {
        SupervisionFixture f;
        Instance* instance = f.make(f.subject({u"wait"_s}));
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Online);
        const qint64 pid = instance->status().pid;
        f.tree.kill("app/0/1"); // its first run
        QTRY_VERIFY(instance->status().state == State::Online && instance->status().pid != pid);
        QCOMPARE(instance->status().restarts, 1);
        QVERIFY(instance->status().exitSignal != 0 || instance->status().exitCode != 0);
    }

    void restartIsOneStep()
    {
        SupervisionFixture f;
        Instance* instance = f.make(f.subject({u"wait"_s}));
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Online);
        const qint64 pid = instance->status().pid;
        instance->restart(u"by hand"_s);
        QCOMPARE(instance->status().state, State::Stopping);
        QTRY_COMPARE(instance->status().state, State::Online);
        QVERIFY(instance->status().pid != pid);
        QVERIFY(!isRunning(pid));
        QCOMPARE(instance->status().restarts, 1);
        QVERIFY(instance->status().reason.contains(u"by hand"_s));
    }

    void outputOfAShortRunIsComplete()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"lines"_s, u"2000"_s});
        spec.restart.when = RestartPolicy::When::Never;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        // At this moment, not some time later.
        QCOMPARE(contentsOf(f.outLog()).count('\n'), 1000);
        QCOMPARE(contentsOf(f.errorLog()).count('\n'), 1000);
        QVERIFY(contentsOf(f.outLog()).endsWith("line 1998\n"));
        QVERIFY(contentsOf(f.errorLog()).endsWith("line 1999\n"));
    }

    void stopWhileWaitingForRestart()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"exit"_s, u"1"_s});
        spec.restart.delay = Milliseconds(60'000);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE(instance->status().state, State::WaitingRestart);
        QVERIFY(instance->status().restartAt > QDateTime::currentMSecsSinceEpoch());
        instance->stop();
        QCOMPARE(instance->status().state, State::Stopped);
        QCOMPARE(instance->status().restartAt, 0);
        instance->start();
        QTRY_COMPARE(instance->status().state, State::WaitingRestart);
        instance->start(); // now, not in a minute
        QCOMPARE(instance->status().state, m_justStarted);
        QTRY_COMPARE(instance->status().state, State::WaitingRestart);
    }

    void stopWhileLaunching()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"wait"_s});
        spec.stop.killTimeout = Milliseconds(300);
        Instance* instance = f.make(spec);
        for (int i = 0; i < 20; ++i) {
            instance->start();
            QCOMPARE(instance->status().state, m_justStarted);
            instance->stop(); // the process may not even run its program yet
            QCOMPARE(instance->status().state, State::Stopping);
            QTRY_COMPARE(instance->status().state, State::Stopped);
            QVERIFY(f.tree.isEmpty("app/0"));
        }
        QCOMPARE(instance->status().restarts, 0);
    }

    void stopWhileNotReady()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"wait"_s});
        spec.readiness = {ReadinessPolicy::When::Ready, {}, Milliseconds(60'000)};
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(instance->status().pid != 0);
        QCOMPARE(instance->status().state, State::Launching);
        instance->stop();
        QTRY_COMPARE(instance->status().state, State::Stopped);
    }

    void onlineAfterListenTimeout()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"wait"_s});
        spec.readiness = {ReadinessPolicy::When::Ready, {}, Milliseconds(150)};
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_VERIFY(instance->status().pid != 0);
        QCOMPARE(instance->status().state, State::Launching);
        QTRY_COMPARE(instance->status().state, State::Online);
        QVERIFY(QDateTime::currentMSecsSinceEpoch() - instance->status().startedAt >= 150);
    }

    void lastCommandWins()
    {
        SupervisionFixture f;
        Instance* instance = f.make(f.subject({u"wait"_s}));
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Online);
        instance->stop();
        instance->start();
        QCOMPARE(instance->status().state, State::Stopping);
        QVERIFY(instance->status().wantedUp);
        QTRY_COMPARE(instance->status().state, State::Online);
        instance->restart();
        instance->stop();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        instance->stop();
        QCOMPARE(instance->status().state, State::Stopped);
        instance->restart();
        QTRY_COMPARE(instance->status().state, State::Online);
        instance->start();
        QCOMPARE(instance->status().state, State::Online);
    }

    void failuresToStart_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("cwd");
        QTest::addColumn<QString>("hint");
        QTest::newRow("no such file") << u"nothing.js"_s << QString() << u"nothing.js"_s;
        QTest::newRow("no such folder") << u"nothing.js"_s << u"/no/such/folder"_s << u"/no/such/folder"_s;
        QTest::newRow("folder") << u"."_s << QString() << u"folder"_s;
    }
    void failuresToStart()
    {
        QFETCH(QString, script);
        QFETCH(QString, cwd);
        QFETCH(QString, hint);
        SupervisionFixture f;
        AppSpec spec = f.subject({});
        spec.script = script;
        if (!cwd.isEmpty())
            spec.cwd = cwd;
        Instance* instance = f.make(spec);
        instance->start();
        QCOMPARE(instance->status().state, State::Errored);
        QCOMPARE(f.count(Kind::StartFailed), 1);
        QCOMPARE(f.count(Kind::Errored), 0);
        QVERIFY2(instance->status().reason.contains(hint), qUtf8Printable(instance->status().reason));
        instance->stop();
        QCOMPARE(instance->status().state, State::Stopped);
    }

    void systemRefusesToRun()
    {
        SupervisionFixture f;
        QVERIFY(writeText(f.path(u"program"_s), "#!" + f.folder.path().toUtf8() + "\n", true)); // a folder as interpreter
        AppSpec spec = f.subject({});
        spec.script = f.path(u"program"_s);
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Errored);
        QVERIFY(!instance->status().reason.isEmpty());
        QCOMPARE(instance->status().pid, 0);
    }

    void signals_()
    {
        SupervisionFixture f;
        Instance* instance = f.make(f.subject({u"wait"_s}));
        QCOMPARE(instance->signal(u"SIGTERM"_s).error().code, ErrorCode::NotFound);
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Online);
        const Result<void> wrong = instance->signal(u"SIGTREM"_s);
        QCOMPARE(wrong.error().code, ErrorCode::InvalidArgument);
        QVERIFY(instance->signal(u"SIGTERM"_s));
        QTRY_COMPARE(instance->status().restarts, 1);
    }

    void lossIsShown()
    {
        SupervisionFixture f;
        QDir().mkpath(f.outLog()); // a folder where the log should be
        AppSpec spec = f.subject({u"flood"_s, u"300000"_s, u"exit"_s});
        spec.restart.when = RestartPolicy::When::Never;
        Instance* instance = f.make(spec);
        instance->start();
        QTRY_COMPARE(instance->status().state, State::Stopped);
        QCOMPARE(f.count(Kind::LogLoss), 1);
        QCOMPARE(instance->status().lostLogBytes, 300'000);
    }
};

QTEST_GUILESS_MAIN(TestInstance)
#include "test_instance.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/appsupervisor.h"

#include "supervisionfixture.h"

using namespace Qt::StringLiterals;
using namespace tropero;
using State = InstanceState;

class TestAppSupervisor : public QObject
{
    Q_OBJECT

private:
    static bool allAre(const AppSupervisor& app, State state)
    {
        const QList<InstanceStatus> statuses = app.statuses();
        return std::ranges::all_of(statuses, [state](const InstanceStatus& status) { return status.state == state; });
    }

    static AppSetup setupOf(const SupervisionFixture& f, const AppSpec& spec, int instances, bool wantedUp)
    {
        AppSetup setup = f.setup(spec);
        for (int number = 0; number < instances; ++number)
            setup.instances.append(f.own(number, wantedUp));
        return setup;
    }

private Q_SLOTS:
    void instancesGetTheirNumbers()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"environment"_s, u"PORT"_s, u"NODE_APP_INSTANCE"_s, u"pm_id"_s, u"name"_s, u"TROPERO_INSTANCE"_s,
                                  u"TROPERO_HOME"_s, u"MINE"_s});
        spec.env = {{u"PORT"_s, u"4000"_s}, {u"MINE"_s, u"x y"_s}};
        spec.incrementVariable = u"PORT"_s;
        AppSupervisor app(f.agentEndpoint());
        app.configure(setupOf(f, spec, 3, true));
        QTRY_VERIFY(allAre(app, State::Online));
        QCOMPARE(app.scriptPath(), subjectPath());
        for (int number = 0; number < 3; ++number) {
            const QByteArray expected = QStringLiteral("PORT=%1\nNODE_APP_INSTANCE=%2\npm_id=%2\nname=app\nTROPERO_INSTANCE=app/%2\n"
                                                       "TROPERO_HOME=%3\nMINE=x y\n")
                                            .arg(4000 + number).arg(number).arg(f.folder.path()).toUtf8();
            QTRY_COMPARE(contentsOf(f.outLog(number)).replace("\r\n", "\n"), expected);
        }
    }

    void commandsAnswerWhenDone()
    {
        SupervisionFixture f;
        AppSupervisor app(f.agentEndpoint());
        app.configure(setupOf(f, f.subject({u"wait"_s}), 3, false));
        QVERIFY(allAre(app, State::Stopped));
        bool started = false;
        app.start({0, 2, 99}, {}, [&] {
            started = true;
            QCOMPARE(app.statuses({0}).first().state, State::Online);
            QCOMPARE(app.statuses({2}).first().state, State::Online);
        });
        QTRY_VERIFY(started);
        QCOMPARE(app.statuses({1}).first().state, State::Stopped);
        bool restarted = false;
        app.restart({}, {}, [&] { restarted = true; });
        QTRY_VERIFY(restarted);
        QVERIFY(allAre(app, State::Online));
        QCOMPARE(app.statuses({0}).first().restarts, 1);
        QCOMPARE(app.statuses({1}).first().restarts, 0);
        bool stopped = false;
        bool superseded = false;
        app.stop({0}, {}, [&] { superseded = true; });
        app.start({0}, {}, [&] { QVERIFY(superseded); });
        QTRY_VERIFY(superseded);
        app.stop({}, {}, [&] {
            stopped = true;
            QVERIFY(allAre(app, State::Stopped));
        });
        QTRY_VERIFY(stopped);
        bool nothing = false;
        app.stop({}, {}, [&] { nothing = true; });
        QVERIFY(nothing);
    }

    void startAnswersForThoseThatFail()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({});
        spec.script = u"nothing"_s;
        AppSupervisor app(f.agentEndpoint());
        app.configure(setupOf(f, spec, 2, false));
        bool done = false;
        app.start({}, {}, [&] { done = true; });
        QVERIFY(done);
        QVERIFY(allAre(app, State::Errored));
    }

    void unnamedInstancesAreDropped()
    {
        SupervisionFixture f;
        AppSupervisor app(f.agentEndpoint());
        app.configure(setupOf(f, f.subject({u"wait"_s}), 3, true));
        QTRY_VERIFY(allAre(app, State::Online));
        const qint64 pid = app.statuses({0}).first().pid;
        const qint64 goes = app.statuses({2}).first().pid;
        QSignalSpy dropped(&app, &AppSupervisor::dropped);
        app.configure(setupOf(f, f.subject({u"wait"_s}), 2, true));
        QTRY_COMPARE(dropped.size(), 1);
        QVERIFY(!isRunning(goes));
        QCOMPARE(app.statuses().size(), 2);
        QCOMPARE(app.statuses({0}).first().pid, pid); // untouched
        bool stopped = false;
        app.stop({}, {}, [&] { stopped = true; });
        QTRY_VERIFY(stopped);
        app.configure(setupOf(f, f.subject({u"wait"_s}), 0, true));
        QCOMPARE(app.statuses().size(), 0);
        QCOMPARE(dropped.size(), 3);
    }

    void newSpecCountsFromTheNextStart()
    {
        SupervisionFixture f;
        AppSupervisor app(f.agentEndpoint());
        app.configure(setupOf(f, f.subject({u"print"_s, u"old"_s}), 1, true));
        QTRY_COMPARE(contentsOf(f.outLog()).trimmed(), "old");
        const qint64 pid = app.statuses().first().pid;
        app.configure(setupOf(f, f.subject({u"print"_s, u"new"_s}), 1, true));
        QCOMPARE(app.statuses().first().pid, pid);
        app.restart({}, {}, [] {});
        QTRY_VERIFY(contentsOf(f.outLog()).contains("new"));
        app.configure(setupOf(f, f.subject({u"wait"_s}), 1, false));
        QTRY_VERIFY(allAre(app, State::Stopped));
    }

    void sharedFilesAreWrittenByOne()
    {
        SupervisionFixture f;
        AppSpec spec = f.subject({u"lines"_s, u"400"_s});
        spec.logs.merge = true;
        spec.restart.when = RestartPolicy::When::Never;
        AppSetup setup = setupOf(f, spec, 4, true);
        for (InstanceSetup& own : setup.instances) {
            own.outLog = f.outLog();
            own.errorLog = f.outLog();
        }
        AppSupervisor app(f.agentEndpoint());
        app.configure(setup);
        QTRY_VERIFY(allAre(app, State::Stopped));
        QCOMPARE(contentsOf(f.outLog()).count('\n'), 1600);
        const QByteArray index = contentsOf(logIndexPath(f.outLog()));
        QCOMPARE(decodeLogIndex(index).size() * logIndexEntrySize, index.size());
    }

    void flushAndReset()
    {
        SupervisionFixture f;
        AppSupervisor app(f.agentEndpoint());
        app.configure(setupOf(f, f.subject({u"print"_s, u"text"_s}), 1, true));
        QTRY_VERIFY(contentsOf(f.outLog()).contains("text"));
        QVERIFY(app.flush({}));
        QVERIFY(contentsOf(f.outLog()).isEmpty());
        QVERIFY(QFile::exists(f.outLog()));
        app.restart({}, {}, [] {});
        QTRY_COMPARE(app.statuses().first().restarts, 1);
        app.reset({});
        QCOMPARE(app.statuses().first().restarts, 0);
    }

    void destructionLeavesNothing()
    {
        SupervisionFixture f;
        qint64 pid = 0;
        {
            AppSupervisor app(f.agentEndpoint());
            app.configure(setupOf(f, f.subject({u"wait"_s}), 1, true));
            QTRY_VERIFY(allAre(app, State::Online));
            pid = app.statuses().first().pid;
            QVERIFY(isRunning(pid));
        }
        QVERIFY(!isRunning(pid));
    }
};

QTEST_GUILESS_MAIN(TestAppSupervisor)
#include "test_appsupervisor.moc"

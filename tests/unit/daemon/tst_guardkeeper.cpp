// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemonfixture.h"

#include "platform/filelock.h"

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

/// What the daemon does about guards that come, go and die.
class GuardKeeperTest : public DaemonTest
{
    Q_OBJECT

private:
    QStringList kinds()
    {
        QStringList result;
        for (const QJsonValue& one : m->list(method::historyEvents, "events"_L1)) result.append(one.toObject()["kind"_L1].toString());
        return result;
    }

private Q_SLOTS:
    void aLostGuardIsReplacedAndTheAppRestarted()
    {
        m->create({m->spec(u"api"_s)});
        m->guards.at(0)->die();
        QTRY_COMPARE(m->guards.size(), 2U);
        QTRY_COMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        QCOMPARE(m->firstInstance()["restarts"_L1].toInt(), 1);
        QVERIFY(kinds().contains(u"guard-lost"_s));
    }

    void aStoppedInstanceStaysStoppedWhenItsGuardDies()
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("instances"_L1, 2);
        m->create({spec});
        m->call(method::instancesStop, m->target(u"0"_s));
        m->guards.at(0)->die();
        QTRY_COMPARE(m->guards.size(), 2U);
        QTRY_COMPARE(m->guards.at(1)->instances.size(), 2);
        QCOMPARE(m->guards.at(1)->instance(0)->state, InstanceState::Stopped);
        QCOMPARE(m->guards.at(1)->instance(1)->state, InstanceState::Online);
    }

    void aCommandSurvivesTheDeathOfTheGuard()
    {
        m->create({m->spec(u"api"_s)});
        m->guards.at(0)->behaviour.dieOnCommand = true;
        QCOMPARE(m->list(method::instancesRestart, "instances"_L1, m->target(u"api"_s)).at(0).toObject()["state"_L1].toString(), u"online"_s);
        QCOMPARE(m->guards.size(), 2U);
        m->guards.at(1)->behaviour.dieOnCommand = true;
        QCOMPARE(m->list(method::instancesStop, "instances"_L1, m->target(u"api"_s)).at(0).toObject()["state"_L1].toString(), u"stopped"_s);
        QCOMPARE(m->guards.size(), 2U); // nothing to start for
        QVERIFY(m->call(method::instancesStart, m->target(u"api"_s)));
        m->guards.at(2)->behaviour.dieOnCommand = true;
        QVERIFY(m->call(method::instancesDelete, m->target(u"api"_s)));
        QVERIFY(m->list(method::appsList, "apps"_L1).isEmpty());
    }

    void aGuardThatDiesAgainAndAgainIsGivenUp()
    {
        m->create({m->spec(u"api"_s)});
        for (int i = 0; i < 6; ++i) {
            QTRY_VERIFY(m->guards.size() == static_cast<size_t>(i) + 1 && m->guards.back()->configurations > 0);
            m->guards.back()->die();
        }
        QTRY_COMPARE(m->firstInstance()["state"_L1].toString(), u"errored"_s);
        QVERIFY(m->firstInstance()["reason"_L1].toString().contains(u"guard"_s));
        QCOMPARE(m->guards.size(), 6U);
        QVERIFY(kinds().contains(u"errored"_s));
        // A person's start is a new beginning.
        QCOMPARE(m->list(method::instancesStart, "instances"_L1, m->target(u"api"_s)).at(0).toObject()["state"_L1].toString(), u"online"_s);
    }

    void theGuardOfAStoppedAppIsEndedAndStartedOnDemand()
    {
        m->create({m->spec(u"api"_s)});
        m->call(method::instancesStop, m->target(u"api"_s));
        QTRY_VERIFY(m->guards.at(0)->ended);
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"stopped"_s);
        QVERIFY(m->call(method::instancesReset, m->target(u"api"_s)));
        QCOMPARE(m->guards.size(), 1U); // needs no guard
        QVERIFY(m->call(method::instancesFlush, m->target(u"api"_s)));
        QCOMPARE(m->guards.size(), 2U);
        QVERIFY(m->call(method::instancesStart, m->target(u"api"_s)));
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        QVERIFY(!kinds().contains(u"guard-lost"_s));
    }

    void theGuardOfAnErroredAppStays()
    {
        m->behaviour.startFailure = u"no such file"_s;
        m->create({m->spec(u"api"_s)});
        m->behaviour.startFailure.clear();
        m->create({m->spec(u"other"_s)});
        // Another one's guard is ended, whose idle time began later; twice, since the timers are coarse.
        for (int time = 0; time < 2; ++time) {
            QVERIFY(m->call(method::instancesStart, m->target(u"other"_s)));
            QVERIFY(m->call(method::instancesStop, m->target(u"other"_s)));
            QTRY_VERIFY(m->guards.back()->ended);
        }
        QCOMPARE(m->guards.size(), 3U);
        QVERIFY(!m->guards.at(0)->ended);
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"errored"_s);
    }

    void anAppThatFinishedIsNotRunAgain()
    {
        m->create({m->spec(u"job"_s)});
        InstanceStatus* const job = m->guards.at(0)->instance(0);
        job->state = InstanceState::Stopped;
        job->pid = 0;
        job->hasExited = true;
        m->guards.at(0)->tell();
        QTRY_VERIFY(m->guards.at(0)->ended); // at rest
        const QString id = m->list(method::appsList, "apps"_L1).at(0).toObject()["id"_L1].toString();
        QTRY_VERIFY(m->stored(id).contains("finished"));
        m->stop();
        QVERIFY(m->start());
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"stopped"_s);
        QCOMPARE(m->guards.size(), 1U);
        QVERIFY(m->call(method::instancesStart, m->target(u"job"_s)));
        QVERIFY(!m->stored(id).contains("finished"));
    }

    void aFinishedAppWithAScheduleKeepsItsGuard()
    {
        QJsonObject spec = m->spec(u"job"_s);
        spec.insert("cron_restart"_L1, u"0 3 * * *"_s);
        m->create({spec, m->spec(u"other"_s)});
        for (int guard = 0; guard < 2; ++guard) {
            InstanceStatus& job = m->guards.at(static_cast<size_t>(guard))->instances.first();
            job.state = InstanceState::Stopped;
            job.pid = 0;
            job.hasExited = true;
            m->guards.at(static_cast<size_t>(guard))->tell();
        }
        QTRY_VERIFY(m->guards.at(1)->ended); // at rest
        QVERIFY(!m->guards.at(0)->ended);
        // A new daemon starts a guard for it, but not the app.
        const QString id = m->list(method::appsList, "apps"_L1).at(0).toObject()["id"_L1].toString();
        QTRY_VERIFY(m->stored(id).contains("finished"));
        m->stop();
        m->guards.clear();
        QVERIFY(m->start());
        QTRY_VERIFY(m->guards.size() == 1 && m->guards.at(0)->configurations > 0);
        const QJsonObject told = m->guards.at(0)->configured["instances"_L1].toArray().at(0).toObject();
        QVERIFY(!told["wantedUp"_L1].toBool());
        QVERIFY(told["finished"_L1].toBool());
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"stopped"_s);
        // Stopped by a person it needs none.
        QVERIFY(m->call(method::instancesStop, m->target(u"job"_s)));
        QTRY_VERIFY(m->guards.at(0)->ended);
    }

    void aNewDaemonStartsWhatShouldRun()
    {
        m->create({m->spec(u"a"_s), m->spec(u"b"_s)});
        m->call(method::instancesStop, m->target(u"b"_s));
        m->stop();
        m->guards.clear();
        QVERIFY(m->start());
        QTRY_COMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        QCOMPARE(m->guards.size(), 1U);
        QCOMPARE(m->list(method::appsList, "apps"_L1).size(), 2);
        QVERIFY(m->guards.at(0)->configured["shellEnvironment"_L1].toObject().contains("PATH"_L1)); // the daemon's own
    }

    void aNewDaemonTakesALivingGuardBack()
    {
        const QString id = m->create({m->spec(u"api"_s)}).at(0).toObject()["id"_L1].toString();
        FakeGuard& guard = *m->guards.at(0);
        const auto lock = platform::FileLock::acquire(m->home.guardLock(id));
        QVERIFY(lock);
        m->stop();
        guard.instance(0)->restarts = 3;
        guard.events = {QJsonObject{{u"at"_s, 1000}, {u"number"_s, 0}, {u"kind"_s, u"restart"_s}, {u"reason"_s, u"meanwhile"_s}}};
        const int configurations = guard.configurations;
        QVERIFY(m->start());
        QTimer::singleShot(150, &guard, &FakeGuard::open);
        // The list waits for the guards that live.
        QCOMPARE(m->firstInstance()["restarts"_L1].toInt(), 3);
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        QCOMPARE(m->guards.size(), 1U);
        QCOMPARE(guard.configurations, configurations); // nothing to tell it
        const QJsonArray events = m->list(method::historyEvents, "events"_L1, m->target(u"api"_s));
        QVERIFY(std::any_of(events.begin(), events.end(), [](const QJsonValue& one) { return one.toObject()["reason"_L1] == u"meanwhile"_s; }));
    }

    void whatAGuardTellsTwiceCountsOnce()
    {
        m->create({m->spec(u"api"_s)});
        FakeGuard& guard = *m->guards.at(0);
        guard.happened({{u"at"_s, 1000}, {u"number"_s, 0}, {u"kind"_s, u"exit"_s}, {u"reason"_s, u"first"_s}});
        const auto told = [this] {
            QStringList reasons;
            for (const QJsonValue& one : m->list(method::historyEvents, "events"_L1, m->target(u"api"_s))) {
                if (one["at"_L1].toInteger() <= 2000) reasons.append(one["reason"_L1].toString());
            }
            return reasons;
        };
        QTRY_COMPARE(told(), QStringList{u"first"_s});
        guard.told = 0;
        guard.events = {QJsonObject{{u"at"_s, 1000}, {u"number"_s, 0}, {u"kind"_s, u"exit"_s}, {u"reason"_s, u"first"_s}},
                        QJsonObject{{u"at"_s, 2000}, {u"number"_s, 0}, {u"kind"_s, u"restart"_s}, {u"reason"_s, u"second"_s}}};
        guard.open();
        QTRY_COMPARE(told(), QStringList({u"first"_s, u"second"_s}));
        // Its successor begins anew.
        guard.die();
        QTRY_VERIFY(m->guards.size() == 2U && m->guards.at(1)->accepted);
        m->guards.at(1)->happened({{u"at"_s, 2000}, {u"number"_s, 0}, {u"kind"_s, u"online"_s}, {u"reason"_s, u"third"_s}});
        QTRY_COMPARE(told(), QStringList({u"first"_s, u"second"_s, u"third"_s}));
    }

    void aNewDaemonDoesNotWaitForAStuckGuard()
    {
        const QString id = m->create({m->spec(u"api"_s)}).at(0).toObject()["id"_L1].toString();
        const auto lock = platform::FileLock::acquire(m->home.guardLock(id));
        m->stop();
        QVERIFY(m->start());
        QCOMPARE(m->list(method::appsList, "apps"_L1).size(), 1);
        QCOMPARE(m->guards.size(), 1U); // never a second guard beside a living one
    }

    void aStoredStopReachesAGuardThatMissedIt()
    {
        const QString id = m->create({m->spec(u"api"_s)}).at(0).toObject()["id"_L1].toString();
        FakeGuard& guard = *m->guards.at(0);
        m->call(method::instancesStop, m->target(u"api"_s));
        const auto lock = platform::FileLock::acquire(m->home.guardLock(id));
        m->stop();
        guard.instance(0)->wantedUp = true; // as if the command had not arrived
        guard.instance(0)->state = InstanceState::Online;
        guard.instance(0)->pid = QCoreApplication::applicationPid();
        QVERIFY(m->start());
        guard.open();
        QTRY_COMPARE(guard.instance(0)->state, InstanceState::Stopped);
    }

    void anAppThatNoFileKnowsComesBackWithItsGuard()
    {
        const QString id = m->create({m->spec(u"api"_s)}).at(0).toObject()["id"_L1].toString();
        FakeGuard& guard = *m->guards.at(0);
        guard.logBase = u"api"_s;
        m->stop();
        QVERIFY(QFile::remove(m->home.appFile(id)));
        QVERIFY(m->start());
        QVERIFY(m->list(method::appsList, "apps"_L1).isEmpty());
        guard.open();
        QTRY_COMPARE(m->list(method::appsList, "apps"_L1).size(), 1);
        QTRY_COMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        QTRY_VERIFY(m->stored(id).contains("\"wantedUp\": true"));
    }

    void aStrangeGuardIsTurnedAway()
    {
        FakeGuard& guard = m->addGuard(u"nobody-0000"_s);
        guard.open();
        QTRY_VERIFY(guard.accepted.has_value());
        QVERIFY(!*guard.accepted);
        QVERIFY(m->call(method::ping));
    }

    void manyAppsAtOnce()
    {
        QJsonArray specs;
        for (int i = 0; i < 40; ++i) specs.append(m->spec(u"app%1"_s.arg(i)));
        const QJsonArray apps = m->create(specs);
        QCOMPARE(apps.size(), 40);
        for (const QJsonValue& one : apps) QVERIFY(!one.toObject().contains("error"_L1));
        QCOMPARE(m->list(method::instancesDelete, "instances"_L1, m->target(u"all"_s)).size(), 40);
        QVERIFY(QDir(m->home.appsFolder()).isEmpty());
    }

    void deleteWhileStarting()
    {
        m->behaviour.commandDelayMs = 300;
        bool created = false;
        m->client->call(method::appsCreate, {{u"specs"_s, QJsonArray{m->spec(u"api"_s)}}}, this, [&](const Result<QJsonValue>&) { created = true; });
        QTRY_COMPARE(m->list(method::appsList, "apps"_L1).size(), 1);
        QVERIFY(m->call(method::instancesDelete, m->target(u"api"_s)));
        QTRY_VERIFY(created); // answered, whatever became of it
        QVERIFY(m->list(method::appsList, "apps"_L1).isEmpty());
    }
};

QTEST_GUILESS_MAIN(GuardKeeperTest)
#include "tst_guardkeeper.moc"

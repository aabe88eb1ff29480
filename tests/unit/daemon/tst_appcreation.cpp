// SPDX-License-Identifier: GPL-3.0-or-later
// What apps.create does with a new app and with one that is there.
#include "daemonfixture.h"

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

class AppCreationTest : public DaemonTest
{
    Q_OBJECT

private Q_SLOTS:
    void createStartsStoresAndAnswers()
    {
        const QJsonArray apps = m->create({m->spec(u"api"_s)}, {{u"shellEnvironment"_s, QJsonObject{{u"FROM_SHELL"_s, u"secret-of-the-shell"_s}}}});
        QCOMPARE(apps.size(), 1);
        const QJsonObject entry = apps.at(0).toObject();
        QVERIFY(!entry.contains("error"_L1) && !entry.contains("warning"_L1));
        QCOMPARE(entry["numbers"_L1].toArray(), QJsonArray{0});
        QVERIFY(!entry["existed"_L1].toBool());
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        const QByteArray file = m->stored(entry["id"_L1].toString());
        QVERIFY(file.contains("\"wantedUp\": true"));
        QVERIFY(!file.contains("secret-of-the-shell")); // in memory only
        QCOMPARE(m->guards.at(0)->configured["shellEnvironment"_L1].toObject()["FROM_SHELL"_L1].toString(), u"secret-of-the-shell"_s);
        QCOMPARE(m->guards.at(0)->configured["logsFolder"_L1].toString(), m->home.logsFolder());
    }

    void createReportsEachAppsTrouble()
    {
        m->behaviour.startFailure = u"no such file"_s;
        const QJsonArray apps = m->create({QJsonObject{{u"name"_s, u"x"_s}}, m->spec(u"bad"_s)});
        QCOMPARE(apps.size(), 2);
        QVERIFY(apps.at(0).toObject().contains("error"_L1)); // no script
        QVERIFY(apps[1].toObject()["error"_L1].toObject()["what"_L1].toString().contains(u"no such file"_s));
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"errored"_s);
    }

    void createWhenTheGuardCannotBeStarted()
    {
        m->launchFailure = u"no guard program"_s;
        const QJsonArray apps = m->create({m->spec(u"api"_s)});
        QVERIFY(apps.at(0).toObject()["error"_L1].toObject()["what"_L1].toString().contains(u"no guard program"_s));
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"errored"_s);
    }

    void withoutAutostartItIsOnlyRegistered()
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("autostart"_L1, false);
        QVERIFY(!m->create({spec}).at(0).toObject().contains("error"_L1));
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"stopped"_s);
        QVERIFY(m->guards.empty()); // no guard for an app that is down
        QVERIFY(m->call(method::instancesStart, m->target(u"api"_s)));
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
    }

    void theSameScriptIsNotLaunchedTwice()
    {
        m->create({m->spec(u"api"_s)});
        const QJsonObject again = m->create({m->spec(u"api"_s)}).at(0).toObject();
        QCOMPARE(again["error"_L1].toObject()["key"_L1].toString(), u"already-exists"_s);
        QCOMPARE(again["error"_L1].toObject()["what"_L1].toString(), u"Script already launched, add -f option to force re-execution"_s);
        const QJsonObject forced = m->create({m->spec(u"api"_s)}, {{u"force"_s, true}}).at(0).toObject();
        QVERIFY(!forced["existed"_L1].toBool());
        QCOMPARE(forced["numbers"_L1].toArray(), QJsonArray{1});
        // Another script under that name is another app.
        QCOMPARE(m->create({m->spec(u"api"_s, u"other.js"_s)}).at(0).toObject()["numbers"_L1].toArray(), QJsonArray{2});
        QJsonObject elsewhere = m->spec(u"api"_s);
        elsewhere.insert("namespace"_L1, u"shop"_s);
        QCOMPARE(m->create({elsewhere}).at(0).toObject()["numbers"_L1].toArray(), QJsonArray{3});
    }

    void aStoppedScriptIsStartedAgainWithWhatIsNew()
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("env"_L1, QJsonObject{{u"A"_s, u"1"_s}});
        m->create({spec});
        QVERIFY(m->call(method::instancesStop, m->target(u"api"_s)));
        QJsonObject changed = m->spec(u"api"_s);
        changed.insert("kill_timeout"_L1, 5000);
        const QJsonObject again = m->create({changed}).at(0).toObject();
        QVERIFY(again["existed"_L1].toBool());
        QVERIFY(!again.contains("error"_L1));
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        const QJsonObject configured = m->guards.back()->configured["spec"_L1].toObject();
        QCOMPARE(configured["env"_L1].toObject()["A"_L1].toString(), u"1"_s);
        QVERIFY(configured.contains("kill_timeout"_L1));
    }

    void applyTakesTheSpecOverAndAddsInstances()
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("env"_L1, QJsonObject{{u"A"_s, u"1"_s}});
        m->create({spec});
        QJsonObject next = m->spec(u"api"_s, u"new.js"_s);
        next.insert("instances"_L1, 3);
        const QJsonObject entry = m->create({next}, {{u"apply"_s, true}}).at(0).toObject();
        QVERIFY(entry["existed"_L1].toBool());
        QCOMPARE(entry["numbers"_L1].toArray(), QJsonArray({0, 1, 2}));
        const QJsonObject configured = m->guards.at(0)->configured["spec"_L1].toObject();
        QCOMPARE(configured["script"_L1].toString(), u"new.js"_s);
        QVERIFY(!configured.contains("env"_L1)); // the file says all
        QCOMPARE(m->guards.at(0)->instances.size(), 3);
        for (const InstanceStatus& one : m->guards.at(0)->instances) QCOMPARE(one.state, InstanceState::Online);
        QCOMPARE(m->guards.at(0)->instance(0)->restarts, 1);
        QCOMPARE(m->guards.at(0)->instance(1)->restarts, 0); // started once, not started and restarted
    }

    void aFailedSaveIsAWarningAndTheAppRuns()
    {
        QVERIFY(QDir(m->home.appsFolder()).rename(m->home.appsFolder(), m->home.home() + u"/away"_s));
        const QJsonObject entry = m->create({m->spec(u"api"_s)}).at(0).toObject();
        QVERIFY(!entry.contains("error"_L1));
        QVERIFY(!entry["warning"_L1].toObject()["what"_L1].toString().isEmpty());
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        const auto stopped = m->call(method::instancesStop, m->target(u"api"_s));
        QVERIFY(stopped);
        const QJsonObject problem = stopped->toObject()["problems"_L1].toArray().at(0).toObject();
        QVERIFY(problem["carriedOut"_L1].toBool());
        QCOMPARE(problem["name"_L1].toString(), u"api"_s);
    }
};

QTEST_GUILESS_MAIN(AppCreationTest)
#include "tst_appcreation.moc"

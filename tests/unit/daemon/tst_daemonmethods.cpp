// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemonfixture.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

class DaemonMethodsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DaemonFixture> m;

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<DaemonFixture>();
        QVERIFY(m->start());
    }

    void cleanup() { m.reset(); }

    void helloChecksTheProtocol()
    {
        const auto welcome = m->call(method::hello, {{u"protocol"_s, 1}, {u"client"_s, u"test"_s}});
        QVERIFY(welcome);
        QCOMPARE(welcome->toObject()["home"_L1].toString(), m->home.home());
        const auto refused = m->call(method::hello, {{u"protocol"_s, 2}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unsupported);
        QCOMPARE(m->call(method::ping)->toString(), u"pong"_s);
    }

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

    void secretsAreMasked()
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("env"_L1, QJsonObject{{u"DB_PASSWORD"_s, u"hush"_s}, {u"PORT"_s, u"80"_s}});
        m->create({spec}, {{u"shellEnvironment"_s, QJsonObject{{u"API_TOKEN"_s, u"hush"_s}, {u"HOME"_s, u"/root"_s}}}});
        const auto text = [](const Result<QJsonValue>& result) { return QString::fromUtf8(QJsonDocument(result->toObject()).toJson()); };
        QVERIFY(!text(m->call(method::appsList)).contains(u"hush"_s));
        QVERIFY(!text(m->call(method::stateSubscribe)).contains(u"hush"_s));
        QVERIFY(!text(m->call(method::appsEnvironment, m->target(u"api"_s))).contains(u"hush"_s));
        QVERIFY(text(m->call(method::appsList, {{u"reveal"_s, true}})).contains(u"hush"_s));
        const QJsonArray variables = m->list(method::appsEnvironment, "instances"_L1, {{u"target"_s, u"api"_s}, {u"reveal"_s, true}}).at(0)
                                         .toObject()["variables"_L1].toArray();
        QHash<QString, QJsonObject> byName;
        for (const QJsonValue& one : variables) byName.insert(one.toObject()["name"_L1].toString(), one.toObject());
        QCOMPARE(byName["DB_PASSWORD"_L1]["value"_L1].toString(), u"hush"_s);
        QVERIFY(byName["DB_PASSWORD"_L1]["secret"_L1].toBool());
        QCOMPARE(byName["PORT"_L1]["origin"_L1].toString(), u"config"_s);
        QCOMPARE(byName["HOME"_L1]["origin"_L1].toString(), u"shell"_s);
        QCOMPARE(byName["TROPERO_INSTANCE"_L1]["origin"_L1].toString(), u"tropero"_s);
    }

    void commandsAnswerWithTheNewState()
    {
        m->create({m->spec(u"a"_s), m->spec(u"b"_s)});
        const QJsonArray stopped = m->list(method::instancesStop, "instances"_L1, m->target(u"all"_s));
        QCOMPARE(stopped.size(), 2);
        for (const QJsonValue& one : stopped) QCOMPARE(one.toObject()["state"_L1].toString(), u"stopped"_s);
        QCOMPARE(stopped[1].toObject()["name"_L1].toString(), u"b"_s);
        QCOMPARE(m->list(method::instancesStart, "instances"_L1, m->target(u"1"_s)).at(0).toObject()["state"_L1].toString(), u"online"_s);
        QCOMPARE(m->list(method::instancesRestart, "instances"_L1, m->target(u"b"_s)).at(0).toObject()["restarts"_L1].toInt(), 1);
        QCOMPARE(m->list(method::instancesReset, "instances"_L1, m->target(u"b"_s)).at(0).toObject()["restarts"_L1].toInt(), 0);
        QCOMPARE(m->list(method::instancesSelect, "numbers"_L1, m->target(u"/^[ab]$/"_s)), QJsonArray({0, 1}));
        const auto unknown = m->call(method::instancesStop, m->target(u"nobody"_s));
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QCOMPARE(m->call(method::instancesStop).error().code, ErrorCode::InvalidArgument);
    }

    void whatIsWantedIsStored()
    {
        const QString id = m->create({m->spec(u"api"_s)}).at(0).toObject()["id"_L1].toString();
        m->call(method::instancesStop, m->target(u"api"_s));
        QVERIFY(m->stored(id).contains("\"wantedUp\": false"));
        m->call(method::instancesStart, m->target(u"api"_s));
        QVERIFY(m->stored(id).contains("\"wantedUp\": true"));
    }

    void restartTakesChangesOver()
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("env"_L1, QJsonObject{{u"DB_PASSWORD"_s, u"hush"_s}});
        spec.insert("kill_timeout"_L1, 5000);
        m->create({spec});
        const QJsonObject changes{{u"kill_timeout"_s, QJsonValue::Null}, {u"args"_s, QJsonArray{u"--x"_s}},
                                  {u"env"_s, QJsonObject{{u"DB_PASSWORD"_s, maskedValue()}, {u"B"_s, u"2"_s}}}};
        QVERIFY(m->call(method::instancesRestart, {{u"target"_s, u"api"_s}, {u"changes"_s, changes}}));
        const QJsonObject now = m->guards.at(0)->configured["spec"_L1].toObject();
        QVERIFY(!now.contains("kill_timeout"_L1));
        QCOMPARE(now["args"_L1].toArray(), QJsonArray{u"--x"_s});
        QCOMPARE(now["env"_L1].toObject()["DB_PASSWORD"_L1].toString(), u"hush"_s); // the mask is not a value
        QCOMPARE(now["env"_L1].toObject()["B"_L1].toString(), u"2"_s);
        const auto wrong = m->call(method::instancesRestart, {{u"target"_s, u"api"_s}, {u"changes"_s, QJsonObject{{u"kill_timeout"_s, u"soon"_s}}}});
        QVERIFY(!wrong);
        QCOMPARE(m->guards.at(0)->instance(0)->restarts, 1); // refused before anything was done
    }

    void deleteRemovesFileGuardAndEntry()
    {
        const QString id = m->create({m->spec(u"api"_s)}).at(0).toObject()["id"_L1].toString();
        m->create({m->spec(u"web"_s)});
        const QJsonArray gone = m->list(method::instancesDelete, "instances"_L1, m->target(u"api"_s));
        QCOMPARE(gone[0].toObject()["number"_L1].toInt(), 0);
        QVERIFY(!QFile::exists(m->home.appFile(id)));
        QVERIFY(m->guards.at(0)->ended);
        QCOMPARE(m->list(method::appsList, "apps"_L1).size(), 1);
    }

    void deleteOfOneInstanceKeepsTheOthers()
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("instances"_L1, 3);
        const QString id = m->create({spec}).at(0).toObject()["id"_L1].toString();
        QVERIFY(m->call(method::instancesDelete, m->target(u"1"_s)));
        QTRY_COMPARE(m->guards.at(0)->instances.size(), 2);
        QCOMPARE(m->guards.at(0)->instance(2)->state, InstanceState::Online);
        QVERIFY(!m->stored(id).contains("\"number\": 1"));
        QVERIFY(m->call(method::instancesDelete, m->target(u"api"_s)));
        QVERIFY(!QFile::exists(m->home.appFile(id)));
    }

    void signalsAreCheckedAndPassedOn()
    {
        m->create({m->spec(u"api"_s)});
        QVERIFY(m->call(method::instancesSignal, {{u"target"_s, u"api"_s}, {u"signal"_s, u"SIGUSR2"_s}}));
        QCOMPARE(m->guards.at(0)->commands.constLast()["signal"_L1].toString(), u"SIGUSR2"_s);
        QCOMPARE(m->call(method::instancesSignal, {{u"target"_s, u"api"_s}, {u"signal"_s, u"SIGNOPE"_s}}).error().code, ErrorCode::InvalidArgument);
        QVERIFY(m->call(method::instancesStop, m->target(u"api"_s)));
        QTRY_VERIFY(m->guards.at(0)->ended); // idle
        QTRY_COMPARE(m->call(method::status)->toObject()["guards"_L1].toInt(), 0);
        QVERIFY(!m->call(method::instancesSignal, {{u"target"_s, u"api"_s}, {u"signal"_s, u"SIGUSR2"_s}}));
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

    void subscribersGetDifferencesAndEvents()
    {
        auto follower = m->connectClient();
        QList<QJsonObject> changes;
        QList<QJsonObject> events;
        follower->setListener(notification::stateChanged, [&](const QJsonObject& params) { changes.append(params); });
        follower->setListener(notification::event, [&](const QJsonObject& params) { events.append(params); });
        bool subscribed = false;
        follower->call(method::stateSubscribe, {}, this, [&](const Result<QJsonValue>& result) { subscribed = result.has_value(); });
        QTRY_VERIFY(subscribed);
        m->create({m->spec(u"api"_s)});
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(changes.constFirst()["apps"_L1].toArray().at(0).toObject()["spec"_L1].toObject()["name"_L1].toString(), u"api"_s);
        QTRY_VERIFY(!events.isEmpty());
        QCOMPARE(events.constFirst()["kind"_L1].toString(), u"created"_s);
        QCOMPARE(events.constFirst()["name"_L1].toString(), u"api"_s);
        m->guards.at(0)->instance(0)->restarts = 7;
        m->guards.at(0)->tell();
        // In the app as a whole when something of that changed at the same time.
        const auto restarts = [&changes] {
            const QJsonObject last = changes.constLast();
            const QJsonArray instances = last["apps"_L1].toArray().at(0).toObject()["instances"_L1].toArray();
            return (instances.isEmpty() ? last["instances"_L1].toArray() : instances).at(0).toObject()["restarts"_L1].toInt();
        };
        QTRY_COMPARE(restarts(), 7);
        changes.clear();
        m->call(method::instancesDelete, m->target(u"api"_s));
        QTRY_VERIFY(!changes.isEmpty() && !changes.constLast()["removed"_L1].toArray().isEmpty());
    }

    void differencesAreBatched()
    {
        auto follower = m->connectClient();
        m->create({m->spec(u"api"_s)});
        int changes = 0;
        int restarts = 0;
        follower->setListener(notification::stateChanged, [&](const QJsonObject& params) {
            ++changes;
            restarts = params["instances"_L1].toArray().at(0).toObject()["restarts"_L1].toInt();
        });
        bool subscribed = false;
        follower->call(method::stateSubscribe, {}, this, [&](const Result<QJsonValue>& result) { subscribed = result.has_value(); });
        QTRY_VERIFY(subscribed);
        QElapsedTimer clock;
        clock.start();
        for (int i = 1; i <= 500; ++i) {
            m->guards.at(0)->instance(0)->restarts = i;
            m->guards.at(0)->tell();
            if (i % 50 == 0) QCoreApplication::processEvents();
        }
        QTRY_COMPARE(restarts, 500);
        QVERIFY2(changes <= clock.elapsed() / 100 + 2, qPrintable(QString::number(changes)));
    }

    void metricsGoOnlyToThoseWhoAsk()
    {
        m->create({m->spec(u"api"_s)});
        auto plain = m->connectClient();
        auto withMetrics = m->connectClient();
        int plainChanges = 0;
        double memory = 0;
        plain->setListener(notification::stateChanged, [&](const QJsonObject&) { ++plainChanges; });
        withMetrics->setListener(notification::stateChanged, [&](const QJsonObject& params) {
            memory = params["instances"_L1].toArray().at(0).toObject()["memory"_L1].toDouble();
        });
        int subscribed = 0;
        const auto count = [&](const Result<QJsonValue>& result) { subscribed += result ? 1 : 0; };
        plain->call(method::stateSubscribe, {}, this, count);
        withMetrics->call(method::stateSubscribe, {{u"metrics"_s, true}}, this, count);
        QTRY_COMPARE(subscribed, 2);
        QTRY_VERIFY_WITH_TIMEOUT(memory > 0, 5000); // of this test, whose pid the fake instance has
        QCOMPARE(plainChanges, 0);
    }

    void historyIsRecorded()
    {
        m->create({m->spec(u"api"_s)});
        FakeGuard& guard = *m->guards.at(0);
        guard.instance(0)->metrics = {{u"users"_s, QJsonObject{{u"value"_s, u"3.5"_s}, {u"unit"_s, u"people"_s}}},
                                        {u"version"_s, QJsonObject{{u"value"_s, u"1.2.3"_s}}}};
        guard.tell();
        QTRY_VERIFY(!m->firstInstance()["metrics"_L1].toObject().isEmpty());
        m->call(method::appsList); // measures
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const auto series = m->call(method::historyMetrics, {{u"number"_s, 0}, {u"since"_s, now - 60'000}, {u"until"_s, now + 60'000}});
        QVERIFY(series);
        QCOMPARE(series->toObject()["step"_L1].toInt(), 1000);
        QVERIFY(series->toObject()["points"_L1].toArray().size() >= 1);
        QTRY_COMPARE(m->call(method::historyMetrics, {{u"number"_s, 0}, {u"since"_s, now - 60'000}})->toObject()["metrics"_L1].toObject(),
                     QJsonObject({{u"users"_s, u"people"_s}})); // no text
        const auto users = m->call(method::historyMetrics, {{u"number"_s, 0}, {u"since"_s, now - 60'000}, {u"metric"_s, u"users"_s}});
        QVERIFY(users);
        QCOMPARE(users->toObject()["metric"_L1].toString(), u"users"_s);
        QCOMPARE(users->toObject()["points"_L1][0][1].toDouble(), 3.5);
        m->call(method::instancesDelete, m->target(u"api"_s));
        const QJsonArray events = m->list(method::historyEvents, "events"_L1, m->target(u"api"_s)); // by the name of a deleted app
        QCOMPARE(events[0].toObject()["kind"_L1].toString(), u"created"_s);
        QCOMPARE(events.last().toObject()["kind"_L1].toString(), u"deleted"_s);
        QCOMPARE(m->call(method::historyMetrics, {{u"number"_s, 0}}).error().code, ErrorCode::NotFound);
    }

    void shutdownPutsTheListAsideAndResurrectBringsItBack()
    {
        m->create({m->spec(u"a"_s), m->spec(u"b"_s)});
        m->call(method::instancesStop, m->target(u"b"_s));
        QSignalSpy finished(m->daemon.get(), &Daemon::finished);
        QVERIFY(m->call(method::shutdown, {{u"keepApps"_s, false}})->toBool());
        QTRY_VERIFY(!finished.isEmpty());
        QVERIFY(QDir(m->home.appsFolder()).isEmpty());
        m->stop();
        m->guards.clear();
        QVERIFY(m->start());
        QVERIFY(m->list(method::appsList, "apps"_L1).isEmpty());
        m->create({m->spec(u"b"_s)});
        const QJsonArray back = m->list(method::appsResurrect, "apps"_L1);
        QCOMPARE(back.size(), 1); // b is there already
        QCOMPARE(back[0].toObject()["name"_L1].toString(), u"a"_s);
        QCOMPARE(m->list(method::instancesSelect, "numbers"_L1, m->target(u"a"_s)).size(), 1);
        QCOMPARE(m->list(method::instancesStart, "instances"_L1, m->target(u"a"_s)).at(0).toObject()["state"_L1].toString(), u"online"_s);
    }

    void shutdownCanKeepTheApps()
    {
        const QString id = m->create({m->spec(u"a"_s)}).at(0).toObject()["id"_L1].toString();
        QSignalSpy finished(m->daemon.get(), &Daemon::finished);
        QVERIFY(m->call(method::shutdown, {{u"keepApps"_s, true}})->toBool());
        QTRY_VERIFY(!finished.isEmpty());
        QVERIFY(QFile::exists(m->home.appFile(id)));
        QVERIFY(!m->guards.at(0)->ended);
        // Lock and endpoint are free already.
        DaemonFixture second;
        second.home = m->home;
        QVERIFY(second.start());
    }

    void onlyOneDaemonForAHome()
    {
        DaemonFixture second;
        second.home = m->home;
        QVERIFY(!second.start());
        QVERIFY(second.otherDaemon);
        QVERIFY(m->call(method::ping)); // the first one still has its endpoint
    }

    void unknownMethodsAndNonsenseAreErrors()
    {
        QVERIFY(!m->call("apps.nonsense"_L1));
        QCOMPARE(m->call(method::appsCreate).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!m->call(method::appsCreate, {{u"specs"_s, u"x"_s}}));
        QVERIFY(!m->call(method::instancesStop, {{u"target"_s, QJsonArray{1}}}));
        QVERIFY(m->call(method::ping));
    }
};

QTEST_GUILESS_MAIN(DaemonMethodsTest)
#include "tst_daemonmethods.moc"

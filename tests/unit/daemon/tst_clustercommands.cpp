// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemonfixture.h"

#include <QSignalSpy>
#include <QThread>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

/// Reload, scale and trigger, and what the daemon shows of a cluster.
class ClusterCommandsTest : public DaemonTest
{
    Q_OBJECT

private:
    QJsonObject clusterSpec(int instances) const
    {
        QJsonObject spec = m->spec(u"api"_s);
        spec.insert("instances"_L1, instances);
        return spec;
    }

    FakeGuard& guard() { return *m->guards.at(0); }
    QJsonObject firstApp() { return m->list(method::appsList, "apps"_L1).at(0).toObject(); }
    QJsonObject lastCommand() { return guard().commands.constLast(); }

    Result<QJsonValue> scale(const QJsonValue& count, const QString& target = u"api"_s)
    {
        return m->call(method::appsScale, {{u"target"_s, target}, {u"count"_s, count}});
    }

    /// Begins a call and gives the place where its answer will be.
    std::shared_ptr<std::optional<Result<QJsonValue>>> begin(QLatin1StringView name, const QJsonObject& params)
    {
        const auto answer = std::make_shared<std::optional<Result<QJsonValue>>>();
        m->client->call(name, params, this, [answer](const Result<QJsonValue>& result) { *answer = result; });
        return answer;
    }

private Q_SLOTS:
    void instancesOfANodeScriptAreACluster()
    {
        m->create({clusterSpec(2)});
        QCOMPARE(guard().configured["spec"_L1].toObject()["exec_mode"_L1].toString(), u"cluster"_s);
        m->create({QJsonObject{{u"name"_s, u"job"_s}, {u"script"_s, u"job.py"_s}, {u"cwd"_s, u"/srv"_s}, {u"instances"_s, 2}}});
        QVERIFY(!m->guards.at(1)->configured["spec"_L1].toObject().contains("exec_mode"_L1));
    }

    void reloadTakesChangesOverAndStartsStoppedOnes()
    {
        m->behaviour.note = u"fork mode: restarted one after another"_s;
        const QString id = m->create({clusterSpec(2)}).at(0).toObject()["id"_L1].toString();
        QVERIFY(m->call(method::instancesStop, m->target(u"1"_s)));
        const QJsonObject params{{u"target"_s, u"api"_s},
                                 {u"changes"_s, QJsonObject{{u"args"_s, QJsonArray{u"--x"_s}}, {u"instances"_s, 7}}},
                                 {u"shellEnvironment"_s, QJsonObject{{u"NEW"_s, u"1"_s}}},
                                 {u"parallel"_s, 3}};
        const auto answer = m->call(method::instancesReload, params);
        QVERIFY(answer);
        const QJsonObject result = answer->toObject();
        QCOMPARE(result["instances"_L1].toArray().size(), 2);
        for (const QJsonValue& one : result["instances"_L1].toArray()) QCOMPARE(one.toObject()["state"_L1].toString(), u"online"_s);
        const QJsonObject note = result["notes"_L1].toArray().at(0).toObject();
        QCOMPARE(note, QJsonObject({{u"app"_s, id}, {u"name"_s, u"api"_s}, {u"text"_s, m->behaviour.note}}));
        QCOMPARE(lastCommand()["action"_L1].toString(), u"reload"_s);
        QCOMPARE(lastCommand()["numbers"_L1].toArray(), QJsonArray({0, 1}));
        QCOMPARE(lastCommand()["parallel"_L1].toInt(), 3);
        QCOMPARE(guard().configured["spec"_L1].toObject()["args"_L1].toArray(), QJsonArray{u"--x"_s});
        QCOMPARE(guard().configured["spec"_L1].toObject()["instances"_L1].toInt(), 2);
        QCOMPARE(guard().configured["shellEnvironment"_L1].toObject()["NEW"_L1].toString(), u"1"_s);
        QVERIFY(!m->stored(id).contains("\"wantedUp\": false"));
        QCOMPARE(m->call(method::instancesReload, {{u"target"_s, u"api"_s}, {u"parallel"_s, u"many"_s}}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(m->call(method::instancesReload, m->target(u"nobody"_s)).error().code, ErrorCode::NotFound);
    }

    void reloadOfAStoppedAppStartsIt()
    {
        m->create({clusterSpec(2)});
        QVERIFY(m->call(method::instancesStop, m->target(u"api"_s)));
        QTRY_VERIFY(guard().ended);
        QTRY_COMPARE(m->call(method::status)->toObject()["guards"_L1].toInt(), 0);
        QVERIFY(m->call(method::instancesReload, m->target(u"api"_s)));
        QCOMPARE(m->guards.size(), 2U);
        QCOMPARE(m->guards.at(1)->instances.size(), 2);
        for (const InstanceStatus& one : m->guards.at(1)->instances) QCOMPARE(one.state, InstanceState::Online);
    }

    void aReloadThatFailsIsAProblem()
    {
        m->behaviour.reloadFailure = u"the new process ended with exit code 1"_s;
        m->create({clusterSpec(2)});
        const auto failed = m->call(method::instancesReload, m->target(u"api"_s));
        QVERIFY(!failed);
        QCOMPARE(failed.error().what, m->behaviour.reloadFailure);
        m->behaviour.reloadFailure.clear();
        m->create({m->spec(u"other"_s)});
        const auto both = m->call(method::instancesReload, m->target(u"all"_s));
        QVERIFY(both);
        const QJsonArray problems = both->toObject()["problems"_L1].toArray();
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.at(0).toObject()["name"_L1].toString(), u"api"_s);
        QVERIFY(!problems.at(0).toObject()["carriedOut"_L1].toBool());
    }

    void aReloadCanBeCancelled()
    {
        m->behaviour.holdReload = true;
        m->create({clusterSpec(2)});
        const auto reload = begin(method::instancesReload, m->target(u"api"_s));
        QTRY_VERIFY(guard().heldReload);
        QVERIFY(!reload->has_value());
        QVERIFY(m->call(method::instancesCancelReload, m->target(u"api"_s)));
        QTRY_VERIFY(reload->has_value());
        QCOMPARE((*reload)->error().code, ErrorCode::Cancelled);
        // Nothing to cancel.
        QVERIFY(m->call(method::instancesCancelReload, m->target(u"api"_s)));
        QVERIFY(m->call(method::instancesStop, m->target(u"api"_s)));
        QTRY_VERIFY(guard().ended);
        QVERIFY(m->call(method::instancesCancelReload, m->target(u"api"_s)));
        QCOMPARE(m->guards.size(), 1U);
    }

    void aReloadSurvivesTheDeathOfItsGuard()
    {
        m->behaviour.holdReload = true;
        m->create({clusterSpec(2)});
        const auto reload = begin(method::instancesReload, m->target(u"api"_s));
        QTRY_VERIFY(guard().heldReload);
        m->behaviour.holdReload = false;
        guard().die();
        QTRY_VERIFY(reload->has_value());
        QVERIFY(reload->value().has_value());
        QCOMPARE(m->guards.size(), 2U);
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
    }

    void applyCanReload()
    {
        m->create({clusterSpec(2)});
        QJsonObject next = clusterSpec(3);
        next.insert("script"_L1, u"new.js"_s);
        next.insert("cwd"_L1, u"/srv/new"_s);
        const QJsonObject wishes{{u"apply"_s, true}, {u"reload"_s, true}};
        QJsonObject entry = m->create({next}, wishes).at(0).toObject();
        QVERIFY(!entry.contains("error"_L1));
        QVERIFY(entry["existed"_L1].toBool());
        QCOMPARE(entry["numbers"_L1].toArray(), QJsonArray({0, 1, 2}));
        QCOMPARE(lastCommand()["action"_L1].toString(), u"reload"_s);
        QCOMPARE(guard().configured["spec"_L1].toObject()["script"_L1].toString(), u"new.js"_s);
        QCOMPARE(guard().configured["spec"_L1].toObject()["cwd"_L1].toString(), u"/srv/new"_s);
        for (const InstanceStatus& one : guard().instances) {
            QCOMPARE(one.state, InstanceState::Online);
            QCOMPARE(one.restarts, 0);
        }
        // Fewer: the newest go, the others are reloaded.
        next.insert("instances"_L1, 2);
        entry = m->create({next}, wishes).at(0).toObject();
        QCOMPARE(entry["numbers"_L1].toArray(), QJsonArray({0, 1}));
        QCOMPARE(lastCommand()["action"_L1].toString(), u"reload"_s);
        QCOMPARE(lastCommand()["numbers"_L1].toArray(), QJsonArray({0, 1}));
        QCOMPARE(guard().instances.size(), 2);
        // A file that names no number leaves it.
        next.remove("instances"_L1);
        next.insert("exec_mode"_L1, u"cluster"_s);
        entry = m->create({next}, wishes).at(0).toObject();
        QCOMPARE(entry["numbers"_L1].toArray(), QJsonArray({0, 1}));
        // What is not there is started.
        m->behaviour.note = u"unused"_s;
        QVERIFY(!m->create({m->spec(u"fresh"_s)}, wishes).at(0).toObject()["existed"_L1].toBool());
        QCOMPARE(m->guards.at(1)->commands.constLast()["action"_L1].toString(), u"start"_s);
        QCOMPARE(m->create({m->spec(u"fresh"_s)}, wishes).at(0).toObject()["note"_L1].toString(), u"unused"_s);
    }

    void primaryAndReloadAreShownAndCleared()
    {
        m->create({clusterSpec(2)});
        QVERIFY(!firstApp().contains("primary"_L1) && !firstApp().contains("reload"_L1));
        guard().primary = {QCoreApplication::applicationPid(), QDateTime::currentMSecsSinceEpoch() - 1000, u"20.1.0"_s, 0, 0};
        guard().reloading = {2, 1, 1};
        guard().instance(0)->replacing = true;
        guard().instance(0)->nodeVersion = u"20.1.0"_s;
        guard().instance(0)->metrics = {{u"users"_s, QJsonObject{{u"value"_s, 3}}}};
        for (InstanceStatus& one : guard().instances) one.pid = 0; // of which the test's process cannot be both
        guard().tell();
        QTRY_VERIFY(firstApp().contains("primary"_L1));
        const QJsonObject app = firstApp();
        QCOMPARE(app["primary"_L1].toObject()["nodeVersion"_L1].toString(), u"20.1.0"_s);
        QVERIFY(app["primary"_L1].toObject()["memory"_L1].toInteger() > 0); // measured
        QCOMPARE(app["reload"_L1].toObject(), QJsonObject({{u"total"_s, 2}, {u"done"_s, 1}, {u"queued"_s, 1}}));
        QVERIFY(m->firstInstance()["replacing"_L1].toBool());
        QCOMPARE(m->firstInstance()["nodeVersion"_L1].toString(), u"20.1.0"_s);
        QCOMPARE(m->firstInstance()["metrics"_L1].toObject(), guard().instance(0)->metrics);
        guard().reloading = {};
        guard().tell();
        QTRY_VERIFY(!firstApp().contains("reload"_L1));
        QVERIFY(firstApp()["primary"_L1].toObject()["memory"_L1].toInteger() > 0); // kept
        guard().primary = {};
        guard().tell();
        QTRY_VERIFY(!firstApp().contains("primary"_L1));
    }

    void aLostGuardTakesThePrimaryWithIt()
    {
        m->create({clusterSpec(2)});
        guard().primary.pid = 999'999'999;
        guard().instance(0)->actions = QStringList{u"gc"_s};
        guard().tell();
        QTRY_VERIFY(firstApp().contains("primary"_L1));
        m->behaviour.silent = true;
        guard().die();
        QTRY_VERIFY(!firstApp().contains("primary"_L1));
        QVERIFY(!m->firstInstance().contains("actions"_L1));
    }

    void subscribersLearnOfPrimaryAndReload()
    {
        m->create({clusterSpec(1)});
        auto follower = m->connectClient();
        QJsonObject app;
        follower->setListener(notification::stateChanged, [&](const QJsonObject& params) {
            if (!params["apps"_L1].toArray().isEmpty()) app = params["apps"_L1].toArray().at(0).toObject();
        });
        QStringList kinds;
        follower->setListener(notification::event, [&](const QJsonObject& params) { kinds.append(params["kind"_L1].toString()); });
        bool subscribed = false;
        follower->call(method::stateSubscribe, {}, this, [&](const Result<QJsonValue>& result) { subscribed = result.has_value(); });
        QTRY_VERIFY(subscribed);
        guard().primary.pid = 999'999'999;
        guard().reloading = {1, 0, 0};
        guard().tell();
        QTRY_COMPARE(app["reload"_L1].toObject()["total"_L1].toInt(), 1);
        QCOMPARE(app["primary"_L1].toObject()["pid"_L1].toInt(), 999'999'999);
        guard().happened({{u"number"_s, 0}, {u"kind"_s, u"reload-failed"_s}});
        guard().happened({{u"number"_s, 0}, {u"kind"_s, u"reload"_s}});
        QTRY_COMPARE(kinds, QStringList({u"reload-failed"_s, u"reload"_s}));
    }

    void triggerAsksThoseWhoHaveTheAction()
    {
        m->create({clusterSpec(2), m->spec(u"other"_s)});
        QCOMPARE(m->call(method::instancesTrigger, {{u"target"_s, u"api"_s}, {u"action"_s, u"gc"_s}}).error().code, ErrorCode::NotFound);
        QCOMPARE(m->call(method::instancesTrigger, m->target(u"api"_s)).error().code, ErrorCode::InvalidArgument);
        guard().instance(0)->actions = QStringList{u"gc"_s};
        guard().instance(1)->actions = QStringList{u"gc"_s, u"flush cache"_s};
        guard().tell();
        QTRY_COMPARE(m->firstInstance()["actions"_L1].toArray().size(), 1);
        const auto all = m->call(method::instancesTrigger, {{u"target"_s, u"all"_s}, {u"action"_s, u"gc"_s}, {u"parameter"_s, u"hard"_s}});
        QVERIFY(all);
        const QJsonArray replies = all->toObject()["replies"_L1].toArray();
        QCOMPARE(replies.size(), 2);
        QCOMPARE(replies.at(1).toObject()["reply"_L1].toString(), u"hard"_s);
        QCOMPARE(replies.at(1).toObject()["number"_L1].toInt(), 1);
        QCOMPARE(replies.at(1).toObject()["name"_L1].toString(), u"api"_s);
        QVERIFY(m->guards.at(1)->commands.isEmpty() || m->guards.at(1)->commands.constLast()["action"_L1] != u"trigger"_s);
        const auto some = m->call(method::instancesTrigger, {{u"target"_s, u"api"_s}, {u"action"_s, u"flush cache"_s}});
        QCOMPARE(some->toObject()["replies"_L1].toArray().size(), 1);
        QCOMPARE(lastCommand()["numbers"_L1].toArray(), QJsonArray{1});
        QVERIFY(!lastCommand().contains("parameter"_L1));
        const auto wrong = m->call(method::instancesTrigger, {{u"target"_s, u"api"_s}, {u"action"_s, u"flush cahce"_s}});
        QCOMPARE(wrong.error().code, ErrorCode::NotFound);
        QVERIFY(wrong.error().remedy.contains(u"flush cache"_s));
    }

    void scaleCounts_data()
    {
        QTest::addColumn<QJsonValue>("count");
        QTest::addColumn<int>("after"); // of three; -1: InvalidArgument
        const auto row = [](const char* label, const QJsonValue& count, int after) { QTest::newRow(label) << count << after; };
        row("number", 5, 5);
        row("text", u"5"_s, 5);
        row("more", u"+2"_s, 5);
        row("fewer", u"-1"_s, 2);
        row("down to one", 1, 1);
        row("one left", u"-2"_s, 1);
        row("none", 0, -1);
        row("none left", u"-3"_s, -1);
        row("negative number", -1, -1);
        row("fraction", 1.5, -1);
        row("nonsense", u"many"_s, -1);
        row("too many", 1001, -1);
        row("too many more", u"+998"_s, -1);
        row("missing", QJsonValue(QJsonValue::Undefined), -1);
    }

    void scaleCounts()
    {
        QFETCH(QJsonValue, count);
        QFETCH(int, after);
        const QString id = m->create({clusterSpec(3)}).at(0).toObject()["id"_L1].toString();
        const auto answer = scale(count);
        QCOMPARE(answer.has_value(), after > 0);
        if (!answer) {
            QCOMPARE(answer.error().code, ErrorCode::InvalidArgument);
            QCOMPARE(guard().instances.size(), 3);
            return;
        }
        const QJsonObject app = answer->toObject()["apps"_L1].toArray().at(0).toObject();
        QCOMPARE(app["id"_L1].toString(), id);
        QCOMPARE(app["name"_L1].toString(), u"api"_s);
        QCOMPARE(app["before"_L1].toInt(), 3);
        QCOMPARE(app["after"_L1].toInt(), after);
        QCOMPARE(app["added"_L1].toArray().size(), std::max(0, after - 3));
        QCOMPARE(app["removed"_L1].toArray().size(), std::max(0, 3 - after));
        QCOMPARE(answer->toObject()["instances"_L1].toArray().size(), after);
        QTRY_COMPARE(guard().instances.size(), after);
        for (const InstanceStatus& one : guard().instances) QCOMPARE(one.state, InstanceState::Online);
        QVERIFY(m->stored(id).contains("\"instances\": " + QByteArray::number(after)) || after == 1);
        QCOMPARE(firstApp()["spec"_L1].toObject()["exec_mode"_L1].toString(), u"cluster"_s);
    }

    void scaleDownTakesTheNewest()
    {
        m->create({clusterSpec(4)});
        const QJsonObject app = scale(2)->toObject()["apps"_L1].toArray().at(0).toObject();
        QCOMPARE(app["removed"_L1].toArray(), QJsonArray({2, 3}));
        QVERIFY(guard().instance(0) && guard().instance(1));
        const QJsonObject more = scale(u"+1"_s)->toObject()["apps"_L1].toArray().at(0).toObject();
        QCOMPARE(more["added"_L1].toArray(), QJsonArray{4}); // never a number again that somebody may remember
        QCOMPARE(guard().instance(4)->index, 2);
    }

    void scaleToTheSameIsNothingToDo()
    {
        m->create({clusterSpec(2), m->spec(u"other"_s)});
        const auto same = scale(2);
        QCOMPARE(same.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(same.error().what, u"Nothing to do"_s);
        const auto all = scale(2, u"all"_s); // of two apps one has work to do
        QVERIFY(all);
        QCOMPARE(all->toObject()["problems"_L1].toArray().size(), 1);
        QCOMPARE(m->guards.at(1)->instances.size(), 2);
        QCOMPARE(scale(2, u"nobody"_s).error().code, ErrorCode::NotFound);
    }

    void scaleToTheProcessors()
    {
        m->create({clusterSpec(QThread::idealThreadCount() + 1)});
        QVERIFY(scale(u"max"_s));
        QTRY_COMPARE(guard().instances.size(), QThread::idealThreadCount());
    }

    void newInstancesOfAStoppedAppStayStopped()
    {
        const QString id = m->create({clusterSpec(2)}).at(0).toObject()["id"_L1].toString();
        QVERIFY(m->call(method::instancesStop, m->target(u"api"_s)));
        QVERIFY(scale(3));
        QCOMPARE(firstApp()["instances"_L1].toArray().size(), 3);
        for (const QJsonValue& one : firstApp()["instances"_L1].toArray()) QCOMPARE(one.toObject()["state"_L1].toString(), u"stopped"_s);
        QVERIFY(!m->stored(id).contains("\"wantedUp\": true"));
        QVERIFY(scale(1));
        QCOMPARE(firstApp()["instances"_L1].toArray().size(), 1);
        QCOMPARE(m->guards.size(), 1U);
    }

    void newInstancesThatFailAreErrored()
    {
        m->create({clusterSpec(1)});
        guard().behaviour.startFailure = u"no such file"_s;
        const auto answer = scale(2);
        QVERIFY(answer);
        QCOMPARE(answer->toObject()["instances"_L1].toArray().at(1).toObject()["state"_L1].toString(), u"errored"_s);
    }

    void scalesOfOneAppWaitForEachOther()
    {
        m->behaviour.commandDelayMs = 50;
        m->create({clusterSpec(4)});
        const auto first = begin(method::appsScale, {{u"target"_s, u"api"_s}, {u"count"_s, u"-1"_s}});
        const auto second = begin(method::appsScale, {{u"target"_s, u"api"_s}, {u"count"_s, u"-1"_s}});
        const auto third = begin(method::appsScale, {{u"target"_s, u"api"_s}, {u"count"_s, u"+3"_s}});
        QTRY_VERIFY(third->has_value());
        QVERIFY(first->value() && second->value() && third->value());
        QCOMPARE(second->value()->toObject()["apps"_L1].toArray().at(0).toObject()["before"_L1].toInt(), 3);
        QTRY_COMPARE(guard().instances.size(), 5);
    }

    void forkModeScalesAsWell()
    {
        QJsonObject spec = m->spec(u"job"_s, u"job.py"_s);
        m->create({spec});
        QVERIFY(scale(2, u"job"_s));
        QTRY_COMPARE(guard().instances.size(), 2);
        QCOMPARE(guard().instance(1)->state, InstanceState::Online);
        QVERIFY(!firstApp()["spec"_L1].toObject().contains("exec_mode"_L1));
    }
};

QTEST_GUILESS_MAIN(ClusterCommandsTest)
#include "tst_clustercommands.moc"

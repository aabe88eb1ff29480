// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemonfixture.h"

#include <QJsonDocument>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

class DaemonMethodsTest : public DaemonTest
{
    Q_OBJECT

private Q_SLOTS:
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

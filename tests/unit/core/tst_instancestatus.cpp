// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instancestatus.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

InstanceStatus fullStatus()
{
    InstanceStatus status;
    status.number = 7;
    status.index = 2;
    status.state = InstanceState::WaitingRestart;
    status.wantedUp = true;
    status.pid = 4'000'000'000;
    status.startedAt = 1'700'000'000'123;
    status.createdAt = 1'700'000'000'001;
    status.restartAt = 1'700'000'001'000;
    status.restarts = 3;
    status.unstableRestarts = 2;
    status.hasExited = true;
    status.exitCode = -1073741510;
    status.exitSignal = 9;
    status.reason = u"exit code 1; restart in 100 ms"_s;
    status.outLog = u"/h/logs/ä-out.log"_s;
    status.errorLog = u"/h/logs/ä-error.log"_s;
    status.lostLogBytes = 9'007'199'254'740'993; // not a double
    status.cpu = 12.5;
    status.memory = 5'000'000'000;
    status.processes = 3;
    status.threads = 22;
    status.openFiles = 44;
    status.ports = {80, 3000};
    status.replacing = true;
    status.metrics = {{u"users"_s, QJsonObject{{u"value"_s, 3}, {u"unit"_s, u"n"_s}}}};
    status.actions = {u"gc"_s, u"flush cache"_s};
    status.nodeVersion = u"20.1.0"_s;
    return status;
}

} // namespace

class InstanceStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateKeys();
    void fullStatusTravels();
    void defaultsAreLeftOut();
    void exitZeroIsNotForgotten();
    void unknownCountsStayUnknown();
    void appTravels();
    void badJsonIsHarmless();
};

void InstanceStatusTest::stateKeys()
{
    const QStringList keys{u"stopped"_s, u"launching"_s, u"online"_s, u"stopping"_s, u"waiting restart"_s, u"errored"_s};
    QCOMPARE(keys.size(), instanceStateCount);
    for (int i = 0; i < instanceStateCount; ++i) {
        QCOMPARE(stateKey(static_cast<InstanceState>(i)), keys[i]);
        QCOMPARE(stateFromKey(keys[i]), static_cast<InstanceState>(i));
    }
    QCOMPARE(stateFromKey(u"nonsense"_s), InstanceState::Stopped);
}

void InstanceStatusTest::fullStatusTravels()
{
    const InstanceStatus status = fullStatus();
    QCOMPARE(InstanceStatus::fromJson(status.toJson()), status);
    QCOMPARE(status.toJson()[u"state"].toString(), u"waiting restart"_s);
}

void InstanceStatusTest::defaultsAreLeftOut()
{
    const InstanceStatus status;
    QCOMPARE(status.toJson().keys(), QStringList({u"index"_s, u"number"_s, u"state"_s}));
    QCOMPARE(InstanceStatus::fromJson(status.toJson()), status);
    QCOMPARE(InstanceStatus::fromJson({}), status);
}

void InstanceStatusTest::exitZeroIsNotForgotten()
{
    InstanceStatus status;
    status.hasExited = true;
    QVERIFY(status.toJson().contains("exitCode"_L1));
    QCOMPARE(InstanceStatus::fromJson(status.toJson()), status);
}

void InstanceStatusTest::unknownCountsStayUnknown()
{
    InstanceStatus status;
    status.threads = 0;
    QCOMPARE(InstanceStatus::fromJson(status.toJson()).threads, 0);
    QCOMPARE(InstanceStatus::fromJson({}).threads, -1);
    QCOMPARE(InstanceStatus::fromJson({}).openFiles, -1);
}

void InstanceStatusTest::appTravels()
{
    AppStatus app;
    app.id = u"api-1"_s;
    app.spec.name = u"api"_s;
    app.spec.script = u"server.js"_s;
    app.spec.restart.maxRestarts = 3;
    app.spec.envProfiles[u"production"_s] = {{u"A"_s, u"1"_s}};
    app.scriptPath = u"/srv/server.js"_s;
    app.interpreterPath = u"/usr/bin/node"_s;
    app.guardPid = 77;
    app.primary = {78, 1000, u"20.1.0"_s, 1.5, 4096};
    app.reload = {4, 2, 1};
    app.needsRestart = {u"args"_s, u"env"_s};
    app.instances = {fullStatus(), InstanceStatus()};
    const AppStatus copy = AppStatus::fromJson(app.toJson());
    QCOMPARE(copy.id, app.id);
    QCOMPARE(copy.spec, app.spec);
    QCOMPARE(copy.scriptPath, app.scriptPath);
    QCOMPARE(copy.interpreterPath, app.interpreterPath);
    QCOMPARE(copy.guardPid, app.guardPid);
    QCOMPARE(copy.primary, app.primary);
    QCOMPARE(copy.reload, app.reload);
    QCOMPARE(copy.needsRestart, app.needsRestart);
    QCOMPARE(copy.instances, app.instances);
    const AppStatus plain = AppStatus::fromJson(AppStatus().toJson());
    QCOMPARE(plain.primary, PrimaryStatus());
    QCOMPARE(plain.reload, ReloadStatus());
    QVERIFY(plain.needsRestart.isEmpty());
    QVERIFY(!AppStatus().toJson().contains("primary"_L1) && !AppStatus().toJson().contains("reload"_L1));
}

void InstanceStatusTest::badJsonIsHarmless()
{
    const QJsonObject bad{{u"number"_s, u"x"_s}, {u"state"_s, 5}, {u"ports"_s, u"80"_s}, {u"pid"_s, QJsonArray{1}}, {u"cpu"_s, true}};
    QCOMPARE(InstanceStatus::fromJson(bad), InstanceStatus());
    const AppStatus app =
        AppStatus::fromJson({{u"id"_s, 3}, {u"spec"_s, QJsonObject{{u"max_restarts"_s, u"many"_s}}}, {u"instances"_s, 4}});
    QCOMPARE(app.spec, AppSpec());
    QVERIFY(app.instances.isEmpty());
}

QTEST_GUILESS_MAIN(InstanceStatusTest)
#include "tst_instancestatus.moc"

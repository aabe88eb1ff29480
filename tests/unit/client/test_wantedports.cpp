// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wantedports.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class TestWantedPorts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arguments_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QList<WantedPort>>("ports");
        const QList<WantedPort> lengthy{{3000, u"--port"_s}};
        const QList<WantedPort> brief{{3000, u"-p"_s}};
        QTest::newRow("long") << QStringList{u"--port"_s, u"3000"_s} << lengthy;
        QTest::newRow("long with sign") << QStringList{u"--port=3000"_s} << lengthy;
        QTest::newRow("short") << QStringList{u"-p"_s, u"3000"_s} << brief;
        QTest::newRow("short together") << QStringList{u"-p3000"_s} << brief;
        QTest::newRow("behind others") << QStringList{u"run"_s, u"dev"_s, u"--"_s, u"-p"_s, u"3000"_s, u"--port=3000"_s} << brief;
        QTest::newRow("no number") << QStringList{u"--port"_s, u"auto"_s, u"-project"_s, u"-p"_s} << QList<WantedPort>();
        QTest::newRow("no port") << QStringList{u"--port"_s, u"0"_s, u"--port=70000"_s, u"-p-1"_s, u"--ports=3000"_s} << QList<WantedPort>();
    }

    void arguments()
    {
        QFETCH(QStringList, args);
        QFETCH(QList<WantedPort>, ports);
        AppSpec spec;
        spec.args = args;
        QCOMPARE(wantedPorts(spec), ports);
    }

    void variablesAndSockets()
    {
        AppSpec spec;
        spec.env = {{u"PORT"_s, u"4000"_s}, {u"BASE"_s, u"5000"_s}};
        spec.envProfiles.insert(u"test"_s, {{u"PORT"_s, u"4001"_s}});
        QCOMPARE(wantedPorts(spec), (QList<WantedPort>{{4000, u"PORT"_s}}));
        spec.envProfile = u"test"_s;
        spec.incrementVariable = u"BASE"_s;
        spec.instances = 3;
        spec.cluster.listen = {u"6000"_s, u"127.0.0.1:6001"_s, u"[::1]:6002"_s, u"/run/x.sock"_s};
        QCOMPARE(wantedPorts(spec), (QList<WantedPort>{{4001, u"PORT"_s}, {5000, u"BASE"_s}, {5001, u"BASE"_s}, {5002, u"BASE"_s},
                                                       {6000, u"listen"_s}, {6001, u"listen"_s}, {6002, u"listen"_s}}));
    }

    void debuggers()
    {
        AppSpec spec;
        spec.interpreterArgs = {u"--inspect-brk=127.0.0.1:7000"_s};
        spec.instances = 2;
        QCOMPARE(wantedPorts(spec), (QList<WantedPort>{{7000, u"--inspect"_s}}));
        spec.execMode = ExecMode::Cluster;
        QCOMPARE(wantedPorts(spec), (QList<WantedPort>{{7000, u"--inspect"_s}, {7001, u"--inspect"_s}}));
        spec.interpreterArgs = {u"--inspect=0"_s};
        QVERIFY(wantedPorts(spec).isEmpty());
    }

    void holdersAreNamed()
    {
        MachineSnapshot machine;
        MachineProcess process;
        process.id = {77, 1};
        process.name = u"node"_s;
        process.appId = u"api-1"_s;
        process.appName = u"api"_s;
        process.instance = 4;
        machine.processes = {process};
        using Protocol = platform::ListeningPort::Protocol;
        machine.ports = {{Protocol::Tcp, u"0.0.0.0"_s, 3000, 77}, {Protocol::Tcp, u"::"_s, 3000, 77}, {Protocol::Udp, u"::"_s, 3001, 77},
                         {Protocol::Tcp, u"::"_s, 3002, 0, {}, u"root"_s}};
        AppSpec first;
        first.env.insert(u"PORT"_s, u"3000"_s);
        AppSpec second;
        second.args = {u"-p3001"_s, u"--port=3002"_s};
        const QList<PortHolder> holders = portHolders({first, second}, machine, {});
        QCOMPARE(holders.size(), 2);
        QCOMPARE(holders.at(0), (PortHolder{3000, u"PORT"_s, 77, u"node"_s, {}, u"api-1"_s, u"api"_s, 4, false}));
        QCOMPARE(holders.at(1), (PortHolder{3002, u"--port"_s, 0, {}, u"root"_s, {}, {}, -1, false}));
        QVERIFY(portHolders({first}, machine, u"api-1"_s).first().itself);
    }

    void onThisMachine()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        AppSpec spec;
        spec.env.insert(u"PORT"_s, QString::number(server.serverPort()));
        MachineSampler sampler;
        const QList<PortHolder> holders = portHolders({spec}, sampler.sample({}));
        QCOMPARE(holders.size(), 1);
        QCOMPARE(holders.first().pid, QCoreApplication::applicationPid());
        server.close();
        QVERIFY(portHolders({spec}, sampler.sample({})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWantedPorts)
#include "test_wantedports.moc"

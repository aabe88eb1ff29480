// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/otherport.h"
#include "client/wantedports.h"

#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class TestOtherPort : public QObject
{
    Q_OBJECT

private:
    static MachineSnapshot listening(const QList<int>& ports)
    {
        MachineSnapshot machine;
        for (const int port : ports)
            machine.ports.append({platform::ListeningPort::Protocol::Tcp, u"0.0.0.0"_s, port, 77});
        return machine;
    }
    static AppSpec withPortVariable(const QString& port)
    {
        AppSpec spec;
        spec.env.insert(u"PORT"_s, port);
        return spec;
    }

private Q_SLOTS:
    void theNextThatNobodyHasOrNames()
    {
        AppSpec spec = withPortVariable(u"3000"_s);
        spec.args = {u"--port"_s, u"3003"_s};
        QCOMPARE(otherPort(3000, spec, listening({3000, 3001}), {withPortVariable(u"3002"_s)}), 3004);
        QCOMPARE(otherPort(80, spec, listening({80, 1024}), {}), 1025);
        QCOMPARE(otherPort(65535, spec, listening({65535}), {}), 0);
    }

    void udpIsAnotherPort()
    {
        MachineSnapshot machine = listening({3000});
        machine.ports.append({platform::ListeningPort::Protocol::Udp, u"0.0.0.0"_s, 3001, 77});
        QCOMPARE(otherPort(3000, withPortVariable(u"3000"_s), machine, {}), 3001);
    }

    void asManyInARowAsInstances()
    {
        AppSpec spec = withPortVariable(u"3000"_s);
        spec.incrementVariable = u"PORT"_s;
        spec.instances = 3;
        QCOMPARE(otherPort(3001, spec, listening({3001, 3005}), {}), 3006);
        const AppSpec changed = withPort(spec, 3001, 3006);
        QCOMPARE(changed.env.value(u"PORT"_s), u"3006"_s);
    }

    void debuggersOfWorkers()
    {
        AppSpec spec;
        spec.interpreterArgs = {u"--inspect=9229"_s};
        spec.execMode = ExecMode::Cluster;
        spec.instances = 3;
        QCOMPARE(otherPort(9231, spec, listening({9231, 9234}), {}), 9235);
        QCOMPARE(withPort(spec, 9231, 9235).interpreterArgs, (QStringList{u"--inspect=9235"_s}));
    }

    void whereItWasFound_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QStringList>("changed");
        QTest::newRow("long") << QStringList{u"--port"_s, u"3000"_s} << QStringList{u"--port"_s, u"4000"_s};
        QTest::newRow("long with sign") << QStringList{u"--port=3000"_s} << QStringList{u"--port=4000"_s};
        QTest::newRow("short") << QStringList{u"-p"_s, u"3000"_s} << QStringList{u"-p"_s, u"4000"_s};
        QTest::newRow("short with sign") << QStringList{u"-p=3000"_s} << QStringList{u"-p=4000"_s};
        QTest::newRow("short together") << QStringList{u"-p3000"_s} << QStringList{u"-p4000"_s};
        QTest::newRow("not another number") << QStringList{u"--size"_s, u"3000"_s, u"3000"_s, u"--port"_s, u"3000"_s}
                                            << QStringList{u"--size"_s, u"3000"_s, u"3000"_s, u"--port"_s, u"4000"_s};
        QTest::newRow("not another port") << QStringList{u"-p30001"_s, u"--port=300"_s} << QStringList{u"-p30001"_s, u"--port=300"_s};
    }

    void whereItWasFound()
    {
        QFETCH(QStringList, args);
        QFETCH(QStringList, changed);
        AppSpec spec;
        spec.args = args;
        QCOMPARE(withPort(spec, 3000, 4000).args, changed);
    }

    void variablesSocketsAndProbe()
    {
        AppSpec spec = withPortVariable(u"3000"_s);
        spec.cluster.listen = {u"3000"_s, u"127.0.0.1:3000"_s, u"[::1]:3001"_s, u"/run/3000"_s};
        spec.readiness.probe = u"http://localhost:3000/up?of=:3000"_s;
        const AppSpec changed = withPort(spec, 3000, 4000);
        QCOMPARE(changed.env, (EnvironmentMap{{u"PORT"_s, u"4000"_s}}));
        QCOMPARE(changed.cluster.listen, (QStringList{u"4000"_s, u"127.0.0.1:4000"_s, u"[::1]:3001"_s, u"/run/3000"_s}));
        QCOMPARE(changed.readiness.probe, u"http://localhost:4000/up?of=:3000"_s);
        spec.readiness.probe = u"tcp://example.org:3000"_s;
        QCOMPARE(withPort(spec, 3000, 4000).readiness.probe, spec.readiness.probe);
    }

    void inTheProfileThatHasIt()
    {
        AppSpec spec = withPortVariable(u"2000"_s);
        spec.envProfiles = {{u"test"_s, {{u"PORT"_s, u"3000"_s}}}, {u"other"_s, {{u"PORT"_s, u"3000"_s}}}};
        spec.envProfile = u"test"_s;
        const AppSpec changed = withPort(spec, 3000, 4000);
        QCOMPARE(changed.env.value(u"PORT"_s), u"2000"_s);
        QCOMPARE(changed.envProfiles.value(u"test"_s).value(u"PORT"_s), u"4000"_s);
        QCOMPARE(changed.envProfiles.value(u"other"_s).value(u"PORT"_s), u"3000"_s);
        QCOMPARE(wantedPorts(changed).first().port, 4000);
    }
};

QTEST_GUILESS_MAIN(TestOtherPort)
#include "test_otherport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/takenports.h"

#include <QCoreApplication>
#include <QTest>

#include <utility>

using namespace tropero;
using namespace Qt::StringLiterals;

class TestTakenPorts : public QObject
{
    Q_OBJECT

private:
    /// Process 70 listens on the first of them, 71 on the next, and so on.
    static MachineSnapshot listening(const QList<int>& ports)
    {
        MachineSnapshot machine;
        for (const int port : ports) {
            MachineProcess process;
            process.id = {70 + machine.processes.size(), 1};
            process.name = u"node"_s;
            process.own = true;
            machine.processes.append(process);
            machine.ports.append({platform::ListeningPort::Protocol::Tcp, u"0.0.0.0"_s, port, process.id.pid});
        }
        return machine;
    }
    static QList<int> offers(const QList<TakenPort>& taken)
    {
        QList<int> ports;
        for (const TakenPort& one : taken)
            ports.append(one.otherPort);
        return ports;
    }

private Q_SLOTS:
    void allOfThemWithOffersThatDiffer()
    {
        AppSpec spec;
        spec.env.insert(u"PORT"_s, u"3000"_s);
        spec.args = {u"--port"_s, u"3001"_s};
        spec.interpreterArgs = {u"--inspect"_s};
        const QList<TakenPort> taken = takenPorts({spec}, listening({3000, 3001, 9229}), {}, {});
        QCOMPARE(offers(taken), (QList<int>{3002, 3003, 9230}));
        QCOMPARE(taken.at(2).holder.from, u"--inspect"_s);
        QVERIFY(taken.at(0).process && taken.at(0).process->id.pid == 70);
    }

    void onceForEachPlace()
    {
        AppSpec spec;
        spec.env.insert(u"PORT"_s, u"3000"_s);
        spec.incrementVariable = u"PORT"_s;
        spec.instances = 3;
        QCOMPARE(offers(takenPorts({spec}, listening({3000, 3002}), {}, {})), (QList<int>{3003, 0}));
        QCOMPARE(offers(takenPorts({spec, AppSpec()}, listening({3000, 3002}), {}, {})), (QList<int>{0, 0}));
    }

    void whoMayNotBeEnded()
    {
        AppSpec spec;
        spec.args = {u"-p3000"_s, u"--port=3001"_s, u"--port=3002"_s};
        MachineSnapshot machine = listening({3000, 3001, 3002});
        machine.processes[0].own = false;
        machine.processes[1].appId = u"own"_s;
        machine.processes[2].id.pid = machine.ports[2].owner = QCoreApplication::applicationPid(); // they are in the order of their numbers
        const QList<TakenPort> taken = takenPorts({spec}, machine, {}, u"own"_s);
        QCOMPARE(taken.size(), 2);
        QVERIFY(!taken.at(0).process && !taken.at(1).process);
    }
};

QTEST_GUILESS_MAIN(TestTakenPorts)
#include "test_takenports.moc"

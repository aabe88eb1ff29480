// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/sampler.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

platform::ProcessUsage row(qint64 pid, qint64 parent, quint64 cpuMs, qint64 memory, quint64 startTime = 1)
{
    return {{pid, startTime}, parent, u"p"_s, cpuMs * 1000, memory, 2, false};
}

int nobody(const platform::ProcessId&)
{
    return -1;
}

} // namespace

class TreeMetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsOverTheTree()
    {
        TreeMetrics metrics;
        const QList<platform::ProcessUsage> table{row(10, 1, 0, 100), row(100, 10, 0, 1), row(101, 100, 0, 10), row(102, 101, 0, 1000),
                                                  row(200, 1, 0, 5000)};
        const auto result = metrics.measure(table, {{0, 100, 10, 0, true}}, 1000, nobody);
        QCOMPARE(result.value(0).memory, 1011);
        QCOMPARE(result.value(0).processes, 3);
        QCOMPARE(result.value(0).threads, 6);
        QCOMPARE(metrics.members().value(0), QList<qint64>({100, 101, 102}));
    }

    void zombiesDoNotCount()
    {
        TreeMetrics metrics;
        QList<platform::ProcessUsage> table{row(100, 10, 0, 1), row(101, 100, 0, 10)};
        table[1].zombie = true;
        QCOMPARE(metrics.measure(table, {{0, 100, 10, 0, true}}, 1000, nobody).value(0).processes, 1);
    }

    void orphansOfAGuardWithOneInstanceBelongToIt()
    {
        TreeMetrics metrics;
        const QList<platform::ProcessUsage> table{row(10, 1, 0, 0), row(100, 10, 0, 1), row(300, 10, 0, 10), row(301, 300, 0, 100)};
        QCOMPARE(metrics.measure(table, {{0, 100, 10, 0, true}}, 1000, nobody).value(0).memory, 111);
    }

    void orphansOfAGuardWithSeveralInstancesAreAskedForOnce()
    {
        TreeMetrics metrics;
        const QList<platform::ProcessUsage> table{row(10, 1, 0, 0), row(100, 10, 0, 1), row(110, 10, 0, 2), row(300, 10, 0, 10), row(400, 10, 0, 50)};
        const QList<MeasuredRoot> roots{{0, 100, 10, 0, false}, {1, 110, 10, 0, false}};
        int asked = 0;
        const auto owner = [&asked](const platform::ProcessId& process) {
            ++asked;
            return process.pid == 300 ? 1 : -1;
        };
        auto result = metrics.measure(table, roots, 1000, owner);
        QCOMPARE(result.value(0).memory, 1);
        QCOMPARE(result.value(1).memory, 12);
        result = metrics.measure(table, roots, 2000, owner);
        QCOMPARE(result.value(1).memory, 12);
        QCOMPARE(asked, 2);
    }

    void aPrimaryAndItsWorkersAreMeasuredApart()
    {
        TreeMetrics metrics;
        const int primary = primaryKey(50);
        // 60 and 70 are workers, 71 a child of one; 80 a worker that leaves, 81 its child; 90 nobody's.
        const QList<platform::ProcessUsage> table{row(10, 1, 0, 0),  row(50, 10, 0, 1),    row(60, 50, 0, 10),     row(70, 50, 0, 100),
                                                  row(71, 70, 0, 1000), row(80, 50, 0, 10'000), row(81, 80, 0, 100'000), row(90, 50, 0, 1'000'000)};
        const QList<MeasuredRoot> roots{{primary, 50, 10, 0, false, true}, {0, 60, 10, 0, false}, {1, 70, 10, 0, false}};
        const auto result = metrics.measure(table, roots, 1000, [](const platform::ProcessId& process) { return process.pid == 80 ? 0 : -1; });
        QCOMPARE(result.value(primary).memory, 1);
        QCOMPARE(result.value(primary).processes, 1);
        QCOMPARE(result.value(0).memory, 110'010);
        QCOMPARE(result.value(1).memory, 1100);
        QCOMPARE(result.size(), 3);
    }

    void whatAPrimaryHasOfOneInstanceBelongsToIt()
    {
        TreeMetrics metrics;
        const QList<platform::ProcessUsage> table{row(10, 1, 0, 0), row(50, 10, 0, 1), row(60, 50, 0, 10), row(80, 50, 0, 100)};
        const QList<MeasuredRoot> roots{{primaryKey(50), 50, 10, 0, false, true}, {0, 60, 10, 0, true}};
        QCOMPARE(metrics.measure(table, roots, 1000, nobody).value(0).memory, 110);
    }

    void aTreeEndsAtAnotherRoot()
    {
        TreeMetrics metrics;
        const QList<platform::ProcessUsage> table{row(10, 1, 0, 0), row(60, 10, 0, 1), row(70, 60, 0, 10), row(71, 70, 0, 100)};
        const auto result = metrics.measure(table, {{0, 60, 10, 0, false}, {1, 70, 10, 0, false}}, 1000, nobody);
        QCOMPARE(result.value(0).memory, 1);
        QCOMPARE(result.value(1).memory, 110);
    }

    void primaryKeysAreNoNumbers()
    {
        for (const qint64 pid : {qint64(1), qint64(4'194'304), qint64(4'294'967'295)}) QVERIFY(primaryKey(pid) < -1);
    }

    void anInstanceWithoutProcessIsNotMeasured()
    {
        TreeMetrics metrics;
        QVERIFY(metrics.measure({row(10, 1, 0, 0)}, {{0, 100, 10, 0, true}}, 1000, nobody).isEmpty());
    }

    void cpuIsTheAverageSinceTheStartAtFirst()
    {
        TreeMetrics metrics;
        // 500 ms of CPU in 2000 ms
        QCOMPARE(metrics.measure({row(100, 10, 500, 1)}, {{0, 100, 10, 8'000, true}}, 10'000, nobody).value(0).cpu, 25.0);
    }

    void cpuIsTheDifferenceAfterwards()
    {
        TreeMetrics metrics;
        const QList<MeasuredRoot> roots{{0, 100, 10, 1'000, true}};
        metrics.measure({row(100, 10, 5000, 1), row(101, 100, 7000, 1)}, roots, 10'000, nobody);
        // 100 of the root, 300 of the child, 200 of a child that is new, over 1000 ms
        const auto result = metrics.measure({row(100, 10, 5100, 1), row(101, 100, 7300, 1), row(102, 100, 200, 1)}, roots, 11'000, nobody);
        QCOMPARE(result.value(0).cpu, 60.0);
        // Two cores used to the full.
        const auto more = metrics.measure({row(100, 10, 6100, 1), row(101, 100, 8300, 1)}, roots, 12'000, nobody);
        QCOMPARE(more.value(0).cpu, 200.0);
    }

    void aReusedPidIsAnotherProcess()
    {
        TreeMetrics metrics;
        const QList<MeasuredRoot> roots{{0, 100, 10, 1'000, true}};
        metrics.measure({row(100, 10, 0, 1), row(101, 100, 9000, 1, 5)}, roots, 10'000, nobody);
        const auto result = metrics.measure({row(100, 10, 0, 1), row(101, 100, 50, 1, 6)}, roots, 11'000, nobody);
        QCOMPARE(result.value(0).cpu, 5.0);
    }

    void aNewRootIsMeasuredFromItsStart()
    {
        TreeMetrics metrics;
        metrics.measure({row(100, 10, 9000, 1)}, {{0, 100, 10, 1'000, true}}, 10'000, nobody);
        const auto result = metrics.measure({row(500, 10, 100, 1, 9)}, {{0, 500, 10, 10'500, true}}, 11'000, nobody);
        QCOMPARE(result.value(0).cpu, 20.0);
    }

    void theFirstLookMeasuresAtOnceAndTheNextOnesDoNot()
    {
        AppRegistry registry(u"/logs"_s);
        AppSpec spec;
        spec.name = u"a"_s;
        spec.script = u"a"_s;
        ManagedApp& app = registry.create(spec, {});
        InstanceStatus status = *app.instance(0);
        status.pid = 100;
        status.state = InstanceState::Online;
        registry.updateInstance(app, status);
        int reads = 0;
        Sampler sampler(registry, [&reads] {
            ++reads;
            return QList<platform::ProcessUsage>{row(100, 10, 0, 777), row(101, 10, 0, 1)};
        });
        QCOMPARE(reads, 0);
        sampler.looked(false);
        QCOMPARE(reads, 1);
        QCOMPARE(app.instance(0)->memory, 777);
        sampler.looked(false);
        QCOMPARE(reads, 1);
        // Another process: its figures are not known yet.
        status.pid = 101;
        registry.updateInstance(app, status);
        sampler.looked(false);
        QCOMPARE(reads, 2);
        QCOMPARE(app.instance(0)->memory, 1);
        // Someone looked, so it goes on once a second by itself.
        QSignalSpy sampled(&sampler, &Sampler::sampled);
        QVERIFY(sampled.wait(3000));
    }
};

QTEST_GUILESS_MAIN(TreeMetricsTest)
#include "tst_treemetrics.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that come faster or slower than once a second.
#include "mirrorfixture.h"

#include "models/chartlines.h"
#include "models/metricshistory.h"
#include "models/settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tropero;
using namespace tropero::test;

class SamplingPaceTest : public QObject
{
    Q_OBJECT

private:
    static QList<TimedValue> every(qint64 pace, int count, qint64 from = 0)
    {
        QList<TimedValue> points;
        for (int i = 0; i < count; ++i) points.append({from + i * pace, static_cast<double>(i)});
        return points;
    }
    static qsizetype lines(const QList<TimedValue>& points)
    {
        return decimated(points, {0, 120'000}, 1200, MetricsSeries::gapRule(1000)).size();
    }

private Q_SLOTS:
    void aSlowPaceIsALine_data()
    {
        QTest::addColumn<int>("pace");
        for (const int pace : {500, 1000, 2000, 5000, 10'000}) QTest::addRow("%d ms", pace) << pace;
    }
    void aSlowPaceIsALine()
    {
        QFETCH(int, pace);
        const QList<TimedValue> points = every(pace, 100'000 / pace);
        QCOMPARE(lines(points), 1);
        QList<TimedValue> late = points;
        late[late.size() / 2].at += pace / 10; // a loaded machine
        QCOMPARE(lines(late), 1);
        const auto layers = stacked({points, points}, {0, 120'000}, 1200, MetricsSeries::gapRule(1000));
        QCOMPARE(layers.first().size(), 1);
        QVERIFY(std::ranges::all_of(layers.last().first(), [](const TimedValue& one) { return one.at == 0 || one.value > 0; }));
    }

    void aPauseStaysAGap()
    {
        QCOMPARE(lines(every(1000, 20) + every(1000, 20, 32'000)), 2);  // stopped for some seconds
        QCOMPARE(lines(every(5000, 6) + every(5000, 6, 50'000)), 2);
        QCOMPARE(lines(every(1000, 20) + every(10'000, 8, 29'000)), 1); // another pace from here on
        QCOMPARE(lines({{0, 1}, {30'000, 1}, {80'000, 1}}), 2);           // 50 s is the pace while nobody looks, 30 s is none
    }

    void sparklinesHold()
    {
        MirrorFixture f;
        qint64 now = 100;
        MetricsHistory history(f.mirror, nullptr, [&now] { return now; });
        InstanceStatus one = instance(0, 0, InstanceState::Online);
        one.memory = 1 << 20;
        f.mirror.applySnapshot(snapshot({app(u"api"_s, {one})}));
        for (int i = 0; i < 13; ++i) {
            now += 5;
            one.cpu = 10 + i;
            f.mirror.applyChange(instanceChange(u"api"_s, {one}));
        }
        const MetricsHistory::Samples cpu = history.samples(MetricsHistory::Metric::Cpu, {0});
        QVERIFY(std::ranges::none_of(cpu, [](float value) { return std::isnan(value); }));
        QCOMPARE(cpu.back(), 22.0F);
        QCOMPARE(cpu[cpu.size() - 2], 21.0F); // until the next one came
    }

    void theSettingIsInMilliseconds()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"desktop.ini"_s));
        QCOMPARE(samplingMs(settings.text(setting::sampling)), 1000);
        QVERIFY(settings.set(setting::sampling, u"0.5"_s));
        QCOMPARE(samplingMs(settings.text(setting::sampling)), 500);
        QVERIFY(settings.set(setting::sampling, u"10"_s));
        QCOMPARE(samplingMs(settings.text(setting::sampling)), 10'000);
        QVERIFY(!settings.set(setting::sampling, u"3"_s));
    }
};

QTEST_GUILESS_MAIN(SamplingPaceTest)
#include "tst_samplingpace.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartaxis.h"
#include "models/chartlines.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tropero;
using namespace Qt::StringLiterals;

class ChartLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noPeakIsLost();
    void fewPointsStayAsTheyAre();
    void gapsEndALine();
    void linesReachTheEdges();
    void stackedSumsAreExact();
    void stackedWithoutOne();
    void historyAndLive();
    void slowSamplesAreNoGap();
    void scalesAreRound();
    void ticksOfTime();
};

namespace {

constexpr GapRule noGaps{1'000'000'000'000, 0, 0};

QList<TimedValue> noise(int count, qint64 step, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<TimedValue> points;
    for (int i = 0; i < count; ++i)
        points.append({i * step, random.bounded(100.0)});
    return points;
}

} // namespace

void ChartLinesTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void ChartLinesTest::noPeakIsLost()
{
    QList<TimedValue> points = noise(100'000, 1000, 7);
    points[31'337].value = 5000; // one sample among a hundred thousand
    points[77'777].value = -3;
    const TimeWindow window{0, 100'000'000};
    const int columns = 640;
    const QList<LineSegment> segments = decimated(points, window, columns, noGaps);
    QCOMPARE(segments.size(), 1);
    QVERIFY(segments.first().size() <= 2 * columns + 2);
    QVERIFY(segments.first().contains(points.at(31'337)));
    QVERIFY(segments.first().contains(points.at(77'777)));
    QVERIFY(std::ranges::is_sorted(segments.first(), {}, &TimedValue::at));
    // Each column has its own extremes.
    const double width = static_cast<double>(window.span()) / columns;
    QList<double> highest(columns + 1, -1e9);
    QList<double> shown(columns + 1, -1e9);
    const auto note = [width](QList<double>& into, const TimedValue& point) {
        double& best = into[static_cast<qsizetype>(static_cast<double>(point.at) / width)];
        best = std::max(best, point.value);
    };
    for (const TimedValue& point : std::as_const(points)) note(highest, point);
    for (const TimedValue& point : segments.first()) note(shown, point);
    QCOMPARE(shown, highest);
}

void ChartLinesTest::fewPointsStayAsTheyAre()
{
    const QList<TimedValue> points = noise(50, 1000, 3);
    const QList<LineSegment> segments = decimated(points, {0, 50'000}, 640, noGaps);
    QCOMPARE(segments, QList<LineSegment>{points});
    QVERIFY(decimated({}, {0, 50'000}, 640, noGaps).isEmpty());
    QVERIFY(decimated(points, {0, 0}, 640, noGaps).isEmpty());
    QVERIFY(decimated(points, {0, 50'000}, 0, noGaps).isEmpty());
}

void ChartLinesTest::gapsEndALine()
{
    const GapRule rule{5000, 0, 0};
    const QList<TimedValue> points{{0, 1}, {1000, 2}, {20'000, 3}, {21'000, 4}, {40'000, 5}};
    const QList<LineSegment> segments = decimated(points, {0, 60'000}, 600, rule);
    QCOMPARE(segments.size(), 3);
    QCOMPARE(segments.at(1), (LineSegment{{20'000, 3}, {21'000, 4}}));
    QCOMPARE(segments.at(2), (LineSegment{{40'000, 5}})); // a single measurement is kept
    // Narrower than two columns: not to be seen, one line.
    QCOMPARE(decimated(points, {0, 60'000'000}, 600, rule).size(), 1);
}

void ChartLinesTest::linesReachTheEdges()
{
    const QList<TimedValue> points = noise(100, 1000, 5);
    const LineSegment segment = decimated(points, {20'500, 40'500}, 640, noGaps).first();
    QCOMPARE(segment.first().at, 20'000);
    QCOMPARE(segment.last().at, 41'000);
}

void ChartLinesTest::stackedSumsAreExact()
{
    const QList<QList<TimedValue>> series{noise(2000, 1000, 1), noise(2000, 1000, 2), noise(2000, 1000, 3)};
    QList<double> sums;
    for (int i = 0; i < 2000; ++i)
        sums.append(series.at(0).at(i).value + series.at(1).at(i).value + series.at(2).at(i).value);
    const QList<QList<LineSegment>> layers = stacked(series, {0, 2'000'000}, 100, noGaps);
    QCOMPARE(layers.size(), 3);
    const LineSegment top = layers.last().first();
    QVERIFY(top.size() <= 202);
    double highest = 0;
    for (qsizetype i = 0; i < top.size(); ++i) {
        const qsizetype index = top.at(i).at / 1000;
        QVERIFY(qAbs(top.at(i).value - sums.at(index)) < 1e-9);
        QVERIFY(qAbs(layers.first().first().at(i).value - series.first().at(index).value) < 1e-9);
        QVERIFY(layers.at(1).first().at(i).value <= top.at(i).value);
        highest = std::max(highest, top.at(i).value);
    }
    QCOMPARE(highest, *std::ranges::max_element(sums));
}

void ChartLinesTest::stackedWithoutOne()
{
    // The second begins later, at other moments, and ends earlier.
    const QList<TimedValue> first{{0, 1}, {2000, 1}, {4000, 1}, {6000, 1}};
    const QList<TimedValue> second{{1000, 10}, {3000, 30}};
    const LineSegment top = stacked({first, second}, {0, 6000}, 600, GapRule{5000, 0, 0}).last().first();
    QCOMPARE(top, (LineSegment{{0, 1}, {1000, 11}, {2000, 21}, {3000, 31}, {4000, 1}, {6000, 1}}));
    QVERIFY(stacked({{}, {}}, {0, 6000}, 600, noGaps).last().isEmpty());
}

void ChartLinesTest::historyAndLive()
{
    MetricsSeries series;
    series.addSample(5500, 1, 100);
    series.addSample(5900, 2, 100); // the same second
    series.addSample(6100, 3, 300);
    QCOMPARE(series.cpu(), (QList<TimedValue>{{5000, 1}, {6000, 3}}));
    series.setHistory(1000, {QJsonArray{3000, 7.0, 70}, QJsonArray{5000, 8.0, 80}}, 5500);
    QCOMPARE(series.cpu(), (QList<TimedValue>{{3000, 7}, {5000, 8}, {6000, 3}}));
    QCOMPARE(series.memory().last(), (TimedValue{6000, 300}));
    series.removeBefore(5000);
    QCOMPARE(series.cpu().size(), 2);
    QCOMPARE(series.memory().size(), 2);
    // Averages of a minute stand in its middle, the running one not in the future; nothing live is mixed into them.
    series.setHistory(60'000, {QJsonArray{0, 1.0, 1}, QJsonArray{60'000, 2.0, 2}}, 70'000);
    QCOMPARE(series.cpu(), (QList<TimedValue>{{30'000, 1}, {70'000, 2}}));
    QCOMPARE(nearestValue(series.cpu(), 45'000, 20'000)->at, 30'000);
    QVERIFY(!nearestValue(series.cpu(), 45'000, 10'000));
    QVERIFY(!nearestValue({}, 45'000, 10'000));
}

void ChartLinesTest::slowSamplesAreNoGap()
{
    const GapRule rule = MetricsSeries::gapRule(1000);
    QVERIFY(!rule.isGap(2000));
    QVERIFY(rule.isGap(20'000));
    QVERIFY(!rule.isGap(60'000)); // the daemon's pace while nobody looks
    QVERIFY(rule.isGap(180'000));
    QVERIFY(!MetricsSeries::gapRule(3'600'000).isGap(7'200'000));
    QVERIFY(MetricsSeries::gapRule(3'600'000).isGap(4 * 3'600'000));
}

void ChartLinesTest::scalesAreRound()
{
    const ChartUnit percent{ChartUnit::Kind::Percent, {}};
    const ChartUnit bytes{ChartUnit::Kind::Bytes, {}};
    const ValueScale idle = valueScale(percent, 0, 0.3, 4);
    QCOMPARE(idle.top, 6.0); // noise does not fill the height
    const ValueScale busy = valueScale(percent, 0, 173, 5);
    QCOMPARE(busy.top, 200.0);
    QCOMPARE(busy.ticks.last().text, u"200 %"_s);
    const ValueScale memory = valueScale(bytes, 0, 430.0 * 1024 * 1024, 6);
    QCOMPARE(memory.top, 500.0 * 1024 * 1024);
    QVERIFY(memory.ticks.last().text.startsWith(u"500"_s));
    QCOMPARE(memory.ticks.first().text, u"0"_s);
    const ValueScale signedOnes = valueScale({ChartUnit::Kind::Other, u"ms"_s}, -3, 8, 6);
    QVERIFY(signedOnes.bottom <= -3 && signedOnes.top >= 8);
    for (const double highest : {0.0, 0.001, 1.0, 99.9, 12'345'678.0}) {
        for (int most = 2; most < 12; ++most) {
            const ValueScale scale = valueScale({}, 0, highest, most);
            QVERIFY(scale.top >= highest && scale.top > scale.bottom);
            QVERIFY(scale.ticks.size() >= 2 && scale.ticks.size() <= most);
        }
    }
}

void ChartLinesTest::ticksOfTime()
{
    const qint64 now = 1'770'000'123'456;
    for (const qint64 span : {60'000LL, 600'000LL, 3'600'000LL, 86'400'000LL, 7 * 86'400'000LL, 30 * 86'400'000LL}) {
        for (const int most : {2, 5, 12}) {
            const QList<AxisTick> ticks = timeTicks({now - span, now}, most);
            QVERIFY2(ticks.size() <= most + 1, qPrintable(u"%1 in %2"_s.arg(ticks.size()).arg(span)));
            QVERIFY(!ticks.isEmpty());
            for (const AxisTick& tick : ticks)
                QVERIFY(tick.at >= static_cast<double>(now - span) && tick.at <= static_cast<double>(now) && !tick.text.isEmpty());
        }
    }
    QVERIFY(timeTicks({now, now}, 5).isEmpty());
}

QTEST_GUILESS_MAIN(ChartLinesTest)
#include "tst_chartlines.moc"

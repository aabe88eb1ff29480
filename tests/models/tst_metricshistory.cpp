// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrorfixture.h"

#include "models/metricshistory.h"
#include "models/pastmetrics.h"

#include <QtTest>

#include <cmath>

using namespace tropero;
using namespace tropero::test;

class MetricsHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresHoldUntilAnotherIsTold();
    void gapsAreGaps();
    void nothingWhileTheDaemonIsLost();
    void sumsOfSeveralInstances();
    void onlyTheLastMinute();
    void forgetsWhatIsGone();
    void pastFillsGaps();
    void theDaemonsPastAsSamples();
};

namespace {

using Metric = MetricsHistory::Metric;

InstanceStatus busy(int number, double cpu, qint64 memory = 1 << 20)
{
    InstanceStatus status = instance(number, number, InstanceState::Online);
    status.cpu = cpu;
    status.memory = memory;
    return status;
}

/// The newest values, oldest first; "-" for a gap.
QString tail(const MetricsHistory::Samples& samples, size_t count)
{
    QStringList texts;
    for (size_t i = samples.size() - count; i < samples.size(); ++i)
        texts.append(std::isnan(samples[i]) ? u"-"_s : QString::number(samples[i]));
    return texts.join(u' ');
}

struct HistoryFixture : MirrorFixture
{
    qint64 now = 10; ///< less than a minute: the ring has no negative places
    MetricsHistory history{mirror, nullptr, [this] { return now; }};

    QString cpu(const QList<int>& numbers, size_t count) const
    {
        return tail(history.samples(Metric::Cpu, numbers), count);
    }
};

} // namespace

void MetricsHistoryTest::figuresHoldUntilAnotherIsTold()
{
    HistoryFixture f;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {busy(0, 5)})}));
    QCOMPARE(f.cpu({0}, 3), u"- - 5"_s);
    f.now = 12;
    QCOMPARE(f.cpu({0}, 4), u"- 5 5 5"_s);
    f.mirror.applyChange(instanceChange(u"api"_s, {busy(0, 7, 3 << 20)}));
    f.now = 13;
    f.mirror.applyChange(instanceChange(u"api"_s, {busy(0, 8)}));
    f.mirror.applyChange(instanceChange(u"api"_s, {busy(0, 9)})); // twice in a second: the later one
    QCOMPARE(f.cpu({0}, 5), u"- 5 5 7 9"_s);
    QCOMPARE(f.history.samples(Metric::Memory, {0})[58], float(3 << 20));
    QCOMPARE(f.cpu({77}, 2), u"- -"_s);
}

void MetricsHistoryTest::gapsAreGaps()
{
    HistoryFixture f;
    InstanceStatus fresh = busy(0, 0, 0); // runs, but has not been sampled
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {fresh})}));
    QCOMPARE(f.cpu({0}, 1), u"-"_s);
    QCOMPARE(f.history.size(), 0);
    f.mirror.applyChange(instanceChange(u"api"_s, {busy(0, 5)}));
    f.now = 12;
    f.mirror.applyChange(instanceChange(u"api"_s, {instance(0, 0, InstanceState::WaitingRestart)}));
    f.now = 14;
    QCOMPARE(f.cpu({0}, 6), u"- 5 5 - - -"_s);
    f.mirror.applyChange(instanceChange(u"api"_s, {busy(0, 6)}));
    f.now = 15;
    QCOMPARE(f.cpu({0}, 7), u"- 5 5 - - 6 6"_s);
}

void MetricsHistoryTest::nothingWhileTheDaemonIsLost()
{
    HistoryFixture f;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {busy(0, 5)})}));
    f.now = 12;
    f.history.setLive(false);
    f.now = 14;
    QCOMPARE(f.cpu({0}, 5), u"5 5 5 - -"_s);
    f.history.setLive(true); // connected; what the mirror holds is still of before
    f.now = 15;
    QCOMPARE(f.cpu({0}, 3), u"- - -"_s);
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {busy(0, 6)})}));
    f.now = 16;
    QCOMPARE(f.cpu({0}, 7), u"5 5 5 - - 6 6"_s);
}

void MetricsHistoryTest::sumsOfSeveralInstances()
{
    HistoryFixture f;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {busy(0, 5), busy(1, 2)})}));
    f.now = 11;
    f.mirror.applyChange(instanceChange(u"api"_s, {instance(1, 1, InstanceState::Errored)}));
    f.now = 12;
    f.mirror.applyChange(instanceChange(u"api"_s, {busy(0, 6)}));
    QCOMPARE(f.cpu({0, 1}, 4), u"- 7 5 6"_s);
    QCOMPARE(f.cpu({1}, 4), u"- 2 - -"_s);
}

void MetricsHistoryTest::onlyTheLastMinute()
{
    HistoryFixture f;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {busy(0, 1)})}));
    for (int second = 1; second <= 100; ++second) {
        f.now = 10 + second;
        f.mirror.applyChange(instanceChange(u"api"_s, {busy(0, 1 + second)}));
    }
    const MetricsHistory::Samples samples = f.history.samples(Metric::Cpu, {0});
    for (size_t i = 0; i < samples.size(); ++i)
        QCOMPARE(samples[i], static_cast<float>(42 + i));
    f.now += 1'000;
    QCOMPARE(f.cpu({0}, 60), QStringList(60, u"101"_s).join(u' '));
    f.mirror.applyChange(instanceChange(u"api"_s, {instance(0, 0, InstanceState::Stopped)}));
    f.now += 61;
    QCOMPARE(f.cpu({0}, 60), QStringList(60, u"-"_s).join(u' '));
}

void MetricsHistoryTest::forgetsWhatIsGone()
{
    HistoryFixture f;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {busy(0, 5), busy(1, 2)}), app(u"web"_s, {busy(2, 1)})}));
    QCOMPARE(f.history.size(), 3);
    f.mirror.applyChange({{u"removedInstances"_s, QJsonArray{1}}});
    QTRY_COMPARE(f.history.size(), 2);
    f.mirror.applyChange({{u"removed"_s, QJsonArray{u"web"_s}}});
    QTRY_COMPARE(f.history.size(), 1);
    f.mirror.applySnapshot(snapshot({}));
    QCOMPARE(f.history.size(), 0);
}

void MetricsHistoryTest::pastFillsGaps()
{
    HistoryFixture f;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {busy(0, 5)})}));
    f.now = 11;
    MetricsHistory::Samples past;
    past.fill(3);
    f.history.addPast(0, past, past);
    QCOMPARE(f.cpu({0}, 4), u"3 3 5 5"_s);
    f.now = 13;
    QCOMPARE(f.cpu({0}, 4), u"5 5 5 5"_s);
    QCOMPARE(f.history.samples(Metric::Memory, {0})[0], 3.0F);
}

void MetricsHistoryTest::theDaemonsPastAsSamples()
{
    constexpr qint64 now = 1'000'000;
    const auto answer = [](qint64 step, const QJsonArray& points) { return QJsonObject{{u"step"_s, step}, {u"points"_s, points}}; };
    // One a second: the newest is of now.
    const auto [cpu, memory] = samplesOf(answer(1000, {QJsonArray{now - 90'000, 1, 1}, QJsonArray{now - 1000, 7, 70}, QJsonArray{now, 8, 80}}), now);
    QCOMPARE(tail(cpu, 2), u"7 8"_s);
    QCOMPARE(tail(memory, 2), u"70 80"_s);
    // A figure is about the time since the one before it, at most a minute, and not from before the process was there.
    const auto [rare, unused] = samplesOf(answer(1000, {QJsonArray{now - 5000, 3, 1}, QJsonArray{now - 2000, 5, 1}}), now, now - 7400);
    QCOMPARE(tail(rare, 10), u"- 3 3 3 3 5 5 5 - -"_s);
    // A point of a coarser tier is about the time after it.
    const auto [coarse, unusedToo] = samplesOf(answer(10'000, {QJsonArray{now - 32'000, 9, 1}, QJsonArray{now - 22'000, 4, 1}}), now);
    QCOMPARE(tail(coarse, 24), u"9 4 4 4 4 4 4 4 4 4 4 - - - - - - - - - - - - -"_s);
    QVERIFY(std::isnan(samplesOf({}, now).first.back()));
}

QTEST_GUILESS_MAIN(MetricsHistoryTest)
#include "tst_metricshistory.moc"

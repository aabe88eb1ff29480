// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restarttracker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace std::chrono_literals;

namespace {

using Event = SupervisionEvent;
using When = RestartPolicy::When;

/// Feeds a tracker with runs one after the other on a clock of its own.
class Runs
{
public:
    explicit Runs(const RestartPolicy& policy = {}) : m_tracker(policy) {}

    ExitVerdict run(Milliseconds uptime, int code = 1, int signal = 0, double random = 0.5)
    {
        m_now += uptime;
        const ExitVerdict verdict = m_tracker.exited({code, signal, uptime, m_now}, random);
        m_now += verdict.delay;
        return verdict;
    }
    /// Number of exits until it gives up; -1: not within the limit.
    int exitsUntilGivenUp(Milliseconds uptime, int limit)
    {
        for (int i = 1; i <= limit; ++i) {
            if (run(uptime).event == Event::ExitedGaveUp)
                return i;
        }
        return -1;
    }
    void wait(Milliseconds time) { m_now += time; }
    RestartTracker& tracker() { return m_tracker; }

private:
    RestartTracker m_tracker;
    Milliseconds m_now{1'000'000};
};

RestartPolicy backoffOf(Milliseconds start)
{
    RestartPolicy policy;
    policy.backoffStart = start;
    policy.maxRestarts = 1000;
    return policy;
}

} // namespace

class RestartTrackerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fastCrashLoopEndsLikePm2();
    void maxThreeEndsAtTheThird();
    void maxZeroEndsAtTheFirst();
    void slowCrashLoopEndsToo();
    void crashesLeaveTheWindow();
    void healthyRunForgives();
    void minUptimeAboveHealthyAfterCounts();
    void cleanExitLoopEndsToo();
    void whenDecides_data();
    void whenDecides();
    void stopExitCodes();
    void fixedDelay();
    void backoffGrowsLikePm2();
    void backoffBeatsFixedDelay();
    void backoffStartsAnewAfterHealthyRun();
    void backoffCapBelowStart();
    void backoffNeverShrinks();
    void jitterStaysInItsBounds();
    void resetForgets();
    void unstableCountsShortRuns();
    void newPolicyTakesOver();
    void reasons();
    void describesExits_data();
    void describesExits();
};

void RestartTrackerTest::fastCrashLoopEndsLikePm2()
{
    Runs runs;
    for (int exit = 1; exit <= 15; ++exit)
        QCOMPARE(runs.run(10ms).event, Event::ExitedRetryNow);
    QCOMPARE(runs.run(10ms).event, Event::ExitedGaveUp);
}

void RestartTrackerTest::maxThreeEndsAtTheThird()
{
    RestartPolicy policy;
    policy.maxRestarts = 3;
    QCOMPARE(Runs(policy).exitsUntilGivenUp(5ms, 100), 3);
}

void RestartTrackerTest::maxZeroEndsAtTheFirst()
{
    RestartPolicy policy;
    policy.maxRestarts = 0;
    QCOMPARE(Runs(policy).exitsUntilGivenUp(5ms, 100), 1);
    QCOMPARE(Runs(policy).exitsUntilGivenUp(1h, 100), 1);
    policy.maxRestarts = 1;
    QCOMPARE(Runs(policy).exitsUntilGivenUp(5ms, 100), 1);
}

void RestartTrackerTest::slowCrashLoopEndsToo()
{
    // PM2 lets these go on for ever: they leave its window of 16 seconds.
    QCOMPARE(Runs().exitsUntilGivenUp(1'500ms, 100), 16);
    QCOMPARE(Runs().exitsUntilGivenUp(29s, 100), 16);
    RestartPolicy delayed;
    delayed.delay = 5s;
    QCOMPARE(Runs(delayed).exitsUntilGivenUp(1s, 100), 16);
}

void RestartTrackerTest::crashesLeaveTheWindow()
{
    RestartPolicy policy;
    policy.maxRestarts = 3;
    policy.window = 60s;
    policy.healthyAfter = 1h;
    // At most two lie within a minute of each other.
    QCOMPARE(Runs(policy).exitsUntilGivenUp(31s, 200), -1);
    QCOMPARE(Runs(policy).exitsUntilGivenUp(30s, 200), 3); // exactly one window from the first to the third
    Runs waiting(policy);
    waiting.run(1s);
    waiting.run(1s);
    waiting.wait(61s);
    QCOMPARE(waiting.run(1s).event, Event::ExitedRetryNow);
}

void RestartTrackerTest::healthyRunForgives()
{
    RestartPolicy policy;
    policy.maxRestarts = 3;
    Runs runs(policy);
    runs.run(10ms);
    runs.run(10ms);
    QCOMPARE(runs.tracker().unstableRestarts(), 2);
    QCOMPARE(runs.run(30s).event, Event::ExitedRetryNow); // cleared, and counted as the first
    QCOMPARE(runs.tracker().unstableRestarts(), 0);
    QCOMPARE(runs.run(10ms).event, Event::ExitedRetryNow);
    QCOMPARE(runs.run(10ms).event, Event::ExitedGaveUp);
    QCOMPARE(Runs().exitsUntilGivenUp(30s, 500), -1);
}

void RestartTrackerTest::minUptimeAboveHealthyAfterCounts()
{
    RestartPolicy policy;
    policy.maxRestarts = 3;
    policy.healthyAfter = 1s;
    policy.minUptime = 10s;
    QCOMPARE(Runs(policy).exitsUntilGivenUp(5s, 100), 3);
    QCOMPARE(Runs(policy).exitsUntilGivenUp(10s, 100), -1);
}

void RestartTrackerTest::cleanExitLoopEndsToo()
{
    Runs runs;
    for (int exit = 1; exit <= 15; ++exit)
        QCOMPARE(runs.run(10ms, 0).event, Event::ExitedRetryNow);
    QCOMPARE(runs.run(10ms, 0).event, Event::ExitedGaveUp);
}

void RestartTrackerTest::whenDecides_data()
{
    QTest::addColumn<int>("when");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("restarts");
    QTest::newRow("always, clean") << static_cast<int>(When::Always) << 0 << 0 << true;
    QTest::newRow("always, code") << static_cast<int>(When::Always) << 2 << 0 << true;
    QTest::newRow("always, signal") << static_cast<int>(When::Always) << 0 << 15 << true;
    QTest::newRow("on failure, clean") << static_cast<int>(When::OnFailure) << 0 << 0 << false;
    QTest::newRow("on failure, code") << static_cast<int>(When::OnFailure) << 2 << 0 << true;
    QTest::newRow("on failure, signal") << static_cast<int>(When::OnFailure) << 0 << 9 << true;
    QTest::newRow("never, clean") << static_cast<int>(When::Never) << 0 << 0 << false;
    QTest::newRow("never, code") << static_cast<int>(When::Never) << 1 << 0 << false;
    QTest::newRow("never, signal") << static_cast<int>(When::Never) << 0 << 11 << false;
}

void RestartTrackerTest::whenDecides()
{
    QFETCH(int, when);
    QFETCH(int, code);
    QFETCH(int, signal);
    QFETCH(bool, restarts);
    RestartPolicy policy;
    policy.when = static_cast<When>(when);
    policy.delay = 50ms; // PM2 hangs in "waiting restart" with a delay and no restart
    const ExitVerdict verdict = Runs(policy).run(10ms, code, signal);
    QCOMPARE(verdict.event, restarts ? Event::ExitedRetryLater : Event::ExitedDone);
    QCOMPARE(verdict.delay, restarts ? 50ms : 0ms);
    QVERIFY(!verdict.reason.isEmpty());
}

void RestartTrackerTest::stopExitCodes()
{
    RestartPolicy policy;
    policy.stopExitCodes = {0, 42, -1073741510};
    QCOMPARE(Runs(policy).run(10ms, 0).event, Event::ExitedDone);
    QCOMPARE(Runs(policy).run(10ms, 42).event, Event::ExitedDone);
    QCOMPARE(Runs(policy).run(10ms, -1073741510).event, Event::ExitedDone);
    QCOMPARE(Runs(policy).run(10ms, 1).event, Event::ExitedRetryNow);
    // The code of a process that a signal ended means nothing.
    QCOMPARE(Runs(policy).run(10ms, 0, 9).event, Event::ExitedRetryNow);
}

void RestartTrackerTest::fixedDelay()
{
    RestartPolicy policy;
    policy.delay = 250ms;
    Runs runs(policy);
    for (int exit = 1; exit <= 15; ++exit) {
        const ExitVerdict verdict = runs.run(10ms);
        QCOMPARE(verdict.event, Event::ExitedRetryLater);
        QCOMPARE(verdict.delay, 250ms);
    }
    const ExitVerdict last = runs.run(10ms);
    QCOMPARE(last.event, Event::ExitedGaveUp);
    QCOMPARE(last.delay, 0ms);
    QCOMPARE(runs.tracker().currentBackoff(), 0ms);
}

void RestartTrackerTest::backoffGrowsLikePm2()
{
    const QList<int> expected{100, 150, 225, 337, 505, 757, 1135, 1702, 2553, 3829, 5743, 8614, 12921, 15000, 15000, 15000};
    Runs runs(backoffOf(100ms));
    for (int delay : expected) {
        const ExitVerdict verdict = runs.run(10ms);
        QCOMPARE(verdict.event, Event::ExitedRetryLater);
        QCOMPARE(verdict.delay.count(), delay);
        QCOMPARE(runs.tracker().currentBackoff().count(), delay);
    }
}

void RestartTrackerTest::backoffBeatsFixedDelay()
{
    RestartPolicy policy = backoffOf(100ms);
    policy.delay = 7s;
    QCOMPARE(Runs(policy).run(10ms).delay, 100ms);
}

void RestartTrackerTest::backoffStartsAnewAfterHealthyRun()
{
    Runs runs(backoffOf(100ms));
    runs.run(10ms);
    runs.run(10ms);
    QCOMPARE(runs.run(29'999ms).delay, 225ms);
    QCOMPARE(runs.run(30s).delay, 100ms);
}

void RestartTrackerTest::backoffCapBelowStart()
{
    RestartPolicy policy = backoffOf(100ms);
    policy.backoffCap = 40ms;
    Runs runs(policy);
    QCOMPARE(runs.run(10ms).delay, 40ms);
    QCOMPARE(runs.run(10ms).delay, 40ms);
    policy.backoffCap = 0ms;
    QCOMPARE(Runs(policy).run(10ms).event, Event::ExitedRetryNow);
}

void RestartTrackerTest::backoffNeverShrinks()
{
    RestartPolicy policy = backoffOf(100ms);
    policy.backoffFactor = 0.1;
    Runs runs(policy);
    QCOMPARE(runs.run(10ms).delay, 100ms);
    QCOMPARE(runs.run(10ms).delay, 100ms);
    policy.backoffFactor = 1e300;
    Runs huge(policy);
    QCOMPARE(huge.run(10ms).delay, 100ms);
    QCOMPARE(huge.run(10ms).delay, 15s);
}

void RestartTrackerTest::jitterStaysInItsBounds()
{
    RestartPolicy policy = backoffOf(1000ms);
    policy.backoffJitter = 0.2;
    QCOMPARE(Runs(policy).run(10ms, 1, 0, 0.0).delay, 800ms);
    QCOMPARE(Runs(policy).run(10ms, 1, 0, 0.5).delay, 1000ms);
    const Milliseconds longest = Runs(policy).run(10ms, 1, 0, 0.999'999).delay;
    QVERIFY(longest > 1190ms && longest <= 1200ms);
    // It spreads the delay, not the series.
    Runs runs(policy);
    runs.run(10ms, 1, 0, 0.0);
    QCOMPARE(runs.run(10ms, 1, 0, 0.5).delay, 1500ms);
    policy.backoffStart = 15s;
    QCOMPARE(Runs(policy).run(10ms, 1, 0, 0.999).delay, 15s); // the cap holds
    policy.backoffStart = 1000ms;
    policy.backoffJitter = 50; // nonsense is cut
    QVERIFY(Runs(policy).run(10ms, 1, 0, 0.0).delay >= 0ms);
    QVERIFY(Runs(policy).run(10ms, 1, 0, -3.0).delay >= 0ms);
}

void RestartTrackerTest::resetForgets()
{
    RestartPolicy policy = backoffOf(100ms);
    policy.maxRestarts = 3;
    Runs runs(policy);
    runs.run(10ms);
    runs.run(10ms);
    runs.tracker().reset();
    QCOMPARE(runs.tracker().unstableRestarts(), 0);
    QCOMPARE(runs.tracker().currentBackoff(), 0ms);
    QCOMPARE(runs.run(10ms).delay, 100ms);
    QCOMPARE(runs.run(10ms).event, Event::ExitedRetryLater);
    QCOMPARE(runs.run(10ms).event, Event::ExitedGaveUp);
}

void RestartTrackerTest::unstableCountsShortRuns()
{
    Runs runs;
    runs.run(999ms);
    runs.run(1000ms);
    runs.run(1ms);
    QCOMPARE(runs.tracker().unstableRestarts(), 2);
}

void RestartTrackerTest::newPolicyTakesOver()
{
    Runs runs(backoffOf(100ms));
    runs.run(10ms);
    runs.run(10ms);
    RestartPolicy policy = backoffOf(100ms);
    policy.maxRestarts = 3; // the crashes so far stay counted
    runs.tracker().setPolicy(policy);
    QCOMPARE(runs.tracker().policy(), policy);
    QCOMPARE(runs.run(10ms).event, Event::ExitedGaveUp);
    runs.tracker().setPolicy(backoffOf(70ms));
    QCOMPARE(runs.run(10ms).delay, 70ms);
}

void RestartTrackerTest::reasons()
{
    QCOMPARE(Runs().run(10ms).reason, u"exit code 1; restart at once"_s);
    QCOMPARE(Runs().run(10ms, 0, 9).reason, u"signal 9 (SIGKILL); restart at once"_s);
    RestartPolicy policy = backoffOf(225ms);
    QCOMPARE(Runs(policy).run(10ms).reason, u"exit code 1; restart in 225 ms"_s);
    Runs loop;
    QString reason;
    for (int i = 0; i < 16; ++i)
        reason = loop.run(2800ms).reason;
    QCOMPARE(reason, u"gave up: 16 crashes within 42 s (limit 16 in 10 min); last exit code 1"_s);
    policy.maxRestarts = 0;
    QCOMPARE(Runs(policy).run(10ms, 3).reason, u"gave up at the first exit (limit 0); last exit code 3"_s);
    policy.stopExitCodes = {3};
    QCOMPARE(Runs(policy).run(10ms, 3).reason, u"exit code 3; an exit code that means stop"_s);
    policy.when = When::Never;
    QCOMPARE(Runs(policy).run(10ms, 1).reason, u"exit code 1; restarts are off"_s);
    policy.when = When::OnFailure;
    QCOMPARE(Runs(policy).run(10ms, 0).reason, u"exit code 0; ended without failure"_s);
}

void RestartTrackerTest::describesExits_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0 << 0 << u"exit code 0"_s;
    QTest::newRow("1") << 1 << 0 << u"exit code 1"_s;
    QTest::newRow("127") << 127 << 0 << u"exit code 127 (command not found)"_s;
    QTest::newRow("137") << 137 << 0 << u"exit code 137 (SIGKILL)"_s;
    QTest::newRow("143") << 143 << 0 << u"exit code 143 (SIGTERM)"_s;
    QTest::newRow("255") << 255 << 0 << u"exit code 255"_s;
    QTest::newRow("sigkill") << 0 << 9 << u"signal 9 (SIGKILL)"_s;
    QTest::newRow("unknown signal") << 0 << 64 << u"signal 64"_s;
    QTest::newRow("windows") << static_cast<int>(0xC0000005) << 0 << u"exit code 0xC0000005 (access violation)"_s;
    QTest::newRow("windows ctrl+c") << static_cast<int>(0xC000013A) << 0 << u"exit code 0xC000013A (Ctrl+C)"_s;
    QTest::newRow("negative") << -1 << 0 << u"exit code 0xFFFFFFFF"_s;
}

void RestartTrackerTest::describesExits()
{
    QFETCH(int, code);
    QFETCH(int, signal);
    QTEST(describeExit({code, signal, 0ms, 0ms}), "text");
}

QTEST_GUILESS_MAIN(RestartTrackerTest)
#include "tst_restarttracker.moc"

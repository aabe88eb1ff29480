// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervisiontable.h"

#include <QSet>
#include <QTest>

using namespace tropero;

namespace {

using State = InstanceState;
using Event = SupervisionEvent;
using enum SupervisionAction;

struct Cell
{
    State state;
    Event event;
    State next;
    SupervisionActions actions;
    bool ignored;
};

const QList<Cell> cells{
    // Stopped
    {State::Stopped, Event::StartWanted, State::Launching, Spawn | ForgetCrashes, false},
    {State::Stopped, Event::StopWanted, State::Stopped, {}, true},
    {State::Stopped, Event::RestartWanted, State::Launching, Spawn | ForgetCrashes, false},
    {State::Stopped, Event::Spawned, State::Stopped, {}, true},
    {State::Stopped, Event::SpawnedUnready, State::Stopped, {}, true},
    {State::Stopped, Event::SpawnFailed, State::Stopped, {}, true},
    {State::Stopped, Event::Ready, State::Stopped, {}, true},
    {State::Stopped, Event::ExitedDone, State::Stopped, {}, true},
    {State::Stopped, Event::ExitedRetryNow, State::Stopped, {}, true},
    {State::Stopped, Event::ExitedRetryLater, State::Stopped, {}, true},
    {State::Stopped, Event::ExitedGaveUp, State::Stopped, {}, true},
    {State::Stopped, Event::DelayElapsed, State::Stopped, {}, true},
    {State::Stopped, Event::KillDue, State::Stopped, {}, true},
    {State::Stopped, Event::TreeGoneDown, State::Stopped, {}, true},
    {State::Stopped, Event::TreeGoneUp, State::Stopped, {}, true},
    // Launching
    {State::Launching, Event::StartWanted, State::Launching, {}, true},
    {State::Launching, Event::StopWanted, State::Stopping, AskToStop | StartKillTimer | CancelReadyTimer, false},
    {State::Launching, Event::RestartWanted, State::Stopping, AskToStop | StartKillTimer | CancelReadyTimer, false},
    {State::Launching, Event::Spawned, State::Online, {}, false},
    {State::Launching, Event::SpawnedUnready, State::Launching, StartReadyTimer, false},
    {State::Launching, Event::SpawnFailed, State::Errored, {}, false},
    {State::Launching, Event::Ready, State::Online, CancelReadyTimer, false},
    {State::Launching, Event::ExitedDone, State::Stopped, SweepTree | CancelReadyTimer, false},
    {State::Launching, Event::ExitedRetryNow, State::Launching, Spawn | SweepTree | CancelReadyTimer | CountRestart, false},
    {State::Launching, Event::ExitedRetryLater, State::WaitingRestart, SweepTree | StartDelayTimer | CancelReadyTimer, false},
    {State::Launching, Event::ExitedGaveUp, State::Errored, SweepTree | CancelReadyTimer, false},
    {State::Launching, Event::DelayElapsed, State::Launching, {}, true},
    {State::Launching, Event::KillDue, State::Launching, {}, true},
    {State::Launching, Event::TreeGoneDown, State::Launching, {}, true},
    {State::Launching, Event::TreeGoneUp, State::Launching, {}, true},
    // Online
    {State::Online, Event::StartWanted, State::Online, {}, true},
    {State::Online, Event::StopWanted, State::Stopping, AskToStop | StartKillTimer | CancelReadyTimer, false},
    {State::Online, Event::RestartWanted, State::Stopping, AskToStop | StartKillTimer | CancelReadyTimer, false},
    {State::Online, Event::Spawned, State::Online, {}, true},
    {State::Online, Event::SpawnedUnready, State::Online, {}, true},
    {State::Online, Event::SpawnFailed, State::Online, {}, true},
    {State::Online, Event::Ready, State::Online, {}, true},
    {State::Online, Event::ExitedDone, State::Stopped, SweepTree | CancelReadyTimer, false},
    {State::Online, Event::ExitedRetryNow, State::Launching, Spawn | SweepTree | CancelReadyTimer | CountRestart, false},
    {State::Online, Event::ExitedRetryLater, State::WaitingRestart, SweepTree | StartDelayTimer | CancelReadyTimer, false},
    {State::Online, Event::ExitedGaveUp, State::Errored, SweepTree | CancelReadyTimer, false},
    {State::Online, Event::DelayElapsed, State::Online, {}, true},
    {State::Online, Event::KillDue, State::Online, {}, true},
    {State::Online, Event::TreeGoneDown, State::Online, {}, true},
    {State::Online, Event::TreeGoneUp, State::Online, {}, true},
    // Stopping
    {State::Stopping, Event::StartWanted, State::Stopping, {}, true},
    {State::Stopping, Event::StopWanted, State::Stopping, {}, true},
    {State::Stopping, Event::RestartWanted, State::Stopping, {}, true},
    {State::Stopping, Event::Spawned, State::Stopping, AskToStop, false},
    {State::Stopping, Event::SpawnedUnready, State::Stopping, AskToStop, false},
    {State::Stopping, Event::SpawnFailed, State::Stopping, {}, true},
    {State::Stopping, Event::Ready, State::Stopping, {}, true},
    {State::Stopping, Event::ExitedDone, State::Stopping, {}, true},
    {State::Stopping, Event::ExitedRetryNow, State::Stopping, {}, true},
    {State::Stopping, Event::ExitedRetryLater, State::Stopping, {}, true},
    {State::Stopping, Event::ExitedGaveUp, State::Stopping, {}, true},
    {State::Stopping, Event::DelayElapsed, State::Stopping, {}, true},
    {State::Stopping, Event::KillDue, State::Stopping, KillTree | StartKillTimer, false},
    {State::Stopping, Event::TreeGoneDown, State::Stopped, CancelKillTimer, false},
    {State::Stopping, Event::TreeGoneUp, State::Launching, Spawn | CancelKillTimer | CountRestart | ForgetCrashes, false},
    // WaitingRestart
    {State::WaitingRestart, Event::StartWanted, State::Launching, Spawn | CancelDelayTimer | ForgetCrashes, false},
    {State::WaitingRestart, Event::StopWanted, State::Stopped, CancelDelayTimer, false},
    {State::WaitingRestart, Event::RestartWanted, State::Launching, Spawn | CancelDelayTimer | CountRestart | ForgetCrashes, false},
    {State::WaitingRestart, Event::Spawned, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::SpawnedUnready, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::SpawnFailed, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::Ready, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::ExitedDone, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::ExitedRetryNow, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::ExitedRetryLater, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::ExitedGaveUp, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::DelayElapsed, State::Launching, Spawn | CountRestart, false},
    {State::WaitingRestart, Event::KillDue, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::TreeGoneDown, State::WaitingRestart, {}, true},
    {State::WaitingRestart, Event::TreeGoneUp, State::WaitingRestart, {}, true},
    // Errored
    {State::Errored, Event::StartWanted, State::Launching, Spawn | ForgetCrashes, false},
    {State::Errored, Event::StopWanted, State::Stopped, {}, false},
    {State::Errored, Event::RestartWanted, State::Launching, Spawn | ForgetCrashes, false},
    {State::Errored, Event::Spawned, State::Errored, {}, true},
    {State::Errored, Event::SpawnedUnready, State::Errored, {}, true},
    {State::Errored, Event::SpawnFailed, State::Errored, {}, true},
    {State::Errored, Event::Ready, State::Errored, {}, true},
    {State::Errored, Event::ExitedDone, State::Errored, {}, true},
    {State::Errored, Event::ExitedRetryNow, State::Errored, {}, true},
    {State::Errored, Event::ExitedRetryLater, State::Errored, {}, true},
    {State::Errored, Event::ExitedGaveUp, State::Errored, {}, true},
    {State::Errored, Event::DelayElapsed, State::Errored, {}, true},
    {State::Errored, Event::KillDue, State::Errored, {}, true},
    {State::Errored, Event::TreeGoneDown, State::Errored, {}, true},
    {State::Errored, Event::TreeGoneUp, State::Errored, {}, true},
};

} // namespace

class SupervisionTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsListedOnce();
    void cell_data();
    void cell();
    void spawnLeadsToLaunchingOnly();
    void stoppingEndsOnlyWithTheTree();
    void stopWantedNeverStarts();
    void timersAreCancelledOnTheWayOut();
    void eventKeysAreDistinct();
};

void SupervisionTableTest::everyCellIsListedOnce()
{
    QSet<std::pair<int, int>> seen;
    for (const Cell& cell : cells)
        seen.insert({static_cast<int>(cell.state), static_cast<int>(cell.event)});
    QCOMPARE(cells.size(), instanceStateCount * supervisionEventCount);
    QCOMPARE(seen.size(), instanceStateCount * supervisionEventCount);
}

void SupervisionTableTest::cell_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < cells.size(); ++i) {
        const QString name = stateKey(cells[i].state) + u' ' + eventKey(cells[i].event);
        QTest::newRow(qPrintable(name)) << i;
    }
}

void SupervisionTableTest::cell()
{
    QFETCH(int, index);
    const Cell& expected = cells[index];
    const SupervisionStep step = superviseStep(expected.state, expected.event);
    QCOMPARE(stateKey(step.next), stateKey(expected.next));
    QCOMPARE(step.actions.toInt(), expected.actions.toInt());
    QCOMPARE(step.ignored, expected.ignored);
}

void SupervisionTableTest::spawnLeadsToLaunchingOnly()
{
    for (const Cell& cell : cells) {
        const SupervisionStep step = superviseStep(cell.state, cell.event);
        if (step.actions & Spawn)
            QCOMPARE(step.next, State::Launching);
        if (step.next == State::Launching && cell.state != State::Launching)
            QVERIFY(step.actions & Spawn);
    }
}

void SupervisionTableTest::stoppingEndsOnlyWithTheTree()
{
    for (int event = 0; event < supervisionEventCount; ++event) {
        const auto kind = static_cast<Event>(event);
        const bool treeIsGone = kind == Event::TreeGoneDown || kind == Event::TreeGoneUp;
        QCOMPARE(superviseStep(State::Stopping, kind).next != State::Stopping, treeIsGone);
    }
}

void SupervisionTableTest::stopWantedNeverStarts()
{
    for (int state = 0; state < instanceStateCount; ++state) {
        const SupervisionStep step = superviseStep(static_cast<State>(state), Event::StopWanted);
        QVERIFY(!(step.actions & Spawn));
        QVERIFY(step.next == State::Stopped || step.next == State::Stopping);
    }
}

void SupervisionTableTest::timersAreCancelledOnTheWayOut()
{
    for (const Cell& cell : cells) {
        const SupervisionStep step = superviseStep(cell.state, cell.event);
        if (cell.state == State::Stopping && step.next != State::Stopping)
            QVERIFY(step.actions & CancelKillTimer);
        if (cell.state == State::WaitingRestart && step.next != State::WaitingRestart && cell.event != Event::DelayElapsed)
            QVERIFY(step.actions & CancelDelayTimer);
        if (step.next == State::Stopping && cell.state != State::Stopping)
            QVERIFY(step.actions & StartKillTimer);
        if (step.next == State::WaitingRestart && cell.state != State::WaitingRestart)
            QVERIFY(step.actions & StartDelayTimer);
    }
}

void SupervisionTableTest::eventKeysAreDistinct()
{
    QSet<QString> keys;
    for (int event = 0; event < supervisionEventCount; ++event)
        keys.insert(eventKey(static_cast<Event>(event)));
    QCOMPARE(keys.size(), supervisionEventCount);
    QCOMPARE(eventKey(Event::StopWanted), QStringLiteral("stop-wanted"));
    QCOMPARE(eventKey(Event::TreeGoneUp), QStringLiteral("tree-gone-up"));
}

QTEST_GUILESS_MAIN(SupervisionTableTest)
#include "tst_supervisiontable.moc"

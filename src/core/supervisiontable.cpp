// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/supervisiontable.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

using enum InstanceState;
using enum SupervisionAction;

/// One cell; a row knows its own state, so that "ignored" needs no state.
struct Cell
{
    InstanceState next = Stopped;
    unsigned actions = 0;
    bool ignored = true;
};

template<typename... Actions>
constexpr Cell to(InstanceState next, Actions... actions)
{
    return {next, (0U | ... | static_cast<unsigned>(actions)), false};
}

constexpr Cell ignored{};

using Row = std::array<Cell, supervisionEventCount>;

constexpr std::array<Row, instanceStateCount> table{{
    // Stopped
    {{
        /* StartWanted      */ to(Launching, Spawn, ForgetCrashes),
        /* StopWanted       */ ignored,
        /* RestartWanted    */ to(Launching, Spawn, ForgetCrashes),
        /* Spawned          */ ignored,
        /* SpawnedUnready   */ ignored,
        /* SpawnFailed      */ ignored,
        /* Ready            */ ignored,
        /* ExitedDone       */ ignored,
        /* ExitedRetryNow   */ ignored,
        /* ExitedRetryLater */ ignored,
        /* ExitedGaveUp     */ ignored,
        /* DelayElapsed     */ ignored,
        /* KillDue          */ ignored,
        /* TreeGoneDown     */ ignored,
        /* TreeGoneUp       */ ignored,
    }},
    // Launching
    {{
        /* StartWanted      */ ignored,
        /* StopWanted       */ to(Stopping, AskToStop, StartKillTimer, CancelReadyTimer),
        /* RestartWanted    */ to(Stopping, AskToStop, StartKillTimer, CancelReadyTimer),
        /* Spawned          */ to(Online),
        /* SpawnedUnready   */ to(Launching, StartReadyTimer),
        /* SpawnFailed      */ to(Errored),
        /* Ready            */ to(Online, CancelReadyTimer),
        /* ExitedDone       */ to(Stopped, SweepTree, CancelReadyTimer),
        /* ExitedRetryNow   */ to(Launching, SweepTree, CancelReadyTimer, CountRestart, Spawn),
        /* ExitedRetryLater */ to(WaitingRestart, SweepTree, CancelReadyTimer, StartDelayTimer),
        /* ExitedGaveUp     */ to(Errored, SweepTree, CancelReadyTimer),
        /* DelayElapsed     */ ignored,
        /* KillDue          */ ignored,
        /* TreeGoneDown     */ ignored,
        /* TreeGoneUp       */ ignored,
    }},
    // Online
    {{
        /* StartWanted      */ ignored,
        /* StopWanted       */ to(Stopping, AskToStop, StartKillTimer, CancelReadyTimer),
        /* RestartWanted    */ to(Stopping, AskToStop, StartKillTimer, CancelReadyTimer),
        /* Spawned          */ ignored,
        /* SpawnedUnready   */ ignored,
        /* SpawnFailed      */ ignored,
        /* Ready            */ ignored,
        /* ExitedDone       */ to(Stopped, SweepTree, CancelReadyTimer),
        /* ExitedRetryNow   */ to(Launching, SweepTree, CancelReadyTimer, CountRestart, Spawn),
        /* ExitedRetryLater */ to(WaitingRestart, SweepTree, CancelReadyTimer, StartDelayTimer),
        /* ExitedGaveUp     */ to(Errored, SweepTree, CancelReadyTimer),
        /* DelayElapsed     */ ignored,
        /* KillDue          */ ignored,
        /* TreeGoneDown     */ ignored,
        /* TreeGoneUp       */ ignored,
    }},
    // Stopping: what is wanted afterwards is the caller's to remember; it decides between the two TreeGone events.
    {{
        /* StartWanted      */ ignored,
        /* StopWanted       */ ignored,
        /* RestartWanted    */ ignored,
        /* Spawned          */ to(Stopping, AskToStop), // asked to stop before there was a process to ask
        /* SpawnedUnready   */ to(Stopping, AskToStop),
        /* SpawnFailed      */ ignored,
        /* Ready            */ ignored,
        /* ExitedDone       */ ignored, // the rest of the tree may live on
        /* ExitedRetryNow   */ ignored,
        /* ExitedRetryLater */ ignored,
        /* ExitedGaveUp     */ ignored,
        /* DelayElapsed     */ ignored,
        /* KillDue          */ to(Stopping, KillTree, StartKillTimer),
        /* TreeGoneDown     */ to(Stopped, CancelKillTimer),
        /* TreeGoneUp       */ to(Launching, CancelKillTimer, CountRestart, ForgetCrashes, Spawn),
    }},
    // WaitingRestart
    {{
        /* StartWanted      */ to(Launching, CancelDelayTimer, ForgetCrashes, Spawn),
        /* StopWanted       */ to(Stopped, CancelDelayTimer),
        /* RestartWanted    */ to(Launching, CancelDelayTimer, CountRestart, ForgetCrashes, Spawn),
        /* Spawned          */ ignored,
        /* SpawnedUnready   */ ignored,
        /* SpawnFailed      */ ignored,
        /* Ready            */ ignored,
        /* ExitedDone       */ ignored,
        /* ExitedRetryNow   */ ignored,
        /* ExitedRetryLater */ ignored,
        /* ExitedGaveUp     */ ignored,
        /* DelayElapsed     */ to(Launching, CountRestart, Spawn),
        /* KillDue          */ ignored,
        /* TreeGoneDown     */ ignored,
        /* TreeGoneUp       */ ignored,
    }},
    // Errored
    {{
        /* StartWanted      */ to(Launching, ForgetCrashes, Spawn),
        /* StopWanted       */ to(Stopped),
        /* RestartWanted    */ to(Launching, ForgetCrashes, Spawn),
        /* Spawned          */ ignored,
        /* SpawnedUnready   */ ignored,
        /* SpawnFailed      */ ignored,
        /* Ready            */ ignored,
        /* ExitedDone       */ ignored,
        /* ExitedRetryNow   */ ignored,
        /* ExitedRetryLater */ ignored,
        /* ExitedGaveUp     */ ignored,
        /* DelayElapsed     */ ignored,
        /* KillDue          */ ignored,
        /* TreeGoneDown     */ ignored,
        /* TreeGoneUp       */ ignored,
    }},
}};

constexpr std::array<QLatin1StringView, supervisionEventCount> eventKeys{
    "start-wanted"_L1,     "stop-wanted"_L1,        "restart-wanted"_L1, "spawned"_L1,     "spawned-unready"_L1,
    "spawn-failed"_L1,     "ready"_L1,              "exited-done"_L1,    "exited-retry-now"_L1,
    "exited-retry-later"_L1, "exited-gave-up"_L1,   "delay-elapsed"_L1,  "kill-due"_L1,    "tree-gone-down"_L1,
    "tree-gone-up"_L1};

} // namespace

SupervisionStep superviseStep(InstanceState state, SupervisionEvent event)
{
    const Cell& cell = table.at(static_cast<std::size_t>(state)).at(static_cast<std::size_t>(event));
    if (cell.ignored)
        return {state, {}, true};
    return {cell.next, SupervisionActions::fromInt(static_cast<SupervisionActions::Int>(cell.actions)), false};
}

QString eventKey(SupervisionEvent event)
{
    return eventKeys.at(static_cast<std::size_t>(event));
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestate.h"

#include <QFlags>

namespace tropero {

/// Everything that can happen to an instance. Timers, QProcess, the agent's messages and commands are only sources of these.
/// After an exit, the caller asks RestartTracker (restarttracker.h) first and passes the kind of exit that it decided on.
enum class SupervisionEvent {
    StartWanted,     ///< a command or the guard's start: should run
    StopWanted,      ///< should not run
    RestartWanted,   ///< should run, as a new process (command, memory limit, watch, cron)
    Spawned,         ///< the process exists and no readiness is awaited
    SpawnedUnready,  ///< the process exists; it counts as online when ready
    SpawnFailed,     ///< it cannot be started; trying again would fail likewise
    Ready,           ///< readiness reached, or listen timeout passed
    ExitedDone,      ///< ended by itself and stays down (policy never / on-failure, stop exit code)
    ExitedRetryNow,  ///< ended by itself, restart at once
    ExitedRetryLater,///< ended by itself, restart after the delay
    ExitedGaveUp,    ///< ended by itself once too often
    DelayElapsed,    ///< the restart delay is over
    KillDue,         ///< kill_timeout has passed
    TreeGoneDown,    ///< while stopping: no process of the tree is left, and it should stay down
    TreeGoneUp,      ///< while stopping: no process of the tree is left, and it should run (restart)
};

inline constexpr int supervisionEventCount = 15;

enum class SupervisionAction {
    Spawn = 1 << 0,          ///< start a process
    AskToStop = 1 << 1,      ///< first step of the stop ladder: the stop signal to the tree
    KillTree = 1 << 2,       ///< SIGKILL to whatever is left of the tree
    SweepTree = 1 << 3,      ///< after an unexpected exit: end what the dead root left behind
    StartKillTimer = 1 << 4,
    CancelKillTimer = 1 << 5,
    StartDelayTimer = 1 << 6,
    CancelDelayTimer = 1 << 7,
    StartReadyTimer = 1 << 8,
    CancelReadyTimer = 1 << 9,
    CountRestart = 1 << 10,  ///< restart counter + 1
    ForgetCrashes = 1 << 11, ///< back-off and crash window start anew (a person asked for the start)
};
Q_DECLARE_FLAGS(SupervisionActions, SupervisionAction)
Q_DECLARE_OPERATORS_FOR_FLAGS(SupervisionActions)

struct SupervisionStep
{
    InstanceState next = InstanceState::Stopped;
    SupervisionActions actions;
    bool ignored = false; ///< the event means nothing in this state; next is the same state, no actions

    bool operator==(const SupervisionStep&) const = default;
};

/// The whole of supervision as a table: no clock, no process, no memory. Actions are carried out in the order of their declaration,
/// except Spawn, which comes last.
SupervisionStep superviseStep(InstanceState state, SupervisionEvent event);

/// Stable English key for logs and tests, e.g. "stop-wanted".
QString eventKey(SupervisionEvent event);

} // namespace tropero

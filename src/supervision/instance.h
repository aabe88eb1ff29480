// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "core/restarttracker.h"
#include "core/supervisiontable.h"
#include "supervision/actioncalls.h"
#include "supervision/appsetup.h"
#include "supervision/instanceevent.h"
#include "supervision/leavingrun.h"
#include "supervision/memorywatch.h"
#include "supervision/pidfile.h"
#include "supervision/readinesswatch.h"
#include "supervision/run.h"
#include "supervision/successor.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace tropero {

/// One instance of an app: feeds the supervision table with what its run, timers and commands say, and carries its actions out.
/// Commands return at once; changed() tells when something came of them.
class Instance : public QObject
{
    Q_OBJECT

public:
    using Logs = Run::Logs;
    using Replaced = std::function<void(const Result<void>& result)>;

    Instance(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs, Launcher& launcher, platform::ProcessTree& tree,
             QObject* parent = nullptr);
    /// Kills what still runs.
    ~Instance() override;

    /// A new spec counts from the next start on, its restart policy, limits and log files at once.
    void reconfigure(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs);

    /// `reason` is what the event log says about it; empty: a plain text for the command.
    void start(const Reason& reason = {});
    void stop(const Reason& reason = {});
    /// It should run, but has ended for good in an earlier life of the guard: nothing is started.
    void markFinished() { m_status.wantedUp = true; }
    void restart(const Reason& reason = {});
    /// Starts a new run beside the current one, which is asked to leave when the new one is ready; otherwise the new one goes. `done` runs at that
    /// point; the old run may live on for a while (isSettled(), hasLeaving()). Only while online, NotReady when not, and when the new run fails;
    /// Cancelled when another command or cancelReplacement() came in between.
    void replace(const Reason& reason, Replaced done);
    void cancelReplacement(const QString& why);
    bool isReplacing() const { return m_successor != nullptr; }
    /// Replaced runs are still there.
    bool hasLeaving() const { return !m_leaving.empty(); }
    /// Counters to 0.
    void reset();
    /// To the root process only. InvalidArgument for an unknown signal; NotFound when nothing runs.
    Result<void> signal(const QString& name);
    /// Log files emptied, rotated ones removed.
    Result<void> flush();
    /// Calls one of status().actions.
    void trigger(const QString& action, const QJsonValue& parameter, ActionCalls::Done done);

    const InstanceStatus& status() const { return m_status; }
    /// What the last start ran; empty before.
    const LaunchPlan& plan() const { return m_plan; }
    /// No command is still at work: online, errored, stopped or waiting for a restart.
    bool isSettled() const;
    /// The last lines of stderr of the current or last run.
    QString lastErrorLines() const { return m_run ? m_run->lastErrorLines(10) : m_lastErrorLines; }

Q_SIGNALS:
    /// status() differs from before.
    void changed();
    void happened(const tropero::InstanceEvent& event);
    /// It is over its memory limit, and its kind of app is reloaded rather than restarted.
    void reloadWanted(const tropero::Reason& reason);
    /// A replaced run is gone.
    void left();

private:
    void bringUp(SupervisionEvent command, const Reason& why);
    void apply(SupervisionEvent event, const Reason& reason = {});
    void carryOut(SupervisionActions actions);
    std::unique_ptr<Run> makeRun();
    void wire(Run& run);
    void spawn();
    void runStarted();
    void runFailed(const Error& error);
    void runFinished(const ProcessExit& exit);
    void takeMessage(const QJsonValue& data);
    void misbehaved(const Reason& reason, bool harmful);
    void figuresChanged();
    void checkTreeGone();
    void memoryExceeded(const Reason& reason);
    void finishRun();
    void dropRun();
    void successorReady(const Reason& reason);
    void endReplacement(const Result<void>& result);
    void retire(std::unique_ptr<Run> run, LeavingRun::Manner manner);
    void leavingGone(LeavingRun* leaving);
    void killLeaving();
    void countLosses();
    void processChanged();
    void announce(InstanceEvent::Kind kind, InstanceState from, InstanceState to, const Reason& reason);

    std::shared_ptr<const AppSetup> m_app;
    Logs m_logs;
    Launcher& m_launcher;
    platform::ProcessTree& m_tree;
    InstanceStatus m_status;
    LaunchPlan m_plan;
    RestartTracker m_tracker;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<ReadinessWatch> m_readiness; ///< of m_run while it is launching
    std::unique_ptr<Successor> m_successor;
    Replaced m_replaced;
    std::vector<std::unique_ptr<LeavingRun>> m_leaving;
    ActionCalls m_calls;
    MemoryWatch m_memory;
    PidFile m_pidFile;
    int m_generation = 0;
    QTimer m_killTimer;
    QTimer m_delayTimer;
    QTimer m_readyTimer;
    QTimer m_treePoll;             ///< runs while stopping only: a process outside our family tells nobody that it ended
    QTimer m_figuresTimer;         ///< collects changes of figures
    QElapsedTimer m_lifeTime;      ///< the tracker's monotonic time
    Milliseconds m_nextDelay{0};
    Reason m_endReason;            ///< why the run was killed, when it was for its own fault
    QString m_lastErrorLines;
    qint64 m_lostEarlier = 0;      ///< by runs that are gone
    bool m_killed = false;         ///< the stop ladder had to go to its end
};

} // namespace tropero

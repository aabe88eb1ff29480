// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "core/restarttracker.h"
#include "core/supervisiontable.h"
#include "supervision/appsetup.h"
#include "supervision/instanceevent.h"
#include "supervision/launchplan.h"
#include "supervision/logwriter.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace tropero::platform {
class ProcessTree;
}

namespace tropero {

class AppProcess;

/// One instance of an app: feeds the supervision table with what QProcess, timers and commands say, and carries its actions out.
/// Commands return at once; changed() tells when something came of them.
class Instance : public QObject
{
    Q_OBJECT

public:
    struct Logs
    {
        LogWriter::Targets out;
        LogWriter::Targets error;
    };

    Instance(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs, platform::ProcessTree& tree,
             QObject* parent = nullptr);
    /// Kills what still runs.
    ~Instance() override;

    /// A new spec counts from the next start on, its restart policy, limits and log files at once.
    void reconfigure(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs);

    /// `reason` is what the event log says about it; empty: a plain text for the command.
    void start(const QString& reason = {});
    void stop(const QString& reason = {});
    void restart(const QString& reason = {});
    /// Counters to 0.
    void reset();
    /// To the root process only. InvalidArgument for an unknown signal; NotFound when nothing runs.
    Result<void> signal(const QString& name);
    /// Log files emptied, rotated ones removed.
    Result<void> flush();

    const InstanceStatus& status() const { return m_status; }
    /// What the last start ran; empty before.
    const LaunchPlan& plan() const { return m_plan; }
    /// No command is still at work: online, errored, stopped or waiting for a restart.
    bool isSettled() const;

Q_SIGNALS:
    /// status() differs from before.
    void changed();
    void happened(const tropero::InstanceEvent& event);

private:
    void apply(SupervisionEvent event, const QString& reason = {});
    void carryOut(SupervisionActions actions);
    void spawn();
    void processStarted();
    void processFailed(const Error& error);
    void processFinished(int exitCode, int signal);
    void checkTreeGone();
    void checkMemory();
    void drainPipes();
    void dropProcess();
    void updateMemoryTimer();
    EnvironmentMap environment() const;
    void writePidFile();
    void removePidFile();
    void announce(InstanceEvent::Kind kind, InstanceState from, InstanceState to, const QString& reason);
    void watchLosses(LogWriter& writer);

    std::shared_ptr<const AppSetup> m_app;
    InstanceStatus m_status;
    LaunchPlan m_plan;
    RestartTracker m_tracker;
    platform::ProcessTree& m_tree;
    QByteArray m_key;              ///< value of TROPERO_INSTANCE
    std::unique_ptr<AppProcess> m_process;
    LogWriter m_out;
    LogWriter m_error;
    QTimer m_killTimer;
    QTimer m_delayTimer;
    QTimer m_readyTimer;
    QTimer m_treePoll;             ///< runs while stopping only: a process outside our family tells nobody that it ended
    QTimer m_memoryTimer;          ///< runs while there is a limit and a process
    QElapsedTimer m_runTime;
    QElapsedTimer m_lifeTime;      ///< the tracker's monotonic time
    Milliseconds m_nextDelay{0};
    QString m_pidFile;
    bool m_killed = false;         ///< the stop ladder had to go to its end
};

} // namespace tropero

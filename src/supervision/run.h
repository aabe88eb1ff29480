// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "supervision/agentchannel.h"
#include "supervision/appfigures.h"
#include "supervision/appsetup.h"
#include "supervision/instanceprocess.h"
#include "supervision/logwriter.h"
#include "supervision/runidentity.h"

#include <QElapsedTimer>
#include <QJsonValue>
#include <QObject>

#include <memory>

namespace tropero {

class Launcher;

/// One process of an instance with everything that belongs to it alone: its pipes and the writers of its output, its tree, its agent's channel.
/// Used once.
class Run : public QObject
{
    Q_OBJECT

public:
    struct Logs
    {
        LogWriter::Targets out;
        LogWriter::Targets error;
    };

    Run(std::shared_ptr<const AppSetup> app, RunIdentity identity, const Logs& logs, Launcher& launcher, platform::ProcessTree& tree);
    /// Kills what still runs.
    ~Run() override;

    /// Without an error, either started() or failed() follows (on Windows from within).
    Result<void> start();
    void setLogs(const Logs& logs);

    /// What it was started with.
    const LaunchPlan& plan() const { return m_plan; }
    qint64 pid() const { return m_pid; }
    qint64 startedAt() const { return m_startedAt; }
    Milliseconds uptime() const { return Milliseconds(m_runTime.isValid() ? m_runTime.elapsed() : 0); }
    bool isStarted() const { return m_process && m_process->isStarted(); }
    bool hasListened() const { return m_hasListened; }
    QString nodeVersion() const { return m_channel ? m_channel->nodeVersion() : QString(); }
    /// Neither the process nor any descendant of it is left.
    bool isGone() const;
    qint64 memory() const;
    QList<qint64> pids() const;
    qint64 lostBytes() const { return m_out.lostBytes() + m_error.lostBytes(); }
    void forgetLost();
    const AppFigures& figures() const { return m_figures; }

    /// First step of the stop ladder.
    void ask(const StopPolicy& policy);
    /// Last one: everything that is left.
    void kill();
    /// To the process only.
    void signal(const QString& name);
    /// False when nobody there listens to messages.
    bool sendMessage(const QJsonValue& message);
    /// Stores what is left in the pipes. Call when it is gone, or when nothing more of it is wanted.
    void finishOutput();
    /// The last lines that it wrote to stderr, at most `lines`; empty when they are not stored.
    QString lastErrorLines(int lines) const;

Q_SIGNALS:
    void started();
    void failed(const tropero::Error& error);
    /// The exit was collected; descendants may live on.
    void finished(const tropero::ProcessExit& exit);
    void listening();
    /// A message of the app (process.send), 'ready' included.
    void message(const QJsonValue& data);
    void figuresChanged();
    void nodeKnown();
    /// It broke the rules of a channel; for one of the primary it should be killed.
    void misbehaved(const tropero::Reason& reason, bool harmful);
    void noted(const tropero::Reason& text);
    void lossBegan(const QString& reason);
    void lossGrew();
    void lossEnded(qint64 bytes);

private:
    void wireProcess();
    void wireChannel();
    void wireWriter(LogWriter& writer);
    void takeLine(const QJsonObject& line);
    void processFinished(const ProcessExit& exit);

    std::shared_ptr<const AppSetup> m_app;
    RunIdentity m_identity;
    QByteArray m_key;
    Launcher& m_launcher;
    platform::ProcessTree& m_tree;
    LaunchPlan m_plan;
    std::unique_ptr<InstanceProcess> m_process;
    std::unique_ptr<AgentChannel> m_channel;
    AppFigures m_figures;
    LogWriter m_out;
    LogWriter m_error;
    QString m_errorPath;
    qint64 m_errorStart = 0;    ///< size of that file when it was started
    QElapsedTimer m_runTime;
    QString m_signalAfterRoot;  ///< what descendants get when the process has left
    qint64 m_pid = 0;
    qint64 m_startedAt = 0;
    bool m_hasListened = false;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/instance.h"

#include "core/logname.h"
#include "core/units.h"
#include "platform/processes.h"
#include "platform/processtree.h"
#include "supervision/appprocess.h"
#include "supervision/programresolver.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int treePollMs = 25;
constexpr int memoryCheckMs = 1'000;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Instance::Instance(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs, platform::ProcessTree& tree, QObject* parent)
    : QObject(parent), m_app(std::move(app)), m_tracker(m_app->spec.restart), m_tree(tree),
      m_key(m_app->id.toUtf8() + '/' + QByteArray::number(setup.number)), m_out(std::move(logs.out)), m_error(std::move(logs.error))
{
    m_status.number = setup.number;
    m_status.index = setup.index;
    m_status.restarts = setup.restarts;
    m_status.createdAt = setup.createdAt > 0 ? setup.createdAt : nowMs();
    m_status.outLog = setup.outLog;
    m_status.errorLog = setup.errorLog;
    m_pidFile = m_app->pidsFolder + u'/' + sanitiseForFileName(m_app->spec.name) + u'-' + QString::number(setup.number) + ".pid"_L1;
    m_lifeTime.start();
    for (QTimer* timer : {&m_killTimer, &m_delayTimer, &m_readyTimer}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_killTimer, &QTimer::timeout, this, [this] { apply(SupervisionEvent::KillDue); });
    connect(&m_delayTimer, &QTimer::timeout, this, [this] { apply(SupervisionEvent::DelayElapsed); });
    connect(&m_readyTimer, &QTimer::timeout, this, [this] {
        apply(SupervisionEvent::Ready,
              tr("no ready message within %1; counted as online").arg(formatDuration(m_app->spec.readiness.listenTimeout)));
    });
    m_treePoll.setInterval(treePollMs);
    connect(&m_treePoll, &QTimer::timeout, this, &Instance::checkTreeGone);
    m_memoryTimer.setInterval(memoryCheckMs);
    connect(&m_memoryTimer, &QTimer::timeout, this, &Instance::checkMemory);
    connect(&m_tree, &platform::ProcessTree::descendantEnded, this, &Instance::checkTreeGone);
    watchLosses(m_out);
    watchLosses(m_error);
}

Instance::~Instance()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_tree.kill(m_key);
    m_process.reset(); // collects the exit
    m_tree.removeRoot(m_key);
    removePidFile();
}

void Instance::reconfigure(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs)
{
    m_app = std::move(app);
    m_tracker.setPolicy(m_app->spec.restart);
    m_status.index = setup.index;
    m_status.outLog = setup.outLog;
    m_status.errorLog = setup.errorLog;
    m_out.setTargets(std::move(logs.out));
    m_error.setTargets(std::move(logs.error));
    updateMemoryTimer();
}

void Instance::start(const QString& reason)
{
    const QString why = reason.isEmpty() ? tr("started by a command") : reason;
    const bool wasWanted = std::exchange(m_status.wantedUp, true);
    if (m_status.state == InstanceState::Stopping && !wasWanted) {
        m_status.reason = why;
        Q_EMIT changed();
    }
    apply(SupervisionEvent::StartWanted, why);
}

void Instance::stop(const QString& reason)
{
    const QString why = reason.isEmpty() ? tr("stopped by a command") : reason;
    const bool wasWanted = std::exchange(m_status.wantedUp, false);
    if (wasWanted && (m_status.state == InstanceState::Stopping || m_status.state == InstanceState::Stopped)) {
        m_status.reason = why;
        Q_EMIT changed();
    }
    apply(SupervisionEvent::StopWanted, why);
}

void Instance::restart(const QString& reason)
{
    const QString why = reason.isEmpty() ? tr("restarted by a command") : reason;
    const bool wasWanted = std::exchange(m_status.wantedUp, true);
    if (m_status.state == InstanceState::Stopping && !wasWanted) {
        m_status.reason = why;
        Q_EMIT changed();
    }
    apply(SupervisionEvent::RestartWanted, why);
}

void Instance::reset()
{
    m_status.restarts = 0;
    m_status.createdAt = nowMs();
    m_status.lostLogBytes = 0;
    m_out.forgetLost();
    m_error.forgetLost();
    m_tracker.reset();
    m_status.unstableRestarts = 0;
    Q_EMIT changed();
}

Result<void> Instance::signal(const QString& name)
{
    if (const Result<int> number = platform::signalNumber(name); !number)
        return std::unexpected(number.error());
    if (!m_process || !m_process->isStarted())
        return failure(ErrorCode::NotFound, tr("Cannot send the signal"), m_app->spec.name, tr("instance %1 does not run").arg(m_status.number),
                       tr("Start it first"));
    m_tree.signal(m_key, name, true);
    return {};
}

Result<void> Instance::flush()
{
    const Result<void> out = m_out.flush();
    const Result<void> error = m_error.flush();
    return out ? error : out;
}

bool Instance::isSettled() const
{
    return m_status.state != InstanceState::Launching && m_status.state != InstanceState::Stopping;
}

void Instance::apply(SupervisionEvent event, const QString& reason)
{
    const SupervisionStep step = superviseStep(m_status.state, event);
    if (step.ignored)
        return;
    const InstanceState from = std::exchange(m_status.state, step.next);
    if (!reason.isEmpty())
        m_status.reason = reason;
    m_status.restartAt = 0;
    carryOut(step.actions);
    if (step.actions & SupervisionAction::CountRestart)
        announce(InstanceEvent::Kind::Restart, from, step.next, m_status.reason);
    if (from != step.next && step.next == InstanceState::Online)
        announce(InstanceEvent::Kind::Online, from, step.next, m_status.reason);
    else if (from != step.next && step.next == InstanceState::Stopped)
        announce(InstanceEvent::Kind::Stop, from, step.next, m_status.reason);
    else if (from != step.next && step.next == InstanceState::Errored)
        announce(event == SupervisionEvent::SpawnFailed ? InstanceEvent::Kind::StartFailed : InstanceEvent::Kind::Errored, from, step.next,
                 m_status.reason);
    // Before anybody hears of the change and gives the next command.
    if (step.actions & SupervisionAction::Spawn)
        spawn();
    Q_EMIT changed();
}

void Instance::carryOut(SupervisionActions actions)
{
    const StopPolicy& ladder = m_app->spec.stop;
    if (actions & SupervisionAction::AskToStop) {
        m_killed = false;
        m_treePoll.start();
        if (m_process && m_process->isStarted()) // else its start is reported in a moment, and this comes again
            m_tree.signal(m_key, ladder.signal, !ladder.wholeTree);
    }
    if (actions & SupervisionAction::KillTree) {
        m_killed = true;
        m_tree.kill(m_key);
    }
    if (actions & SupervisionAction::SweepTree) {
        m_tree.kill(m_key);
        drainPipes();
    }
    if (actions & SupervisionAction::StartKillTimer)
        m_killTimer.start(ladder.killTimeout);
    if (actions & SupervisionAction::CancelKillTimer) {
        m_killTimer.stop();
        m_treePoll.stop();
    }
    if (actions & SupervisionAction::StartDelayTimer) {
        m_delayTimer.start(m_nextDelay);
        m_status.restartAt = nowMs() + m_nextDelay.count();
    }
    if (actions & SupervisionAction::CancelDelayTimer)
        m_delayTimer.stop();
    if (actions & SupervisionAction::StartReadyTimer)
        m_readyTimer.start(m_app->spec.readiness.listenTimeout);
    if (actions & SupervisionAction::CancelReadyTimer)
        m_readyTimer.stop();
    if (actions & SupervisionAction::CountRestart)
        ++m_status.restarts;
    if (actions & SupervisionAction::ForgetCrashes) {
        m_tracker.reset();
        m_status.unstableRestarts = 0;
    }
}

void Instance::spawn()
{
    EnvironmentMap variables = environment();
    const Result<LaunchPlan> plan = ProgramResolver(variables).resolve(m_app->spec);
    if (!plan) {
        apply(SupervisionEvent::SpawnFailed, plan.error().message());
        return;
    }
    m_plan = *plan;
    for (auto it = m_plan.variables.cbegin(); it != m_plan.variables.cend(); ++it) {
        if (!variables.contains(it.key()))
            variables.insert(it.key(), it.value());
    }
    m_process = std::make_unique<AppProcess>();
    connect(m_process.get(), &AppProcess::started, this, &Instance::processStarted);
    connect(m_process.get(), &AppProcess::failed, this, &Instance::processFailed);
    connect(m_process.get(), &AppProcess::finished, this, &Instance::processFinished);
    m_out.attach(m_process->out());
    m_error.attach(m_process->error());
    m_status.startedAt = nowMs();
    m_runTime.start();
    // On Windows started() comes from within.
    const Result<void> started = m_process->start(m_plan, variables, m_app->spec.user, m_app->spec.group);
    if (!started)
        processFailed(started.error());
}

void Instance::processStarted()
{
    m_status.pid = m_process->pid();
    m_tree.addRoot(m_key, m_status.pid);
    const bool awaitReady = m_app->spec.readiness.waitForReady;
    writePidFile();
    updateMemoryTimer();
    apply(awaitReady ? SupervisionEvent::SpawnedUnready : SupervisionEvent::Spawned);
}

void Instance::processFailed(const Error& error)
{
    dropProcess();
    if (m_status.state == InstanceState::Stopping) {
        m_status.reason = error.message();
        checkTreeGone();
    } else {
        apply(SupervisionEvent::SpawnFailed, error.message());
    }
}

void Instance::processFinished(int exitCode, int signal)
{
    const ExitInfo exit{exitCode, signal, Milliseconds(m_runTime.elapsed()), Milliseconds(m_lifeTime.elapsed())};
    const qint64 pid = std::exchange(m_status.pid, 0);
    m_tree.removeRoot(m_key);
    m_status.hasExited = true;
    m_status.exitCode = exit.code;
    m_status.exitSignal = exit.signal;
    removePidFile();
    m_memoryTimer.stop();

    InstanceEvent event{nowMs(), m_status.number, InstanceEvent::Kind::Exit, m_status.state, m_status.state, describeExit(exit), pid,
                        exit.code, exit.signal};
    if (m_status.state == InstanceState::Stopping) {
        Q_EMIT happened(event);
        checkTreeGone();
        if (m_status.state == InstanceState::Stopping)
            Q_EMIT changed();
        return;
    }
    const ExitVerdict verdict = m_tracker.exited(exit, QRandomGenerator::global()->generateDouble());
    m_nextDelay = verdict.delay;
    m_status.unstableRestarts = m_tracker.unstableRestarts();
    event.to = superviseStep(m_status.state, verdict.event).next;
    event.reason = verdict.reason;
    Q_EMIT happened(event);
    apply(verdict.event, verdict.reason);
}

/// While stopping: looks whether the root and all its descendants are gone, and goes on if so.
void Instance::checkTreeGone()
{
    if (m_status.state != InstanceState::Stopping || (m_process && m_process->isActive()) || !m_tree.isEmpty(m_key))
        return;
    drainPipes();
    const QString how = m_killed ? tr("%1; had to be killed after %2").arg(m_status.reason, formatDuration(m_app->spec.stop.killTimeout))
                                 : m_status.reason;
    apply(m_status.wantedUp ? SupervisionEvent::TreeGoneUp : SupervisionEvent::TreeGoneDown, how);
}

void Instance::checkMemory()
{
    const qint64 limit = m_app->spec.restart.memoryLimit;
    qint64 used = 0;
    const QList<platform::ProcessUsage> processes = m_tree.usage(m_key);
    for (const platform::ProcessUsage& process : processes)
        used += process.residentBytes;
    if (used <= limit || !isSettled())
        return;
    const QString reason = tr("memory %1 is over the limit of %2").arg(formatSize(used), formatSize(limit));
    announce(InstanceEvent::Kind::MemoryLimit, m_status.state, InstanceState::Stopping, reason);
    restart(reason);
}

/// Stores what the run left in its pipes and lets go of it.
void Instance::drainPipes()
{
    m_out.finish();
    m_error.finish();
    m_status.lostLogBytes = m_out.lostBytes() + m_error.lostBytes();
    dropProcess();
}

void Instance::dropProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process.release()->deleteLater(); // this may run inside one of its signals
}

void Instance::updateMemoryTimer()
{
    const bool needed = m_app->spec.restart.memoryLimit > 0 && m_status.pid != 0;
    if (needed && !m_memoryTimer.isActive())
        m_memoryTimer.start();
    else if (!needed)
        m_memoryTimer.stop();
}

EnvironmentMap Instance::environment() const
{
    EnvironmentMap variables = instanceEnvironment(m_app->spec, m_app->shellEnvironment, m_status.index);
    variables.insert(u"TROPERO_INSTANCE"_s, QString::fromUtf8(m_key));
    variables.insert(u"TROPERO_HOME"_s, m_app->home);
    variables.insert(u"pm_id"_s, QString::number(m_status.number));
    variables.insert(u"name"_s, m_app->spec.name);
    return variables;
}

void Instance::writePidFile()
{
    if (m_status.pid == 0)
        return;
    if (QFile file(m_pidFile); file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        file.write(QByteArray::number(m_status.pid));
}

void Instance::removePidFile()
{
    QFile::remove(m_pidFile);
}

void Instance::announce(InstanceEvent::Kind kind, InstanceState from, InstanceState to, const QString& reason)
{
    Q_EMIT happened({nowMs(), m_status.number, kind, from, to, reason, m_status.pid, 0, 0});
}

void Instance::watchLosses(LogWriter& writer)
{
    const auto count = [this] {
        m_status.lostLogBytes = m_out.lostBytes() + m_error.lostBytes();
        Q_EMIT changed();
    };
    const auto report = [this, count](const QString& reason) {
        announce(InstanceEvent::Kind::LogLoss, m_status.state, m_status.state, reason);
        count();
    };
    connect(&writer, &LogWriter::lossGrew, this, count);
    connect(&writer, &LogWriter::lossBegan, this, [report](const QString& reason) { report(tr("output is being lost: %1").arg(reason)); });
    connect(&writer, &LogWriter::lossEnded, this, [report](qint64 bytes) {
        report(tr("output is stored again; %1 (%2 bytes) were lost").arg(formatSize(bytes), QString::number(bytes)));
    });
}

} // namespace tropero

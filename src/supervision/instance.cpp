// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/instance.h"

#include "core/logname.h"
#include "core/units.h"
#include "platform/processes.h"
#include "platform/processtree.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int treePollMs = 25;
constexpr int memoryCheckMs = 1'000;
constexpr int figuresEveryMs = 500;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Instance::Instance(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs, Launcher& launcher, platform::ProcessTree& tree,
                   QObject* parent)
    : QObject(parent), m_app(std::move(app)), m_logs(std::move(logs)), m_launcher(launcher), m_tree(tree), m_tracker(m_app->spec.restart),
      m_calls(m_app->spec.name)
{
    m_status.number = setup.number;
    m_status.index = setup.index;
    m_status.restarts = setup.restarts;
    m_status.createdAt = setup.createdAt > 0 ? setup.createdAt : nowMs();
    m_status.outLog = setup.outLog;
    m_status.errorLog = setup.errorLog;
    m_pidFile = m_app->pidsFolder + u'/' + sanitiseForFileName(m_app->spec.name) + u'-' + QString::number(setup.number) + ".pid"_L1;
    m_lifeTime.start();
    for (QTimer* timer : {&m_killTimer, &m_delayTimer, &m_readyTimer, &m_figuresTimer})
        timer->setSingleShot(true);
    for (QTimer* timer : {&m_killTimer, &m_delayTimer, &m_readyTimer})
        timer->setTimerType(Qt::PreciseTimer);
    connect(&m_killTimer, &QTimer::timeout, this, [this] { apply(SupervisionEvent::KillDue); });
    connect(&m_delayTimer, &QTimer::timeout, this, [this] { apply(SupervisionEvent::DelayElapsed); });
    connect(&m_readyTimer, &QTimer::timeout, this, [this] {
        const QString missing = m_readiness ? m_readiness->missing() : QString();
        m_readiness.reset();
        apply(SupervisionEvent::Ready,
              tr("not ready within %1 (%2); counted as online").arg(formatDuration(m_app->spec.readiness.listenTimeout), missing));
    });
    m_treePoll.setInterval(treePollMs);
    connect(&m_treePoll, &QTimer::timeout, this, &Instance::checkTreeGone);
    m_memoryTimer.setInterval(memoryCheckMs);
    connect(&m_memoryTimer, &QTimer::timeout, this, &Instance::checkMemory);
    m_figuresTimer.setInterval(figuresEveryMs);
    connect(&m_figuresTimer, &QTimer::timeout, this, &Instance::figuresChanged);
    connect(&m_tree, &platform::ProcessTree::descendantEnded, this, &Instance::checkTreeGone);
}

Instance::~Instance()
{
    if (m_successor)
        m_successor->disconnect(this);
    if (m_run)
        m_run->disconnect(this);
    if (m_status.pid != 0)
        removePidFile();
}

void Instance::reconfigure(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs)
{
    m_app = std::move(app);
    m_logs = std::move(logs);
    m_tracker.setPolicy(m_app->spec.restart);
    m_status.index = setup.index;
    m_status.outLog = setup.outLog;
    m_status.errorLog = setup.errorLog;
    if (m_run)
        m_run->setLogs(m_logs);
    if (m_successor)
        m_successor->run().setLogs(m_logs);
    for (const std::unique_ptr<LeavingRun>& leaving : m_leaving)
        leaving->run().setLogs(m_logs);
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
    m_lostEarlier = 0;
    if (m_run)
        m_run->forgetLost();
    m_tracker.reset();
    m_status.unstableRestarts = 0;
    Q_EMIT changed();
}

Result<void> Instance::signal(const QString& name)
{
    if (const Result<int> number = platform::signalNumber(name); !number)
        return std::unexpected(number.error());
    if (!m_run || !m_run->isStarted())
        return failure(ErrorCode::NotFound, tr("Cannot send the signal"), m_app->spec.name, tr("instance %1 does not run").arg(m_status.number),
                       tr("Start it first"));
    m_run->signal(name);
    return {};
}

Result<void> Instance::flush()
{
    const Result<void> out = flushLogs(m_logs.out);
    const Result<void> error = flushLogs(m_logs.error);
    return out ? error : out;
}

void Instance::trigger(const QString& action, const QJsonValue& parameter, ActionCalls::Done done)
{
    if (!m_run || !m_run->isStarted() || !m_run->figures().actions().contains(action)) {
        const QString known = m_run ? m_run->figures().actions().join(u", "_s) : QString();
        done(failure(ErrorCode::NotFound, tr("Cannot call the action \"%1\"").arg(action), m_app->spec.name,
                     known.isEmpty() ? tr("the app offers no actions") : tr("the app offers only: %1").arg(known)));
        return;
    }
    m_calls.call(*m_run, action, parameter, std::move(done));
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
        m_readiness.reset();
        m_treePoll.start();
        cancelReplacement(m_status.wantedUp ? tr("the instance is being restarted") : tr("the instance is being stopped"));
        if (m_run)
            m_run->ask(ladder);
    }
    if (actions & SupervisionAction::KillTree) {
        m_killed = true;
        killLeaving();
        if (m_run)
            m_run->kill();
    }
    if (actions & SupervisionAction::SweepTree) {
        if (m_run)
            m_run->kill();
        finishRun();
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

std::unique_ptr<Run> Instance::makeRun()
{
    return std::make_unique<Run>(m_app, RunIdentity{m_app->id, m_status.number, m_status.index, ++m_generation}, m_logs, m_launcher, m_tree);
}

/// Listens to the current run.
void Instance::wire(Run& run)
{
    connect(&run, &Run::started, this, &Instance::runStarted);
    connect(&run, &Run::failed, this, &Instance::runFailed);
    connect(&run, &Run::finished, this, &Instance::runFinished);
    connect(&run, &Run::message, this, &Instance::takeMessage);
    connect(&run, &Run::figuresChanged, this, [this] {
        if (!m_figuresTimer.isActive())
            m_figuresTimer.start();
    });
    connect(&run, &Run::misbehaved, this, &Instance::misbehaved);
    connect(&run, &Run::nodeKnown, this, [this] {
        m_status.nodeVersion = m_run->nodeVersion();
        Q_EMIT changed();
    });
    connect(&run, &Run::noted, this, [this](const QString& text) {
        announce(InstanceEvent::Kind::Note, m_status.state, m_status.state, text);
    });
    connect(&run, &Run::lossGrew, this, [this] {
        countLosses();
        Q_EMIT changed();
    });
    const auto report = [this](const QString& reason) {
        announce(InstanceEvent::Kind::LogLoss, m_status.state, m_status.state, reason);
        countLosses();
        Q_EMIT changed();
    };
    connect(&run, &Run::lossBegan, this, [report](const QString& reason) { report(tr("output is being lost: %1").arg(reason)); });
    connect(&run, &Run::lossEnded, this, [report](qint64 bytes) {
        report(tr("output is stored again; %1 (%2 bytes) were lost").arg(formatSize(bytes), QString::number(bytes)));
    });
}

void Instance::spawn()
{
    m_run = makeRun();
    wire(*m_run);
    m_status.metrics = {};
    m_status.actions.clear();
    m_status.nodeVersion.clear();
    m_endReason.clear();
    // On Windows started() comes from within.
    const Result<void> started = m_run->start();
    if (!started) {
        runFailed(started.error());
        return;
    }
    m_plan = m_run->plan();
    m_status.startedAt = m_run->startedAt();
}

void Instance::runStarted()
{
    m_status.pid = m_run->pid();
    m_status.startedAt = m_run->startedAt();
    m_plan = m_run->plan();
    const ReadinessPolicy& readiness = m_app->spec.readiness;
    const ReadinessWatch::Sign sign = awaitedSign(readiness, nullptr);
    writePidFile();
    updateMemoryTimer();
    if (sign == ReadinessWatch::Sign::Started && readiness.probe.isEmpty()) {
        apply(SupervisionEvent::Spawned);
        return;
    }
    m_readiness = std::make_unique<ReadinessWatch>(*m_run, sign, readiness.probe, m_app->spec.restart.minUptime);
    connect(m_readiness.get(), &ReadinessWatch::reached, this, [this] {
        m_readiness.release()->deleteLater(); // this runs inside its signal
        apply(SupervisionEvent::Ready);
    });
    apply(SupervisionEvent::SpawnedUnready);
    if (m_readiness)
        m_readiness->start();
}

void Instance::runFailed(const Error& error)
{
    finishRun();
    if (m_status.state == InstanceState::Stopping) {
        m_status.reason = error.message();
        checkTreeGone();
    } else {
        apply(SupervisionEvent::SpawnFailed, error.message());
    }
}

void Instance::runFinished(const ProcessExit& end)
{
    const ExitInfo exit{end.code, end.signal, m_run->uptime(), Milliseconds(m_lifeTime.elapsed())};
    const qint64 pid = std::exchange(m_status.pid, 0);
    m_status.hasExited = true;
    m_status.exitCode = exit.code;
    m_status.exitSignal = exit.signal;
    m_readiness.reset();
    m_calls.cancel(tr("its process ended"));
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
    const QString note = m_endReason.isEmpty() ? end.note : m_endReason;
    m_nextDelay = verdict.delay;
    m_status.unstableRestarts = m_tracker.unstableRestarts();
    event.to = superviseStep(m_status.state, verdict.event).next;
    event.reason = note.isEmpty() ? verdict.reason : tr("%1; %2").arg(note, verdict.reason);
    Q_EMIT happened(event);
    cancelReplacement(tr("the process that was to be replaced ended by itself"));
    apply(verdict.event, event.reason);
}

void Instance::takeMessage(const QJsonValue& data)
{
    if (data.isObject())
        (void)m_calls.take(data.toObject()); // figures are the run's business, readiness its watch's
}

void Instance::figuresChanged()
{
    if (!m_run)
        return;
    m_status.metrics = m_run->figures().figures();
    m_status.actions = m_run->figures().actions();
    Q_EMIT changed();
}

void Instance::misbehaved(const QString& reason, bool harmful)
{
    announce(InstanceEvent::Kind::Misbehaved, m_status.state, m_status.state, reason);
    if (!harmful || !m_run)
        return;
    m_endReason = reason;
    m_run->kill(); // its end is a crash like any other
}

/// While stopping: looks whether the root and all its descendants are gone, and goes on if so.
void Instance::checkTreeGone()
{
    if (m_status.state != InstanceState::Stopping || !m_leaving.empty() || (m_run && !m_run->isGone()))
        return;
    finishRun();
    const QString how = m_killed ? tr("%1; had to be killed after %2").arg(m_status.reason, formatDuration(m_app->spec.stop.killTimeout))
                                 : m_status.reason;
    apply(m_status.wantedUp ? SupervisionEvent::TreeGoneUp : SupervisionEvent::TreeGoneDown, how);
}

void Instance::checkMemory()
{
    const qint64 limit = m_app->spec.restart.memoryLimit;
    const qint64 used = m_run ? m_run->memory() : 0;
    if (used <= limit || !isSettled() || m_successor)
        return;
    const QString reason = tr("memory %1 is over the limit of %2").arg(formatSize(used), formatSize(limit));
    announce(InstanceEvent::Kind::MemoryLimit, m_status.state, InstanceState::Stopping, reason);
    if (m_app->spec.execMode == ExecMode::Cluster)
        Q_EMIT reloadWanted(reason);
    else
        restart(reason);
}

/// Stores what the run left in its pipes and lets go of it.
void Instance::finishRun()
{
    if (m_run) {
        m_run->finishOutput();
        m_lastErrorLines = m_run->lastErrorLines(10);
    }
    countLosses();
    dropRun();
}

void Instance::dropRun()
{
    m_readiness.reset();
    if (!m_run)
        return;
    m_lostEarlier += m_run->lostBytes();
    m_run->disconnect(this);
    m_run.release()->deleteLater(); // this may run inside one of its signals
}

void Instance::countLosses()
{
    m_status.lostLogBytes = m_lostEarlier + (m_run ? m_run->lostBytes() : 0);
}

void Instance::updateMemoryTimer()
{
    const bool needed = m_app->spec.restart.memoryLimit > 0 && m_status.pid != 0;
    if (needed && !m_memoryTimer.isActive())
        m_memoryTimer.start();
    else if (!needed)
        m_memoryTimer.stop();
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

} // namespace tropero

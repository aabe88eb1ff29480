// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/instance.h"

#include "platform/processes.h"
#include "platform/processtree.h"

#include <QDateTime>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int treePollMs = 25;
constexpr int figuresEveryMs = 500;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Instance::Instance(std::shared_ptr<const AppSetup> app, const InstanceSetup& setup, Logs logs, Launcher& launcher, platform::ProcessTree& tree,
                   QObject* parent)
    : QObject(parent), m_app(std::move(app)), m_logs(std::move(logs)), m_launcher(launcher), m_tree(tree), m_tracker(m_app->spec.restart),
      m_calls(m_app->spec.name), m_memory([this] { return m_run ? m_run->memory() : 0; }),
      m_pidFile(m_app->pidsFolder, m_app->spec.name, setup.number)
{
    m_status.number = setup.number;
    m_status.index = setup.index;
    m_status.restarts = setup.restarts;
    m_status.createdAt = setup.createdAt > 0 ? setup.createdAt : nowMs();
    m_status.outLog = setup.outLog;
    m_status.errorLog = setup.errorLog;
    m_lifeTime.start();
    for (QTimer* timer : {&m_killTimer, &m_delayTimer, &m_readyTimer, &m_figuresTimer})
        timer->setSingleShot(true);
    for (QTimer* timer : {&m_killTimer, &m_delayTimer, &m_readyTimer})
        timer->setTimerType(Qt::PreciseTimer);
    connect(&m_killTimer, &QTimer::timeout, this, [this] { apply(SupervisionEvent::KillDue); });
    connect(&m_delayTimer, &QTimer::timeout, this, [this] { apply(SupervisionEvent::DelayElapsed); });
    connect(&m_readyTimer, &QTimer::timeout, this, [this] {
        const Reason missing = m_readiness ? m_readiness->missing() : Reason();
        m_readiness.reset();
        apply(SupervisionEvent::Ready,
              Reason::of(ReasonCode::NotReadyCounted, {static_cast<qint64>(m_app->spec.readiness.listenTimeout.count()), missing.asArgument()}));
    });
    m_treePoll.setInterval(treePollMs);
    connect(&m_treePoll, &QTimer::timeout, this, &Instance::checkTreeGone);
    connect(&m_memory, &MemoryWatch::exceeded, this, &Instance::memoryExceeded);
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
    m_memory.update(m_app->spec.restart.memoryLimit, m_status.pid != 0);
}

void Instance::start(const Reason& reason)
{
    bringUp(SupervisionEvent::StartWanted, reason.isEmpty() ? Reason::of(ReasonCode::StartCommand) : reason);
}

void Instance::stop(const Reason& reason)
{
    const Reason why = reason.isEmpty() ? Reason::of(ReasonCode::StopCommand) : reason;
    const bool wasWanted = std::exchange(m_status.wantedUp, false);
    if (wasWanted && (m_status.state == InstanceState::Stopping || m_status.state == InstanceState::Stopped)) {
        m_status.reason = why;
        Q_EMIT changed();
    }
    apply(SupervisionEvent::StopWanted, why);
}

void Instance::restart(const Reason& reason)
{
    bringUp(SupervisionEvent::RestartWanted, reason.isEmpty() ? Reason::of(ReasonCode::RestartCommand) : reason);
}

void Instance::bringUp(SupervisionEvent command, const Reason& why)
{
    const bool wasWanted = std::exchange(m_status.wantedUp, true);
    if (m_status.state == InstanceState::Stopping && !wasWanted) {
        m_status.reason = why;
        Q_EMIT changed();
    }
    apply(command, why);
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

void Instance::apply(SupervisionEvent event, const Reason& reason)
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

/// While stopping: looks whether the root and all its descendants are gone, and goes on if so.
void Instance::checkTreeGone()
{
    if (m_status.state != InstanceState::Stopping || !m_leaving.empty() || (m_run && !m_run->isGone()))
        return;
    finishRun();
    const Reason how = m_killed ? Reason::of(ReasonCode::KilledAfter, {m_status.reason.asArgument(), static_cast<qint64>(m_app->spec.stop.killTimeout.count())})
                                : m_status.reason;
    apply(m_status.wantedUp ? SupervisionEvent::TreeGoneUp : SupervisionEvent::TreeGoneDown, how);
}

void Instance::announce(InstanceEvent::Kind kind, InstanceState from, InstanceState to, const Reason& reason)
{
    Q_EMIT happened({nowMs(), m_status.number, kind, from, to, reason, m_status.pid, 0, 0});
}

} // namespace tropero

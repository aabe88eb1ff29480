// SPDX-License-Identifier: GPL-3.0-or-later
// An instance and its current run: from its launch to its end.
#include "supervision/instance.h"

#include <QDateTime>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace tropero {

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
    const auto report = [this](const Reason& reason) {
        announce(InstanceEvent::Kind::LogLoss, m_status.state, m_status.state, reason);
        countLosses();
        Q_EMIT changed();
    };
    connect(&run, &Run::lossBegan, this, [report](const QString& reason) { report(Reason::of(ReasonCode::OutputLost, {reason})); });
    connect(&run, &Run::lossEnded, this, [report](qint64 bytes) {
        report(Reason::of(ReasonCode::OutputStoredAgain, {bytes, bytes}));
    });
}

void Instance::spawn()
{
    m_run = makeRun();
    wire(*m_run);
    m_status.metrics = {};
    m_status.actions.clear();
    m_status.nodeVersion.clear();
    m_endReason = {};
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
    processChanged();
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
        m_status.reason = Reason::ofError(error);
        checkTreeGone();
    } else {
        apply(SupervisionEvent::SpawnFailed, Reason::ofError(error));
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
    processChanged();

    InstanceEvent event{QDateTime::currentMSecsSinceEpoch(), m_status.number, InstanceEvent::Kind::Exit, m_status.state, m_status.state, Reason::ofExit(exit.code, exit.signal), pid,
                        exit.code, exit.signal};
    if (m_status.state == InstanceState::Stopping) {
        Q_EMIT happened(event);
        checkTreeGone();
        if (m_status.state == InstanceState::Stopping)
            Q_EMIT changed();
        return;
    }
    const ExitVerdict verdict = m_tracker.exited(exit, QRandomGenerator::global()->generateDouble());
    const Reason note = m_endReason.isEmpty() ? end.note : m_endReason;
    m_nextDelay = verdict.delay;
    m_status.unstableRestarts = m_tracker.unstableRestarts();
    event.to = superviseStep(m_status.state, verdict.event).next;
    event.reason = note.isEmpty() ? verdict.reason : Reason::of(ReasonCode::Both, {note.asArgument(), verdict.reason.asArgument()});
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

void Instance::misbehaved(const Reason& reason, bool harmful)
{
    announce(InstanceEvent::Kind::Misbehaved, m_status.state, m_status.state, reason);
    if (!harmful || !m_run)
        return;
    m_endReason = reason;
    m_run->kill(); // its end is a crash like any other
}

void Instance::memoryExceeded(const Reason& reason)
{
    if (!isSettled() || m_successor)
        return;
    announce(InstanceEvent::Kind::MemoryLimit, m_status.state, InstanceState::Stopping, reason);
    if (m_app->spec.execMode == ExecMode::Cluster)
        Q_EMIT reloadWanted(reason);
    else
        restart(reason);
}

void Instance::processChanged()
{
    m_memory.update(m_app->spec.restart.memoryLimit, m_status.pid != 0);
    if (m_status.pid != 0)
        m_pidFile.write(m_status.pid);
    else
        m_pidFile.remove();
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

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/successor.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr int shownErrorLines = 10;

} // namespace

Successor::Successor(std::unique_ptr<Run> run, const AppSpec& spec, const Run* predecessor)
    : m_run(std::move(run)),
      m_watch(*m_run, awaitedSign(spec.readiness, predecessor), spec.readiness.probe, spec.restart.minUptime)
{
    const Milliseconds limit = spec.readiness.listenTimeout;
    m_limit.setSingleShot(true);
    m_limit.setInterval(std::max(limit, spec.restart.minUptime + Milliseconds(500)));
    connect(&m_limit, &QTimer::timeout, this, [this, limit] {
        fail(Reason::of(ReasonCode::NotReadyInTime, {static_cast<qint64>(limit.count()), m_watch.missing().asArgument()}));
    });
    connect(&m_watch, &ReadinessWatch::reached, this, &Successor::succeed);
    connect(m_run.get(), &Run::started, this, [this] {
        m_limit.start(); // waiting for its turn to be forked does not count
        m_watch.start();
    });
    connect(m_run.get(), &Run::failed, this, [this](const Error& error) { fail(Reason::ofError(error)); });
    connect(m_run.get(), &Run::misbehaved, this, [this](const Reason& reason, bool harmful) {
        if (harmful)
            fail(reason);
    });
    connect(m_run.get(), &Run::finished, this, [this](const ProcessExit& exit) {
        const QJsonValue how = Reason::ofExit(exit.code, exit.signal).asArgument();
        fail(Reason::of(ReasonCode::EndedBeforeReady, {exit.note.isEmpty() ? how : Reason::of(ReasonCode::Both, {how, exit.note.asArgument()}).asArgument()}));
    });
}

void Successor::start()
{
    if (const Result<void> started = m_run->start(); !started)
        fail(Reason::ofError(started.error()));
}

std::unique_ptr<Run> Successor::takeRun()
{
    m_over = true;
    m_limit.stop();
    m_run->disconnect(this);
    return std::move(m_run);
}

void Successor::succeed()
{
    if (std::exchange(m_over, true))
        return;
    m_limit.stop();
    Q_EMIT ready();
}

void Successor::fail(const Reason& reason)
{
    if (std::exchange(m_over, true))
        return;
    m_limit.stop();
    m_run->finishOutput(); // an end that was just heard of may have its last words still in the pipe
    const QString words = m_run->lastErrorLines(shownErrorLines);
    Q_EMIT failed(words.isEmpty() ? reason : Reason::of(ReasonCode::LastErrorLines, {reason.asArgument(), words}));
}

} // namespace tropero

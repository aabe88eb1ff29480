// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/workerprocess.h"

#include "platform/processes.h"
#include "supervision/clusterprimary.h"

#include <QDir>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr Milliseconds longestGrace{1'000};

/// How long idle connections are kept for their clients' next request, which is told to close them: well before the worker is killed.
Milliseconds graceOf(const StopPolicy& policy)
{
    return std::min(longestGrace, policy.killTimeout * 3 / 5);
}

} // namespace

WorkerProcess::WorkerProcess(ClusterPrimary& primary, Fork fork)
    : m_primary(&primary), m_fork(std::move(fork)), m_out(platform::OutputPipe::Stream::Out), m_error(platform::OutputPipe::Stream::Error)
{
}

WorkerProcess::~WorkerProcess()
{
    if (m_primary && m_active)
        m_primary->forget(*this);
}

Result<void> WorkerProcess::start(const ProcessRequest& request)
{
    if (!m_primary)
        return failure(ErrorCode::Internal, tr("Cannot start the worker"), request.plan.scriptPath, tr("there is no primary"));
    const QString name = platform::OutputPipe::newName(m_fork.pipeFolder);
    if (const Result<void> opened = m_out.openNamed(name + "-out"_L1); !opened)
        return opened;
    if (const Result<void> opened = m_error.openNamed(name + "-error"_L1); !opened)
        return opened;
    QJsonObject environment;
    for (auto it = request.environment.cbegin(); it != request.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    QJsonObject line{{u"script"_s, QDir::toNativeSeparators(request.plan.scriptPath)},
                     {u"args"_s, QJsonArray::fromStringList(m_fork.arguments)},
                     {u"execArgv"_s, QJsonArray::fromStringList(m_fork.nodeArguments)},
                     {u"cwd"_s, QDir::toNativeSeparators(request.plan.workingFolder)},
                     {u"env"_s, environment},
                     {u"out"_s, name + "-out"_L1},
                     {u"error"_s, name + "-error"_L1}};
    if (m_fork.inspectPort > 0)
        line[u"inspect"_s] = m_fork.inspectPort;
    m_active = true;
    m_primary->fork(*this, std::move(line));
    return {};
}

bool WorkerProcess::leave(const StopPolicy& policy)
{
    if (!m_primary || !isStarted())
        return false;
    m_primary->send(*this, {{u"do"_s, u"leave"_s},
                            {u"signal"_s, policy.signal},
                            {u"message"_s, policy.message},
                            {u"grace"_s, static_cast<qint64>(graceOf(policy).count())}});
    m_leaving = true;
    return m_fork.hasHook; // without it the primary only takes the worker out of the cluster
}

void WorkerProcess::expectEnd()
{
    if (m_primary && isActive() && isStarted())
        m_primary->expectEnd(*this);
}

void WorkerProcess::received(const QString& what, const QJsonObject& line)
{
    if (what == "forked"_L1) {
        m_pid = line[u"pid"].toInteger();
        m_out.started();
        m_error.started();
        Q_EMIT started();
    } else if (what == "failed"_L1) {
        cannotStart({ErrorCode::Io, tr("Cannot start the worker"), {}, line[u"why"].toString(), {}});
    } else if (what == "listening"_L1) {
        Q_EMIT listening();
    } else if (what == "message"_L1 && line[u"data"].toString() == "ready"_L1) {
        Q_EMIT ready();
    } else if (what == "garbage"_L1) {
        Q_EMIT misbehaved(Reason::of(ReasonCode::WorkerChannelUnusable, {line[u"why"].toString().left(200)}));
    } else if (what == "exit"_L1) {
        const QString signal = line[u"signal"].toString();
        ProcessExit exit{line[u"code"].toInt(), 0, {}};
        if (!signal.isEmpty())
            exit.signal = platform::signalNumber(signal).value_or(0);
        if (line[u"disconnected"].toBool() && !m_leaving)
            exit.note = Reason::of(ReasonCode::WorkerChannelClosed);
        ended(exit);
    }
}

void WorkerProcess::primaryEnded(const Reason& reason)
{
    // It may live for a moment, or for ever if it loops: the caller ends what is left of a tree after an exit.
    ended({0, isStarted() ? platform::signalNumber(u"SIGKILL"_s).value_or(0) : 0, reason});
}

void WorkerProcess::cannotStart(const Error& error)
{
    m_active = false;
    m_out.started();
    m_error.started();
    Q_EMIT failed(error);
}

void WorkerProcess::ended(const ProcessExit& exit)
{
    if (!m_active)
        return;
    m_active = false;
    m_pid = 0;
    m_out.started(); // it may have ended before it was forked
    m_error.started();
    Q_EMIT finished(exit);
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/logwriter.h"

#include "platform/outputpipe.h"
#include "supervision/captureclock.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr qint64 turnBudget = 4 * 1024 * 1024; ///< then other streams and instances get their turn
constexpr qint64 moveChunk = 1024 * 1024;
constexpr qint64 readChunk = 64 * 1024;
constexpr qint64 finishBudget = 16 * 1024 * 1024; ///< a survivor that writes on must not hold up the restart
constexpr int retryEveryMs = 200;

/// One stream went to two files: it is lost as soon as one of them refuses.
void merge(LogOutcome& outcome, const LogOutcome& other)
{
    outcome.stored += other.stored;
    outcome.lost += other.lost;
    if (!outcome.error)
        outcome.error = other.error;
}

} // namespace

LogWriter::LogWriter(Targets targets, QObject* parent) : QObject(parent), m_targets(std::move(targets))
{
    makeFormatters();
}

LogWriter::~LogWriter() = default;

void LogWriter::setTargets(Targets targets)
{
    storeUnfinished();
    m_targets = std::move(targets);
    makeFormatters();
}

void LogWriter::makeFormatters()
{
    const LineFormatter::Style& style = m_targets.style;
    const bool formatted = style.json || !style.dateFormat.isEmpty();
    m_lines = formatted && m_targets.file ? std::make_unique<LineFormatter>(style) : nullptr;
    m_combinedLines = m_targets.combined ? std::make_unique<LineFormatter>(style) : nullptr;
}

void LogWriter::attach(platform::OutputPipe& pipe)
{
    if (m_pipe)
        m_pipe->disconnect(this);
    m_pipe = &pipe;
    connect(&pipe, &platform::OutputPipe::readyRead, this, &LogWriter::readSome);
}

void LogWriter::readSome()
{
    drain(turnBudget);
}

void LogWriter::finish()
{
    if (!m_pipe)
        return;
    drain(finishBudget);
    storeUnfinished();
    m_pipe->disconnect(this);
    m_pipe.clear();
}

/// What is in the pipe, at most that much.
void LogWriter::drain(qint64 budget)
{
    while (budget > 0 && m_pipe) {
        const qint64 done = step(budget);
        if (done <= 0)
            break;
        budget -= done;
    }
}

/// One portion; returns the bytes taken from the pipe, 0 when nothing is there.
qint64 LogWriter::step(qint64 budget)
{
    if (storesLines())
        return storeLines(budget);
    if (!m_targets.file)
        return drop(budget, false);
    if (m_losing && !m_sinceFailure.hasExpired(retryEveryMs))
        return drop(budget, true);
    return storeRaw(budget);
}

qint64 LogWriter::storeRaw(qint64 budget)
{
    const LogOutcome outcome = m_targets.file->append(*m_pipe, std::min(budget, moveChunk), *m_targets.clock, this);
    account(outcome);
    if (outcome.error)
        return outcome.stored + outcome.lost + drop(budget, true);
    return outcome.stored;
}

qint64 LogWriter::storeLines(qint64 budget)
{
    const QByteArray bytes = m_pipe->read(std::min(budget, readChunk));
    if (!bytes.isEmpty())
        storeFormatted(bytes);
    return bytes.size();
}

void LogWriter::storeFormatted(QByteArrayView bytes)
{
    const QDateTime now = QDateTime::currentDateTime();
    LogOutcome both;
    if (m_lines)
        both = m_targets.file->appendLines(m_lines->feed(bytes, now), *m_targets.clock, this);
    else if (m_targets.file)
        both = m_targets.file->appendLines(bytes, *m_targets.clock, this);
    if (m_combinedLines)
        merge(both, m_targets.combined->appendLines(m_combinedLines->feed(bytes, now), *m_targets.clock, this));
    account(both);
}

void LogWriter::storeUnfinished()
{
    if (!storesLines())
        return;
    const QDateTime now = QDateTime::currentDateTime();
    LogOutcome both;
    if (m_lines)
        both = m_targets.file->appendLines(m_lines->finish(now), *m_targets.clock, this);
    if (m_combinedLines)
        merge(both, m_targets.combined->appendLines(m_combinedLines->finish(now), *m_targets.clock, this));
    account(both);
}

qint64 LogWriter::drop(qint64 budget, bool lost)
{
    const qint64 dropped = m_pipe->read(std::min(budget, readChunk)).size();
    if (lost)
        m_lost += dropped;
    return dropped;
}

void LogWriter::account(const LogOutcome& outcome)
{
    if (outcome.error) {
        m_sinceFailure.start();
        if (!m_losing) {
            m_losing = true;
            m_lostBefore = m_lost;
            m_lost += outcome.lost;
            Q_EMIT lossBegan(outcome.error->message());
        } else {
            m_lost += outcome.lost;
            Q_EMIT lossGrew();
        }
    } else if (m_losing && outcome.stored > 0) {
        m_losing = false;
        Q_EMIT lossEnded(m_lost - m_lostBefore);
    }
}

Result<void> flushLogs(const LogWriter::Targets& targets)
{
    if (targets.combined) {
        if (const Result<void> flushed = targets.combined->flush(); !flushed)
            return flushed;
    }
    return targets.file ? targets.file->flush() : Result<void>{};
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loglevel.h"
#include "models/logpattern.h"
#include "models/logstore.h"

#include <QSet>

#include <atomic>
#include <memory>

namespace tropero {

/// Which lines to show and which of them to find.
struct LogCondition
{
    std::shared_ptr<const LogPattern> pattern; ///< null: finds nothing
    int levels = 0;                            ///< bits 1 << LogLevel of what is shown; 0: all
    bool showOut = true;
    bool showError = true;
    QSet<int> hidden{};                        ///< instances that are left out

    bool hides() const { return levels != 0 || !showOut || !showError || !hidden.isEmpty(); }
    bool shows(const LogPiece& piece) const { return (piece.isError ? showError : showOut) && !hidden.contains(piece.number); }
    /// Whether lines have to be read to be judged.
    bool readsText() const { return levels != 0 || pattern; }
};

/// Consecutive identifiers.
struct LogRun
{
    qint64 id = 0;
    qint64 count = 0;
};

/// A part of the store to be looked through by another thread; holds all that it needs.
class LogTask
{
public:
    struct Finds
    {
        qint64 from = 0; ///< lines [from, to) were looked at
        qint64 to = 0;
        QList<LogRun> shown; ///< only filled when the condition hides anything
        QList<LogRun> hits;
    };

    LogTask(const LogStore& store, qint64 from, qint64 to, LogCondition condition);
    /// Ends early, with a part of the finds, when `cancel` becomes true.
    Finds run(const std::atomic<bool>& cancel) const;

private:
    struct Part
    {
        int piece = 0;
        LogCheckpoint begin; ///< at or before the first line
        qint64 line = 0;
        qint64 count = 0;
        qint64 id = 0;
    };
    struct Source
    {
        int piece = 0;
        LogPiece file;
        qint64 end = 0;
    };

    qint64 m_from;
    qint64 m_to;
    LogCondition m_condition;
    QList<Source> m_sources;
    QList<Part> m_parts;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logrow.h"

#include <QList>
#include <QSet>
#include <QString>

#include <vector>

namespace tropero {

/// A mark stands before the line with that identifier.
struct LogMark
{
    qint64 anchor = 0;
    qint64 time = 0; ///< nanoseconds since the epoch
    int number = -1;
    QString text;
    LogRow::Tone tone = LogRow::Tone::Calm;
};

/// The marks of a log in the order of their lines, and those whose place is not known yet.
class LogMarks
{
public:
    void clear();
    bool knows(const LogMark& mark) const;
    int size() const { return static_cast<int>(m_placed.size()); }
    const LogMark& at(int index) const { return m_placed[static_cast<size_t>(index)]; }
    /// How many stand before that line or an earlier one, or, with `orAt` false, before an earlier one.
    int countUpTo(qint64 anchor, bool orAt = true) const;

    /// Index that the mark will have.
    int indexFor(const LogMark& mark) const;
    void insert(int index, const LogMark& mark) { m_placed.insert(m_placed.begin() + index, mark); }
    LogMark take(int index);

    /// Those of some instances, out of the way.
    void hide(const QSet<int>& numbers);
    void keepHidden(const LogMark& mark) { m_hidden.push_back(mark); }
    QList<LogMark> takeHiddenBut(const QSet<int>& numbers);

    void wait(const LogMark& mark);
    /// Time of the newest mark that waits; -1: none does.
    qint64 newestWaiting() const { return m_waiting.empty() ? -1 : m_waiting.back().time; }
    LogMark takeNewestWaiting();

private:
    std::vector<LogMark> m_placed;
    std::vector<LogMark> m_waiting; ///< by time
    std::vector<LogMark> m_hidden;
};

} // namespace tropero

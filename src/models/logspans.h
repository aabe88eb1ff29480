// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace tropero {

/// A sequence of numbers that grows at both ends, kept as runs of consecutive ones. Positions are stable: what is
/// put in front gets lower (negative) positions.
class LogSpans
{
public:
    qint64 first() const { return m_first; }
    qint64 end() const { return m_end; }
    qint64 size() const { return m_end - m_first; }
    bool isEmpty() const { return m_end == m_first; }
    qsizetype runs() const { return static_cast<qsizetype>(m_runs.size()); }

    void clear();
    void pushBack(qint64 value, qint64 count);
    void pushFront(qint64 value, qint64 count);
    /// Value at a position in [first(), end()).
    qint64 at(qint64 position) const;
    /// How many consecutive values follow from that position on, itself included.
    qint64 runLength(qint64 position) const;
    /// For ascending values: position of the first one that is not below `value`; end() when there is none.
    qint64 lowerBound(qint64 value) const;

private:
    struct Run
    {
        qint64 position;
        qint64 value;
    };

    size_t find(qint64 position) const;
    qint64 runEnd(size_t run) const { return run + 1 < m_runs.size() ? m_runs[run + 1].position : m_end; }

    std::deque<Run> m_runs;
    qint64 m_first = 0;
    qint64 m_end = 0;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logspans.h"

#include <algorithm>

namespace tropero {

void LogSpans::clear()
{
    m_runs.clear();
    m_first = 0;
    m_end = 0;
}

void LogSpans::pushBack(qint64 value, qint64 count)
{
    if (count <= 0) return;
    if (m_runs.empty() || m_runs.back().value + (m_end - m_runs.back().position) != value)
        m_runs.push_back({m_end, value});
    m_end += count;
}

void LogSpans::pushFront(qint64 value, qint64 count)
{
    if (count <= 0) return;
    m_first -= count;
    if (!m_runs.empty() && m_runs.front().value == value + count)
        m_runs.front() = {m_first, value};
    else
        m_runs.push_front({m_first, value});
}

size_t LogSpans::find(qint64 position) const
{
    const auto after = std::ranges::upper_bound(m_runs, position, {}, &Run::position);
    return static_cast<size_t>(after - m_runs.begin()) - 1;
}

qint64 LogSpans::at(qint64 position) const
{
    const Run& run = m_runs[find(position)];
    return run.value + (position - run.position);
}

qint64 LogSpans::runLength(qint64 position) const
{
    return runEnd(find(position)) - position;
}

qint64 LogSpans::lowerBound(qint64 value) const
{
    const auto after = std::ranges::upper_bound(m_runs, value, {}, &Run::value);
    if (after == m_runs.begin()) return m_first;
    const size_t run = static_cast<size_t>(after - m_runs.begin()) - 1;
    return std::min(m_runs[run].position + (value - m_runs[run].value), runEnd(run));
}

} // namespace tropero

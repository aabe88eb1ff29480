// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmarks.h"

#include <algorithm>

namespace tropero {

void LogMarks::clear()
{
    m_placed.clear();
    m_waiting.clear();
    m_hidden.clear();
}

bool LogMarks::knows(const LogMark& mark) const
{
    const auto same = [&](const LogMark& other) {
        return other.time == mark.time && other.number == mark.number && other.text == mark.text;
    };
    return std::ranges::any_of(m_placed, same) || std::ranges::any_of(m_waiting, same) || std::ranges::any_of(m_hidden, same);
}

int LogMarks::countUpTo(qint64 anchor, bool orAt) const
{
    const auto end = orAt ? std::ranges::upper_bound(m_placed, anchor, {}, &LogMark::anchor)
                          : std::ranges::lower_bound(m_placed, anchor, {}, &LogMark::anchor);
    return static_cast<int>(end - m_placed.begin());
}

int LogMarks::indexFor(const LogMark& mark) const
{
    const auto key = [](const LogMark& other) { return std::pair(other.anchor, other.time); };
    return static_cast<int>(std::ranges::upper_bound(m_placed, key(mark), {}, key) - m_placed.begin());
}

LogMark LogMarks::take(int index)
{
    LogMark mark = at(index);
    m_placed.erase(m_placed.begin() + index);
    return mark;
}

void LogMarks::hide(const QSet<int>& numbers)
{
    const auto stay = std::ranges::stable_partition(m_placed, [&](const LogMark& mark) { return !numbers.contains(mark.number); });
    m_hidden.insert(m_hidden.end(), stay.begin(), stay.end());
    m_placed.erase(stay.begin(), stay.end());
}

QList<LogMark> LogMarks::takeHiddenBut(const QSet<int>& numbers)
{
    const auto come = std::ranges::stable_partition(m_hidden, [&](const LogMark& mark) { return numbers.contains(mark.number); });
    const QList<LogMark> taken(come.begin(), come.end());
    m_hidden.erase(come.begin(), come.end());
    return taken;
}

void LogMarks::wait(const LogMark& mark)
{
    m_waiting.insert(std::ranges::upper_bound(m_waiting, mark.time, {}, &LogMark::time), mark);
}

LogMark LogMarks::takeNewestWaiting()
{
    LogMark mark = m_waiting.back();
    m_waiting.pop_back();
    return mark;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/captureclock.h"

#include <algorithm>

namespace tropero {

std::optional<qint64> CaptureClock::stamp(const void* stream, bool forced)
{
    using namespace std::chrono;
    const auto steady = steady_clock::now();
    if (!forced && stream == m_lastStream && steady - m_lastStamp < milliseconds(1))
        return std::nullopt;
    const qint64 wall = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
    m_last = std::max(wall, m_last + 1); // the wall clock may be set back
    m_lastStream = stream;
    m_lastStamp = steady;
    return m_last;
}

void CaptureClock::raise(qint64 time)
{
    m_last = std::max(m_last, time);
}

} // namespace tropero

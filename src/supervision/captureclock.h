// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace tropero {

/// Times of capture for the streams of one instance: nanoseconds since the epoch, each larger than any before, so that the streams can be
/// merged in the order in which they were read. Also decides which writes need an index entry of their own.
class CaptureClock
{
public:
    /// The time for bytes that `stream` (any address that identifies it) is about to store, or nothing when they may share the stream's last
    /// entry: less than a millisecond old, and no other stream wrote in between. `forced` always gives a time.
    std::optional<qint64> stamp(const void* stream, bool forced);
    /// No later time will be at or before this one.
    void raise(qint64 time);

private:
    qint64 m_last = 0;
    const void* m_lastStream = nullptr;
    std::chrono::steady_clock::time_point m_lastStamp;
};

} // namespace tropero

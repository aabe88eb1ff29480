// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logscanner.h"

#include "client/logsources.h"

#include <algorithm>
#include <limits>

namespace tropero {

namespace {

constexpr qint64 lookBytes = 32 * 1024 * 1024;

} // namespace

LogScanner::LogScanner(const QList<LogTail::Source>& sources)
{
    for (const LogSourceFile& file : logFilesOf(sources))
        m_streams.emplace_back(file.path, file.number, file.isError);
    for (LogScanStream& stream : m_streams)
        stream.open(m_opened, m_pieces);
}

void LogScanner::readOlder(qint64 bytes, LogDelta& delta)
{
    delta = std::exchange(m_opened, {});
    for (qint64 taken = 0;;) {
        // The newest line of all is only known when each file has one to offer.
        LogScanStream* newest = nullptr;
        for (LogScanStream& stream : m_streams) {
            while (stream.older().empty()) {
                if (taken >= bytes) return;
                taken += bytes / std::max(streams(), 1) + 1;
                if (!stream.readOlder(bytes / std::max(streams(), 1) + 1, delta, m_pieces)) break;
            }
            if (!stream.older().empty() && (!newest || stream.older().back().time > newest->older().back().time))
                newest = &stream;
        }
        if (!newest) {
            delta.complete = true;
            return;
        }
        const LogDelta::Lines lines = newest->older().back();
        newest->older().pop_back();
        delta.older.append(lines);
    }
}

LogScanner::Look LogScanner::readNewer(LogDelta& delta)
{
    Look look;
    qint64 until = logsSettledUntil();
    const qint64 share = std::max<qint64>(256 * 1024, lookBytes / std::max(streams(), 1));
    for (LogScanStream& stream : m_streams) {
        if (stream.readNewer(share, delta, m_pieces) == LogScanStream::Change::Truncated) look.truncated = true;
        look.continued = stream.takeContinued() || look.continued;
        look.more = look.more || stream.hasMore();
        if (stream.hasMore()) until = std::min(until, stream.newestTime());
    }
    // What was captured while the files were being read may have earlier lines in a file read before: it waits for
    // the next look, but no longer.
    if (streams() == 1 || (m_held && !look.more)) until = std::numeric_limits<qint64>::max();
    m_held = false;
    for (;;) {
        LogScanStream* earliest = nullptr;
        for (LogScanStream& stream : m_streams) {
            if (stream.newer().empty()) continue;
            if (stream.newer().front().time > until)
                m_held = true;
            else if (!earliest || stream.newer().front().time < earliest->newer().front().time)
                earliest = &stream;
        }
        if (!earliest) break;
        delta.newer.append(earliest->newer().front());
        earliest->newer().pop_front();
    }
    look.more = look.more || m_held;
    return look;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logscanner.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace tropero {

namespace {

constexpr qint64 lookBytes = 32 * 1024 * 1024;
constexpr qint64 settleNs = 2'000'000; ///< a capture is in its file that long after its time at the latest

qint64 nowNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

LogScanner::LogScanner(const QList<LogTail::Source>& sources)
{
    QSet<QString> seen;
    const auto add = [&](const QString& path, int number, bool isError) {
        if (path.isEmpty() || seen.contains(path)) return; // instances that share a file are read once
        seen.insert(path);
        const QFileInfo info(path);
        if (!info.exists() || info.isFile()) m_streams.emplace_back(path, number, isError);
    };
    for (const LogTail::Source& source : sources) {
        add(source.outFile, source.number, false);
        add(source.errorFile, source.number, true);
    }
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
    qint64 until = nowNs() - settleNs;
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

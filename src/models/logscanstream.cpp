// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logscanstream.h"

#include "client/logsegments.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace tropero {

namespace {

constexpr int doubtsToRestart = 2;
constexpr qint64 indexBlock = 1024 * 1024;

/// A part of a file that is in memory.
struct Part
{
    QByteArrayView bytes;
    qint64 offset = 0;
    qint64 line = 0;    ///< number of the first line that begins in it
    bool atBegin = true; ///< a line begins with its first byte

    qint64 end() const { return offset + bytes.size(); }
    /// Lines that begin in [from, to).
    qint64 begins(qint64 from, qint64 to) const
    {
        if (from >= to) return 0;
        const qint64 own = from == offset ? (atBegin ? 1 : 0) : 0;
        const qint64 first = std::max(from - 1, offset);
        return own + countFeeds(bytes.sliced(first - offset, to - 1 - first));
    }
};

QList<LogCheckpoint> checkpointsOf(const Part& part, qint64& last)
{
    QList<LogCheckpoint> list;
    qint64 at = part.offset;
    qint64 line = part.line;
    const auto nextBegin = [&](qint64 from) { // the first begin of a line at or after that offset
        const qsizetype feed = part.bytes.indexOf('\n', std::max<qint64>(from - 1 - part.offset, 0));
        return feed < 0 ? part.end() : part.offset + feed + 1;
    };
    qint64 begin = part.offset;
    const qint64 wanted = last < 0 ? part.offset : last + logBlockSize;
    if (wanted > part.offset || !part.atBegin) begin = nextBegin(std::max(wanted, part.offset));
    while (begin < part.end()) {
        line += part.begins(at, begin);
        at = begin;
        list.append({begin, line});
        last = begin;
        if (begin + logBlockSize >= part.end()) break;
        begin = nextBegin(begin + logBlockSize);
    }
    return list;
}

/// The lines of the part in groups of the same time of capture.
void group(const Part& part, const QList<LogIndexEntry>& entries, qint64 fallback, int piece,
           std::deque<LogDelta::Lines>& groups)
{
    qint64 line = part.line;
    const auto add = [&](qint64 from, qint64 to, qint64 time) {
        const qint64 count = part.begins(from, to);
        if (count <= 0) return;
        groups.push_back({LogPlace{piece, line}.packed(), count, time});
        line += count;
    };
    if (entries.isEmpty()) {
        add(part.offset, part.end(), fallback);
        return;
    }
    add(part.offset, std::clamp(entries.first().offset, part.offset, part.end()), entries.first().time);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const qint64 from = std::max(entries.at(i).offset, part.offset);
        const qint64 to = i + 1 < entries.size() ? std::min(entries.at(i + 1).offset, part.end()) : part.end();
        add(from, to, entries.at(i).time);
    }
}

QList<LogIndexEntry> entriesFor(const QString& path, qint64 position, qint64 end, qint64* next)
{
    QList<LogIndexEntry> all;
    for (;;) {
        QList<LogIndexEntry> more = readLogIndex(path, position, indexBlock);
        if (more.isEmpty()) break;
        const auto beyond = std::ranges::lower_bound(more, end, {}, &LogIndexEntry::offset);
        const qsizetype kept = beyond - more.begin();
        all.append(more.first(kept));
        position += kept * logIndexEntrySize;
        if (kept < more.size()) break;
    }
    // The last entry also covers what will be read next.
    if (next) *next = all.isEmpty() ? position : position - logIndexEntrySize;
    return all;
}

/// Offset behind the last line feed before `end`; 0 when there is none.
qint64 beginOfLine(QFile& file, qint64 end)
{
    while (end > 0) {
        const qint64 start = std::max<qint64>(0, end - logBlockSize);
        file.seek(start);
        const QByteArray bytes = file.read(end - start);
        const qsizetype feed = bytes.lastIndexOf('\n');
        if (feed >= 0) return start + feed + 1;
        if (bytes.size() != end - start) return 0;
        end = start;
    }
    return 0;
}

} // namespace

LogScanStream::LogScanStream(QString path, int number, bool isError)
    : m_path(std::move(path)), m_number(number), m_isError(isError), m_segment(m_path)
{
}

int LogScanStream::addPiece(qint64 identity, LogDelta& delta, int& pieces)
{
    delta.pieces.append({m_path, identity, m_number, m_isError});
    return pieces++;
}

qint64 LogScanStream::fallbackTime(const QString& path) const
{
    return QFileInfo(path).lastModified().toMSecsSinceEpoch() * 1'000'000;
}

void LogScanStream::open(LogDelta& delta, int& pieces)
{
    restart(firstLogTime(m_path));
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) m_offset = file.size();
    for (const LogSegment& segment : m_identity != 0 ? logSegments(m_path) : QList<LogSegment>())
        if (segment.firstTime < m_identity)
            m_olderFiles.append({segment.path, segment.firstTime, -1, QFileInfo(segment.path).size(), 0});
    if (m_offset == 0) return;
    file.seek(m_offset - 1);
    m_atBegin = file.read(1) == "\n";
    m_piece = addPiece(m_identity, delta, pieces);
    delta.ends.append({m_piece, m_offset});
    m_indexPosition = logIndexPosition(m_path, m_offset);
    m_olderFile = {m_path, m_identity, m_piece, m_offset, 0};
}

bool LogScanStream::nextOlderFile(LogDelta& delta, int& pieces)
{
    while (m_olderFile.frontier == 0 && !m_olderFiles.isEmpty()) {
        m_olderFile = m_olderFiles.takeLast();
        if (m_olderFile.frontier == 0) continue;
        m_olderFile.piece = addPiece(m_olderFile.identity, delta, pieces);
        delta.ends.append({m_olderFile.piece, m_olderFile.frontier});
    }
    return m_olderFile.frontier > 0;
}

bool LogScanStream::readOlder(qint64 bytes, LogDelta& delta, int& pieces)
{
    if (!nextOlderFile(delta, pieces)) return false;
    Older& from = m_olderFile;
    const QString path = locateLogPiece({m_path, from.identity, m_number, m_isError});
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() < from.frontier) {
        from.frontier = 0; // removed or emptied meanwhile
        return nextOlderFile(delta, pieces);
    }
    qint64 start = std::max<qint64>(0, from.frontier - bytes);
    file.seek(start);
    QByteArray read = file.read(from.frontier - start);
    Part part{read, start, 0, true};
    if (start > 0) {
        const qsizetype feed = read.indexOf('\n');
        if (feed < 0 || feed + 1 >= read.size()) {
            // One line longer than that: only its begin is of interest.
            start = beginOfLine(file, start);
            const qint64 count = 1;
            from.line -= count;
            delta.olderBegins.append({from.piece, {{start, from.line}}});
            qint64 time = fallbackTime(path);
            if (const auto entries = readLogIndex(path, logIndexPosition(path, start), logIndexEntrySize);
                !entries.isEmpty())
                time = entries.first().time;
            m_older.push_back({LogPlace{from.piece, from.line}.packed(), count, time});
            from.frontier = start;
            return true;
        }
        part.bytes = part.bytes.sliced(feed + 1);
        part.offset = start + feed + 1;
    }
    from.line -= part.begins(part.offset, part.end());
    part.line = from.line;
    qint64 none = -1;
    delta.olderBegins.append({from.piece, checkpointsOf(part, none)});
    if (from.piece == m_piece && m_lastCheckpoint < none) m_lastCheckpoint = none;
    group(part, entriesFor(path, logIndexPosition(path, part.offset), part.end(), nullptr), fallbackTime(path),
          from.piece, m_older);
    from.frontier = part.offset;
    return true;
}

void LogScanStream::restart(qint64 identity)
{
    m_segment = m_path;
    m_identity = identity;
    m_piece = -1;
    m_offset = 0;
    m_line = 0;
    m_lastCheckpoint = -1;
    m_indexPosition = 0;
    m_behind = false;
    m_atBegin = true;
    m_doubts = 0;
}

/// Finds the file that holds the byte at m_offset; false when it is nowhere.
bool LogScanStream::locate()
{
    const qint64 first = firstLogTime(m_path);
    if (m_identity == 0 && m_piece < 0) m_identity = first; // begun since the last look
    if (m_identity == first || m_identity == 0) {
        m_segment = m_path;
        m_behind = false;
        const QFileInfo info(m_path);
        return !info.exists() ? m_offset == 0 : info.size() >= m_offset;
    }
    for (const LogSegment& segment : logSegments(m_path)) {
        if (segment.firstTime != m_identity) continue;
        m_segment = segment.path;
        m_behind = segment.path != m_path;
        return true;
    }
    return false;
}

LogScanStream::Change LogScanStream::readNewer(qint64 bytes, LogDelta& delta, int& pieces)
{
    const QFileInfo info(m_path);
    const qint64 modified = info.exists() ? info.lastModified().toMSecsSinceEpoch() : 0;
    if (!m_more && !m_behind && m_doubts == 0 && info.size() == m_offset && modified == m_modified)
        return Change::None;
    m_modified = modified;
    m_more = false;
    if (!locate()) return ++m_doubts < doubtsToRestart ? Change::None : Change::Truncated;
    m_doubts = 0;
    QFile file(m_segment);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return Change::None;
    const qint64 size = file.size();
    if (size > m_offset) {
        file.seek(m_offset);
        QByteArray read = file.read(std::min(bytes, size - m_offset));
        // A line that is being written waits for its end, but not for long.
        const bool isIdle = size == m_idleSize || read.size() >= bytes || m_behind;
        if (!isIdle) read.truncate(read.lastIndexOf('\n') + 1);
        append(read, delta, pieces);
    }
    m_more = size > m_offset;
    m_idleSize = size;
    if (m_more || !m_behind) return Change::None;
    const auto segments = logSegments(m_path);
    const auto next = std::ranges::upper_bound(segments, m_identity, {}, &LogSegment::firstTime);
    if (next == segments.end()) return Change::None; // the new file has no entry yet
    restart(next->firstTime);
    m_behind = next->path != m_path;
    m_more = true;
    return Change::None;
}

void LogScanStream::append(const QByteArray& bytes, LogDelta& delta, int& pieces)
{
    if (bytes.isEmpty()) return;
    if (m_piece < 0) m_piece = addPiece(m_identity, delta, pieces);
    const Part part{bytes, m_offset, m_line, m_atBegin};
    QList<LogCheckpoint> checkpoints = checkpointsOf(part, m_lastCheckpoint);
    if (!checkpoints.isEmpty()) delta.newerBegins.append({m_piece, checkpoints});
    const auto entries = entriesFor(m_segment, m_indexPosition, part.end(), &m_indexPosition);
    const auto before = m_newer.size();
    // Without an index the order is that of coming here.
    group(part, entries, QDateTime::currentMSecsSinceEpoch() * 1'000'000, m_piece, m_newer);
    m_continued = m_continued || !m_atBegin;
    if (m_newer.size() > before) m_newestTime = std::max(m_newestTime, m_newer.back().time);
    m_line += part.begins(part.offset, part.end());
    m_offset = part.end();
    m_atBegin = bytes.endsWith('\n');
    delta.ends.append({m_piece, m_offset});
}

} // namespace tropero

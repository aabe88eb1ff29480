// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/logstream.h"

#include "client/logsegments.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tropero {

namespace {

constexpr qint64 longestPiece = 1024 * 1024;
constexpr qint64 firstBlock = 64 * 1024;
constexpr qint64 indexBlock = 1024 * 1024;
constexpr int idleTailMs = 400; ///< a line without its end is shown after that time
constexpr int doubtsToRestart = 2;

struct Piece
{
    QByteArray text;
    qint64 offset = 0;
    bool partial = false;
};

/// Collects lines from the end of a file to its begin.
class BackwardReader
{
public:
    BackwardReader(QFile& file, qint64 end, int lines)
        : m_file(file)
        , m_start(end)
        , m_lines(lines)
    {
    }

    /// The last lines, newest first. A piece of a longer line counts as a line.
    QList<Piece> read()
    {
        qint64 block = firstBlock;
        while (!enough() && m_start > 0) {
            const qint64 size = std::min(block, m_start);
            block = std::min(block * 2, longestPiece);
            m_file.seek(m_start - size);
            const QByteArray bytes = m_file.read(size);
            if (bytes.size() != size)
                return m_pieces; // the file was cut meanwhile
            m_start -= size;
            m_rest.prepend(bytes);
            takeLines();
            while (!enough() && m_rest.size() >= longestPiece)
                takePiece(m_rest.size() - longestPiece);
        }
        if (!enough() && m_start == 0 && (!m_rest.isEmpty() || !m_open))
            takeFrom(0);
        return m_pieces;
    }

private:
    bool enough() const { return m_pieces.size() >= m_lines; }

    void takeLines()
    {
        qsizetype feed = m_rest.lastIndexOf('\n');
        while (feed >= 0 && !enough()) {
            if (feed + 1 < m_rest.size() || !m_open)
                takeFrom(feed + 1);
            m_rest.truncate(feed);
            m_open = false;
            feed = m_rest.lastIndexOf('\n');
        }
    }

    void takeFrom(qsizetype begin)
    {
        while (!enough() && m_rest.size() - begin > longestPiece)
            takePiece(m_rest.size() - longestPiece);
        if (!enough())
            takePiece(begin);
    }

    void takePiece(qsizetype begin)
    {
        m_pieces.append({m_rest.mid(begin), m_start + begin, m_open});
        m_rest.truncate(begin);
        m_open = true;
    }

    QFile& m_file;
    QList<Piece> m_pieces;
    QByteArray m_rest;   ///< bytes from m_start on that were not taken yet
    qint64 m_start;
    int m_lines;
    bool m_open = true;  ///< no line feed follows m_rest
};

} // namespace

LogStream::LogStream(QString path, int number, bool isError)
    : m_path(std::move(path))
    , m_number(number)
    , m_isError(isError)
    , m_segment(m_path)
{
}

QList<LogLine> LogStream::readLast(int lines)
{
    QList<LogLine> result; // newest first until the end
    const auto readSegment = [&](const QString& path, qint64 end) {
        QFile file(path);
        if (end <= 0 || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return;
        const QList<Piece> pieces = BackwardReader(file, end, lines - static_cast<int>(result.size())).read();
        if (pieces.isEmpty())
            return;
        const qint64 from = logIndexPosition(path, pieces.constLast().offset);
        const auto entries = readLogIndex(path, from, std::numeric_limits<int>::max());
        for (const Piece& piece : pieces) {
            const auto after = std::ranges::upper_bound(entries, piece.offset, {}, &LogIndexEntry::offset);
            const qint64 time = after == entries.begin() ? 0 : (after - 1)->time;
            result.append({piece.text, time, m_isError, m_number, piece.partial});
        }
    };

    skipToEnd();
    readSegment(m_path, m_offset);
    if (result.size() < lines && m_identity != 0) {
        QList<LogSegment> segments = logSegments(m_path);
        for (auto segment = segments.crbegin(); segment != segments.crend() && result.size() < lines; ++segment)
            if (segment->firstTime < m_identity)
                readSegment(segment->path, QFileInfo(segment->path).size());
    }
    std::ranges::reverse(result);
    return result;
}

void LogStream::skipToEnd()
{
    restart(firstLogTime(m_path));
    m_offset = QFileInfo(m_path).size();
    m_indexPosition = -1;
}

void LogStream::restart(qint64 identity)
{
    m_segment = m_path;
    m_identity = identity;
    m_offset = 0;
    m_behind = false;
    m_doubts = 0;
    m_entries.clear();
    m_indexPosition = 0;
}

qint64 LogStream::modifiedAt() const
{
    return QFileInfo(m_path).lastModified().toMSecsSinceEpoch() * 1'000'000;
}

LogLine LogStream::takeFirst()
{
    LogLine line = std::move(m_pending.front());
    m_pending.pop_front();
    m_pendingBytes -= line.text.size();
    return line;
}

LogStream::Change LogStream::poll(qint64 maxBytes)
{
    m_more = false;
    if (!locate()) {
        if (++m_doubts < doubtsToRestart)
            return Change::None; // a rotation or flush may be half done
        restart(firstLogTime(m_path));
        m_tail.clear();
        read(maxBytes);
        return Change::Truncated;
    }
    m_doubts = 0;
    read(maxBytes);
    emitIdleTail();
    return Change::None;
}

/// Finds the file that holds the byte at m_offset; false when it is nowhere.
bool LogStream::locate()
{
    const qint64 first = firstLogTime(m_path);
    if (m_identity == 0)
        m_identity = first; // begun since the last look
    if (m_identity == first) {
        m_segment = m_path;
        m_behind = false;
        const QFileInfo info(m_path);
        return !info.exists() ? m_offset == 0 : info.size() >= m_offset;
    }
    for (const LogSegment& segment : logSegments(m_path)) {
        if (segment.firstTime != m_identity)
            continue;
        m_segment = segment.path;
        m_behind = segment.path != m_path;
        return true;
    }
    return false;
}

void LogStream::read(qint64 maxBytes)
{
    QFile file(m_segment);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    const qint64 size = file.size();
    const qint64 room = std::max<qint64>(0, maxBytes - m_pendingBytes);
    if (size > m_offset && room > 0) {
        file.seek(m_offset);
        split(file.read(std::min(room, size - m_offset)));
    }
    m_more = size > m_offset;
    if (!m_more && m_behind) {
        const auto segments = logSegments(m_path);
        const auto next = std::ranges::upper_bound(segments, m_identity, {}, &LogSegment::firstTime);
        if (next == segments.end())
            return; // the new file has no entry yet
        restart(next->firstTime);
        m_segment = next->path;
        m_behind = next->path != m_path;
        m_more = true;
    }
}

void LogStream::split(const QByteArray& bytes)
{
    qsizetype start = 0;
    while (start < bytes.size()) {
        if (m_tail.isEmpty()) {
            m_tailTime = timeAt(m_offset);
            m_tailAge.start();
        }
        const qsizetype limit = std::min<qsizetype>(bytes.size(), start + longestPiece - m_tail.size());
        const qsizetype feed = QByteArrayView(bytes).sliced(start, limit - start).indexOf('\n');
        const qsizetype end = feed < 0 ? limit : start + feed;
        QByteArray text = m_tail.isEmpty() ? bytes.mid(start, end - start) : m_tail + QByteArrayView(bytes).sliced(start, end - start).toByteArray();
        m_offset += end - start + (feed < 0 ? 0 : 1);
        start = end + (feed < 0 ? 0 : 1);
        if (feed >= 0) {
            m_tail.clear();
            queue(std::move(text), m_tailTime, false);
        } else if (text.size() >= longestPiece) {
            m_tail.clear();
            queue(std::move(text), m_tailTime, true);
        } else {
            m_tail = std::move(text);
            m_tailAge.start();
        }
    }
}

void LogStream::queue(QByteArray text, qint64 time, bool partial)
{
    m_pendingBytes += text.size();
    m_lastTime = std::max(m_lastTime, time);
    m_pending.push_back({std::move(text), time, m_isError, m_number, partial});
}

void LogStream::emitIdleTail()
{
    if (m_tail.isEmpty() || !m_tailAge.hasExpired(idleTailMs))
        return;
    QByteArray text;
    text.swap(m_tail);
    queue(std::move(text), m_tailTime, true);
}

qint64 LogStream::timeAt(qint64 offset)
{
    if (m_indexPosition < 0)
        m_indexPosition = logIndexPosition(m_segment, offset);
    while (m_entries.size() < 2 || m_entries[1].offset <= offset) {
        if (m_entries.size() >= 2) {
            m_entries.pop_front();
            continue;
        }
        const auto more = readLogIndex(m_segment, m_indexPosition, indexBlock);
        if (more.isEmpty())
            break;
        m_indexPosition += more.size() * logIndexEntrySize;
        m_entries.insert(m_entries.end(), more.begin(), more.end());
    }
    return m_entries.empty() || m_entries.front().offset > offset ? 0 : m_entries.front().time;
}

} // namespace tropero

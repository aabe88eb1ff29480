// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loglinesource.h"

#include <algorithm>

namespace tropero {

namespace {

constexpr qint64 readSize = 512 * 1024;
constexpr qsizetype longestLine = 8 * 1024 * 1024;

} // namespace

LogLineSource::LogLineSource(const LogPiece& piece, qint64 end) : m_file(locateLogPiece(piece)), m_end(end)
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) m_end = 0;
}

void LogLineSource::seek(LogCheckpoint begin, qint64 line)
{
    if (m_isPlaced && m_line == line) return;
    m_isPlaced = true;
    m_buffer.clear();
    m_at = 0;
    m_skipping = false;
    m_offset = begin.offset;
    m_line = begin.line;
    while (m_line < line) {
        qint64 skipped = 0;
        read(line - m_line, skipped);
        if (skipped == 0) return;
    }
}

bool LogLineSource::fill()
{
    if (m_offset >= m_end) return false;
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + std::min(readSize, m_end - m_offset));
    const qint64 got = m_file.seek(m_offset) ? m_file.read(m_buffer.data() + before, m_buffer.size() - before) : -1;
    m_buffer.truncate(before + std::max<qint64>(got, 0));
    if (got <= 0) m_end = m_offset; // the file was cut meanwhile
    m_offset += std::max<qint64>(got, 0);
    return got > 0;
}

QByteArrayView LogLineSource::read(qint64 count, qint64& lines)
{
    lines = 0;
    while (m_skipping) {
        const qsizetype feed = m_buffer.indexOf('\n', m_at);
        m_at = feed < 0 ? m_buffer.size() : feed + 1;
        m_skipping = feed < 0;
        if (m_skipping && !fill()) return {};
    }
    if (count <= 0) return {};
    qsizetype last = m_buffer.lastIndexOf('\n');
    while (last < m_at) {
        if (m_buffer.size() - m_at >= longestLine) {
            m_skipping = true;
            break;
        }
        if (!fill()) break;
        last = m_buffer.lastIndexOf('\n');
    }
    if (last < m_at) { // a line without end
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at);
        m_at = m_buffer.size();
        lines = rest.isEmpty() ? 0 : 1;
        m_line += lines;
        return rest;
    }
    QByteArrayView whole = QByteArrayView(m_buffer).sliced(m_at, last + 1 - m_at);
    lines = countFeeds(whole);
    if (lines > count) {
        qsizetype end = 0;
        for (lines = 0; lines < count; ++lines)
            end = whole.indexOf('\n', end) + 1;
        whole = whole.first(end);
    }
    m_at += whole.size();
    m_line += lines;
    return whole;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logreader.h"

#include "client/logsegments.h"

#include <algorithm>

namespace tropero {

namespace {

constexpr size_t mostBlocks = 64;
constexpr qint64 indexBytes = 1024 * 1024;

} // namespace

LogReader::LogReader(const LogStore& store) : m_store(store) {}

const LogReader::Block& LogReader::block(LogPlace place)
{
    const LogStore::Block where = m_store.block(place);
    const auto known = std::ranges::find_if(m_blocks, [&](const Block& block) {
        return block.piece == place.piece && block.begin.offset == where.begin.offset;
    });
    if (known != m_blocks.end() && known->end == where.end) {
        m_blocks.splice(m_blocks.begin(), m_blocks, known);
        return m_blocks.front();
    }
    if (known != m_blocks.end()) m_blocks.erase(known); // it has grown
    m_blocks.push_front(load(m_store.piece(place.piece), where));
    m_blocks.front().piece = place.piece;
    if (m_blocks.size() > mostBlocks) m_blocks.pop_back();
    return m_blocks.front();
}

LogReader::Block LogReader::load(const LogPiece& piece, const LogStore::Block& where)
{
    Block made;
    made.begin = where.begin;
    made.end = where.end;
    const QString path = locateLogPiece(piece);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !file.seek(where.begin.offset)) {
        made.isGone = true;
        return made;
    }
    made.bytes = file.read(std::min(where.end - where.begin.offset, 2 * logBlockSize));
    if (piece.identity != 0)
        made.times = readLogIndex(path, logIndexPosition(path, where.begin.offset), indexBytes);
    for (qsizetype start = 0; start < made.bytes.size();) {
        made.starts.append(start);
        const qsizetype feed = made.bytes.indexOf('\n', start);
        if (feed < 0) break;
        start = feed + 1;
    }
    if (made.bytes.contains('\x1b')) {
        AnsiStyle style;
        for (qsizetype i = 0; i < made.starts.size(); ++i) {
            made.styles.append(style);
            style = ansiStyleAfter(lineOf(made, i), style);
        }
    }
    return made;
}

QByteArrayView LogReader::lineOf(const Block& block, qsizetype index)
{
    if (index < 0 || index >= block.starts.size()) return {};
    const qsizetype start = block.starts.at(index);
    qsizetype end = index + 1 < block.starts.size() ? block.starts.at(index + 1) : block.bytes.size();
    if (end > start && block.bytes.at(end - 1) == '\n') --end;
    return QByteArrayView(block.bytes).sliced(start, end - start);
}

qint64 LogReader::timeAt(const Block& block, qint64 offset)
{
    const auto after = std::ranges::upper_bound(block.times, offset, {}, &LogIndexEntry::offset);
    if (after == block.times.begin()) return 0;
    return (after - 1)->time;
}

LogRow LogReader::row(qint64 id)
{
    const LogPlace place = m_store.place(id);
    const LogPiece& piece = m_store.piece(place.piece);
    const Block& from = block(place);
    const qsizetype index = place.line - from.begin.line;
    LogRow row;
    row.isError = piece.isError;
    row.number = piece.number;
    row.isGone = from.isGone || index < 0 || index >= from.starts.size();
    if (row.isGone) return row;
    const QByteArrayView text = lineOf(from, index);
    row.text = text.first(std::min<qsizetype>(text.size(), logBlockSize)).toByteArray();
    row.time = timeAt(from, from.begin.offset + from.starts.at(index));
    if (!from.styles.isEmpty()) row.style = from.styles.at(index);
    return row;
}

QByteArray LogReader::line(qint64 id, qint64 most)
{
    const LogPlace place = m_store.place(id);
    const Block& from = block(place);
    const qsizetype index = place.line - from.begin.line;
    if (index < 0 || index >= from.starts.size()) return {};
    const bool isCut = index + 1 == from.starts.size() && !from.bytes.endsWith('\n') &&
                       from.begin.offset + from.bytes.size() < from.end;
    if (!isCut) return lineOf(from, index).first(std::min<qsizetype>(lineOf(from, index).size(), most)).toByteArray();
    QFile file(locateLogPiece(m_store.piece(place.piece)));
    const qint64 start = from.begin.offset + from.starts.at(index);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(start)) return {};
    QByteArray text = file.read(std::min(most, from.end - start));
    if (const qsizetype feed = text.indexOf('\n'); feed >= 0) text.truncate(feed);
    return text;
}

qint64 LogReader::time(qint64 id)
{
    const LogPlace place = m_store.place(id);
    const Block& from = block(place);
    const qsizetype index = place.line - from.begin.line;
    return index >= 0 && index < from.starts.size() ? timeAt(from, from.begin.offset + from.starts.at(index)) : 0;
}

qint64 LogReader::firstAfter(qint64 time)
{
    const LogStore::Sample sample = m_store.sampleBefore(time);
    qint64 low = sample.id;
    qint64 high = m_store.sampleEnd(sample.id);
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        const qint64 known = this->time(middle);
        if ((known != 0 ? known : sample.time) <= time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logstore.h"

#include <algorithm>

namespace tropero {

namespace {

constexpr qint64 sampleDistance = 64;

} // namespace

void LogStore::clear()
{
    *this = {};
}

void LogStore::apply(const LogDelta& delta)
{
    for (const LogPiece& piece : delta.pieces)
        m_pieces.push_back({piece, {}, 0});
    for (const LogDelta::Begins& older : delta.olderBegins) {
        auto& begins = m_pieces[static_cast<size_t>(older.piece)].begins;
        begins.insert(begins.begin(), older.checkpoints.begin(), older.checkpoints.end());
    }
    for (const LogDelta::Begins& newer : delta.newerBegins) {
        auto& begins = m_pieces[static_cast<size_t>(newer.piece)].begins;
        begins.insert(begins.end(), newer.checkpoints.begin(), newer.checkpoints.end());
    }
    for (const LogDelta::End& end : delta.ends)
        m_pieces[static_cast<size_t>(end.piece)].end = end.bytes;
    for (const LogDelta::Lines& lines : delta.older) {
        m_lines.pushFront(lines.place, lines.count);
        if (m_samples.empty() || m_samples.front().id - first() >= sampleDistance)
            m_samples.push_front({first(), lines.time});
    }
    for (const LogDelta::Lines& lines : delta.newer) {
        if (m_samples.empty() || end() - m_samples.back().id >= sampleDistance)
            m_samples.push_back({end(), lines.time});
        m_lines.pushBack(lines.place, lines.count);
    }
    m_complete = m_complete || delta.complete;
}

LogStore::Block LogStore::block(LogPlace place) const
{
    const PieceState& piece = m_pieces[static_cast<size_t>(place.piece)];
    const auto after = std::ranges::upper_bound(piece.begins, place.line, {}, &LogCheckpoint::line);
    const bool isLast = after == piece.begins.end();
    return {*(after - (after == piece.begins.begin() ? 0 : 1)), isLast ? piece.end : after->offset, isLast};
}

LogStore::Sample LogStore::sampleBefore(qint64 time) const
{
    const auto after = std::ranges::upper_bound(m_samples, time, {}, &Sample::time);
    return after == m_samples.begin() ? Sample{first(), 0} : *(after - 1);
}

qint64 LogStore::sampleEnd(qint64 id) const
{
    const auto after = std::ranges::upper_bound(m_samples, id, {}, &Sample::id);
    return after == m_samples.end() ? end() : after->id;
}

} // namespace tropero

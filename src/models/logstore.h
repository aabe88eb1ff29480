// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logpieces.h"
#include "models/logspans.h"

#include <deque>
#include <vector>

namespace tropero {

/// Where every line of a log is: all files of the selected instances, their lines in the order of capture. Holds no
/// text. Lines have identifiers in that order which never change; it grows at both ends. Cheap to copy.
class LogStore
{
public:
    void clear();
    void apply(const LogDelta& delta);

    qint64 first() const { return m_lines.first(); }
    qint64 end() const { return m_lines.end(); }
    qint64 size() const { return m_lines.size(); }
    /// The oldest line of all files is known.
    bool isComplete() const { return m_complete; }

    LogPlace place(qint64 id) const { return LogPlace::unpacked(m_lines.at(id)); }
    /// Lines of the same file that follow each other from that one on, itself included.
    qint64 runLength(qint64 id) const { return m_lines.runLength(id); }
    const LogPiece& piece(int index) const { return m_pieces[static_cast<size_t>(index)].piece; }
    /// Known bytes of the file.
    qint64 pieceEnd(int index) const { return m_pieces[static_cast<size_t>(index)].end; }

    struct Block
    {
        LogCheckpoint begin;
        qint64 end = 0;      ///< offset behind it
        bool isLast = false; ///< it may grow
    };
    /// The block in which a line begins.
    Block block(LogPlace place) const;

    /// A line, with its time, at or before the first one captured after `time`; every line before it is older.
    struct Sample
    {
        qint64 id = 0;
        qint64 time = 0;
    };
    Sample sampleBefore(qint64 time) const;
    /// The next sample's identifier, or end().
    qint64 sampleEnd(qint64 id) const;

private:
    struct PieceState
    {
        LogPiece piece;
        std::deque<LogCheckpoint> begins;
        qint64 end = 0;
    };

    std::vector<PieceState> m_pieces;
    LogSpans m_lines; ///< identifier to packed place
    std::deque<Sample> m_samples;
    bool m_complete = false;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logpieces.h"

#include <QFile>

#include <functional>

namespace tropero {

/// Reads lines of one file from a checkpoint on, in large pieces.
class LogLineSource
{
public:
    LogLineSource(const LogPiece& piece, qint64 end);

    /// Goes to a line; the checkpoint is at or before it. Cheap when it is the next one.
    void seek(LogCheckpoint begin, qint64 line);
    /// Whole lines from there on, at most `count` of them; `lines` says how many. Of an endless line only the begin.
    QByteArrayView read(qint64 count, qint64& lines);

private:
    bool fill();

    QFile m_file;
    qint64 m_end;
    qint64 m_offset = 0; ///< of the next byte to read
    qint64 m_line = -1;
    bool m_isPlaced = false;
    bool m_skipping = false; ///< in the rest of a line whose begin was given out
    QByteArray m_buffer;
    qsizetype m_at = 0;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logindex.h"
#include "models/logrow.h"
#include "models/logstore.h"

#include <QFile>

#include <list>

namespace tropero {

/// Reads lines of a store's files, a block at a time, and keeps the last blocks. No file stays open between calls.
class LogReader
{
public:
    explicit LogReader(const LogStore& store);

    void clear() { m_blocks.clear(); }
    /// Up to 64 KiB of the line's text, with colours that earlier lines of its block left switched on.
    LogRow row(qint64 id);
    /// All of it, up to `most` bytes.
    QByteArray line(qint64 id, qint64 most);
    /// Time of capture in nanoseconds; 0 unknown.
    qint64 time(qint64 id);
    /// The first line that was captured after `time`; the store's end when there is none.
    qint64 firstAfter(qint64 time);

private:
    struct Block
    {
        int piece = -1;
        LogCheckpoint begin;
        qint64 end = 0;
        bool isGone = false;
        QByteArray bytes;
        QList<qsizetype> starts; ///< of its lines, in `bytes`
        QList<AnsiStyle> styles; ///< empty: all default
        QList<LogIndexEntry> times;
    };

    const Block& block(LogPlace place);
    static Block load(const LogPiece& piece, const LogStore::Block& where);
    static qint64 timeAt(const Block& block, qint64 offset);
    static QByteArrayView lineOf(const Block& block, qsizetype index);

    const LogStore& m_store;
    std::list<Block> m_blocks; ///< the one used last in front
};

} // namespace tropero

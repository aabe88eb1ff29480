// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logindex.h"

#include <QList>
#include <QString>

namespace tropero {

/// One file of a log: the one being written, or a rotated one. It keeps its identity when it is renamed: the time in its first index entry.
struct LogSegment
{
    QString path;
    qint64 firstTime = 0; ///< nanoseconds; 0: no index
};

/// Identity of the file now at that path; 0 when it has no index (yet).
qint64 firstLogTime(const QString& path);

/// The log and its rotated files ("<log>.1" and so on), oldest first, those without an index left out.
QList<LogSegment> logSegments(const QString& path);

/// Position in bytes, in the index file of that log, of the last entry whose offset is not above the given one; 0 when there is none.
qint64 logIndexPosition(const QString& path, qint64 offset);

/// Entries of the index from that position on, at most maxBytes of them.
QList<LogIndexEntry> readLogIndex(const QString& path, qint64 position, qint64 maxBytes);

} // namespace tropero

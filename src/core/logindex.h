// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace tropero {

/// One entry of the index beside a log file: bytes from `offset` on (to the next entry's offset) were captured at `time`.
/// On disk: 16 bytes, two little-endian 64-bit integers (offset in the log file, nanoseconds since the epoch). Entries ascend in both;
/// times are strictly increasing over both streams of an instance, so that the streams can be merged in order of capture.
struct LogIndexEntry
{
    qint64 offset = 0;
    qint64 time = 0;

    bool operator==(const LogIndexEntry&) const = default;
};

inline constexpr int logIndexEntrySize = 16;

/// "<log file>.idx".
QString logIndexPath(const QString& logFile);
QByteArray encodeLogIndexEntry(const LogIndexEntry& entry);
/// Whole entries only; a torn tail or entries out of order end the list.
QList<LogIndexEntry> decodeLogIndex(QByteArrayView bytes);

} // namespace tropero

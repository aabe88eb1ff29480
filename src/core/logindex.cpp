// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logindex.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace tropero {

QString logIndexPath(const QString& logFile)
{
    return logFile + ".idx"_L1;
}

QByteArray encodeLogIndexEntry(const LogIndexEntry& entry)
{
    QByteArray bytes(logIndexEntrySize, Qt::Uninitialized);
    qToLittleEndian(entry.offset, bytes.data());
    qToLittleEndian(entry.time, bytes.data() + sizeof(entry.offset));
    return bytes;
}

QList<LogIndexEntry> decodeLogIndex(QByteArrayView bytes)
{
    QList<LogIndexEntry> entries;
    entries.reserve(bytes.size() / logIndexEntrySize);
    for (qsizetype at = 0; at + logIndexEntrySize <= bytes.size(); at += logIndexEntrySize) {
        const LogIndexEntry entry{qFromLittleEndian<qint64>(bytes.data() + at),
                                  qFromLittleEndian<qint64>(bytes.data() + at + sizeof(qint64))};
        // Equal offsets happen when a guard died between an entry and its bytes; they mean an empty piece and do no harm.
        const bool inOrder = entries.isEmpty()
            ? entry.offset >= 0 && entry.time >= 0
            : entry.offset >= entries.last().offset && entry.time > entries.last().time;
        if (!inOrder)
            break;
        entries.append(entry);
    }
    return entries;
}

} // namespace tropero

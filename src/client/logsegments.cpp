// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/logsegments.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

qint64 firstLogTime(const QString& path)
{
    QFile file(logIndexPath(path));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    const auto entries = decodeLogIndex(file.read(logIndexEntrySize));
    return entries.isEmpty() ? 0 : entries.constFirst().time;
}

QList<LogSegment> logSegments(const QString& path)
{
    const QFileInfo log(path);
    const QDir folder(log.absolutePath());
    QList<LogSegment> segments;
    const QStringList names = folder.entryList({log.fileName() + u'*'}, QDir::Files);
    for (const QString& name : names) {
        // "api-out.log" owns "api-out.log.1", never "api-out.logs"
        if (name.endsWith(".idx"_L1) || (name != log.fileName() && name.at(log.fileName().size()) != u'.'))
            continue;
        const QString file = folder.filePath(name);
        if (const qint64 first = firstLogTime(file))
            segments.append({file, first});
    }
    std::ranges::sort(segments, {}, &LogSegment::firstTime);
    return segments;
}

qint64 logIndexPosition(const QString& path, qint64 offset)
{
    QFile file(logIndexPath(path));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    qint64 low = 0; // the entry at low is at or below the offset, the one at high above
    qint64 high = file.size() / logIndexEntrySize;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        file.seek(middle * logIndexEntrySize);
        const auto entry = decodeLogIndex(file.read(logIndexEntrySize));
        if (!entry.isEmpty() && entry.constFirst().offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return low * logIndexEntrySize;
}

QList<LogIndexEntry> readLogIndex(const QString& path, qint64 position, qint64 maxBytes)
{
    QFile file(logIndexPath(path));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(position))
        return {};
    return decodeLogIndex(file.read(maxBytes));
}

} // namespace tropero

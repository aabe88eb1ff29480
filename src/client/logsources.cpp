// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/logsources.h"

#include <QFileInfo>
#include <QSet>

#include <chrono>

namespace tropero {

namespace {

constexpr qint64 settleNs = 2'000'000; ///< a capture is in its file that long after its time at the latest

} // namespace

QList<LogSourceFile> logFilesOf(const QList<LogTail::Source>& sources)
{
    QList<LogSourceFile> files;
    QSet<QString> seen;
    const auto add = [&](const LogSourceFile& file) {
        if (file.path.isEmpty() || seen.contains(file.path))
            return;
        seen.insert(file.path);
        const QFileInfo info(file.path);
        if (!info.exists() || info.isFile())
            files.append(file);
    };
    for (const LogTail::Source& source : sources) {
        add({source.outFile, source.number, false});
        add({source.errorFile, source.number, true});
    }
    return files;
}

qint64 logsSettledUntil()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count() - settleNs;
}

} // namespace tropero

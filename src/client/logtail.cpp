// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/logtail.h"

#include "client/logsources.h"
#include "client/logstream.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace tropero {

namespace {

constexpr int pollMs = 100;
constexpr int shortestPauseMs = 50;
constexpr qint64 batchBytes = 4 * 1024 * 1024;

} // namespace

struct LogTail::Private
{
    std::vector<LogStream> streams;
    QFileSystemWatcher watcher;
    QTimer timer;
    QTimer soon;
    QElapsedTimer lastPoll;
    bool held = false; ///< lines were held back for order at the last poll

    void watch();
    QList<LogLine> takeInOrder(qint64 until);
};

LogTail::LogTail(QList<Source> sources, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    for (const LogSourceFile& file : logFilesOf(sources))
        d->streams.emplace_back(file.path, file.number, file.isError);
    for (LogStream& stream : d->streams)
        stream.skipToEnd();

    d->soon.setSingleShot(true);
    connect(&d->timer, &QTimer::timeout, this, &LogTail::poll);
    connect(&d->soon, &QTimer::timeout, this, &LogTail::poll);
    connect(&d->watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (d->timer.isActive() && !d->soon.isActive())
            d->soon.start(static_cast<int>(std::max<qint64>(0, shortestPauseMs - d->lastPoll.elapsed())));
    });
}

LogTail::~LogTail() = default;

QList<LogLine> LogTail::readLast(int lines)
{
    struct Ranked
    {
        LogLine line;
        qint64 rank;
    };
    std::vector<Ranked> all;
    for (LogStream& stream : d->streams) {
        const qint64 modified = stream.modifiedAt();
        for (LogLine& line : stream.readLast(lines)) {
            const qint64 rank = line.time != 0 ? line.time : modified;
            all.push_back({std::move(line), rank});
        }
    }
    std::ranges::stable_sort(all, {}, &Ranked::rank);
    QList<LogLine> result;
    const auto count = std::min(all.size(), static_cast<std::size_t>(std::max(0, lines)));
    for (auto ranked = all.end() - static_cast<std::ptrdiff_t>(count); ranked != all.end(); ++ranked)
        result.append(std::move(ranked->line));
    return result;
}

void LogTail::follow()
{
    d->lastPoll.start();
    d->watch();
    d->timer.start(pollMs);
}

void LogTail::poll()
{
    d->lastPoll.start();
    const qint64 begin = logsSettledUntil();
    const qint64 share = std::max<qint64>(64 * 1024, batchBytes / std::max<qint64>(1, std::ssize(d->streams)));
    QList<int> cut;
    qint64 until = begin;
    bool more = false;
    for (LogStream& stream : d->streams) {
        if (stream.poll(share) == LogStream::Change::Truncated && !cut.contains(stream.number()))
            cut.append(stream.number());
        more = more || stream.hasMore();
        if (stream.unreadAfter() != 0)
            until = std::min(until, stream.unreadAfter());
    }
    for (const int number : std::as_const(cut))
        Q_EMIT truncated(number);

    // What was captured while the streams were being read may have earlier lines in a stream read before: it waits for the next look, but no longer.
    const QList<LogLine> lines = d->takeInOrder(d->held && !more ? std::numeric_limits<qint64>::max() : until);
    d->held = std::ranges::any_of(d->streams, [](LogStream& stream) { return !stream.pending().empty(); });
    if (more || d->held)
        d->soon.start(shortestPauseMs);
    d->watch();
    if (!lines.isEmpty())
        Q_EMIT appended(lines);
}

void LogTail::Private::watch()
{
    const QStringList known = watcher.files();
    const QSet<QString> watched(known.begin(), known.end());
    QStringList missing;
    for (const LogStream& stream : streams)
        if (!watched.contains(stream.path()) && QFileInfo::exists(stream.path()))
            missing.append(stream.path());
    if (!missing.isEmpty())
        watcher.addPaths(missing);
}

QList<LogLine> LogTail::Private::takeInOrder(qint64 until)
{
    QList<LogLine> lines;
    qint64 bytes = 0;
    while (bytes < batchBytes) {
        LogStream* earliest = nullptr;
        for (LogStream& stream : streams)
            if (!stream.pending().empty() && stream.pending().front().time <= until
                && (!earliest || stream.pending().front().time < earliest->pending().front().time))
                earliest = &stream;
        if (!earliest)
            break;
        lines.append(earliest->takeFirst());
        bytes += lines.constLast().text.size() + 1;
    }
    return lines;
}

} // namespace tropero

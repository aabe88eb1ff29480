// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logindex.h"
#include "models/logpieces.h"

#include <QFile>

#include <deque>
#include <utility>

namespace tropero {

/// Finds the lines of one stream of one instance: from where its file ends now back to the oldest rotated file, and
/// whatever is written from now on, across rotation. No file stays open between calls.
class LogScanStream
{
public:
    LogScanStream(QString path, int number, bool isError);

    const QString& path() const { return m_path; }
    int number() const { return m_number; }

    /// Looks where the file ends now.
    void open(LogDelta& delta, int& pieces);

    /// Reads about `bytes` more towards the begin; false when there is nothing left.
    bool readOlder(qint64 bytes, LogDelta& delta, int& pieces);
    /// Lines found by that and not taken yet, oldest first.
    std::deque<LogDelta::Lines>& older() { return m_older; }

    enum class Change { None, Truncated };
    Change readNewer(qint64 bytes, LogDelta& delta, int& pieces);
    std::deque<LogDelta::Lines>& newer() { return m_newer; }
    /// More is waiting in the file; it is not older than newestTime().
    bool hasMore() const { return m_more; }
    qint64 newestTime() const { return m_newestTime; }
    /// An open line has got more text.
    bool takeContinued() { return std::exchange(m_continued, false); }

private:
    struct Older
    {
        QString path;
        qint64 identity = 0;
        int piece = -1;
        qint64 frontier = 0; ///< bytes from here on are known
        qint64 line = 0;     ///< its line
    };

    int addPiece(qint64 identity, LogDelta& delta, int& pieces);
    bool nextOlderFile(LogDelta& delta, int& pieces);
    bool locate();
    void append(const QByteArray& bytes, LogDelta& delta, int& pieces);
    void restart(qint64 identity);
    qint64 fallbackTime(const QString& path) const;

    QString m_path;
    int m_number;
    bool m_isError;

    Older m_olderFile;
    QList<Older> m_olderFiles; ///< not begun yet, oldest first
    std::deque<LogDelta::Lines> m_older;

    QString m_segment;
    qint64 m_identity = 0;
    int m_piece = -1;
    qint64 m_offset = 0;
    qint64 m_line = 0; ///< the next one to begin
    qint64 m_lastCheckpoint = -1;
    qint64 m_indexPosition = 0;
    qint64 m_modified = 0;
    qint64 m_idleSize = -1; ///< the file's size at the last look that found more
    bool m_behind = false;
    bool m_atBegin = true; ///< the next byte begins a line
    bool m_more = false;
    bool m_continued = false;
    int m_doubts = 0;
    qint64 m_newestTime = 0;
    std::deque<LogDelta::Lines> m_newer;
};

} // namespace tropero

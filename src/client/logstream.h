// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/logtail.h"
#include "core/logindex.h"

#include <QElapsedTimer>

#include <deque>

namespace tropero {

/// One stream of one instance: its last lines, then what is appended, across rotation and truncation. Keeps no file open between
/// calls, so that a rename is never in its way.
class LogStream
{
public:
    LogStream(QString path, int number, bool isError);

    const QString& path() const { return m_path; }
    int number() const { return m_number; }

    /// The last lines, oldest first; poll() goes on after them.
    QList<LogLine> readLast(int lines);
    /// poll() goes on at the present end.
    void skipToEnd();

    enum class Change { None, Truncated };
    /// Reads at most maxBytes of what was appended and queues its lines; None also when nothing was appended.
    Change poll(qint64 maxBytes);

    /// Lines that were read and not taken yet, in order.
    std::deque<LogLine>& pending() { return m_pending; }
    qint64 pendingBytes() const { return m_pendingBytes; }
    LogLine takeFirst();
    /// More is waiting in the file: lines of other streams that are later than this time must wait. 0: nothing waits here.
    qint64 unreadAfter() const { return m_more ? m_lastTime : 0; }
    bool hasMore() const { return m_more; }
    /// Time of the last change of the file in nanoseconds; orders lines without an index.
    qint64 modifiedAt() const;

private:
    bool locate();
    void read(qint64 maxBytes);
    void split(const QByteArray& bytes);
    void queue(QByteArray text, qint64 time, bool partial);
    void emitIdleTail();
    qint64 timeAt(qint64 offset);
    void restart(qint64 identity);

    QString m_path;
    int m_number;
    bool m_isError;

    QString m_segment;       ///< file being read: m_path, or a rotated one that still holds unread bytes
    qint64 m_identity = 0;
    qint64 m_offset = 0;
    bool m_behind = false;   ///< m_segment is a rotated file
    int m_doubts = 0;        ///< looks at which the file did not fit what was known of it

    std::deque<LogIndexEntry> m_entries; ///< the first one covers m_offset or lies after it
    qint64 m_indexPosition = -1;         ///< -1: not looked up yet

    QByteArray m_tail;       ///< begun line
    qint64 m_tailTime = 0;
    QElapsedTimer m_tailAge;
    std::deque<LogLine> m_pending;
    qint64 m_pendingBytes = 0;
    qint64 m_lastTime = 0;
    bool m_more = false;
};

} // namespace tropero

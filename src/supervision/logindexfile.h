// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logindex.h"
#include "platform/files.h"

#include <QString>

namespace tropero {

/// The index beside a log file, opened for appending (format: core/logindex.h). Keeps it well-formed: what does not fit the log file is cut off
/// when it is opened, a torn entry is removed. An index that cannot be written costs the times, never the log.
class LogIndexFile
{
public:
    /// For the log file that has logSize bytes now.
    void open(const QString& logFile, qint64 logSize);
    void close();

    /// True when bytes at that offset must have an entry of their own: there is none before them.
    bool isEmpty() const { return m_size == 0; }
    /// An entry at or before that offset exists already.
    bool covers(qint64 offset) const { return m_size > 0 && m_last.offset >= offset; }
    qint64 lastTime() const { return m_last.time; }
    /// Time of the first entry; 0 without any.
    qint64 firstTime() const { return m_firstTime; }

    void append(const LogIndexEntry& entry);
    void clear();

private:
    platform::AppendFile m_file;
    LogIndexEntry m_last;
    qint64 m_firstTime = 0;
    qint64 m_size = 0;
};

} // namespace tropero

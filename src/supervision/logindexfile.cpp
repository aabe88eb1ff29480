// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/logindexfile.h"

#include <QFile>

namespace tropero {

namespace {

LogIndexEntry readEntry(QFile& file, qint64 position)
{
    if (!file.seek(position))
        return {};
    const QList<LogIndexEntry> entries = decodeLogIndex(file.read(logIndexEntrySize));
    return entries.isEmpty() ? LogIndexEntry{} : entries.first();
}

} // namespace

void LogIndexFile::open(const QString& logFile, qint64 logSize)
{
    close();
    const QString path = logIndexPath(logFile);
    if (QFile file(path); file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        m_size = file.size() / logIndexEntrySize * logIndexEntrySize;
        if (m_size > 0) {
            m_firstTime = readEntry(file, 0).time;
            m_last = readEntry(file, m_size - logIndexEntrySize);
        }
    }
    Result<platform::AppendFile> opened = platform::AppendFile::open(path);
    if (!opened)
        return;
    m_file = std::move(*opened);
    if (m_last.offset > logSize)
        clear(); // the log was shortened by somebody else: no entry can be trusted
    else if (m_file.size() != m_size && !m_file.truncate(m_size))
        m_file.close();
}

void LogIndexFile::close()
{
    m_file.close();
    m_last = {};
    m_firstTime = 0;
    m_size = 0;
}

void LogIndexFile::append(const LogIndexEntry& entry)
{
    if (!m_file.isOpen())
        return;
    qint64 written = 0;
    if (!m_file.write(encodeLogIndexEntry(entry), &written)) {
        if (written > 0 && !m_file.truncate(m_size))
            m_file.close(); // better no more entries than unreadable ones
        return;
    }
    if (m_size == 0)
        m_firstTime = entry.time;
    m_last = entry;
    m_size += logIndexEntrySize;
}

void LogIndexFile::clear()
{
    const qint64 lastTime = m_last.time; // times go on ascending
    if (m_file.isOpen() && !m_file.truncate(0))
        m_file.close();
    m_size = 0;
    m_firstTime = 0;
    m_last = {0, lastTime};
}

} // namespace tropero

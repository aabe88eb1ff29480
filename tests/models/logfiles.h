// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logindex.h"
#include "models/loglines.h"
#include "models/logscanner.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>

namespace tropero::test {

inline constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// A log file with its index, written as a guard does.
class LogFile
{
public:
    explicit LogFile(QString path) : m_path(std::move(path)) {}

    const QString& path() const { return m_path; }
    void write(const QByteArray& bytes, qint64 time) const
    {
        QFile file(m_path);
        QFile index(logIndexPath(m_path));
        if (!file.open(QIODevice::Append) || !index.open(QIODevice::Append)) return;
        index.write(encodeLogIndexEntry({file.size(), time}));
        file.write(bytes);
    }
    void line(const QByteArray& text, qint64 time) const { write(text + '\n', time); }
    void rotate(int number) const
    {
        const QString to = m_path + u'.' + QString::number(number);
        QFile::rename(m_path, to);
        QFile::rename(logIndexPath(m_path), logIndexPath(to));
    }

private:
    QString m_path;
};

/// All that is there now, in one go.
inline void readAll(LogScanner& scanner, LogLines& lines, qint64 step = 4096)
{
    for (bool complete = false; !complete;) {
        LogDelta delta;
        scanner.readOlder(step, delta);
        complete = delta.complete;
        lines.apply(delta);
    }
}

inline LogScanner::Look readMore(LogScanner& scanner, LogLines& lines)
{
    LogScanner::Look all;
    for (int round = 0; round < 4; ++round) { // what may be incomplete is held back for a look
        LogDelta delta;
        const LogScanner::Look look = scanner.readNewer(delta);
        lines.apply(delta, look.continued);
        all.truncated = all.truncated || look.truncated;
    }
    return all;
}

inline QStringList texts(const LogLines& lines)
{
    QStringList list;
    for (int row = 0; row < lines.rowCount(); ++row)
        list.append(lines.index(row).data().toString());
    return list;
}

} // namespace tropero::test

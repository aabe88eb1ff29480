// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QList>
#include <QObject>

#include <memory>

namespace tropero {

/// One line of an app's output. Bytes as written, without the line feed; a line longer than 1 MiB comes in pieces. The line that
/// follows a partial one of the same instance and stream continues it; an empty continuation only ends it.
struct LogLine
{
    QByteArray text;
    qint64 time = 0;     ///< nanoseconds since the epoch of capture; 0 unknown
    bool isError = false;
    int number = -1;     ///< instance
    bool partial = false;///< no line feed yet (or the rest of the line follows)
};

/// The files of one instance, both streams merged in the order of capture by their indexes, across rotation.
class LogTail : public QObject
{
    Q_OBJECT

public:
    struct Source
    {
        int number = -1;
        QString outFile;   ///< empty: not read
        QString errorFile; ///< empty: not read
    };

    explicit LogTail(QList<Source> sources, QObject* parent = nullptr);
    ~LogTail() override;

    /// The last lines over all sources, oldest first; where they end is where follow() goes on. Reads backwards, so a large file costs nothing.
    QList<LogLine> readLast(int lines);
    /// Emits appended() as the files grow; survives rotation, truncation and files that do not exist yet.
    void follow();

Q_SIGNALS:
    /// In order of capture. At most 20 times a second and 4 MiB at a time.
    void appended(const QList<tropero::LogLine>& lines);
    /// A source's files were emptied (flush).
    void truncated(int number);

private:
    void poll();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero

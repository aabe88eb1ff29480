// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace tropero {

/// Begin of a line in a file. Lines are numbered from where the file ended when it was opened: the ones before have
/// negative numbers.
struct LogCheckpoint
{
    qint64 offset = 0;
    qint64 line = 0;
};

/// Distance of checkpoints in bytes. The only line between two of them that may be longer is the last one.
inline constexpr qint64 logBlockSize = 64 * 1024;

/// One file of a log: the one being written, or a rotated one.
struct LogPiece
{
    QString path;        ///< where the log is written; a rotated file is found by its identity
    qint64 identity = 0; ///< time of the first entry of its index; 0: it has none
    int number = -1;     ///< instance
    bool isError = false;
};

/// File and line in one number; the lines of a file are consecutive.
struct LogPlace
{
    int piece = 0;
    qint64 line = 0;

    static constexpr int lineBits = 40;
    qint64 packed() const { return (qint64(piece) << lineBits) + line + (qint64(1) << (lineBits - 1)); }
    static LogPlace unpacked(qint64 value)
    {
        const qint64 half = qint64(1) << (lineBits - 1);
        return {static_cast<int>(value >> lineBits), (value & ((qint64(1) << lineBits) - 1)) - half};
    }
};

/// What a look at the files has found out; applied to a LogStore in the order in which they come.
struct LogDelta
{
    struct Lines
    {
        qint64 place = 0; ///< packed place of the first
        qint64 count = 0;
        qint64 time = 0;
    };
    struct Begins
    {
        int piece = 0;
        QList<LogCheckpoint> checkpoints; ///< ascending
    };
    struct End
    {
        int piece = 0;
        qint64 bytes = 0;
    };

    QList<LogPiece> pieces; ///< new ones, numbered on
    QList<Begins> olderBegins;
    QList<Begins> newerBegins;
    QList<End> ends;
    QList<Lines> older; ///< newest first: each goes in front of the last
    QList<Lines> newer;
    bool complete = false; ///< the oldest line is reached
};

qint64 countFeeds(QByteArrayView bytes);

/// Where the file of a piece is now; empty when it is gone.
QString locateLogPiece(const LogPiece& piece);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/policies.h"
#include "platform/files.h"
#include "supervision/logindexfile.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QString>

#include <optional>

namespace tropero::platform {
class OutputPipe;
}

namespace tropero {

class CaptureClock;

/// What became of bytes handed to a LogFile.
struct LogOutcome
{
    qint64 stored = 0;
    qint64 lost = 0;            ///< taken from the pipe or the caller, but not stored
    std::optional<Error> error; ///< why nothing more can be stored now
};

/// One log file with its index and its rotated predecessors (x.log, x.log.1, ... each with .idx). Several streams may write to it.
/// Opens itself with the first bytes and again when somebody removed or shortened it. Holds no bytes back.
class LogFile
{
    Q_DECLARE_TR_FUNCTIONS(LogFile)

public:
    struct Limits
    {
        qint64 maxSize = 0;      ///< bytes; 0: any
        Milliseconds maxAge{0};  ///< 0: any
        int keep = 0;            ///< rotated files

        bool operator==(const Limits&) const = default;
    };

    LogFile(QString path, const Limits& limits);

    const QString& path() const { return m_path; }
    void setLimits(const Limits& limits) { m_limits = limits; }

    /// Moves what waits in the pipe, at most maxBytes and not beyond the border of a rotation. With an error, what was not stored is
    /// still in the pipe except for `lost`.
    LogOutcome append(platform::OutputPipe& pipe, qint64 maxBytes, CaptureClock& clock, const void* stream);
    /// Stores whole lines; a line is cut only when it is longer than a whole file may be. With an error the rest is lost.
    LogOutcome appendLines(QByteArrayView lines, CaptureClock& clock, const void* stream);
    /// Empties it and removes the rotated ones.
    Result<void> flush();

private:
    Result<void> makeReady();
    Result<void> open();
    void rotate();
    qint64 room() const;
    void record(CaptureClock& clock, const void* stream);
    LogOutcome write(QByteArrayView bytes, CaptureClock& clock, const void* stream);
    QString rotatedPath(int number) const;

    QString m_path;
    Limits m_limits;
    platform::AppendFile m_file;
    LogIndexFile m_index;
    qint64 m_size = 0;
    qint64 m_begun = 0;             ///< ns since the epoch: when the first byte came in; 0: empty
    QElapsedTimer m_checked;        ///< since a look whether the file is still there
    QElapsedTimer m_rotationFailed; ///< valid while rotation does not work
};

} // namespace tropero

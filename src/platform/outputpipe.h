// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QObject>

#include <memory>

class QProcess;

namespace tropero::platform {

/// The reading end of an app's stdout or stderr. Owned by the guard, not by QProcess, so that it can be drained to the end
/// after the process and all its descendants have gone.
class OutputPipe : public QObject
{
    Q_OBJECT

public:
    enum class Stream { Out, Error };

    explicit OutputPipe(Stream stream, QObject* parent = nullptr);
    ~OutputPipe() override;

    Stream stream() const;
    /// Makes the pipe. Call before ProcessStart::prepare().
    Result<void> open();
    /// A name for openNamed() that is not used yet: in that private folder, or among the system's pipes (Windows).
    static QString newName(const QString& folder);
    /// Makes the pipe under a name that only this user may open (0600), for a writer that is started by another process and opens it by that name.
    Result<void> openNamed(const QString& path);
    /// Parent side of the start: closes the writing end here. Call once the process runs (or failed to). A name is removed.
    void started();

    /// Up to maxBytes that are there now, without waiting; empty when nothing is there or at the end.
    QByteArray read(qint64 maxBytes);
    /// Moves what is there now, at most maxBytes, into the file descriptor without copying it through this process where the system can;
    /// returns the bytes moved, 0 when nothing is there, Unsupported where only read() works, NoSpace / Io when the file refuses
    /// (nothing is lost then: the bytes are still in the pipe).
    Result<qint64> moveTo(int fileDescriptor, qint64 maxBytes);
    /// All writers have closed it and everything was read.
    bool atEnd() const;
    /// Bytes waiting, as far as known.
    qint64 bytesAvailable() const;

    /// false: readyRead is held back (the app blocks when the pipe is full); true (default): reading goes on.
    void setReading(bool on);

Q_SIGNALS:
    /// Something can be read, or the end was reached. Fires again as long as that is so.
    void readyRead();

private:
    friend class ProcessStart;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tropero::platform

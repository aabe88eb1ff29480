// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace tropero::platform {

/// Folder of Tropero's state: $TROPERO_HOME, else ~/.tropero (Windows: "data" beside the programs where portable.txt lies there, else %LOCALAPPDATA%\Tropero). Absolute, clean.
QString homeFolder();
/// The socket path (Windows: pipe name) of the daemon of that home: inside home/run, or in a private folder of the temporary folder when
/// that path would be too long for a socket.
QString daemonEndpoint(const QString& home);

/// The endpoint between the guard of that app and the agents in its processes; placed like the daemon's.
QString agentEndpoint(const QString& home, const QString& appId);

/// Where the window of that home is told to come forward by a second one; placed like the daemon's.
QString windowEndpoint(const QString& home);

/// Creates the folder and its parents for this user only (0700). PermissionDenied when it belongs to another user or others may write it.
Result<void> ensurePrivateFolder(const QString& path);

/// Writes the file whole: temporary file beside it, fsync, rename, fsync of the folder; 0600. On any error the old file is untouched.
Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes);
Result<QByteArray> readFile(const QString& path, qint64 maxBytes);

/// A file opened for appending, created 0600, never followed through a symbolic link. The descriptor works with OutputPipe::moveTo().
class AppendFile
{
public:
    AppendFile() = default;
    ~AppendFile();
    AppendFile(AppendFile&& other) noexcept;
    AppendFile& operator=(AppendFile&& other) noexcept;
    AppendFile(const AppendFile&) = delete;
    AppendFile& operator=(const AppendFile&) = delete;

    static Result<AppendFile> open(const QString& path);
    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    /// Position of the end.
    qint64 size() const;
    /// Writes all bytes or says how many went in before it failed (written).
    Result<void> write(QByteArrayView bytes, qint64* written = nullptr);
    Result<void> truncate(qint64 size);
    void sync();
    void close();

private:
    int m_descriptor = -1;
};

} // namespace tropero::platform

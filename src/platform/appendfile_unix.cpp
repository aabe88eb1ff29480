// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"

#include "platform/descriptor_unix.h"
#include "platform/lasterror_unix.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

} // namespace

Result<AppendFile> AppendFile::open(const QString& path)
{
    const QString what = Text::tr("Cannot open the file for writing");
    // Without O_APPEND, which splice() refuses. O_NONBLOCK: a FIFO without a reader must not hold us up.
    Descriptor file(::open(QFile::encodeName(path).constData(),
                           O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600));
    if (!file && errno == ELOOP)
        return failure(ErrorCode::PermissionDenied, what, path, Text::tr("it is a symbolic link"),
                       Text::tr("Name the file that it leads to"));
    if (!file && errno == EISDIR)
        return failure(ErrorCode::InvalidArgument, what, path, Text::tr("it is a folder"));
    if (!file) return systemFailure(lastError(), what, path);
    struct stat status
    {
    };
    if (::fstat(file.get(), &status) != 0) return systemFailure(lastError(), what, path);
    if (!S_ISREG(status.st_mode) && !S_ISCHR(status.st_mode))
        return failure(ErrorCode::InvalidArgument, what, path,
                       Text::tr("it is neither a regular file nor a device"));
    ::lseek(file.get(), 0, SEEK_END);
    AppendFile opened;
    opened.m_descriptor = file.take();
    return opened;
}

qint64 AppendFile::size() const
{
    struct stat status
    {
    };
    return m_descriptor >= 0 && ::fstat(m_descriptor, &status) == 0 ? status.st_size : 0;
}

Result<void> AppendFile::write(QByteArrayView bytes, qint64* written)
{
    if (written) *written = 0;
    // Someone may have emptied the file; writing on at the old position would leave a hole of zeros.
    ::lseek(m_descriptor, 0, SEEK_END);
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return systemFailure(lastError(), Text::tr("Cannot write to the file"), {});
        if (written) *written += count;
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<void> AppendFile::truncate(qint64 size)
{
    if (::ftruncate(m_descriptor, size) != 0)
        return systemFailure(lastError(), Text::tr("Cannot shorten the file"), {});
    ::lseek(m_descriptor, 0, SEEK_END);
    return {};
}

void AppendFile::sync()
{
    if (m_descriptor >= 0) ::fdatasync(m_descriptor);
}

void AppendFile::close()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace tropero::platform

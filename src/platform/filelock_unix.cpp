// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/filelock.h"

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

// Locks of the open file description: like flock() they go with their last descriptor, but they can be looked
// at (F_OFD_GETLK) without being taken for a moment, which could make somebody else's attempt fail.
struct flock wholeFile()
{
    struct flock lock
    {
    };
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileLock)
};

QByteArray textIn(int descriptor)
{
    char digits[32];
    const ssize_t count = ::pread(descriptor, digits, sizeof digits, 0);
    return count > 0 ? QByteArray(digits, static_cast<qsizetype>(count)) : QByteArray();
}

bool isStillAt(int descriptor, const QByteArray& path)
{
    struct stat opened
    {
    };
    struct stat current
    {
    };
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.constData(), &current) == 0 &&
           opened.st_dev == current.st_dev && opened.st_ino == current.st_ino;
}

} // namespace

Result<FileLock> FileLock::acquire(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    const QString what = Text::tr("Cannot lock the file");
    for (int attempt = 0; attempt < 8; ++attempt) {
        Descriptor file(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!file) return systemFailure(lastError(), what, path);
        struct flock lock = wholeFile();
        if (::fcntl(file.get(), F_OFD_SETLK, &lock) != 0) {
            const int error = errno;
            if (error == EAGAIN || error == EACCES)
                return failure(ErrorCode::AlreadyExists, what, holderIn(textIn(file.get())),
                               Text::tr("another process holds it"));
            return systemFailure(static_cast<unsigned long>(error), what, path);
        }
        if (!isStillAt(file.get(), name))
            continue; // removed and made anew in between: that lock would be worth nothing
        const QByteArray pid = QByteArray::number(static_cast<qint64>(::getpid())) + '\n';
        // The text only informs; on a full disk the lock is as good without it.
        if (::ftruncate(file.get(), 0) == 0) [[maybe_unused]]
            const ssize_t count = ::pwrite(file.get(), pid.constData(), static_cast<size_t>(pid.size()), 0);
        FileLock held;
        held.m_handle = file.take();
        return held;
    }
    return failure(ErrorCode::Io, what, path, Text::tr("the file is replaced again and again"));
}

bool FileLock::isHeld(const QString& path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!file) return false;
    struct flock lock = wholeFile();
    return ::fcntl(file.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

void FileLock::release()
{
    if (m_handle >= 0) ::close(static_cast<int>(m_handle));
    m_handle = -1;
}

} // namespace tropero::platform

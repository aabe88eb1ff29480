// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"

#include "platform/descriptor_unix.h"
#include "platform/lasterror_unix.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes = bytes.sliced(count);
    }
    return true;
}

Result<void> checkPrivate(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    const QString what = Text::tr("Cannot use the folder");
    struct stat link
    {
    };
    struct stat folder
    {
    };
    if (::lstat(name.constData(), &link) != 0 || ::stat(name.constData(), &folder) != 0)
        return systemFailure(lastError(), what, path);
    if (!S_ISDIR(folder.st_mode))
        return failure(ErrorCode::AlreadyExists, what, path, Text::tr("a file of that name is in its place"),
                       Text::tr("Move the file away"));
    const uid_t self = ::geteuid();
    // In a folder like /tmp a link of somebody else could lead anywhere.
    if (folder.st_uid != self || (link.st_uid != self && link.st_uid != 0))
        return failure(ErrorCode::PermissionDenied, what, path,
                       Text::tr("it belongs to another user (uid %1)")
                           .arg(folder.st_uid != self ? folder.st_uid : link.st_uid),
                       Text::tr("Choose another folder by TROPERO_HOME, or run as its owner"));
    if (folder.st_mode & (S_IWGRP | S_IWOTH))
        return failure(ErrorCode::PermissionDenied, what, path, Text::tr("other users may write to it"),
                       Text::tr("Run: chmod 700 \"%1\"").arg(path));
    return {};
}

Result<void> makeFolders(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat existing
    {
    };
    if (::stat(name.constData(), &existing) == 0) return {};
    const QString parent = QFileInfo(path).path();
    if (parent != path)
        if (auto made = makeFolders(parent); !made) return made;
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return systemFailure(lastError(), Text::tr("Cannot create the folder"), path);
    return {};
}

} // namespace

QString homeFolder()
{
    const QString chosen = qEnvironmentVariable("TROPERO_HOME");
    return QDir::cleanPath(
        QDir(chosen.isEmpty() ? QDir::homePath() + "/.tropero"_L1 : chosen).absolutePath());
}

namespace {

/// A socket of that name in the home's run folder, or elsewhere when its path would be too long for a socket.
QString endpoint(const QString& home, const QString& name)
{
    const QString path = home + "/run/"_L1 + name;
    // 104 is the smallest limit among Unix systems; QLocalServer binds a name of its own beside it first.
    if (QFile::encodeName(path).size() < 104) return path;
    // Nothing of the environment is in the name, so that a shell, cron and the desktop meet at the same
    // place.
    const QByteArray hash =
        QCryptographicHash::hash(QFile::encodeName(home), QCryptographicHash::Sha256).toHex().first(16);
    return u"/tmp/tropero-%1/%2-%3"_s.arg(QString::number(::geteuid()), QLatin1StringView(hash),
                                         QString(name).replace(u'/', u'-'));
}

} // namespace

QString daemonEndpoint(const QString& home)
{
    return endpoint(home, u"daemon.sock"_s);
}

QString windowEndpoint(const QString& home)
{
    return endpoint(home, u"window.sock"_s);
}

QString agentEndpoint(const QString& home, const QString& appId)
{
    return endpoint(home, u"agents/%1.sock"_s.arg(appId));
}

Result<void> ensurePrivateFolder(const QString& path)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (auto made = makeFolders(folder); !made) return made;
    return checkPrivate(folder);
}

Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes)
{
    const QString what = Text::tr("Cannot write the file");
    const QByteArray target = QFile::encodeName(path);
    QByteArray temporary = target + ".tmp-XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file) return systemFailure(lastError(), what, path);
    // Without the fsync a power cut could leave an empty file under the final name.
    const bool written = writeAll(file.get(), bytes) && ::fsync(file.get()) == 0 &&
                         ::rename(temporary.constData(), target.constData()) == 0;
    if (!written) {
        const unsigned long error = lastError();
        ::unlink(temporary.constData());
        return systemFailure(error, what, path);
    }
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const Descriptor directory(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory) ::fsync(directory.get()); // some file systems refuse it; the file is in place in any case
    return {};
}

Result<QByteArray> readFile(const QString& path, qint64 maxBytes)
{
    const QString what = Text::tr("Cannot read the file");
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file) return systemFailure(lastError(), what, path);
    struct stat status
    {
    };
    if (::fstat(file.get(), &status) != 0) return systemFailure(lastError(), what, path);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::InvalidArgument, what, path, Text::tr("it is not a regular file"));
    const auto tooLarge = [&] {
        return failure(ErrorCode::InvalidArgument, what, path,
                       Text::tr("it is larger than %1 bytes").arg(maxBytes));
    };
    if (status.st_size > maxBytes) return tooLarge();
    QByteArray bytes;
    qsizetype used = 0;
    for (;;) {
        // One byte more than told shows a file that grows, and one of /proc, whose size is told as 0.
        const qint64 room = std::max<qint64>(status.st_size + 1, used + 4096);
        bytes.resize(static_cast<qsizetype>(std::min(room, maxBytes + 1)));
        const ssize_t count =
            ::read(file.get(), bytes.data() + used, static_cast<size_t>(bytes.size() - used));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return systemFailure(lastError(), what, path);
        used += count;
        if (used > maxBytes) return tooLarge();
        if (count == 0) break;
    }
    bytes.truncate(used);
    return bytes;
}

} // namespace tropero::platform

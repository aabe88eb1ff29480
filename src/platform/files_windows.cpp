// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"

#include "platform/handle_windows.h"
#include "platform/systemerror.h"
#include "platform/usersid_windows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <string>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

std::wstring native(const QString& path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

bool writeAndFlush(const std::wstring& path, const QByteArray& bytes)
{
    const Handle file(
        ::CreateFileW(path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!file) return false;
    DWORD count = 0;
    return ::WriteFile(file.get(), bytes.constData(), static_cast<DWORD>(bytes.size()), &count, nullptr) !=
               0 &&
           count == static_cast<DWORD>(bytes.size()) && ::FlushFileBuffers(file.get()) != 0;
}

} // namespace

QString homeFolder()
{
    const QString chosen = qEnvironmentVariable("TROPERO_HOME");
    if (!chosen.isEmpty()) return QDir::cleanPath(QDir(QDir::fromNativeSeparators(chosen)).absolutePath());
    const QString programs = QCoreApplication::applicationDirPath();
    if (QFileInfo::exists(programs + "/portable.txt"_L1)) return programs + "/data"_L1;
    const QString local = qEnvironmentVariable("LOCALAPPDATA", QDir::homePath() + "/AppData/Local"_L1);
    return QDir::cleanPath(QDir::fromNativeSeparators(local) + "/Tropero"_L1);
}

QString daemonEndpoint(const QString& home)
{
    const QString source = ownUserSid() + u'\n' + QDir::cleanPath(home).toLower();
    const QByteArray hash =
        QCryptographicHash::hash(source.toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
    return "tropero-"_L1 + QLatin1StringView(hash);
}

QString windowEndpoint(const QString& home)
{
    return daemonEndpoint(home) + u"-window"_s;
}

QString agentEndpoint(const QString& home, const QString& appId)
{
    return daemonEndpoint(home) + u'-' + appId;
}

Result<void> ensurePrivateFolder(const QString& path)
{
    // Folders inherit the access list of the user's profile, which lets in nobody but the user and the
    // system.
    const QString what = Text::tr("Cannot create the folder");
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return failure(ErrorCode::AlreadyExists, what, folder,
                       Text::tr("a file of that name is in its place"), Text::tr("Move the file away"));
    if (info.isDir()) return {};
    if (const QString parent = info.path(); parent != folder)
        if (auto made = ensurePrivateFolder(parent); !made) return made;
    if (!::CreateDirectoryW(native(folder).c_str(), nullptr) && ::GetLastError() != ERROR_ALREADY_EXISTS)
        return systemFailure(::GetLastError(), what, folder);
    return {};
}

Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes)
{
    const QString what = Text::tr("Cannot write the file");
    const QString suffix = QString::number(QRandomGenerator::system()->generate64(), 36);
    const std::wstring temporary = native(path + ".tmp-"_L1 + suffix);
    if (!writeAndFlush(temporary, bytes)) {
        const DWORD error = ::GetLastError();
        ::DeleteFileW(temporary.c_str());
        return systemFailure(error, what, path);
    }
    // Virus scanners and indexers open new files for a moment.
    constexpr int attempts = 20;
    constexpr DWORD pause = 10;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (::MoveFileExW(temporary.c_str(), native(path).c_str(),
                          MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
            return {};
        const DWORD error = ::GetLastError();
        if (error != ERROR_SHARING_VIOLATION && error != ERROR_ACCESS_DENIED) break;
        ::Sleep(pause);
    }
    const DWORD error = ::GetLastError();
    ::DeleteFileW(temporary.c_str());
    return systemFailure(error, what, path);
}

Result<QByteArray> readFile(const QString& path, qint64 maxBytes)
{
    const QString what = Text::tr("Cannot read the file");
    const Handle file(::CreateFileW(native(path).c_str(), GENERIC_READ,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!file) return systemFailure(::GetLastError(), what, path);
    if (::GetFileType(file.get()) != FILE_TYPE_DISK)
        return failure(ErrorCode::InvalidArgument, what, path, Text::tr("it is not a regular file"));
    QByteArray bytes;
    for (;;) {
        char chunk[65536];
        DWORD count = 0;
        if (!::ReadFile(file.get(), chunk, sizeof chunk, &count, nullptr))
            return systemFailure(::GetLastError(), what, path);
        if (count == 0) return bytes;
        bytes.append(chunk, static_cast<qsizetype>(count));
        if (bytes.size() > maxBytes)
            return failure(ErrorCode::InvalidArgument, what, path,
                           Text::tr("it is larger than %1 bytes").arg(maxBytes));
    }
}

} // namespace tropero::platform

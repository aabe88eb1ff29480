// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/filelock.h"

#include "platform/handle_windows.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <string>
#include <utility>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileLock)
};

// Locks on Windows forbid reading, so the locked byte lies far behind the text.
constexpr DWORD lockedOffset = 0x7fff0000;

Handle openFile(const QString& path)
{
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    return Handle(::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE,
                                FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_ALWAYS,
                                FILE_ATTRIBUTE_NORMAL, nullptr));
}

bool lock(HANDLE file)
{
    OVERLAPPED place{};
    place.Offset = lockedOffset;
    return ::LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) != 0;
}

// Windows cannot ask for a lock without taking it. So the holder of the lock also holds a named object, which
// others can look for without standing in the way of somebody who wants the lock; it goes with its holder,
// too.
struct Held
{
    Handle file;
    Handle sign;
};

std::wstring signName(const QString& path)
{
    const QString place = QDir::cleanPath(QFileInfo(path).absoluteFilePath()).toLower();
    const QByteArray hash =
        QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return L"Global\\tropero-lock-" + QString::fromLatin1(hash).toStdWString();
}

QByteArray textIn(HANDLE file)
{
    char digits[32];
    DWORD count = 0;
    OVERLAPPED place{};
    if (!::ReadFile(file, digits, sizeof digits, &count, &place)) return {};
    return QByteArray(digits, static_cast<qsizetype>(count));
}

} // namespace

Result<FileLock> FileLock::acquire(const QString& path)
{
    const QString what = Text::tr("Cannot lock the file");
    Handle file = openFile(path);
    if (!file) return systemFailure(::GetLastError(), what, path);
    if (!lock(file.get()))
        return failure(ErrorCode::AlreadyExists, what, holderIn(textIn(file.get())),
                       Text::tr("another process holds it"));
    Handle sign(::CreateEventW(nullptr, TRUE, FALSE, signName(path).c_str()));
    const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    DWORD count = 0;
    // The text only informs; on a full disk the lock is as good without it.
    ::SetFilePointer(file.get(), 0, nullptr, FILE_BEGIN);
    ::SetEndOfFile(file.get());
    ::WriteFile(file.get(), pid.constData(), static_cast<DWORD>(pid.size()), &count, nullptr);
    FileLock held;
    held.m_handle = reinterpret_cast<qintptr>(new Held{std::move(file), std::move(sign)});
    return held;
}

bool FileLock::isHeld(const QString& path)
{
    const Handle sign(::OpenEventW(SYNCHRONIZE, FALSE, signName(path).c_str()));
    return static_cast<bool>(sign);
}

void FileLock::release()
{
    if (m_handle != -1) delete reinterpret_cast<Held*>(m_handle);
    m_handle = -1;
}

} // namespace tropero::platform

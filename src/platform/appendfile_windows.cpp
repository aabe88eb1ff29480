// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"

#include "platform/handle_windows.h"
#include "platform/systemerror.h"

#include <QCoreApplication>
#include <QDir>

#include <fcntl.h>
#include <io.h>

#include <algorithm>
#include <string>

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

HANDLE handleOf(int descriptor)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));
}

void seekToEnd(int descriptor)
{
    const LARGE_INTEGER none{};
    ::SetFilePointerEx(handleOf(descriptor), none, nullptr, FILE_END);
}

} // namespace

Result<AppendFile> AppendFile::open(const QString& path)
{
    const QString what = Text::tr("Cannot open the file for writing");
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    // Shared in every way, so that it can be read, renamed and removed meanwhile; a link is opened itself.
    Handle file(::CreateFileW(name.c_str(), GENERIC_WRITE | FILE_READ_ATTRIBUTES,
                              FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_ALWAYS,
                              FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
    if (!file) return systemFailure(::GetLastError(), what, path);
    BY_HANDLE_FILE_INFORMATION information{};
    if (::GetFileInformationByHandle(file.get(), &information) &&
        (information.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT))
        return failure(ErrorCode::PermissionDenied, what, path, Text::tr("it is a symbolic link"),
                       Text::tr("Name the file that it leads to"));
    AppendFile opened;
    opened.m_descriptor = ::_open_osfhandle(reinterpret_cast<intptr_t>(file.get()), _O_BINARY | _O_NOINHERIT);
    if (opened.m_descriptor < 0)
        return failure(ErrorCode::Io, what, path, Text::tr("too many files are open"));
    (void)file.take();
    seekToEnd(opened.m_descriptor);
    return opened;
}

qint64 AppendFile::size() const
{
    LARGE_INTEGER size{};
    return m_descriptor >= 0 && ::GetFileSizeEx(handleOf(m_descriptor), &size) ? size.QuadPart : 0;
}

Result<void> AppendFile::write(QByteArrayView bytes, qint64* written)
{
    constexpr qsizetype largestWrite = 16 * 1024 * 1024;
    if (written) *written = 0;
    // Someone may have emptied the file; writing on at the old position would leave a hole of zeros.
    seekToEnd(m_descriptor);
    while (!bytes.isEmpty()) {
        DWORD count = 0;
        if (!::WriteFile(handleOf(m_descriptor), bytes.data(),
                         static_cast<DWORD>(std::min(bytes.size(), largestWrite)), &count, nullptr))
            return systemFailure(::GetLastError(), Text::tr("Cannot write to the file"), {});
        if (count == 0) return systemFailure(ERROR_DISK_FULL, Text::tr("Cannot write to the file"), {});
        if (written) *written += count;
        bytes = bytes.sliced(static_cast<qsizetype>(count));
    }
    return {};
}

Result<void> AppendFile::truncate(qint64 size)
{
    LARGE_INTEGER position{};
    position.QuadPart = size;
    const HANDLE file = handleOf(m_descriptor);
    if (!::SetFilePointerEx(file, position, nullptr, FILE_BEGIN) || !::SetEndOfFile(file))
        return systemFailure(::GetLastError(), Text::tr("Cannot shorten the file"), {});
    return {};
}

void AppendFile::sync()
{
    if (m_descriptor >= 0) ::FlushFileBuffers(handleOf(m_descriptor));
}

void AppendFile::close()
{
    if (m_descriptor >= 0) ::_close(m_descriptor);
    m_descriptor = -1;
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemerror.h"

#include <qt_windows.h>

#include <iterator>

namespace tropero::platform {

namespace {

constexpr unsigned long diskQuotaExceeded = 1295; // ERROR_DISK_QUOTA_EXCEEDED, which not every SDK has

} // namespace

ErrorCode errorCodeOfSystem(unsigned long error)
{
    switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_BAD_NETPATH:
        return ErrorCode::NotFound;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_WRITE_PROTECT:
    case ERROR_PRIVILEGE_NOT_HELD:
        return ErrorCode::PermissionDenied;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case diskQuotaExceeded:
        return ErrorCode::NoSpace;
    case ERROR_ALREADY_EXISTS:
    case ERROR_FILE_EXISTS:
        return ErrorCode::AlreadyExists;
    case ERROR_INVALID_NAME:
    case ERROR_FILENAME_EXCED_RANGE:
        return ErrorCode::InvalidArgument;
    case ERROR_BAD_EXE_FORMAT:
        return ErrorCode::NotExecutable;
    case ERROR_EXE_MACHINE_TYPE_MISMATCH:
        return ErrorCode::WrongArchitecture;
    default:
        return ErrorCode::Io;
    }
}

QString systemErrorText(unsigned long error)
{
    wchar_t buffer[512];
    const DWORD length = ::FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr,
                                          error, 0, buffer, DWORD(std::size(buffer)), nullptr);
    QString text = QString::fromWCharArray(buffer, static_cast<qsizetype>(length)).trimmed();
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemerror.h"

#include <cerrno>
#include <cstring>

namespace tropero::platform {

ErrorCode errorCodeOfSystem(unsigned long error)
{
    switch (error) {
    case ENOENT:
    case ESRCH:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
    case ELOOP:
        return ErrorCode::PermissionDenied;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::NoSpace;
    case EEXIST:
        return ErrorCode::AlreadyExists;
    case ENAMETOOLONG:
        return ErrorCode::InvalidArgument;
    case ENOEXEC:
        return ErrorCode::NotExecutable;
    default:
        return ErrorCode::Io;
    }
}

QString systemErrorText(unsigned long error)
{
    return QString::fromLocal8Bit(std::strerror(static_cast<int>(error)));
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>

namespace tropero::platform {

/// The error of the last system call, as systemFailure() takes it.
inline unsigned long lastError()
{
    return static_cast<unsigned long>(errno);
}

} // namespace tropero::platform

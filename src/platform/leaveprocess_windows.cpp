// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/leaveprocess.h"

#include <qt_windows.h>

#include <cstdio>

namespace tropero::platform {

int leaveProcess(int code)
{
    std::fflush(nullptr);
    ::TerminateProcess(::GetCurrentProcess(), static_cast<UINT>(code));
    return code;
}

} // namespace tropero::platform

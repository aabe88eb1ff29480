// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windowframe.h"

#include <windows.h>
#include <dwmapi.h>

namespace tropero::platform {

void setDarkFrame(quintptr window, bool dark)
{
    constexpr DWORD useDarkMode = 20;       // DWMWA_USE_IMMERSIVE_DARK_MODE
    constexpr DWORD useDarkModeBefore = 19; // before Windows 10 2004
    const auto handle = reinterpret_cast<HWND>(window);
    const BOOL value = dark;
    if (FAILED(::DwmSetWindowAttribute(handle, useDarkMode, &value, sizeof value)))
        ::DwmSetWindowAttribute(handle, useDarkModeBefore, &value, sizeof value);
}

void letOthersComeForward()
{
    ::AllowSetForegroundWindow(ASFW_ANY);
}

} // namespace tropero::platform

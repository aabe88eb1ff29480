// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endprocess.h"

#include "platform/handle_windows.h"
#include "platform/nativeprocess_windows.h"

#include <QCoreApplication>

#include <array>

namespace tropero::platform {

namespace {

struct Closing
{
    DWORD pid = 0;
    bool asked = false;
};

BOOL CALLBACK closeWindow(HWND window, LPARAM parameter)
{
    auto* closing = reinterpret_cast<Closing*>(parameter);
    DWORD owner = 0;
    ::GetWindowThreadProcessId(window, &owner);
    if (owner == closing->pid && ::IsWindowVisible(window) && ::PostMessageW(window, WM_CLOSE, 0, 0))
        closing->asked = true;
    return TRUE;
}

// Ctrl+C reaches all on a console, so it must not be shared with anybody, a shell for instance. Looking needs
// to be on that console, which only a program without one of its own can do without harm.
bool isAloneOnItsConsole(DWORD pid)
{
    if (::GetConsoleWindow() != nullptr || !::AttachConsole(pid)) return false;
    std::array<DWORD, 3> attached{};
    const DWORD count = ::GetConsoleProcessList(attached.data(), static_cast<DWORD>(attached.size()));
    ::FreeConsole();
    return count == 2; // it and, for a moment, this program
}

} // namespace

qint64 lastSystemPid()
{
    return 4;
}

Result<void> askToEnd(const ProcessId& process)
{
    const QString what = QCoreApplication::translate("EndProcess", "Cannot ask the process to end");
    const QString subject = QString::number(process.pid);
    const auto pid = static_cast<DWORD>(process.pid);
    // A handle keeps the number from being given to another process.
    const Handle handle(::OpenProcess(SYNCHRONIZE, FALSE, pid));
    if (!isAlive(process))
        return failure(ErrorCode::NotFound, what, subject,
                       QCoreApplication::translate("EndProcess", "it has ended"));
    Closing closing{pid};
    ::EnumWindows(closeWindow, reinterpret_cast<LPARAM>(&closing));
    if (closing.asked) return {};
    if (isAloneOnItsConsole(pid) && native::sendInterrupt(process.pid)) return {};
    return failure(ErrorCode::Unsupported, what, subject,
                   QCoreApplication::translate("EndProcess", "it has neither a window nor a console of its own"));
}

} // namespace tropero::platform

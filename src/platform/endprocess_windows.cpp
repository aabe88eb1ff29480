// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endprocess.h"

#include "platform/handle_windows.h"
#include "platform/nativeprocess_windows.h"

#include <QCoreApplication>

#include <array>

namespace tropero::platform {

namespace {

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
    if (native::closeWindows(process.pid)) return {};
    if (isAloneOnItsConsole(pid) && native::sendToConsole(process.pid, native::ConsoleEvent::Interrupt)) return {};
    return failure(ErrorCode::Unsupported, what, subject,
                   QCoreApplication::translate("EndProcess", "it has neither a window nor a console of its own"));
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/signals.h"

#include <qt_windows.h>

#include <atomic>

namespace tropero::platform {

namespace {

constexpr int signalHangUp = 1;
constexpr int signalInterrupt = 2;
constexpr int signalTerminate = 15;

// The system calls the handler in a thread of its own, which can reach nothing but static data.
std::atomic<TerminationSignals*> receiver = nullptr;

BOOL WINAPI handle(DWORD event)
{
    TerminationSignals* const target = receiver;
    if (!target) return FALSE;
    const int number = event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT ? signalInterrupt
                       : event == CTRL_CLOSE_EVENT                        ? signalHangUp
                                                                          : signalTerminate;
    QMetaObject::invokeMethod(
        target, [target, number] { Q_EMIT target->requested(number); }, Qt::QueuedConnection);
    // When the console closes or the user logs off, the process ends as soon as this returns; the event loop
    // ends it earlier.
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) ::Sleep(INFINITE);
    return TRUE;
}

} // namespace

struct TerminationSignals::Private
{
};

TerminationSignals::TerminationSignals(QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    receiver = this;
    ::SetConsoleCtrlHandler(handle, TRUE);
}

TerminationSignals::~TerminationSignals()
{
    ::SetConsoleCtrlHandler(handle, FALSE);
    receiver = nullptr;
}

} // namespace tropero::platform

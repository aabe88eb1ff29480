// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminal.h"

#include <qt_windows.h>

#include <cstdio>
#include <fcntl.h>
#include <initializer_list>
#include <io.h>

namespace tropero::platform {

namespace {

HANDLE handleOf(StandardStream stream)
{
    if (stream == StandardStream::In) return ::GetStdHandle(STD_INPUT_HANDLE);
    return ::GetStdHandle(stream == StandardStream::Out ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
}

} // namespace

bool isTerminal(StandardStream stream)
{
    DWORD mode = 0;
    return ::GetConsoleMode(handleOf(stream), &mode) != 0;
}

TerminalSize terminalSize(StandardStream stream)
{
    CONSOLE_SCREEN_BUFFER_INFO information{};
    if (!::GetConsoleScreenBufferInfo(handleOf(stream), &information)) return {};
    const SMALL_RECT& window = information.srWindow;
    return {window.Right - window.Left + 1, window.Bottom - window.Top + 1};
}

void prepareTerminal()
{
    ::SetConsoleOutputCP(CP_UTF8);
    ::_setmode(::_fileno(stdout), _O_BINARY);
    ::_setmode(::_fileno(stderr), _O_BINARY);
    for (const StandardStream stream : {StandardStream::Out, StandardStream::Error}) {
        DWORD mode = 0;
        if (::GetConsoleMode(handleOf(stream), &mode))
            ::SetConsoleMode(handleOf(stream), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
}

} // namespace tropero::platform

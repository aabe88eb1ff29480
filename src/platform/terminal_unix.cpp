// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace tropero::platform {

namespace {

int descriptorOf(StandardStream stream)
{
    if (stream == StandardStream::In) return STDIN_FILENO;
    return stream == StandardStream::Out ? STDOUT_FILENO : STDERR_FILENO;
}

} // namespace

bool isTerminal(StandardStream stream)
{
    return ::isatty(descriptorOf(stream)) == 1;
}

TerminalSize terminalSize(StandardStream stream)
{
    struct winsize size
    {
    };
    if (::ioctl(descriptorOf(stream), TIOCGWINSZ, &size) != 0) return {};
    return {size.ws_col, size.ws_row};
}

void prepareTerminal() {}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tropero::platform {

enum class StandardStream { In, Out, Error };

bool isTerminal(StandardStream stream);
/// In characters; 0 when it is no terminal.
struct TerminalSize
{
    int columns = 0;
    int rows = 0;
    bool operator==(const TerminalSize&) const = default;
};
TerminalSize terminalSize(StandardStream stream);
/// Windows: switches the console to UTF-8 and escape sequences; elsewhere nothing.
void prepareTerminal();

} // namespace tropero::platform

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
/// Windows: switches the console to UTF-8 and escape sequences, and lets stdout and stderr pass every byte as it is (as Node
/// does), so that a log or JSON in a file or pipe is what was written, without a carriage return put before each line feed.
/// Elsewhere nothing.
void prepareTerminal();

} // namespace tropero::platform

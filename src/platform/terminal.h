// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tropero::platform {

enum class StandardStream { In, Out, Error };

bool isTerminal(StandardStream stream);
/// Columns; 0 when it is no terminal.
int terminalWidth(StandardStream stream);
/// Windows: switches the console to UTF-8 and escape sequences; elsewhere nothing.
void prepareTerminal();

} // namespace tropero::platform

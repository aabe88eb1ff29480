// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tropero::platform {

/// Program and arguments of the usual terminal window of this system, to be started in the wanted folder; empty when there is none. On Unix
/// $TERMINAL, then Debian's x-terminal-emulator, then those that desktops bring; on Windows the Windows Terminal, else cmd.exe.
QStringList terminalCommand();

} // namespace tropero::platform

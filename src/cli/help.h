// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandtable.h"
#include "cli/console.h"

namespace tropero {

/// Options that every command takes.
QList<CommandOption> commonOptions();

/// The overview of all commands.
QString overviewText(const Console& console);
/// Help for one command, wrapped to the terminal.
QString commandHelpText(const CommandEntry& entry, const Command& command, const Console& console);

} // namespace tropero

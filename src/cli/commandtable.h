// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <memory>
#include <span>

namespace tropero {

/// A row of the table of commands.
struct CommandEntry
{
    QLatin1StringView name;
    QLatin1StringView aliases; ///< separated by blanks
    const char* summary;       ///< English; translated by summaryOf()
    const char* group;         ///< heading in the overview
    std::unique_ptr<Command> (*make)();
};

/// All commands, in the order of the overview.
std::span<const CommandEntry> commandTable();
/// By name or alias; nullptr when there is none.
const CommandEntry* findCommand(const QString& name);
/// Names and aliases, for hints.
QStringList commandNames();
QString summaryOf(const CommandEntry& entry);
QString groupOf(const CommandEntry& entry);

} // namespace tropero

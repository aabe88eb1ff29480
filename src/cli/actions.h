// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/session.h"

#include <QJsonArray>

namespace tropero {

/// What was done to instances, for the line that says so.
enum class Deed { Started, Restarted, Reloaded, ReloadCancelled, Stopped, Deleted, Reset, Signalled, Flushed };

/// Prints one line for each app of the answer and its problems. False when something failed, for which an error was printed.
bool reportInstances(Session& session, Deed deed, const QJsonArray& instances, const QJsonArray& problems = {});

/// What the daemon remarks: [{app, name, text}].
void reportNotes(Session& session, const QJsonArray& notes);

/// Prints the list as it is now, unless output is silent. Returns the exit code.
int printList(Session& session, const ParsedOptions& options);

/// Options of every command that ends with the list.
QList<CommandOption> listOptions();

/// Asks for the method for one target after the other, reports each; the first error ends it. Ends with the list if `deed` changes it. Returns the exit code.
int actOnTargets(Session& session, const ParsedOptions& options, QLatin1StringView method, Deed deed, const QJsonObject& more = {});

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tropero {

/// Whether a program of this path or name is one: powershell or pwsh, with or without ".exe".
bool isPowerShell(const QString& program);

/// What PowerShell gets to run that script with exactly these arguments, none of which is read as a command, and without the user's profile.
/// Own arguments that say themselves how the script is handed over (-File, -Command) are taken as they are.
QStringList powerShellArguments(const QStringList& ownArguments, const QString& script, const QStringList& arguments);

} // namespace tropero

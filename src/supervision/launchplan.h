// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QString>
#include <QStringList>

namespace tropero {

/// Exactly what QProcess is given to run an app.
struct LaunchPlan
{
    QString program;          ///< absolute path
    QStringList arguments;
    QString workingFolder;    ///< absolute
    QString scriptPath;       ///< absolute; the shell for a command line
    QString interpreterPath;  ///< absolute; empty when the script runs itself
    EnvironmentMap variables; ///< what the interpreter needs besides; never replaces a configured variable
    QString commandLine;      ///< Windows: what stands behind the program instead of the arguments, in the language of cmd.exe

    bool operator==(const LaunchPlan&) const = default;
};

} // namespace tropero

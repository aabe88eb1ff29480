// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QString>

namespace tropero {

/// What somebody typed into the launch dialog.
struct LaunchForm
{
    QString script;
    QString arguments; ///< as at the prompt
    QString name;      ///< empty: from the script
    QString folder;    ///< empty: that of the script
    ExecMode mode = ExecMode::Fork;
    int instances = 1;
    RestartPolicy::When restart = RestartPolicy::When::Always;
    QString environment; ///< NAME=value, one a line; blank lines and lines with # are left out
};

/// The app that the form describes. InvalidArgument, NotFound or MissingFolder when it could not run like
/// this: subject is the field's name
/// ("script", "folder", "environment", ...).
Result<AppSpec> specFromForm(const LaunchForm& form);

/// The folder that an empty field stands for.
QString defaultFolder(const QString& script);

/// The same as a command for the prompt: tropero start app.js --name api -- --port 3000.
QString startCommand(const AppSpec& spec);

} // namespace tropero

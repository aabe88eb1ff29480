// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"
#include "core/error.h"

namespace tropero {

/// The app that was typed into the launch dialog, with its script, folder and name made out; looks at the disk, so not in the GUI thread.
/// InvalidArgument, NotFound, MissingFolder or MissingInterpreter when it could not run like this: subject is the key of the field ("script", "cwd",
/// "interpreter", "name", ...).
Result<AppSpec> launchable(const AppSpec& typed);

/// The script as a path, found in its working folder; looks at no disk.
QString scriptPath(const AppSpec& spec);

/// The folder that an empty field stands for.
QString defaultFolder(const QString& script);

/// The same as a command for the prompt: tropero start app.js --name api -- --port 3000. Secrets are masked unless `secrets`.
QString startCommand(const AppSpec& spec, bool secrets = false);

} // namespace tropero

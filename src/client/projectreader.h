// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/project.h"

namespace tropero {

/// What the file or folder offers. Reads files and starts nothing, whatever is in them; call it off the GUI thread. A picked script gets its choice
/// first and what its folder offers behind it; a picked package.json, Procfile or config file offers itself. Errors: NotFound,
/// PermissionDenied, InvalidArgument for a picked file that cannot be understood; other files of a folder become `warnings`.
Result<Project> readProject(const QString& path);

/// The apps of a config file that is a program, found out by running it with Node (at most 5 s). Ask the user first: it is code.
/// Blocks meanwhile; call it off the GUI thread.
Result<QList<ProjectChoice>> runCodeConfig(const QString& path);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/packagejson.h"
#include "client/project.h"

namespace tropero {

/// The scripts of a package, "start" first, "dev" next, what only builds or tests last; what npm runs by itself (preinstall, postbuild, ...) left out.
/// `root` is the project's folder; `name` is the package's, or that of its folder.
QList<ProjectChoice> scriptChoices(const PackageJson& package, const QString& name, PackageManager manager, const QString& root);

/// "main" and "bin" of a package, and the files that are usually the main one, where they exist.
QList<ProjectChoice> mainChoices(const PackageJson& package, const QString& name, const QString& root);

/// A script by itself, as `tropero start` in that folder would take it. `script` is relative to the folder.
ProjectChoice fileChoice(const QString& folder, const QString& script);

} // namespace tropero

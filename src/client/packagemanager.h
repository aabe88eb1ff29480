// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/project.h"

#include <QString>

namespace tropero {

struct FoundPackageManager
{
    PackageManager manager = PackageManager::Npm;
    QString file; ///< that says so; empty: nothing does
};

/// By "packageManager" in package.json and by lock files: the nearest from the folder upward, since the packages of a workspace have none of their own. It
/// ends with the folder that has a .git, and below the home folder.
FoundPackageManager findPackageManager(const QString& folder);

/// The nearest folder with a package.json, within the same limits; empty: none.
QString packageFolderOf(const QString& folder);

} // namespace tropero

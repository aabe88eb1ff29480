// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tropero {

inline constexpr int maxWorkspaces = 500;

/// The folders with a package.json below `root` that the patterns of npm, yarn or pnpm name: "packages/*", "apps/**", "tools/cli", "!**/test/**". Absolute,
/// sorted, without root itself; never inside node_modules or folders that begin with a dot.
QStringList workspaceFolders(const QString& root, const QStringList& patterns);

} // namespace tropero

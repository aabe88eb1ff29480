// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

/// What a config file says.
struct ConfigFile
{
    QString path;            ///< absolute
    QList<AppSpec> apps;
    QStringList warnings;    ///< unknown keys with the nearest known one, keys without effect
};

/// True for names that are config files: *.json, *.yml, *.yaml, *.config.js/.cjs/.mjs/.ts/.cts/.mts, and PM2's saved list *.pm2 (the end of the name counts,
/// not the middle).
bool isConfigFileName(const QString& path);
/// Of those the ones that are programs: to be read they are run.
bool isCodeConfigName(const QString& path);

/// Reads JSON (comments and trailing commas allowed), YAML, or a .config.js, .config.ts and the like evaluated by Node in a child process (5 s at most).
/// Accepts {apps: [...]}, {apps: {...}}, {pm2: [...]}, an array, or one app. Missing cwd is the folder of the file.
/// `profile` is the name given with --env. Errors name file, line where known, app and key.
Result<ConfigFile> readConfigFile(const QString& path, const QString& profile = {});

/// The same for text that is no file (standard input): JSON, or YAML when it does not begin like JSON.
Result<ConfigFile> readConfigText(const QByteArray& text, const QString& folder, const QString& profile = {});

} // namespace tropero

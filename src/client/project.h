// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

enum class PackageManager { Npm, Pnpm, Yarn, Bun };

/// "npm", "pnpm", "yarn", "bun".
QString packageManagerProgram(PackageManager manager);

/// One thing that can be launched in a project.
struct ProjectChoice
{
    enum class Kind {
        Script,        ///< the very file that was picked, or one that is there by a usual name
        Main,          ///< "main" or "bin" of a package.json
        PackageScript, ///< of "scripts", by the package manager
        ProcfileEntry,
        ConfigApp,     ///< an app of a config file
    };

    Kind kind = Kind::Script;
    QString title = {};     ///< "dev", "web", "server.js"
    QString detail = {};    ///< the command behind it, as its author wrote it
    QString from = {};      ///< name of the file that says so, in the project's folder: "package.json", "packages/api/package.json"
    QString workspace = {}; ///< name of the package where it is not that of the project itself
    QString note = {};      ///< what a person should know first: "runs by /bin/sh"; mostly empty
    AppSpec spec = {}; ///< complete: name, script, args, cwd
};

/// What a script, folder or config file offers to launch.
struct Project
{
    QString path;            ///< as picked, absolute
    QString folder;          ///< absolute
    QString name;            ///< of package.json, else of the folder
    PackageManager manager = PackageManager::Npm;
    QString managerFrom;     ///< the file that says so; empty: nothing does, so npm
    QString wantedNode;      ///< "20", "lts/iron", ">=18": .nvmrc, .node-version, .tool-versions, package.json
    QString wantedNodeFrom;  ///< that file
    bool nodeRequest = false; ///< interpreter "node@.nvmrc" finds it; false for "engines", which is a range
    QStringList envFiles;    ///< absolute; .env first
    QList<ProjectChoice> choices; ///< best first
    QStringList codeConfigs; ///< absolute; config files that are programs: to know their apps they would have to be run (runCodeConfig)
    QStringList warnings;    ///< translated: files that could not be read, keys without effect
};

} // namespace tropero

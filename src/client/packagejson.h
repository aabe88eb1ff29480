// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace tropero {

inline constexpr qint64 maxProjectFile = 5 * 1024 * 1024; ///< bytes of a package.json, Procfile, ...

/// What a package.json says about launching. Members of a wrong type count as absent.
struct PackageJson
{
    QString folder;                 ///< absolute
    QString name;                   ///< without the scope; empty: none
    QMap<QString, QString> scripts;
    QString main;                   ///< relative to folder, like the next
    QStringList bins;
    QStringList workspaces;         ///< patterns; of pnpm-workspace.yaml, too
    QString packageManager;         ///< "pnpm@9.1.0"
    QString nodeEngine;             ///< ">=18"
    bool hasPm2Apps = false;        ///< it is a config file of PM2 as well
};

/// The text of a file of a project as UTF-8 without byte order mark. NotFound, PermissionDenied, Io, InvalidArgument (too large).
Result<QByteArray> readProjectFile(const QString& path);

/// That of the folder. NotFound when there is none; InvalidArgument says where the JSON is wrong.
Result<PackageJson> readPackageJson(const QString& folder);

} // namespace tropero

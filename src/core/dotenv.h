// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tropero {

/// One variable of a .env file.
struct DotenvEntry
{
    QString name;
    QString value;
    int line = 0;           ///< where it begins, from 1
    bool duplicate = false; ///< a later line sets the same name, and that one counts

    bool operator==(const DotenvEntry&) const = default;
};

/// What a line of the file has wrong; the others are read nevertheless.
struct DotenvProblem
{
    int line = 0;
    QString text; ///< translated

    bool operator==(const DotenvProblem&) const = default;
};

struct DotenvFile
{
    QList<DotenvEntry> entries; ///< in the order of the file
    QList<DotenvProblem> problems;

    /// What an app would get: of duplicates the last.
    EnvironmentMap environment() const;
};

/// As the package "dotenv" reads it: NAME=value or NAME: value, "export " before it, # comments, values in ', " or ` over several lines, \n and
/// \r in "..." only. No variable is replaced in a value. UTF-8 with or without a byte order mark, any line ends.
DotenvFile parseDotenv(const QByteArray& text);

} // namespace tropero

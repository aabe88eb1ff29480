// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

/// One process type of a Procfile.
struct ProcfileEntry
{
    QString name;
    QString command; ///< as written
    bool byShell = false; ///< it has what only a shell understands: variables, pipes, redirections, assignments

    bool operator==(const ProcfileEntry&) const = default;
};

/// "web: node server.js" a line; # comments. Lines that are neither are named in `problems`.
QList<ProcfileEntry> parseProcfile(const QByteArray& text, QStringList* problems = nullptr);

/// What runs the entry: its words as script and arguments, or, where it needs a shell, the line as it stands.
AppSpec specOfProcfileEntry(const ProcfileEntry& entry, const QString& folder, const QString& project);

} // namespace tropero

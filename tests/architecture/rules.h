// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcetree.h"

namespace tropero::architecture {

inline constexpr int maxLines = 600;

/// One breach of docs/architecture.md.
struct Violation
{
    QString rule;    ///< "arrow", "include", "circle", "module", "ifdef", "length", "licence"
    QString path;
    int line = 0;    ///< 0: the whole file
    QString text;

    /// "path:line: [rule] text"
    QString message() const;
};

/// Includes between the folders of src against the include graph; quoted includes are written "folder/file.h".
QList<Violation> checkArrows(const QList<SourceFile>& sources);
/// Files that include each other in a circle, and folders that do.
QList<Violation> checkCircles(const QList<SourceFile>& sources);
/// Qt modules and other libraries against what each folder may link, above all Widgets below src/desktop.
/// qtHeaders: the folder that holds QtCore/, QtWidgets/ and so on.
QList<Violation> checkModules(const QList<SourceFile>& sources, const QString& qtHeaders);
/// Platform conditions outside src/platform (a main.cpp may have one) and in its headers.
QList<Violation> checkPlatformConditions(const QList<SourceFile>& sources);
/// Files longer than maxLines.
QList<Violation> checkLength(const QList<SourceFile>& sources);
/// The SPDX line within the first three lines. Forms are exempt: Designer drops comments.
QList<Violation> checkLicence(const QList<SourceFile>& sources);

QList<Violation> checkAll(const QList<SourceFile>& sources, const QString& qtHeaders);

} // namespace tropero::architecture

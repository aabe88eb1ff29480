// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tropero::architecture {

/// An #include line.
struct Include
{
    QString target;      ///< between the quotes or brackets
    int line = 0;        ///< 1-based
    bool quoted = false; ///< "..." and not <...>
};

/// A source text of the project, with what the rules need to know of it.
struct SourceFile
{
    QString path;           ///< relative to the root, with '/'
    QString folder;         ///< "core" for src/core/x.h and src/core/y/x.h; empty outside src
    QStringList lines;      ///< continued preprocessor lines are not joined
    QList<Include> includes;///< of C++ files only

    QString fileName() const;
    bool isCpp() const;
    bool isHeader() const;
};

/// Every source, header, form, script and build file below the root, sorted by path. Build folders, node_modules and test data are left out.
QList<SourceFile> readSourceTree(const QString& root);

} // namespace tropero::architecture

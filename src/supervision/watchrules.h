// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace tropero {

/// Which files of watched folders count. A rule is a name ("dist", "*.tmp": in any folder), a path or glob relative to the working folder ("src/**/*.tmp", "./logs"),
/// an absolute path or glob, or a regular expression as PM2 has it ("[\/\\]\.|node_modules", "/\.tmp$/"). A rule for a folder is one for all below it.
/// Paths are absolute with slashes.
class WatchRules
{
public:
    /// `ignore` empty: below the watched folders, names that begin with a dot, and node_modules. `extensions`: empty: all files.
    WatchRules(QString workingFolder, QStringList watchedFolders, const QStringList& ignore, const QStringList& extensions);

    /// Files that never count, nor what stands beside them as "<file>.<anything>": log files, their indexes and rotated ones.
    void setOwnFiles(const QStringList& paths) { m_ownFiles = paths; }

    bool watchesFolder(const QString& path) const { return !isIgnored(path); }
    /// For a file that is there or was.
    bool countsFile(const QString& path) const;
    bool isOwnFile(const QString& path) const;

private:
    void addRule(const QString& rule);
    bool isIgnored(const QString& path) const;
    bool isIgnoredByDefault(const QString& path) const;

    QString m_folder;
    QStringList m_watched;
    QStringList m_names;
    QList<QRegularExpression> m_relative;
    QList<QRegularExpression> m_absolute;
    QList<QRegularExpression> m_expressions; ///< matched against the relative path with and without a slash before it
    QStringList m_extensions; ///< with the dot
    QStringList m_ownFiles;
    bool m_byDefault = false;
};

} // namespace tropero

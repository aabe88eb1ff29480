// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/gitbranch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 4096;
constexpr int deepestFolder = 64;
constexpr qsizetype shortCommit = 7;

QString firstLine(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QString::fromUtf8(file.readLine(longestFile)).trimmed();
}

/// Where HEAD lies for a `.git`, which is a folder or a file that names one.
QString repositoryOf(const QFileInfo& git)
{
    if (git.isDir()) return git.absoluteFilePath();
    if (!git.isFile()) return {};
    const QString line = firstLine(git.absoluteFilePath());
    const auto prefix = "gitdir:"_L1;
    if (!line.startsWith(prefix)) return {};
    return QDir::cleanPath(git.absoluteDir().absoluteFilePath(line.mid(prefix.size()).trimmed()));
}

} // namespace

QString gitBranch(const QString& folder)
{
    if (folder.isEmpty()) return {};
    QDir place(folder);
    for (int depth = 0; depth < deepestFolder; ++depth) {
        const QString repository = repositoryOf(QFileInfo(place.filePath(u".git"_s)));
        if (!repository.isEmpty()) {
            const QString head = firstLine(repository + u"/HEAD"_s);
            const auto branch = "ref: refs/heads/"_L1;
            if (head.startsWith(branch)) return head.mid(branch.size());
            return head.startsWith("ref:"_L1) ? QString() : head.left(shortCommit);
        }
        if (!place.cdUp()) break;
    }
    return {};
}

} // namespace tropero

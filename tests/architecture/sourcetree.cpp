// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace tropero::architecture {

using namespace Qt::StringLiterals;

namespace {

const QStringList& topFolders()
{
    static const QStringList folders{u"src"_s, u"tests"_s, u"ui"_s, u"resources"_s, u"installer"_s, u"translations"_s, u".ci"_s};
    return folders;
}

bool isSource(const QString& path)
{
    static const QRegularExpression name(u"(\\.(cpp|h|ui|js|cjs|mjs|sh|awk|py|cmake)|/CMakeLists\\.txt|^CMakeLists\\.txt|^\\.ci/run)$"_s);
    static const QRegularExpression left(u"(^|/)(node_modules|build)/|^tests/data/"_s);
    return name.match(path).hasMatch() && !left.match(path).hasMatch();
}

QList<Include> includesOf(const QStringList& lines)
{
    static const QRegularExpression pattern(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    QList<Include> includes;
    for (int i = 0; i < lines.size(); ++i) {
        if (const auto match = pattern.match(lines.at(i)); match.hasMatch())
            includes.append({match.captured(2), i + 1, match.captured(1) == u"\""});
    }
    return includes;
}

SourceFile readSource(const QDir& root, const QString& path)
{
    SourceFile source;
    source.path = path;
    const QStringList parts = path.split(u'/');
    if (parts.size() > 2 && parts.first() == u"src")
        source.folder = parts.at(1);
    QFile file(root.filePath(path));
    if (file.open(QIODevice::ReadOnly))
        source.lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (!source.lines.isEmpty() && source.lines.last().isEmpty())
        source.lines.removeLast(); // what follows the last line feed is no line
    if (source.isCpp())
        source.includes = includesOf(source.lines);
    return source;
}

} // namespace

QString SourceFile::fileName() const
{
    return path.section(u'/', -1);
}

bool SourceFile::isCpp() const
{
    return path.endsWith(u".cpp") || isHeader();
}

bool SourceFile::isHeader() const
{
    return path.endsWith(u".h");
}

QList<SourceFile> readSourceTree(const QString& root)
{
    const QDir folder(root);
    QStringList paths = folder.entryList({u"*.sh"_s, u"CMakeLists.txt"_s}, QDir::Files);
    for (const QString& top : topFolders()) {
        QDirIterator files(folder.filePath(top), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(folder.relativeFilePath(files.next()));
    }
    paths.erase(std::remove_if(paths.begin(), paths.end(), [](const QString& path) { return !isSource(path); }), paths.end());
    std::sort(paths.begin(), paths.end());
    QList<SourceFile> sources;
    for (const QString& path : std::as_const(paths))
        sources.append(readSource(folder, path));
    return sources;
}

} // namespace tropero::architecture

// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/rules.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace tropero::architecture {

using namespace Qt::StringLiterals;

namespace {

/// What each folder may include: the arrows of docs/architecture.md, and what lies behind them.
const QMap<QString, QStringList>& allowedFolders()
{
    static const QMap<QString, QStringList> graph{
        {u"core"_s, {}},
        {u"platform"_s, {u"core"_s}},
        {u"ipc"_s, {u"core"_s}},
        {u"supervision"_s, {u"core"_s, u"platform"_s, u"ipc"_s}},
        {u"guard"_s, {u"core"_s, u"platform"_s, u"ipc"_s, u"supervision"_s}},
        {u"daemon"_s, {u"core"_s, u"platform"_s, u"ipc"_s}},
        {u"client"_s, {u"core"_s, u"platform"_s, u"ipc"_s}},
        {u"cli"_s, {u"core"_s, u"platform"_s, u"ipc"_s, u"client"_s}},
        {u"models"_s, {u"core"_s, u"platform"_s, u"ipc"_s, u"client"_s}},
        {u"desktop"_s, {u"core"_s, u"platform"_s, u"ipc"_s, u"client"_s, u"models"_s}},
    };
    return graph;
}

/// Libraries by the folder part of their headers.
const QMap<QString, QStringList>& allowedModules()
{
    static const QMap<QString, QStringList> modules{
        {u"core"_s, {u"QtCore"_s}},
        {u"platform"_s, {u"QtCore"_s}},
        {u"ipc"_s, {u"QtCore"_s, u"QtNetwork"_s}},
        {u"supervision"_s, {u"QtCore"_s, u"QtNetwork"_s}},
        {u"guard"_s, {u"QtCore"_s, u"QtNetwork"_s}},
        {u"daemon"_s, {u"QtCore"_s, u"QtNetwork"_s, u"QtSql"_s}},
        {u"client"_s, {u"QtCore"_s, u"QtNetwork"_s, u"yaml-cpp"_s}},
        {u"cli"_s, {u"QtCore"_s, u"QtNetwork"_s}},
        {u"models"_s, {u"QtCore"_s, u"QtNetwork"_s, u"QtGui"_s}},
        {u"desktop"_s, {u"QtCore"_s, u"QtNetwork"_s, u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s, u"QtSvgWidgets"_s, u"QtCharts"_s, u"QtDBus"_s}},
    };
    return modules;
}

/// "ui_x.h", "x.moc", "version.h" and "errortexts.inc" come from the build.
bool isGenerated(const QString& include)
{
    static const QRegularExpression pattern(u"^(ui_\\w+\\.h|moc_\\w+\\.cpp|\\w+\\.moc|version\\.h|errortexts\\.inc)$"_s);
    return pattern.match(include).hasMatch();
}

/// Qt module of a header written <QThing> or <QtModule/QThing>; "yaml-cpp"; empty for the standard library and the system.
QString moduleOf(const QString& include, const QStringList& qtModules, const QDir& qtHeaders)
{
    const QString first = include.section(u'/', 0, 0);
    if (include.contains(u'/') && (first.startsWith(u"Qt") || first == u"yaml-cpp"))
        return first;
    if (include.contains(u'/') || !include.startsWith(u'q', Qt::CaseInsensitive))
        return {};
    for (const QString& module : qtModules) {
        if (QFileInfo::exists(qtHeaders.filePath(module + u'/' + include)))
            return module;
    }
    return {};
}

/// One circle of the graph through each node that lies on one, reported once, from its alphabetically first node.
QList<QStringList> circles(const QMap<QString, QStringList>& graph)
{
    QList<QStringList> found;
    QSet<QString> reported;
    for (auto start = graph.cbegin(); start != graph.cend(); ++start) {
        if (reported.contains(start.key()))
            continue;
        QMap<QString, QString> cameFrom; // breadth first, so the shortest circle is shown
        QStringList queue{start.key()};
        while (!queue.isEmpty() && !cameFrom.contains(start.key())) {
            const QString node = queue.takeFirst();
            for (const QString& next : graph.value(node)) {
                if (!cameFrom.contains(next)) {
                    cameFrom.insert(next, node);
                    queue.append(next);
                }
            }
        }
        if (!cameFrom.contains(start.key()))
            continue;
        QStringList circle{start.key()};
        for (QString node = cameFrom.value(start.key()); node != start.key(); node = cameFrom.value(node))
            circle.prepend(node);
        circle.prepend(start.key());
        for (const QString& node : std::as_const(circle))
            reported.insert(node);
        found.append(circle);
    }
    return found;
}

/// "core" of the include "core/error.h" when it is one of our folders.
QString includedFolder(const Include& include)
{
    const QString folder = include.target.section(u'/', 0, 0);
    return include.target.contains(u'/') && allowedFolders().contains(folder) ? folder : QString();
}

} // namespace

QString Violation::message() const
{
    const QString place = line > 0 ? u"%1:%2"_s.arg(path).arg(line) : path;
    return u"%1: [%2] %3"_s.arg(place, rule, text);
}

QList<Violation> checkArrows(const QList<SourceFile>& sources)
{
    QList<Violation> violations;
    for (const SourceFile& source : sources) {
        if (source.folder.isEmpty() || source.folder == u"cmake")
            continue;
        if (!allowedFolders().contains(source.folder)) {
            violations.append({u"arrow"_s, source.path, 0, u"folder %1 is not in the include graph"_s.arg(source.folder)});
            continue;
        }
        for (const Include& include : source.includes) {
            const QString folder = includedFolder(include);
            if (!folder.isEmpty()) {
                if (folder != source.folder && !allowedFolders().value(source.folder).contains(folder))
                    violations.append({u"arrow"_s, source.path, include.line,
                                       u"%1 may not include %2 (%3)"_s.arg(source.folder, folder, include.target)});
            } else if (include.quoted && !isGenerated(include.target)) {
                violations.append({u"include"_s, source.path, include.line,
                                   u"\"%1\" is not written as \"folder/file.h\" from src"_s.arg(include.target)});
            }
        }
    }
    return violations;
}

QList<Violation> checkCircles(const QList<SourceFile>& sources)
{
    QMap<QString, QStringList> files;
    QMap<QString, QStringList> folders;
    for (const SourceFile& source : sources) {
        if (source.folder.isEmpty())
            continue;
        for (const Include& include : source.includes) {
            const QString folder = includedFolder(include);
            if (folder.isEmpty())
                continue;
            files[source.path].append(u"src/"_s + include.target);
            if (folder != source.folder)
                folders[source.folder].append(folder);
        }
    }
    QList<Violation> violations;
    for (const QStringList& circle : circles(files))
        violations.append({u"circle"_s, circle.first(), 0, u"files include each other: "_s + circle.join(u" -> "_s)});
    for (const QStringList& circle : circles(folders))
        violations.append({u"circle"_s, u"src/"_s + circle.first(), 0, u"folders include each other: "_s + circle.join(u" -> "_s)});
    return violations;
}

QList<Violation> checkModules(const QList<SourceFile>& sources, const QString& qtHeaders)
{
    const QDir headers(qtHeaders);
    const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs);
    QList<Violation> violations;
    for (const SourceFile& source : sources) {
        if (!allowedModules().contains(source.folder))
            continue;
        for (const Include& include : source.includes) {
            const QString module = include.quoted ? QString() : moduleOf(include.target, modules, headers);
            if (!module.isEmpty() && !allowedModules().value(source.folder).contains(module))
                violations.append({u"module"_s, source.path, include.line,
                                   u"%1 may not use %2 (<%3>)"_s.arg(source.folder, module, include.target)});
        }
    }
    return violations;
}

QList<Violation> checkPlatformConditions(const QList<SourceFile>& sources)
{
    static const QRegularExpression condition(
        u"^\\s*#\\s*(if|ifdef|ifndef|elif|elifdef|elifndef)\\b.*\\b(Q_OS_\\w+|Q_CC_\\w+|_?WIN(32|64)|__linux(__)?|linux|__gnu_linux__|"
        "__unix(__)?|unix|__APPLE__|__FreeBSD__|__MINGW(32|64)__|__CYGWIN__|_MSC_VER)\\b"_s);
    QList<Violation> violations;
    for (const SourceFile& source : sources) {
        const bool behind = source.folder == u"platform" && !source.isHeader();
        if (source.folder.isEmpty() || !source.isCpp() || behind)
            continue;
        int allowance = source.fileName() == u"main.cpp" ? 1 : 0;
        for (int i = 0; i < source.lines.size(); ++i) {
            if (condition.match(source.lines.at(i)).hasMatch() && --allowance < 0)
                violations.append({u"ifdef"_s, source.path, i + 1,
                                   u"platform condition outside src/platform: "_s + source.lines.at(i).trimmed()});
        }
    }
    return violations;
}

QList<Violation> checkLength(const QList<SourceFile>& sources)
{
    QList<Violation> violations;
    for (const SourceFile& source : sources) {
        if (source.lines.size() > maxLines)
            violations.append({u"length"_s, source.path, 0, u"%1 lines, more than %2: it is two things"_s.arg(source.lines.size()).arg(maxLines)});
    }
    return violations;
}

QList<Violation> checkLicence(const QList<SourceFile>& sources)
{
    QList<Violation> violations;
    for (const SourceFile& source : sources) {
        const QString head = source.lines.mid(0, 3).join(u'\n');
        if (!source.path.endsWith(u".ui") && !head.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"))
            violations.append({u"licence"_s, source.path, 0, u"no SPDX-License-Identifier in the first three lines"_s});
    }
    return violations;
}

QList<Violation> checkAll(const QList<SourceFile>& sources, const QString& qtHeaders)
{
    return checkArrows(sources) + checkCircles(sources) + checkModules(sources, qtHeaders) + checkPlatformConditions(sources)
        + checkLength(sources) + checkLicence(sources);
}

} // namespace tropero::architecture

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/packagechoices.h"

#include "core/arguments.h"
#include "core/specfields.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array servers{"serve"_L1, "server"_L1, "preview"_L1, "watch"_L1, "worker"_L1, "start"_L1, "dev"_L1};
constexpr std::array chores{"build"_L1, "test"_L1, "lint"_L1, "format"_L1, "clean"_L1, "typecheck"_L1, "coverage"_L1, "release"_L1, "prettier"_L1, "eslint"_L1};
constexpr std::array lifecycle{"install"_L1, "uninstall"_L1, "prepare"_L1, "prepublish"_L1, "prepublishOnly"_L1, "prepack"_L1, "postpack"_L1,
                               "publish"_L1, "version"_L1,   "dependencies"_L1};
constexpr std::array usualMains{"server.js"_L1, "app.js"_L1, "index.js"_L1, "main.js"_L1, "server.mjs"_L1, "index.mjs"_L1, "server.ts"_L1, "index.ts"_L1};

bool isOneOf(const QString& word, const auto& list)
{
    return std::ranges::any_of(list, [&](QLatin1StringView each) { return word == each; });
}

int rankOf(const QString& script)
{
    if (script == "start"_L1)
        return 0;
    if (script == "dev"_L1)
        return 1;
    const QString kind = script.section(u':', 0, 0);
    if (isOneOf(kind, servers))
        return 2;
    return isOneOf(kind, chores) ? 4 : 3;
}

/// Run by the package manager before or after something else.
bool isHook(const QString& script, const PackageJson& package)
{
    if (isOneOf(script, lifecycle))
        return true;
    for (const QString& prefix : {u"pre"_s, u"post"_s}) {
        const QString about = script.startsWith(prefix) ? script.sliced(prefix.size()) : QString();
        if (!about.isEmpty() && (package.scripts.contains(about) || isOneOf(about, lifecycle)))
            return true;
    }
    return false;
}

QString packageFile(const PackageJson& package, const QString& root)
{
    return QDir(root).relativeFilePath(package.folder + "/package.json"_L1);
}

} // namespace

QList<ProjectChoice> scriptChoices(const PackageJson& package, const QString& name, PackageManager manager, const QString& root)
{
    QStringList scripts;
    for (const QString& script : package.scripts.keys()) {
        if (!isHook(script, package))
            scripts.append(script);
    }
    std::ranges::stable_sort(scripts, {}, rankOf);
    QList<ProjectChoice> choices;
    for (const QString& script : std::as_const(scripts)) {
        ProjectChoice choice{.kind = ProjectChoice::Kind::PackageScript, .title = script, .detail = package.scripts.value(script), .from = packageFile(package, root)};
        choice.workspace = package.folder == root ? QString() : name;
        choice.spec.name = script == "start"_L1 ? name : name + u'-' + script;
        choice.spec.script = packageManagerProgram(manager);
        choice.spec.args = {u"run"_s, script};
        choice.spec.cwd = package.folder;
        choices.append(choice);
    }
    return choices;
}

QList<ProjectChoice> mainChoices(const PackageJson& package, const QString& name, const QString& root)
{
    QStringList files = QStringList{package.main} + package.bins;
    for (const QLatin1StringView usual : usualMains)
        files.append(usual);
    QList<ProjectChoice> choices;
    QStringList known;
    for (const QString& written : std::as_const(files)) {
        QFileInfo file(QDir(package.folder), QDir::cleanPath(written));
        if (!written.isEmpty() && !file.isFile()) // "main" may leave the ending out
            file = QFileInfo(file.isDir() ? file.filePath() + "/index.js"_L1 : file.filePath() + ".js"_L1);
        const QString script = QDir(package.folder).relativeFilePath(file.absoluteFilePath());
        if (written.isEmpty() || !file.isFile() || known.contains(script) || script.startsWith(".."_L1))
            continue;
        known.append(script);
        ProjectChoice choice = fileChoice(package.folder, script);
        const bool isSaid = written == package.main || package.bins.contains(written);
        choice.kind = isSaid ? ProjectChoice::Kind::Main : ProjectChoice::Kind::Script;
        choice.from = isSaid ? packageFile(package, root) : QString();
        choice.workspace = package.folder == root ? QString() : name;
        if (written == package.main)
            choice.spec.name = name;
        choices.append(choice);
    }
    return choices;
}

ProjectChoice fileChoice(const QString& folder, const QString& script)
{
    ProjectChoice choice{.kind = ProjectChoice::Kind::Script, .title = script, .detail = joinArguments({script})};
    choice.spec.name = defaultAppName(script);
    choice.spec.script = script;
    choice.spec.cwd = folder;
    return choice;
}

} // namespace tropero

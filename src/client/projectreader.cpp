// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/projectreader.h"

#include "client/configfile.h"
#include "client/packagechoices.h"
#include "client/packagejson.h"
#include "client/packagemanager.h"
#include "client/procfile.h"
#include "client/workspaces.h"
#include "core/arguments.h"
#include "platform/nodeversions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ProjectReader)
};

/// Of all *.config.js and *.config.ts of a folder only those that are ours: others configure bundlers.
bool isOurConfig(const QString& name)
{
    const QString stem = name.section(u'.', 0, 0);
    const bool isOurs = stem == "ecosystem"_L1 || stem == "pm2"_L1 || stem == "process"_L1 || stem == "processes"_L1 || stem == "tropero"_L1;
    return isOurs && isConfigFileName(name);
}

bool isEnvFile(const QString& name)
{
    static const QStringList samples{u"example"_s, u"sample"_s, u"template"_s, u"dist"_s, u"defaults"_s, u"vault"_s, u"schema"_s};
    return (name == ".env"_L1 || name.startsWith(".env."_L1)) && !samples.contains(name.section(u'.', -1));
}

QList<ProjectChoice> choicesOf(const ConfigFile& config, const QString& from)
{
    QList<ProjectChoice> choices;
    for (const AppSpec& spec : config.apps) {
        ProjectChoice choice{.kind = ProjectChoice::Kind::ConfigApp, .title = spec.name, .from = from, .spec = spec};
        choice.detail = joinArguments(spec.args.isEmpty() ? QStringList{spec.script} : QStringList{spec.script} + spec.args);
        choices.append(choice);
    }
    return choices;
}

/// Fills in what a folder has.
class FolderReader
{
public:
    explicit FolderReader(Project& project) : m_project(project) {}

    void read()
    {
        m_files = QDir(m_project.folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        const FoundPackageManager found = findPackageManager(m_project.folder);
        m_project.manager = found.manager;
        m_project.managerFrom = found.file;
        readPackage();
        findNode();
        for (const QString& name : std::as_const(m_files)) {
            if (isEnvFile(name))
                m_project.envFiles.append(m_project.folder + u'/' + name);
        }
        readConfigs();
        readProcfile();
        m_project.choices += m_ofPackage;
        readWorkspaces();
    }

private:
    void warn(const Error& error) { m_project.warnings.append(error.message()); }

    void readPackage()
    {
        m_package.folder = m_project.folder;
        m_project.name = QFileInfo(m_project.folder).fileName();
        if (m_files.contains(u"package.json"_s)) {
            const Result<PackageJson> package = readPackageJson(m_project.folder);
            if (package)
                m_package = *package;
            else
                warn(package.error());
        }
        if (!m_package.name.isEmpty())
            m_project.name = m_package.name;
        m_ofPackage = scriptChoices(m_package, m_project.name, m_project.manager, m_project.folder) + mainChoices(m_package, m_project.name, m_project.folder);
    }

    void findNode()
    {
        if (const auto wanted = platform::NodeVersions::wantedIn(m_project.folder)) {
            m_project.wantedNode = wanted->text;
            m_project.wantedNodeFrom = wanted->file;
            m_project.nodeRequest = true;
        } else if (!m_package.nodeEngine.isEmpty()) {
            m_project.wantedNode = m_package.nodeEngine;
            m_project.wantedNodeFrom = m_project.folder + "/package.json"_L1;
        }
    }

    void readConfigs()
    {
        for (const QString& name : std::as_const(m_files)) {
            const QString path = m_project.folder + u'/' + name;
            if (isOurConfig(name) && isCodeConfigName(name))
                m_project.codeConfigs.append(path);
            else if (isOurConfig(name) || (name == "package.json"_L1 && m_package.hasPm2Apps))
                readConfig(path);
        }
    }

    void readConfig(const QString& path)
    {
        const Result<ConfigFile> config = readConfigFile(path);
        if (!config) {
            warn(config.error());
            return;
        }
        m_project.warnings += config->warnings;
        m_project.choices += choicesOf(*config, QFileInfo(path).fileName());
    }

    void readProcfile()
    {
        if (!m_files.contains(u"Procfile"_s))
            return;
        const QString path = m_project.folder + "/Procfile"_L1;
        const Result<QByteArray> text = readProjectFile(path);
        if (!text) {
            warn(text.error());
            return;
        }
        QStringList problems;
        for (const ProcfileEntry& entry : parseProcfile(*text, &problems)) {
            ProjectChoice choice{.kind = ProjectChoice::Kind::ProcfileEntry, .title = entry.name, .detail = entry.command, .from = u"Procfile"_s};
            if (entry.byShell)
                choice.note = Texts::tr("It is run by a shell, since it has signs that only a shell understands");
            choice.spec = specOfProcfileEntry(entry, m_project.folder, m_project.name);
            m_project.choices.append(choice);
        }
        for (const QString& problem : std::as_const(problems))
            m_project.warnings.append(u"%1: %2"_s.arg(path, problem));
    }

    void readWorkspaces()
    {
        for (const QString& folder : workspaceFolders(m_project.folder, m_package.workspaces)) {
            const Result<PackageJson> package = readPackageJson(folder);
            if (!package) {
                warn(package.error());
                continue;
            }
            const QString name = package->name.isEmpty() ? QFileInfo(folder).fileName() : package->name;
            m_project.choices += scriptChoices(*package, name, m_project.manager, m_project.folder);
        }
    }

    Project& m_project;
    PackageJson m_package;
    QStringList m_files;
    QList<ProjectChoice> m_ofPackage;
};

/// The apps of the picked file itself, before what its folder offers. An error if it is not what its name says.
Result<void> readPicked(Project& project)
{
    const QString name = QFileInfo(project.path).fileName();
    if (name == "Procfile"_L1 || isEnvFile(name))
        return {};
    if (name == "package.json"_L1) {
        const Result<PackageJson> package = readPackageJson(project.folder);
        return package ? Result<void>() : std::unexpected(package.error());
    }
    if (isCodeConfigName(project.path)) {
        project.codeConfigs.append(project.path);
        return {};
    }
    if (isConfigFileName(project.path)) {
        const Result<ConfigFile> config = readConfigFile(project.path);
        if (!config)
            return std::unexpected(config.error());
        project.warnings += config->warnings;
        project.choices += choicesOf(*config, name);
        return {};
    }
    const QString package = packageFolderOf(project.folder);
    if (!package.isEmpty())
        project.folder = package; // apps look for .env and the like there
    project.choices.append(fileChoice(project.folder, QDir(project.folder).relativeFilePath(project.path)));
    return {};
}

bool isSame(const ProjectChoice& a, const ProjectChoice& b)
{
    return a.spec.script == b.spec.script && a.spec.cwd == b.spec.cwd && a.spec.args == b.spec.args && a.spec.name == b.spec.name;
}

/// What the picked file offered stands first; the folder offers some of it again.
void dropRepeated(Project& project)
{
    QList<ProjectChoice> kept;
    for (const ProjectChoice& choice : std::as_const(project.choices)) {
        const bool isRepeated = std::ranges::any_of(kept, [&choice](const ProjectChoice& each) {
            const bool isFile = each.kind == ProjectChoice::Kind::Script && choice.kind != ProjectChoice::Kind::ConfigApp;
            return isSame(each, choice) || (isFile && each.spec.script == choice.spec.script && each.spec.cwd == choice.spec.cwd);
        });
        if (!isRepeated)
            kept.append(choice);
    }
    project.choices = kept;
    project.codeConfigs.removeDuplicates();
    project.warnings.removeDuplicates();
}

} // namespace

Result<Project> readProject(const QString& path)
{
    const QFileInfo info(path);
    const QString what = Texts::tr("Cannot read the project");
    if (path.isEmpty() || !info.exists())
        return failure(ErrorCode::NotFound, what, path, Texts::tr("there is no such file or folder"), Texts::tr("Check the path"));
    if (!info.isReadable() || (info.isDir() && !info.isExecutable()))
        return failure(ErrorCode::PermissionDenied, what, path, Texts::tr("it may not be read"), Texts::tr("Check its permissions"));
    if (!info.isDir() && !info.isFile())
        return failure(ErrorCode::InvalidArgument, what, path, Texts::tr("it is neither a file nor a folder"));
    Project project;
    project.path = QDir::cleanPath(info.absoluteFilePath());
    project.folder = info.isDir() ? project.path : QFileInfo(project.path).path();
    if (!info.isDir()) {
        if (const Result<void> picked = readPicked(project); !picked)
            return std::unexpected(picked.error());
    }
    FolderReader(project).read();
    dropRepeated(project);
    return project;
}

Result<QList<ProjectChoice>> runCodeConfig(const QString& path)
{
    const Result<ConfigFile> config = readConfigFile(path);
    if (!config)
        return std::unexpected(config.error());
    return choicesOf(*config, QFileInfo(path).fileName());
}

} // namespace tropero

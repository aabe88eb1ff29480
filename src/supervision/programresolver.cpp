// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/programresolver.h"

#include "core/nearest.h"
#include "platform/executable.h"
#include "platform/nodeversions.h"
#include "supervision/commandprocessor.h"
#include "supervision/powershell.h"

#include <QDir>
#include <QFileInfo>
#include <QOperatingSystemVersion>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct ExtensionRule
{
    QLatin1StringView extension;
    QLatin1StringView interpreter;
};

constexpr std::array extensionRules{
    ExtensionRule{"js"_L1, "node"_L1}, ExtensionRule{"cjs"_L1, "node"_L1}, ExtensionRule{"mjs"_L1, "node"_L1},
    ExtensionRule{"sh"_L1, "bash"_L1}, ExtensionRule{"rb"_L1, "ruby"_L1},  ExtensionRule{"php"_L1, "php"_L1},
    ExtensionRule{"pl"_L1, "perl"_L1},
};

bool hasSeparator(const QString& text)
{
    return text.contains(u'/') || text.contains(u'\\');
}

bool hasSpace(const QString& text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

/// Windows spells PATH as "Path" and does not care.
QString variable(const EnvironmentMap& environment, const QString& name, ProgramResolver::Family family)
{
    if (family == ProgramResolver::Family::Unix || environment.contains(name))
        return environment.value(name);
    for (auto it = environment.cbegin(); it != environment.cend(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return {};
}

/// The program that an env line such as "#!/usr/bin/env -S node --flag" means; empty for any other interpreter.
QString programOfEnvLine(const platform::ExecutableInfo& info)
{
    if (QFileInfo(info.interpreter).fileName() != "env"_L1)
        return {};
    for (const QString& argument : info.interpreterArgs) {
        const QStringList words = argument.split(u' ', Qt::SkipEmptyParts);
        for (const QString& word : words) {
            if (!word.startsWith(u'-') && !word.contains(u'='))
                return word;
        }
    }
    return {};
}

bool isPowerShellScript(const QString& path)
{
    return QFileInfo(path).suffix().compare("ps1"_L1, Qt::CaseInsensitive) == 0;
}

/// A message has room for the first folders of a PATH only.
QString shortened(const QString& path)
{
    constexpr qsizetype most = 160;
    return path.size() > most ? path.left(most) + u'\u2026' : path;
}

} // namespace

struct ProgramResolver::Located
{
    QString path;
    bool inPath = false; ///< found by PATH, so it is a program
};

ProgramResolver::ProgramResolver(const EnvironmentMap& environment, Family family)
    : m_environment(environment), m_path(variable(environment, u"PATH"_s, family)), m_comSpec(variable(environment, u"COMSPEC"_s, family)), m_family(family)
{
}

ProgramResolver::Family ProgramResolver::thisFamily()
{
    return QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows ? Family::Windows : Family::Unix;
}

Result<LaunchPlan> ProgramResolver::resolve(const AppSpec& spec) const
{
    const Result<QString> folder = workingFolder(spec);
    if (!folder)
        return std::unexpected(folder.error());
    if (spec.script.trimmed().isEmpty())
        return failure(ErrorCode::InvalidArgument, tr("Cannot start the app"), spec.name, tr("no script or command is given"),
                       tr("Set \"script\" to a file or a program"));
    LaunchPlan plan;
    plan.workingFolder = *folder;
    const Result<Located> located = locate(spec.script, *folder);
    if (!located) {
        if (located.error().code == ErrorCode::NotFound && hasSpace(spec.script.trimmed()))
            return shellCommand(plan, spec);
        return std::unexpected(located.error());
    }
    plan.scriptPath = located->path;
    if (!spec.interpreter.isEmpty() && spec.interpreter != "none"_L1) {
        const Result<QString> interpreter = findInterpreter(spec.interpreter, *folder, spec.script);
        if (!interpreter)
            return std::unexpected(interpreter.error());
        return withInterpreter(plan, spec, *interpreter);
    }
    if (spec.interpreter.isEmpty() && !located->inPath) {
        const QString extension = QFileInfo(plan.scriptPath).suffix().toLower();
        if (extension == "py"_L1)
            return pythonScript(plan, spec);
        // Workers of a Node cluster are Node's, whatever they are written in.
        const bool isTypeScript = extension == "ts"_L1 || extension == "tsx"_L1 || extension == "mts"_L1 || extension == "cts"_L1;
        if (isTypeScript && spec.execMode == ExecMode::Cluster && spec.cluster.listen.isEmpty()) {
            const Result<QString> node = findInterpreter(u"node"_s, *folder, spec.script);
            if (!node)
                return std::unexpected(node.error());
            return withInterpreter(plan, spec, *node);
        }
        if (extension == "ts"_L1 || extension == "tsx"_L1)
            return bunScript(plan, spec);
        const auto* rule = std::ranges::find(extensionRules, extension, &ExtensionRule::extension);
        if (rule != extensionRules.end()) {
            const Result<QString> interpreter = findInterpreter(QString(rule->interpreter), *folder, spec.script);
            if (!interpreter)
                return std::unexpected(interpreter.error());
            return withInterpreter(plan, spec, *interpreter);
        }
    }
    return byContent(plan, spec, located->inPath);
}

Result<QString> ProgramResolver::workingFolder(const AppSpec& spec) const
{
    const QFileInfo folder(spec.cwd.isEmpty() ? QDir::currentPath() : QDir::cleanPath(spec.cwd));
    const QString path = folder.absoluteFilePath();
    if (!folder.exists())
        return failure(ErrorCode::MissingFolder, tr("Cannot start the app"), path, tr("the working folder does not exist"),
                       tr("Create it or set another one with \"cwd\""));
    if (!folder.isDir())
        return failure(ErrorCode::MissingFolder, tr("Cannot start the app"), path, tr("the working folder is a file"),
                       tr("Set \"cwd\" to a folder"));
    return path;
}

Result<ProgramResolver::Located> ProgramResolver::locate(const QString& script, const QString& folder) const
{
    const QFileInfo file(QDir(folder), script);
    if (file.exists() && !file.isDir())
        return Located{QDir::cleanPath(file.absoluteFilePath()), false};
    if (!hasSeparator(script) && !hasSpace(script)) {
        if (const Result<QString> program = platform::findProgram(script, m_path))
            return Located{*program, true};
    } else if (m_family == Family::Windows && QFileInfo(script).suffix().isEmpty()) {
        // "bin/server" means server.exe or server.cmd there
        if (const Result<QString> program = platform::findProgram(QDir::toNativeSeparators(file.absoluteFilePath()), m_path))
            return Located{*program, true};
    }
    if (file.isDir()) {
        const bool package = QFileInfo::exists(file.absoluteFilePath() + "/package.json"_L1);
        return failure(ErrorCode::InvalidArgument, tr("Cannot start the app"), file.absoluteFilePath(), tr("it is a folder, not a program"),
                       package ? tr("It has a package.json: start its script with \"npm\" and the arguments \"run <script>\" in that folder")
                               : tr("Name the file in it that should run"));
    }
    return notFound(script, folder);
}

std::unexpected<Error> ProgramResolver::notFound(const QString& script, const QString& folder) const
{
    const QFileInfo file(QDir(folder), script);
    const QDir parent = file.absoluteDir();
    const QString place = QDir::toNativeSeparators(parent.path());
    QString why = tr("the file does not exist; looked in %1").arg(place);
    if (!hasSeparator(script) && m_path.isEmpty())
        why = tr("the file does not exist; looked in %1, and PATH is empty").arg(place);
    else if (!hasSeparator(script))
        why = tr("the file does not exist; looked in %1 and in the folders of PATH (%2)").arg(place, shortened(m_path));
    if (!parent.exists())
        return failure(ErrorCode::NotFound, tr("Cannot start the app"), script,
                       tr("the folder %1 does not exist").arg(QDir::toNativeSeparators(parent.path())), tr("Check the path"));
    const QStringList names = parent.entryList(QDir::Files);
    QString nearest = nearestMatch(file.fileName(), names);
    for (qsizetype i = 0; i < names.size() && nearest.isEmpty(); ++i) {
        if (QFileInfo(names[i]).completeBaseName() == file.fileName())
            nearest = names[i];
    }
    return failure(ErrorCode::NotFound, tr("Cannot start the app"), script, why,
                   nearest.isEmpty() ? tr("Check the path and the working folder") : tr("Did you mean \"%1\"?").arg(nearest));
}

Result<QString> ProgramResolver::findInterpreter(const QString& name, const QString& folder, const QString& script) const
{
    if (platform::NodeVersions::isRequest(name))
        return platform::NodeVersions(m_environment, m_family == Family::Windows).find(name, folder);
    if (hasSeparator(name)) {
        const QFileInfo file(QDir(folder), name);
        if (file.isFile() && file.isExecutable())
            return QDir::cleanPath(file.absoluteFilePath());
        return failure(ErrorCode::MissingInterpreter, tr("Cannot start %1").arg(script), name,
                       file.isFile() ? tr("the interpreter may not be executed")
                                     : tr("the interpreter does not exist; looked for %1").arg(file.absoluteFilePath()),
                       tr("Set \"interpreter\" to a program that can run it, or to \"none\""));
    }
    if (const Result<QString> program = platform::findProgram(name, m_path))
        return *program;
    return failure(ErrorCode::MissingInterpreter, tr("Cannot start %1").arg(script), name,
                   m_path.isEmpty() ? tr("the interpreter was not found because PATH is empty")
                                    : tr("the interpreter is not in PATH (%1)").arg(shortened(m_path)),
                   tr("Install it, or set \"interpreter\" to its full path"));
}

Result<LaunchPlan> ProgramResolver::withInterpreter(LaunchPlan plan, const AppSpec& spec, const QString& interpreter) const
{
    const Result<platform::ExecutableInfo> program = platform::inspectExecutable(interpreter);
    if (program && program->kind == platform::ExecutableInfo::Kind::ForeignBinary)
        return failure(ErrorCode::WrongArchitecture, tr("Cannot start %1").arg(spec.script), interpreter,
                       tr("the interpreter is a program for %1, this machine is %2").arg(program->architecture, platform::machineArchitecture()),
                       tr("Install it for this machine"));
    const QFileInfo script(plan.scriptPath);
    if (!script.isReadable())
        return failure(ErrorCode::PermissionDenied, tr("Cannot start the app"), plan.scriptPath, tr("the file may not be read"),
                       tr("Change its permissions or its owner"));
    // Without being told that it is a file, PowerShell on Windows reads path and arguments as a command.
    const bool asFile = isPowerShell(interpreter) && isPowerShellScript(plan.scriptPath);
    const QStringList arguments = asFile ? powerShellArguments(spec.interpreterArgs, plan.scriptPath, spec.args)
                                         : spec.interpreterArgs + QStringList{plan.scriptPath} + spec.args;
    plan.interpreterPath = interpreter;
    if (m_family == Family::Windows && program && program->kind == platform::ExecutableInfo::Kind::Batch)
        return byCommandProcessor(plan, batchCommandLine(QDir::toNativeSeparators(interpreter), arguments));
    plan.program = interpreter;
    plan.arguments += arguments;
    return plan;
}

Result<LaunchPlan> ProgramResolver::byContent(LaunchPlan plan, const AppSpec& spec, bool foundInPath) const
{
    using Kind = platform::ExecutableInfo::Kind;
    const Result<platform::ExecutableInfo> info = platform::inspectExecutable(plan.scriptPath);
    if (!info) {
        // A program may be executable without being readable.
        if (QFileInfo(plan.scriptPath).isExecutable() && info.error().code == ErrorCode::PermissionDenied)
            return itself(plan, spec);
        return std::unexpected(info.error());
    }
    if (info->kind == Kind::ForeignBinary)
        return failure(ErrorCode::WrongArchitecture, tr("Cannot start the app"), plan.scriptPath,
                       tr("it is a program for %1, this machine is %2").arg(info->architecture, platform::machineArchitecture()),
                       tr("Get or build the program for this machine"));
    if (m_family == Family::Windows) {
        if (info->kind == Kind::Batch)
            return batchFile(plan, spec);
        if (info->kind == Kind::Native)
            return itself(plan, spec);
    }
    if (isPowerShellScript(plan.scriptPath)) {
        const Result<QString> shell = findInterpreter(m_family == Family::Windows ? u"powershell"_s : u"pwsh"_s, plan.workingFolder, spec.script);
        if (!shell)
            return std::unexpected(shell.error());
        return withInterpreter(plan, spec, *shell);
    }
    if (info->kind == Kind::Text && spec.interpreter != "none"_L1 && !foundInPath) {
        const Result<QString> node = findInterpreter(u"node"_s, plan.workingFolder, spec.script);
        if (!node)
            return std::unexpected(node.error());
        return withInterpreter(plan, spec, *node);
    }
    if (!info->executable)
        return failure(ErrorCode::NotExecutable, tr("Cannot start the app"), plan.scriptPath, tr("the file is not executable"),
                       tr("Run chmod +x on it, or set \"interpreter\" to a program that can run it"));
    if (info->kind == Kind::Script) {
        const QString program = programOfEnvLine(*info);
        if (!program.isEmpty()) {
            const Result<QString> interpreter = findInterpreter(program, plan.workingFolder, spec.script);
            if (!interpreter)
                return std::unexpected(interpreter.error());
        } else if (!QFileInfo::exists(info->interpreter) && m_family == Family::Unix) {
            return failure(ErrorCode::MissingInterpreter, tr("Cannot start %1").arg(spec.script), info->interpreter,
                           tr("the program of its #! line does not exist"),
                           info->interpreter.endsWith(u'\r') ? tr("The line ends with a carriage return: save the file with Unix line ends")
                                                             : tr("Install it, or set \"interpreter\""));
        }
    }
    return itself(plan, spec);
}

Result<LaunchPlan> ProgramResolver::pythonScript(LaunchPlan plan, const AppSpec& spec) const
{
    Result<QString> python = findInterpreter(u"python3"_s, plan.workingFolder, spec.script);
    if (!python) {
        if (Result<QString> plain = findInterpreter(u"python"_s, plan.workingFolder, spec.script))
            python = plain;
    }
    if (!python)
        return std::unexpected(python.error());
    plan.variables.insert(u"PYTHONUNBUFFERED"_s, u"1"_s); // else its output stays in Python's buffer until it ends
    return withInterpreter(plan, spec, *python);
}

Result<LaunchPlan> ProgramResolver::bunScript(LaunchPlan plan, const AppSpec& spec) const
{
    if (const Result<QString> bun = findInterpreter(u"bun"_s, plan.workingFolder, spec.script))
        return withInterpreter(plan, spec, *bun);
    return failure(ErrorCode::MissingInterpreter, tr("Cannot start %1").arg(spec.script), u"bun"_s,
                   tr("TypeScript runs with bun by default, and bun is not in PATH"),
                   tr("Install bun; or set \"interpreter\" to tsx or ts-node; or, with Node 22.6 and newer, to node with \"interpreter_args\" "
                      "--experimental-strip-types; or start the compiled JavaScript"));
}

Result<LaunchPlan> ProgramResolver::shellCommand(LaunchPlan plan, const AppSpec& spec) const
{
    if (m_family == Family::Windows) {
        plan.scriptPath = commandProcessor();
        return byCommandProcessor(plan, shellCommandLine(spec.script, spec.args));
    }
    Result<QString> shell = findInterpreter(u"bash"_s, plan.workingFolder, spec.script);
    if (!shell)
        shell = findInterpreter(u"sh"_s, plan.workingFolder, spec.script);
    if (!shell)
        return std::unexpected(shell.error());
    plan.program = plan.scriptPath = *shell;
    plan.arguments = QStringList{u"-c"_s, spec.script};
    if (!spec.args.isEmpty())
        plan.arguments += QStringList{QFileInfo(*shell).fileName()} + spec.args; // $0, then $1...
    return plan;
}

Result<LaunchPlan> ProgramResolver::batchFile(LaunchPlan plan, const AppSpec& spec) const
{
    plan.interpreterPath = commandProcessor();
    return byCommandProcessor(plan, batchCommandLine(QDir::toNativeSeparators(plan.scriptPath), spec.args));
}

Result<LaunchPlan> ProgramResolver::byCommandProcessor(LaunchPlan plan, const Result<QString>& commandLine) const
{
    if (!commandLine)
        return std::unexpected(commandLine.error());
    plan.program = commandProcessor();
    plan.commandLine = *commandLine;
    return plan;
}

LaunchPlan ProgramResolver::itself(LaunchPlan plan, const AppSpec& spec) const
{
    plan.program = plan.scriptPath;
    plan.arguments = spec.args;
    return plan;
}

QString ProgramResolver::commandProcessor() const
{
    return m_comSpec.isEmpty() ? u"cmd.exe"_s : m_comSpec;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchform.h"

#include "core/arguments.h"
#include "core/nodescript.h"
#include "core/specfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("LaunchForm", text);
}

std::unexpected<Error> wrong(ErrorCode code, const QString& field, const QString& why,
                             const QString& remedy = {})
{
    return failure(code, translated(QT_TRANSLATE_NOOP("LaunchForm", "Cannot launch this")), field, why,
                   remedy);
}

QString expanded(const QString& path)
{
    if (path == "~"_L1 || path.startsWith("~/"_L1)) return QDir::homePath() + path.sliced(1);
    return path;
}

bool isPath(const QString& script)
{
    return script.contains(u'/') || script.contains(u'\\');
}

/// The program of a command line for the shell.
QString firstWord(const QString& script)
{
    return splitArguments(script).value(0);
}

Result<QString> checkedScript(const QString& text, const QString& folder)
{
    const QString script = expanded(text.trimmed());
    if (script.isEmpty())
        return wrong(ErrorCode::InvalidArgument, u"script"_s,
                     translated(QT_TRANSLATE_NOOP("LaunchForm", "Choose a script or name a program")));
    const QFileInfo file(QDir(folder.isEmpty() ? QDir::homePath() : folder), script);
    if (file.isDir())
        return wrong(ErrorCode::InvalidArgument, u"script"_s,
                     translated(QT_TRANSLATE_NOOP("LaunchForm", "This is a folder; choose a file in it")));
    if (file.exists()) return file.absoluteFilePath();
    if (!isPath(script) && !QStandardPaths::findExecutable(script).isEmpty()) return script;
    const QString program = firstWord(script);
    if (program != script && (!QStandardPaths::findExecutable(program).isEmpty() || QFileInfo(QDir(folder), program).isExecutable() || !program.front().isLetter()))
        return script; // a command line, which a shell runs
    return wrong(
        ErrorCode::NotFound, u"script"_s,
        isPath(script)
            ? translated(QT_TRANSLATE_NOOP("LaunchForm", "There is no such file: %1"))
                  .arg(QDir::toNativeSeparators(file.absoluteFilePath()))
            : translated(
                  QT_TRANSLATE_NOOP(
                      "LaunchForm",
                      "There is no program \u201c%1\u201d in PATH, and no such file in the working folder"))
                  .arg(script));
}

Result<void> checkedInterpreter(const AppSpec& spec)
{
    const QString& interpreter = spec.interpreter;
    if (interpreter.isEmpty() || interpreter == "none"_L1 || interpreter.startsWith("node@"_L1)) return {};
    const bool there = isPath(interpreter) ? QFileInfo(QDir(spec.cwd), expanded(interpreter)).isFile()
                                           : !QStandardPaths::findExecutable(interpreter).isEmpty();
    if (there) return {};
    return wrong(ErrorCode::MissingInterpreter, u"interpreter"_s,
                 isPath(interpreter) ? translated(QT_TRANSLATE_NOOP("LaunchForm", "There is no such file: %1")).arg(QDir::toNativeSeparators(interpreter))
                                     : translated(QT_TRANSLATE_NOOP("LaunchForm", "There is no program \u201c%1\u201d in PATH")).arg(interpreter));
}

/// What the guard would say of a program in PATH, such as npm, which starts Node itself.
Result<void> checkedMode(const AppSpec& spec)
{
    if (spec.execMode != ExecMode::Cluster || !spec.cluster.listen.isEmpty() || isPath(spec.script) || looksLikeNode(spec)) return {};
    return wrong(ErrorCode::Unsupported, u"exec_mode"_s,
                 translated(QT_TRANSLATE_NOOP("LaunchForm", "A cluster needs a script that Node runs; %1 is none. Choose its script, or fork mode"))
                     .arg(QFileInfo(spec.script).fileName()));
}

/// validateSpec() names values; the dialog wants the field.
Result<void> checkedWhole(const AppSpec& spec)
{
    const Result<void> valid = validateSpec(spec);
    if (valid) return {};
    Error error = valid.error();
    AppSpec other = spec;
    other.name = u"a"_s;
    if (error.subject == spec.name && validateSpec(other) != valid) error.subject = u"name"_s;
    other = spec;
    other.nameSpace = u"a"_s;
    if (error.subject == spec.nameSpace && validateSpec(other) != valid) error.subject = u"namespace"_s;
    if (!error.remedy.isEmpty()) error.why += u". "_s + error.remedy;
    return std::unexpected(error);
}

} // namespace

QString scriptPath(const AppSpec& spec)
{
    return QDir::cleanPath(QDir(spec.cwd).absoluteFilePath(spec.script));
}

QString defaultFolder(const QString& script)
{
    const QString path = expanded(script.trimmed());
    if (!isPath(path)) return QDir::homePath();
    return QFileInfo(QDir::home(), path).absolutePath();
}

Result<AppSpec> launchable(const AppSpec& typed)
{
    AppSpec spec = typed;
    const QString folder = expanded(typed.cwd.trimmed());
    const bool commandLine = firstWord(typed.script) != typed.script && !QFileInfo(expanded(typed.script.trimmed())).exists();
    spec.cwd = QDir::cleanPath(folder.isEmpty() ? (commandLine ? QDir::homePath() : defaultFolder(typed.script))
                                                : QFileInfo(QDir::home(), folder).absoluteFilePath());
    const Result<QString> script = checkedScript(typed.script, folder.isEmpty() ? QString() : spec.cwd);
    if (!script) return std::unexpected(script.error());
    if (!QFileInfo(spec.cwd).isDir())
        return wrong(ErrorCode::MissingFolder, u"cwd"_s,
                     translated(QT_TRANSLATE_NOOP("LaunchForm", "There is no such folder: %1"))
                         .arg(QDir::toNativeSeparators(spec.cwd)));
    spec.script = *script;
    if (spec.name.trimmed().isEmpty()) spec.name = defaultAppName(spec.script);
    if (const Result<void> interpreter = checkedInterpreter(spec); !interpreter) return std::unexpected(interpreter.error());
    if (const Result<void> mode = checkedMode(spec); !mode) return std::unexpected(mode.error());
    if (const Result<void> valid = checkedWhole(spec); !valid) return std::unexpected(valid.error());
    return spec;
}

QString startCommand(const AppSpec& spec, bool secrets)
{
    QStringList words{u"tropero"_s, u"start"_s, spec.script};
    const QJsonObject json = specToJson(spec);
    const bool inScriptFolder = QFileInfo(spec.script).absolutePath() == spec.cwd;
    for (const SpecField& field : specFields()) {
        if (!json.contains(field.key) || field.key == "script"_L1 || field.key == "args"_L1 ||
            field.flag.isEmpty())
            continue;
        if (field.key == "profile"_L1) continue; // its variables are among the assignments
        if (field.key == "name"_L1 && spec.name == defaultAppName(spec.script)) continue;
        if (field.key == "cwd"_L1 && inScriptFolder) continue;
        const QJsonValue value = json.value(field.key);
        if (value.isBool()) {
            const QString flag = value.toBool() ? field.flag : field.negatedFlag;
            if (!flag.isEmpty()) words.append(u"--"_s + flag);
        } else if (value.isArray()) {
            QStringList list;
            for (const QJsonValue& one : value.toArray())
                list.append(one.toVariant().toString());
            words << u"--"_s + field.flag << joinArguments(list);
        } else if (field.type == FieldType::Duration) {
            // A bare number is seconds for some options and milliseconds for others.
            words << u"--"_s + field.flag << value.toVariant().toString() + u"ms"_s;
        } else if (!value.isObject()) {
            words << u"--"_s + field.flag << value.toVariant().toString();
        }
    }
    // What has an option for turning it off only.
    for (const SpecField& field : specFields()) {
        if (field.flag.isEmpty() && !field.negatedFlag.isEmpty() && json.value(field.key).isBool() && !json.value(field.key).toBool())
            words.append(u"--"_s + field.negatedFlag);
    }
    if (!spec.args.isEmpty()) words << u"--"_s << spec.args;
    QStringList assignments;
    const EnvironmentMap environment = configuredEnvironment(spec);
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        assignments.append(
            joinArguments({it.key() + u'=' + (isSecretName(it.key()) && !secrets ? maskedValue() : it.value())}));
    assignments.append(joinArguments(words));
    return assignments.join(u' ');
}

} // namespace tropero

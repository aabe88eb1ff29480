// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/launchform.h"

#include "core/arguments.h"
#include "core/specfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
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

Result<EnvironmentMap> checkedEnvironment(const QString& text)
{
    EnvironmentMap variables;
    int number = 0;
    for (const QString& raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#')) continue;
        const qsizetype equals = line.indexOf(u'=');
        const QString name = line.left(equals).trimmed();
        if (equals <= 0 || name.contains(u' '))
            return wrong(ErrorCode::InvalidArgument, u"environment"_s,
                         translated(QT_TRANSLATE_NOOP("LaunchForm",
                                                      "Line %1 of the environment is not NAME=value: %2"))
                             .arg(number)
                             .arg(line));
        variables.insert(name, line.sliced(equals + 1).trimmed());
    }
    return variables;
}

} // namespace

QString defaultFolder(const QString& script)
{
    const QString path = expanded(script.trimmed());
    if (!isPath(path)) return QDir::homePath();
    return QFileInfo(QDir::home(), path).absolutePath();
}

Result<AppSpec> specFromForm(const LaunchForm& form)
{
    AppSpec spec;
    const QString folder = expanded(form.folder.trimmed());
    spec.cwd = QDir::cleanPath(folder.isEmpty() ? defaultFolder(form.script)
                                                : QFileInfo(QDir::home(), folder).absoluteFilePath());
    const Result<QString> script = checkedScript(form.script, folder.isEmpty() ? QString() : spec.cwd);
    if (!script) return std::unexpected(script.error());
    if (!QFileInfo(spec.cwd).isDir())
        return wrong(ErrorCode::MissingFolder, u"folder"_s,
                     translated(QT_TRANSLATE_NOOP("LaunchForm", "There is no such folder: %1"))
                         .arg(QDir::toNativeSeparators(spec.cwd)));
    const Result<EnvironmentMap> environment = checkedEnvironment(form.environment);
    if (!environment) return std::unexpected(environment.error());
    spec.script = *script;
    spec.args = splitArguments(form.arguments);
    spec.name = form.name.trimmed().isEmpty() ? defaultAppName(spec.script) : form.name.trimmed();
    spec.execMode = form.mode;
    spec.instances = form.instances;
    spec.restart.when = form.restart;
    spec.env = *environment;
    if (const Result<void> valid = validateSpec(spec); !valid) return std::unexpected(valid.error());
    return spec;
}

QString startCommand(const AppSpec& spec)
{
    QStringList words{u"tropero"_s, u"start"_s, spec.script};
    const QJsonObject json = specToJson(spec);
    const bool inScriptFolder = QFileInfo(spec.script).absolutePath() == spec.cwd;
    for (const SpecField& field : specFields()) {
        if (!json.contains(field.key) || field.key == "script"_L1 || field.key == "args"_L1 ||
            field.flag.isEmpty())
            continue;
        if (field.key == "name"_L1 && spec.name == defaultAppName(spec.script)) continue;
        if (field.key == "cwd"_L1 && inScriptFolder) continue;
        const QJsonValue value = json.value(field.key);
        if (value.isBool()) {
            const QString flag = value.toBool() ? field.flag : field.negatedFlag;
            if (!flag.isEmpty()) words.append(u"--"_s + flag);
        } else if (!value.isObject() && !value.isArray()) {
            words << u"--"_s + field.flag << value.toVariant().toString();
        }
    }
    if (!spec.args.isEmpty()) words << u"--"_s << spec.args;
    QStringList assignments;
    for (auto it = spec.env.cbegin(); it != spec.env.cend(); ++it)
        assignments.append(
            joinArguments({it.key() + u'=' + (isSecretName(it.key()) ? maskedValue() : it.value())}));
    assignments.append(joinArguments(words));
    return assignments.join(u' ');
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfieldtable.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

QJsonValue fromTexts(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonValue fromEnvironment(const EnvironmentMap& environment)
{
    QJsonObject object;
    for (const auto& [name, value] : environment.asKeyValueRange())
        object.insert(name, value);
    return object;
}

/// PM2's counting: "max" and 0 are all processors, -1 all but one; at least 1.
Result<int> instancesValue(const QJsonValue& value)
{
    const bool isMax = value.toString().trimmed().compare("max"_L1, Qt::CaseInsensitive) == 0;
    const Result<int> number = isMax ? Result<int>(0) : integerValue(value, -1000, 1000);
    if (!number)
        return wrongValue(value, FieldText::tr("expected a number of instances from 1 to 1000, or \"max\""));
    return *number > 0 ? *number : std::max(1, QThread::idealThreadCount() + *number);
}

SpecField instancesField()
{
    SpecField field = memberField(u"instances"_s, FieldType::Integer, [](auto& spec) -> auto& { return spec.instances; },
                                  instancesValue, [](int number) { return number; });
    field.defaultText = u"1"_s;
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Number of instances; max or 0: one for each processor, -1: one less");
    field.flag = u"instances"_s;
    field.shortFlag = u"i"_s;
    return field;
}

SpecField execModeField()
{
    SpecField field = choiceField(u"exec_mode"_s, [](auto& spec) -> auto& { return spec.execMode; },
                                  {u"fork"_s, u"cluster"_s, u"fork_mode"_s, u"cluster_mode"_s},
                                  QList{ExecMode::Fork, ExecMode::Cluster, ExecMode::Fork, ExecMode::Cluster});
    field.defaultText = u"fork"_s;
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "fork: each instance for itself; cluster: they share their ports, and reload replaces them without a gap. Not given: cluster "
                               "for a Node script with instances");
    field.flag = u"exec-mode"_s;
    return field;
}

SpecField namePrefixField()
{
    SpecField field = effectField(u"name_prefix"_s, FieldType::Text, [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        const Result<QString> prefix = value.isNull() ? Result<QString>(QString()) : textValue(value);
        if (!prefix)
            return std::unexpected(prefix.error());
        const QString name = spec.name.isEmpty() ? defaultAppName(spec.script) : spec.name;
        const QString start = *prefix + u':';
        if (!prefix->isEmpty() && !name.startsWith(start))
            spec.name = start + name;
        return {};
    });
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Put before the name, with a colon");
    return field;
}

SpecField appendEnvField()
{
    SpecField field = effectField(u"append_env_to_name"_s, FieldType::Flag, [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        const Result<bool> append = value.isNull() ? Result<bool>(false) : flagValue(value);
        if (!append)
            return std::unexpected(append.error());
        const QString name = spec.name.isEmpty() ? defaultAppName(spec.script) : spec.name;
        const QString end = u'-' + spec.envProfile;
        if (*append && !spec.envProfile.isEmpty() && !name.endsWith(end))
            spec.name = name + end;
        return {};
    });
    field.defaultText = u"false"_s;
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Put the chosen env_NAME block's name after the app's name");
    return field;
}

SpecField portField()
{
    SpecField field = effectField(u"port"_s, FieldType::Integer, [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        if (value.isNull())
            return {};
        const Result<int> port = integerValue(value, 0, 65535);
        if (!port)
            return std::unexpected(port.error());
        spec.env.insert(u"PORT"_s, QString::number(*port));
        return {};
    });
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Sets the variable PORT");
    field.flag = u"port"_s;
    return field;
}

/// true: nothing of the shell's environment; else the names that are held back.
SpecField filterEnvField()
{
    SpecField field;
    field.key = u"filter_env"_s;
    field.type = FieldType::TextList;
    field.read = [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        spec.filterAllEnv = false;
        spec.filterEnv.clear();
        if (value.isNull())
            return {};
        if (const Result<bool> all = flagValue(value); all && !value.isDouble()) {
            spec.filterAllEnv = *all;
            return {};
        }
        const Result<QStringList> names =
            textListValue(value.isString() ? QJsonValue(value.toString().replace(u',', u' ')) : value);
        if (!names)
            return std::unexpected(names.error());
        spec.filterEnv = *names;
        return {};
    };
    field.write = [](const AppSpec& spec) {
        return spec.filterAllEnv ? QJsonValue(true) : fromTexts(spec.filterEnv);
    };
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Variables of the shell whose name contains one of these are not passed on; true: none is");
    field.flag = u"filter-env"_s;
    return field;
}

SpecField textWithHelp(SpecField field, const char* help, const QString& flag = {})
{
    field.helpText = help;
    field.flag = flag;
    return field;
}

SpecField nameField()
{
    SpecField field = textWithHelp(textField(u"name"_s, [](auto& spec) -> auto& { return spec.name; }),
                                   QT_TRANSLATE_NOOP("FieldText", "Name of the app; otherwise the script's without its extension"), u"name"_s);
    field.shortFlag = u"n"_s;
    return field;
}

SpecField scriptField()
{
    SpecField field = textWithHelp(textField(u"script"_s, [](auto& spec) -> auto& { return spec.script; }),
                                   QT_TRANSLATE_NOOP("FieldText", "Script, program or command line to run"));
    field.aliases = {u"exec"_s, u"cmd"_s, u"command"_s};
    return field;
}

SpecField nameSpaceField()
{
    SpecField field = textWithHelp(textField(u"namespace"_s, [](auto& spec) -> auto& { return spec.nameSpace; }),
                                   QT_TRANSLATE_NOOP("FieldText", "Group of apps that commands can name together"), u"namespace"_s);
    field.defaultText = u"default"_s;
    return field;
}

SpecField argsField()
{
    return textWithHelp(memberField(u"args"_s, FieldType::TextList, [](auto& spec) -> auto& { return spec.args; }, textListValue,
                                    fromTexts),
                        QT_TRANSLATE_NOOP("FieldText", "Arguments of the script, as a list or one text with quotes"));
}

/// Whether there is such a version is found out where the app is started.
Result<QString> interpreterValue(const QJsonValue& value)
{
    static const QRegularExpression request(u"^node@(v?\\d+(\\.\\d+){0,2}|lts(/[a-z]+)?|latest|\\.nvmrc)$"_s);
    const Result<QString> text = textValue(value);
    if (text && text->startsWith("node@"_L1) && !request.match(*text).hasMatch())
        return wrongValue(value, FieldText::tr("expected a version of Node, such as node@18, node@18.1.0, node@lts or node@.nvmrc"));
    return text;
}

SpecField interpreterField()
{
    SpecField field = textWithHelp(memberField(u"interpreter"_s, FieldType::Text, [](auto& spec) -> auto& { return spec.interpreter; },
                                               interpreterValue, [](const QString& name) { return name; }),
                                   QT_TRANSLATE_NOOP("FieldText", "Program that runs the script, or a version of Node such as node@18, node@lts, node@.nvmrc; otherwise by extension and #! line; "
                                                 "none: the script itself"),
                                   u"interpreter"_s);
    field.aliases = {u"exec_interpreter"_s};
    return field;
}

SpecField interpreterArgsField()
{
    SpecField field = textWithHelp(memberField(u"interpreter_args"_s, FieldType::TextList,
                                               [](auto& spec) -> auto& { return spec.interpreterArgs; }, textListValue, fromTexts),
                                   QT_TRANSLATE_NOOP("FieldText", "Arguments of the interpreter, before the script"), u"interpreter-args"_s);
    field.aliases = {u"node_args"_s};
    field.flagAliases = {u"node-args"_s};
    return field;
}

SpecField envField()
{
    return textWithHelp(memberField(u"env"_s, FieldType::Environment, [](auto& spec) -> auto& { return spec.env; }, environmentValue,
                                    fromEnvironment),
                        QT_TRANSLATE_NOOP("FieldText", "Variables of the app; blocks called env_NAME are merged over it by --env NAME"));
}

SpecField instanceVariableField()
{
    SpecField field = textWithHelp(textField(u"instance_var"_s, [](auto& spec) -> auto& { return spec.instanceVariable; }),
                                   QT_TRANSLATE_NOOP("FieldText", "Variable that carries the number of the instance in its app, from 0"),
                                   u"instance-var"_s);
    field.defaultText = u"NODE_APP_INSTANCE"_s;
    return field;
}

SpecField userField()
{
    SpecField field = textWithHelp(textField(u"uid"_s, [](auto& spec) -> auto& { return spec.user; }),
                                   QT_TRANSLATE_NOOP("FieldText", "User to run as, by name or number (only root can do that)"), u"uid"_s);
    field.aliases = {u"user"_s};
    field.flagAliases = {u"user"_s};
    field.shortFlag = u"u"_s;
    return field;
}

SpecField groupField()
{
    SpecField field = textWithHelp(textField(u"gid"_s, [](auto& spec) -> auto& { return spec.group; }),
                                   QT_TRANSLATE_NOOP("FieldText", "Group to run as, by name or number (only root can do that)"), u"gid"_s);
    field.aliases = {u"group"_s};
    return field;
}

SpecField autostartField()
{
    return defaultOnField(u"autostart"_s, [](auto& spec) -> auto& { return spec.autostart; }, u"no-autostart"_s,
                          QT_TRANSLATE_NOOP("FieldText", "Start the app as soon as it is registered"));
}

} // namespace

QList<SpecField> launchFields()
{
    // name_prefix, append_env_to_name and port build on what stands before them.
    return {
        nameField(),
        scriptField(),
        argsField(),
        nameSpaceField(),
        textWithHelp(textField(u"cwd"_s, [](auto& spec) -> auto& { return spec.cwd; }),
                     QT_TRANSLATE_NOOP("FieldText", "Folder to run in; relative paths start from it"), u"cwd"_s),
        interpreterField(),
        interpreterArgsField(),
        execModeField(),
        instancesField(),
        envField(),
        textWithHelp(textField(u"profile"_s, [](auto& spec) -> auto& { return spec.envProfile; }),
                     QT_TRANSLATE_NOOP("FieldText", "Name of the env_NAME block to use"), u"env"_s),
        portField(),
        filterEnvField(),
        namePrefixField(),
        appendEnvField(),
        instanceVariableField(),
        textWithHelp(textField(u"increment_var"_s, [](auto& spec) -> auto& { return spec.incrementVariable; }),
                     QT_TRANSLATE_NOOP("FieldText", "Variable, such as PORT, that grows by 1 with each instance"), u"increment-var"_s),
        userField(),
        groupField(),
        autostartField(),
    };
}

} // namespace tropero

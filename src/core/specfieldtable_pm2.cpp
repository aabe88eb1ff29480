// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfieldtable.h"

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

SpecField pm2Field(const QString& key, FieldType type, const QString& defaultText, const char* help)
{
    SpecField field = effectField(key, type, [](AppSpec&, const QJsonValue&) -> Result<void> { return {}; });
    field.defaultText = defaultText;
    field.helpText = help;
    field.supported = false;
    return field;
}

SpecField withFlags(SpecField field, const QString& flag, const QString& negated = {}, const QString& letter = {})
{
    field.flag = flag;
    field.negatedFlag = negated;
    field.shortFlag = letter;
    return field;
}

SpecField withAliases(SpecField field, const QStringList& aliases)
{
    field.aliases = aliases;
    return field;
}

} // namespace

QList<SpecField> pm2OnlyFields()
{
    static constexpr const char* missing = QT_TRANSLATE_NOOP("FieldText", "not available in this version");
    static constexpr const char* needless = QT_TRANSLATE_NOOP("FieldText", "PM2 only; not needed here");
    static constexpr const char* sourceMaps = QT_TRANSLATE_NOOP("FieldText", "PM2 only; give --enable-source-maps in interpreter_args");
    static constexpr const char* commandLine = QT_TRANSLATE_NOOP("FieldText", "only an option of the command line");
    const QString off = u"false"_s;
    const QString on = u"true"_s;
    return {
        pm2Field(u"watch_options"_s, FieldType::Environment, {},
                 QT_TRANSLATE_NOOP("FieldText", "PM2 only; see ignore_watch, ext and watch_delay")),
        withFlags(pm2Field(u"source_map_support"_s, FieldType::Flag, on, sourceMaps), u"source-map-support"_s),
        withFlags(pm2Field(u"disable_source_map_support"_s, FieldType::Flag, off, needless), u"disable-source-map-support"_s),
        withFlags(withAliases(pm2Field(u"pid_file"_s, FieldType::Text, {},
                                       QT_TRANSLATE_NOOP("FieldText", "pid files are always pids/NAME-NUMBER.pid in the home folder")),
                              {u"pid"_s}),
                  u"pid"_s, {}, u"p"_s),
        pm2Field(u"post_update"_s, FieldType::TextList, {}, missing),
        pm2Field(u"kill_retry_time"_s, FieldType::Duration, u"100"_s, needless),
        withFlags(pm2Field(u"automation"_s, FieldType::Flag, on, needless), {}, u"no-automation"_s),
        withFlags(pm2Field(u"vizion"_s, FieldType::Flag, on, needless), {}, u"no-vizion"_s),
        withAliases(pm2Field(u"windowsHide"_s, FieldType::Flag, on, needless), {u"windows_hide"_s}),
        withFlags(pm2Field(u"trace"_s, FieldType::Flag, off, missing), u"trace"_s),
        withFlags(pm2Field(u"disable_trace"_s, FieldType::Flag, off, needless), u"disable-trace"_s),
        withFlags(pm2Field(u"v8"_s, FieldType::Flag, off, missing), u"v8"_s),
        withFlags(pm2Field(u"event_loop_inspector"_s, FieldType::Flag, off, missing), u"event-loop-inspector"_s),
        withFlags(pm2Field(u"deep_monitoring"_s, FieldType::Flag, off, missing), u"deep-monitoring"_s),
        pm2Field(u"io"_s, FieldType::Environment, {}, missing),
        pm2Field(u"force"_s, FieldType::Flag, off, commandLine),
        pm2Field(u"write"_s, FieldType::Flag, off, missing),
        pm2Field(u"execute_command"_s, FieldType::Flag, off, needless),
        pm2Field(u"username"_s, FieldType::Text, {}, needless),
        pm2Field(u"install_url"_s, FieldType::Text, {}, needless),
    };
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cron.h"
#include "core/specfieldtable.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

QJsonArray fromTexts(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

/// true: the working folder; a list or text: those paths.
SpecField watchField()
{
    SpecField field;
    field.key = u"watch"_s;
    field.type = FieldType::TextList;
    field.read = [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        Result<bool> wanted = value.isNull() || value.toString(u"-"_s).trimmed().isEmpty() ? Result<bool>(false) : flagValue(value);
        QStringList paths;
        if (!wanted) {
            const Result<QStringList> given = value.isDouble() ? wrongValue(value, FieldText::tr("expected true, false, a path or a list of paths"))
                                                               : textListValue(value);
            if (!given)
                return std::unexpected(given.error());
            paths = *given;
            paths.removeAll(QString());
            wanted = !paths.isEmpty();
        }
        spec.watch.enabled = *wanted;
        spec.watch.paths = paths;
        return {};
    };
    field.write = [](const AppSpec& spec) {
        return spec.watch.enabled && !spec.watch.paths.isEmpty() ? QJsonValue(fromTexts(spec.watch.paths)) : QJsonValue(spec.watch.enabled);
    };
    field.defaultText = u"false"_s;
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Restart (in cluster mode: reload) when files of the working folder change, or of the paths given");
    field.flag = u"watch"_s;
    field.valueOptional = true;
    return field;
}

SpecField ignoreField()
{
    SpecField field = memberField(u"ignore_watch"_s, FieldType::TextList, [](auto& spec) -> auto& { return spec.watch.ignore; }, textListValue,
                                  fromTexts);
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Names, paths or globs that are not watched; otherwise node_modules and names that begin with a dot");
    field.flag = u"ignore-watch"_s;
    return field;
}

/// "js", ".js" and "*.js" are one.
Result<QStringList> extensionsValue(const QJsonValue& value)
{
    const Result<QStringList> given = textListValue(value.isString() ? QJsonValue(value.toString().replace(u',', u' ')) : value);
    if (!given)
        return given;
    QStringList result;
    for (QString extension : *given) {
        extension = extension.trimmed();
        if (extension.startsWith(u'*'))
            extension.remove(0, 1);
        if (extension.startsWith(u'.'))
            extension.remove(0, 1);
        if (extension.isEmpty() || extension.contains(u'/') || extension.contains(u'\\') || extension.contains(u'*'))
            return wrongValue(value, FieldText::tr("expected endings of files, such as \"js,json\""));
        if (!result.contains(extension))
            result.append(extension);
    }
    return result;
}

SpecField extensionsField()
{
    SpecField field = memberField(u"ext"_s, FieldType::TextList, [](auto& spec) -> auto& { return spec.watch.extensions; }, extensionsValue,
                                  fromTexts);
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Watch only files with these endings, such as js,json");
    field.flag = u"ext"_s;
    return field;
}

SpecField delayField()
{
    SpecField field = durationField(u"watch_delay"_s, [](auto& spec) -> auto& { return spec.watch.delay; }, longestTimer);
    field.defaultText = u"0"_s;
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Time from the last change to the restart; a number is milliseconds, as an option seconds");
    field.flag = u"watch-delay"_s;
    return field;
}

/// PM2 takes 0 for none, which takes a pattern away again.
Result<QString> cronValue(const QJsonValue& value)
{
    if (const Result<bool> none = flagValue(value); none && !*none)
        return QString();
    const Result<QString> text = textValue(value);
    if (!text)
        return text;
    const QString pattern = text->simplified();
    if (pattern.isEmpty())
        return QString();
    if (const Result<CronSchedule> schedule = CronSchedule::parse(pattern); !schedule)
        return wrongValue(value, FieldText::tr("expected times such as \"0 3 * * *\"; %1").arg(schedule.error().why));
    return pattern;
}

SpecField cronField()
{
    SpecField field = memberField(u"cron_restart"_s, FieldType::Text, [](auto& spec) -> auto& { return spec.cron; }, cronValue,
                                  [](const QString& pattern) { return pattern; });
    field.aliases = {u"cron"_s};
    field.helpText = QT_TRANSLATE_NOOP("FieldText", "Restart (in cluster mode: reload) at these times, such as \"0 3 * * *\", and start again what ended by itself; 0: never");
    field.flag = u"cron-restart"_s;
    field.shortFlag = u"c"_s;
    field.flagAliases = {u"cron"_s};
    return field;
}

} // namespace

QList<SpecField> watchFields()
{
    return {watchField(), ignoreField(), extensionsField(), delayField(), cronField()};
}

} // namespace tropero

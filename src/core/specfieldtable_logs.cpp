// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfieldtable.h"

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

constexpr QLatin1StringView plainTimeFormat{"YYYY-MM-DDTHH:mm:ss"};
constexpr Milliseconds longestAge{std::chrono::days(3650)};

SpecField described(SpecField field, const QString& defaultText, const char* help, const QString& flag = {})
{
    field.defaultText = defaultText;
    field.helpText = help;
    field.flag = flag;
    return field;
}

SpecField outFileField()
{
    SpecField field = textField(u"out_file"_s, [](auto& spec) -> auto& { return spec.logs.outFile; });
    field.aliases = {u"out"_s, u"output"_s, u"out_log"_s};
    field.shortFlag = u"o"_s;
    return described(field, {}, QT_TRANSLATE_NOOP("FieldText", "File for standard output; NULL: none"), u"output"_s);
}

SpecField errorFileField()
{
    SpecField field = textField(u"error_file"_s, [](auto& spec) -> auto& { return spec.logs.errorFile; });
    field.aliases = {u"error"_s, u"err"_s, u"err_file"_s, u"err_log"_s};
    field.shortFlag = u"e"_s;
    return described(field, {}, QT_TRANSLATE_NOOP("FieldText", "File for standard error; NULL: none"), u"error"_s);
}

SpecField combinedFileField()
{
    const auto parse = [](const QJsonValue& value) -> Result<QString> {
        if (!value.isBool())
            return textValue(value);
        if (value.toBool())
            return wrongValue(value, FieldText::tr("expected the path of a file"));
        return QString();
    };
    SpecField field = memberField(u"log_file"_s, FieldType::Text, [](auto& spec) -> auto& { return spec.logs.combinedFile; }, parse,
                                  [](const QString& path) { return path; });
    field.aliases = {u"log"_s};
    field.shortFlag = u"l"_s;
    return described(field, {}, QT_TRANSLATE_NOOP("FieldText", "Further file for both streams together"), u"log"_s);
}

SpecField timeField()
{
    SpecField field = effectField(u"time"_s, FieldType::Flag, [](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        const Result<bool> wanted = value.isNull() ? Result<bool>(false) : flagValue(value);
        if (!wanted)
            return std::unexpected(wanted.error());
        if (*wanted)
            spec.logs.dateFormat = plainTimeFormat;
        else if (spec.logs.dateFormat == plainTimeFormat)
            spec.logs.dateFormat.clear();
        return {};
    });
    return described(field, u"false"_s, QT_TRANSLATE_NOOP("FieldText", "Put the time before each line of output"), u"time"_s);
}

SpecField logTypeField()
{
    SpecField field = choiceField(u"log_type"_s, [](auto& spec) -> auto& { return spec.logs.json; }, {u"raw"_s, u"json"_s},
                                  QList{false, true});
    return described(field, u"raw"_s, QT_TRANSLATE_NOOP("FieldText", "raw: bytes as written; json: one object for each line"), u"log-type"_s);
}

SpecField mergeField()
{
    SpecField field = flagField(u"merge_logs"_s, [](auto& spec) -> auto& { return spec.logs.merge; });
    field.aliases = {u"combine_logs"_s};
    return described(field, u"false"_s, QT_TRANSLATE_NOOP("FieldText", "All instances of the app share one pair of log files"), u"merge-logs"_s);
}

} // namespace

QList<SpecField> logFields()
{
    return {
        outFileField(),
        errorFileField(),
        combinedFileField(),
        described(textField(u"log_date_format"_s, [](auto& spec) -> auto& { return spec.logs.dateFormat; }), {},
                  QT_TRANSLATE_NOOP("FieldText", "Format of the time that is put before each line, such as YYYY-MM-DD HH:mm:ss"), u"log-date-format"_s),
        timeField(),
        logTypeField(),
        mergeField(),
        described(flagField(u"disable_logs"_s, [](auto& spec) -> auto& { return spec.logs.disabled; }), u"false"_s,
                  QT_TRANSLATE_NOOP("FieldText", "Store no output"), u"disable-logs"_s),
        described(sizeField(u"log_max_size"_s, [](auto& spec) -> auto& { return spec.logs.maxSize; }), u"512M"_s,
                  QT_TRANSLATE_NOOP("FieldText", "A larger log file is rotated; 0: never"), u"log-max-size"_s),
        described(durationField(u"log_max_age"_s, [](auto& spec) -> auto& { return spec.logs.maxAge; }, longestAge), u"7d"_s,
                  QT_TRANSLATE_NOOP("FieldText", "A log file begun longer ago is rotated; 0: never"), u"log-max-age"_s),
        described(integerField(u"log_keep"_s, [](auto& spec) -> auto& { return spec.logs.keep; }, 0, 10'000), u"5"_s,
                  QT_TRANSLATE_NOOP("FieldText", "Rotated files that are kept for each log"), u"log-keep"_s),
    };
}

} // namespace tropero

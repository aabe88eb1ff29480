// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfieldnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

QJsonObject typed(const QStringList& types, const QString& pattern = {})
{
    QJsonObject schema;
    schema[u"type"_s] = types.size() == 1 ? QJsonValue(types.first()) : QJsonValue(QJsonArray::fromStringList(types));
    if (!pattern.isEmpty())
        schema[u"pattern"_s] = pattern; // concerns texts only
    return schema;
}

QJsonObject listOf(const QStringList& elements, const QStringList& orTypes)
{
    return {{u"anyOf"_s, QJsonArray{QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, typed(elements)}}, typed(orTypes)}}};
}

QJsonObject environmentSchema()
{
    return {{u"type"_s, u"object"_s}, {u"additionalProperties"_s, true}};
}

/// What the field's reader takes, as far as a schema can say it.
QJsonObject valueSchema(const SpecField& field)
{
    if (!field.supported)
        return {};
    const QString text = u"string"_s;
    const QString number = u"number"_s;
    switch (field.type) {
    case FieldType::Text:
        if (field.key == "log_file"_L1)
            return typed({text, u"boolean"_s});
        return typed({text, number});
    case FieldType::Flag:
        return typed({u"boolean"_s});
    case FieldType::Integer:
        return typed({u"integer"_s, text}, field.key == "instances"_L1 ? u"^(max|-?[0-9]+)$"_s : u"^[0-9]+$"_s);
    case FieldType::Number:
        return typed({number, text}, u"^[0-9.]+$"_s);
    case FieldType::Duration:
        return typed({number, text}, u"^ *[0-9.]+ *(ms|s|sec|m|min|h|d)? *$"_s);
    case FieldType::Size:
        return typed({number, text}, u"^ *[0-9.]+ *[KkMmGgTt]?([Ii]?[Bb])? *$"_s);
    case FieldType::TextList:
        return listOf({text, number, u"boolean"_s}, field.key == "filter_env"_L1 || field.key == "watch"_L1 ? QStringList{text, u"boolean"_s} : QStringList{text, number});
    case FieldType::IntegerList:
        return listOf({u"integer"_s, text}, {u"integer"_s, text});
    case FieldType::Environment:
        return environmentSchema();
    case FieldType::Choice:
        return {{u"enum"_s, QJsonArray::fromStringList(field.choices)}};
    }
    return {};
}

QJsonValue defaultValue(const SpecField& field)
{
    switch (field.type) {
    case FieldType::Flag:
        return field.defaultText == "true"_L1;
    case FieldType::Integer:
        return field.defaultText.toInt();
    case FieldType::Number:
        return field.defaultText.toDouble();
    default:
        if (field.valueOptional)
            return field.defaultText == "true"_L1;
        return field.defaultText;
    }
}

QJsonObject propertySchema(const SpecField& field)
{
    QJsonObject schema = valueSchema(field);
    schema[u"description"_s] = field.help();
    if (!field.defaultText.isEmpty() && field.supported)
        schema[u"default"_s] = defaultValue(field);
    return schema;
}

/// Other names of a field are patterns and not properties: they are valid, but editors do not propose them.
QJsonObject appSchema()
{
    QJsonObject properties;
    QJsonObject patterns;
    QJsonArray scriptNames;
    for (const SpecField& field : specFields()) {
        properties[field.key] = propertySchema(field);
        QStringList others = namesOf(field);
        others.removeAll(field.key);
        if (!others.isEmpty())
            patterns[u"^(%1)$"_s.arg(others.join(u'|'))] = QJsonObject{{u"$ref"_s, u"#/definitions/app/properties/"_s + field.key}};
        if (field.key == "script"_L1) {
            for (const QString& name : namesOf(field))
                scriptNames.append(QJsonObject{{u"required"_s, QJsonArray{name}}});
        }
    }
    patterns[u"^env_.+$"_s] = environmentSchema();
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"patternProperties"_s, patterns},
            {u"anyOf"_s, scriptNames},
            {u"additionalProperties"_s, false}};
}

} // namespace

QJsonObject configSchema()
{
    const QJsonObject app{{u"$ref"_s, u"#/definitions/app"_s}};
    const QJsonObject apps{{u"type"_s, u"array"_s}, {u"items"_s, app}};
    const QJsonObject oneOrMore{{u"anyOf"_s, QJsonArray{apps, app}}};
    const auto fileWith = [&oneOrMore](const QString& key) {
        return QJsonObject{{u"type"_s, u"object"_s},
                           {u"properties"_s, QJsonObject{{key, oneOrMore}}},
                           {u"required"_s, QJsonArray{key}}};
    };
    return {{u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s},
            {u"title"_s, u"Tropero config file"_s},
            {u"definitions"_s, QJsonObject{{u"app"_s, appSchema()}}},
            {u"anyOf"_s, QJsonArray{fileWith(u"apps"_s), fileWith(u"pm2"_s), apps, app}}};
}

} // namespace tropero

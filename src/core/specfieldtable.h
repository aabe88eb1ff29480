// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fieldvalues.h"
#include "core/specfields.h"

#include <QCoreApplication>

#include <utility>

namespace tropero {

/// The groups that specFields() is made of, in its order.
QList<SpecField> launchFields();  ///< what is run, where, with which environment
QList<SpecField> clusterFields(); ///< cluster, readiness, the agent in Node apps
QList<SpecField> restartFields(); ///< restart, stop
QList<SpecField> watchFields();   ///< restart on changed files and by the clock
QList<SpecField> logFields();
QList<SpecField> pm2OnlyFields(); ///< known from PM2, without effect here

/// Context of all help texts.
struct FieldText
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

/// A field that stores one member of AppSpec. `access` is a generic lambda from (const) AppSpec& to the member, `parse` makes a
/// Result of the member's type from JSON, `print` is its inverse. Null sets the member back to its default.
template<typename Access, typename Parse, typename Print>
SpecField memberField(QString key, FieldType type, Access access, Parse parse, Print print)
{
    SpecField field;
    field.key = std::move(key);
    field.type = type;
    field.read = [access, parse](AppSpec& spec, const QJsonValue& value) -> Result<void> {
        if (value.isNull()) {
            AppSpec standard;
            access(spec) = access(standard);
            return {};
        }
        auto parsed = parse(value);
        if (!parsed)
            return std::unexpected(parsed.error());
        access(spec) = *std::move(parsed);
        return {};
    };
    field.write = [access, print](const AppSpec& spec) { return QJsonValue(print(access(spec))); };
    return field;
}

/// A field that only changes other members when it is read; it is never written.
template<typename Apply>
SpecField effectField(QString key, FieldType type, Apply apply)
{
    SpecField field;
    field.key = std::move(key);
    field.type = type;
    field.read = [apply](AppSpec& spec, const QJsonValue& value) -> Result<void> { return apply(spec, value); };
    field.write = [](const AppSpec&) { return QJsonValue(QJsonValue::Undefined); };
    return field;
}

template<typename Access>
SpecField textField(QString key, Access access)
{
    return memberField(std::move(key), FieldType::Text, access, textValue, [](const QString& text) { return text; });
}

template<typename Access>
SpecField flagField(QString key, Access access)
{
    return memberField(std::move(key), FieldType::Flag, access, flagValue, [](bool flag) { return flag; });
}

/// On unless the option `off` is given.
template<typename Access>
SpecField defaultOnField(QString key, Access access, QString off, const char* help)
{
    SpecField field = flagField(std::move(key), access);
    field.defaultText = QStringLiteral("true");
    field.negatedFlag = std::move(off);
    field.helpText = help;
    return field;
}

template<typename Access>
SpecField integerField(QString key, Access access, int least, int most)
{
    const auto parse = [least, most](const QJsonValue& value) { return integerValue(value, least, most); };
    return memberField(std::move(key), FieldType::Integer, access, parse, [](int number) { return number; });
}

template<typename Access>
SpecField numberField(QString key, Access access, double least, double most)
{
    const auto parse = [least, most](const QJsonValue& value) { return numberValue(value, least, most); };
    return memberField(std::move(key), FieldType::Number, access, parse, [](double number) { return number; });
}

template<typename Access>
SpecField durationField(QString key, Access access, Milliseconds longest)
{
    const auto parse = [longest](const QJsonValue& value) { return durationValue(value, longest); };
    return memberField(std::move(key), FieldType::Duration, access, parse,
                       [](Milliseconds duration) { return static_cast<qint64>(duration.count()); });
}

template<typename Access>
SpecField sizeField(QString key, Access access)
{
    return memberField(std::move(key), FieldType::Size, access, sizeValue, [](qint64 bytes) { return bytes; });
}

/// `values[i]` is what `choices[i]` means; of several words for one value the first is written.
template<typename Access, typename T>
SpecField choiceField(QString key, Access access, const QStringList& choices, const QList<T>& values)
{
    const auto parse = [choices, values](const QJsonValue& value) -> Result<T> {
        const Result<QString> choice = choiceValue(value, choices);
        if (!choice)
            return std::unexpected(choice.error());
        return values[choices.indexOf(*choice)];
    };
    const auto print = [choices, values](const T& value) { return choices[values.indexOf(value)]; };
    SpecField field = memberField(std::move(key), FieldType::Choice, access, parse, print);
    field.choices = choices;
    return field;
}

} // namespace tropero

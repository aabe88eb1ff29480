// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tropero {

enum class FieldType { Text, Flag, Integer, Number, Duration, Size, TextList, IntegerList, Environment, Choice };

/// One field of an app's description: the single source for parsing, checking, --help, the JSON Schema and tool tips.
struct SpecField
{
    QString key;            ///< canonical config key, PM2's name where PM2 has the field (snake_case)
    QStringList aliases;    ///< other accepted keys; camelCase forms of key and aliases are accepted too
    FieldType type = FieldType::Text;
    QStringList choices;    ///< for Choice
    QString defaultText;    ///< default as the user would write it; empty: none
    const char* helpText = "";  ///< one sentence; see help()
    QString flag;           ///< long command line option without dashes; empty: config file only
    QString shortFlag;      ///< one letter; may be empty
    QStringList flagAliases;///< further long options, without dashes
    bool valueOptional = false; ///< the option may stand without a value, which then is true
    QString negatedFlag;    ///< option that sets a Flag to false, e.g. "no-autorestart"
    bool supported = true;  ///< false: known from PM2 but without effect here (reported as a warning, with `help` as the reason)
    std::function<Result<void>(AppSpec&, const QJsonValue&)> read; ///< checks and stores; a string is accepted for every type
    std::function<QJsonValue(const AppSpec&)> write;               ///< the value as read() takes it

    /// What it is for, one sentence, in the language of now.
    QString help() const;
};

/// All fields in the order in which help and schema list them. Built on first use, never changes.
const QList<SpecField>& specFields();

/// The field with that key, alias or camelCase form; nullptr if there is none.
const SpecField* findSpecField(const QString& key);

/// Reads the object over `base`. Unknown keys are warnings with the nearest known one named; wrong values are an error that names
/// the key and the app. A null value sets the field back to its default. env_NAME keys fill envProfiles.
/// As PM2: `instances` without `exec_mode` mean cluster mode for a Node script; so does `listen` for any program.
Result<AppSpec> specFromJson(const QJsonObject& object, AppSpec base = {}, QStringList* warnings = nullptr);

/// Every field that differs from its default; specFromJson() gives the same spec back.
QJsonObject specToJson(const AppSpec& spec);

/// Checks what no single field can: script given, name usable, instances within 1..1000, cluster mode possible for it.
Result<void> validateSpec(const AppSpec& spec);

/// Name for a script or command without one, as PM2: basename up to its last dot.
QString defaultAppName(const QString& script);

/// JSON Schema (draft 7) for one app and for a config file, for editors.
QJsonObject configSchema();

} // namespace tropero

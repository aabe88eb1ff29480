// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/specoptions.h"

#include "core/specfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SpecOptions)
};

/// Without further words for the same value.
QStringList ownChoices(const SpecField& field)
{
    QStringList choices;
    for (const QString& choice : field.choices) {
        AppSpec spec;
        if (field.read(spec, choice) && field.write(spec).toString() == choice)
            choices.append(choice);
    }
    return choices;
}

QString valueNameOf(const SpecField& field)
{
    switch (field.type) {
    case FieldType::Flag: return u"true|false"_s;
    case FieldType::Integer:
    case FieldType::Number: return Texts::tr("NUMBER");
    case FieldType::Duration: return Texts::tr("TIME");
    case FieldType::Size: return Texts::tr("SIZE");
    case FieldType::TextList:
    case FieldType::IntegerList: return Texts::tr("LIST");
    case FieldType::Choice: return ownChoices(field).join(u'|');
    case FieldType::Environment:
    case FieldType::Text: break;
    }
    return Texts::tr("TEXT");
}

QString helpOf(const SpecField& field)
{
    if (field.defaultText.isEmpty() || field.type == FieldType::Flag || field.valueOptional || !field.supported)
        return field.help();
    return Texts::tr("%1 (default: %2)").arg(field.help(), field.defaultText);
}

/// What the option that sets a flag to false means.
QString negatedHelpOf(const SpecField& field)
{
    if (!field.supported)
        return field.help();
    if (field.key == "autostart"_L1)
        return Texts::tr("Put the app into the list, but do not start it");
    if (field.key == "autorestart"_L1)
        return Texts::tr("Do not start it again when it ended; the same as --restart never");
    if (field.key == "treekill"_L1)
        return Texts::tr("Send the stop signal to the main process only");
    if (field.key == "pmx"_L1)
        return Texts::tr("Put nothing into a Node app: no process.send() and what builds on it");
    return Texts::tr("Turns off: %1").arg(field.help());
}

/// The heading under which the field and those after it in the table are listed; empty: the heading stays.
QString headingFrom(const SpecField& field)
{
    if (!field.supported)
        return Texts::tr("Known from PM2, without effect here");
    if (field.key == "name"_L1)
        return Texts::tr("The app");
    if (field.key == "scheduling"_L1)
        return Texts::tr("Cluster and readiness");
    if (field.key == "watch"_L1)
        return Texts::tr("Watch and schedule");
    if (field.key == "restart"_L1)
        return Texts::tr("Restart and stop");
    if (field.key == "out_file"_L1)
        return Texts::tr("Logs");
    return {};
}

/// As an option PM2 takes a bare number for seconds.
QString inSeconds(const QString& delay)
{
    bool isNumber = false;
    delay.toDouble(&isNumber);
    return isNumber ? delay.trimmed() + u's' : delay;
}

} // namespace

QList<CommandOption> specOptions()
{
    QList<CommandOption> options;
    QString group = Texts::tr("The app");
    for (const SpecField& field : specFields()) {
        if (const QString heading = headingFrom(field); !heading.isEmpty())
            group = heading;
        if (!field.flag.isEmpty()) {
            const bool flag = field.type == FieldType::Flag;
            options.append({.name = field.flag, .letter = field.shortFlag, .valueName = valueNameOf(field), .help = helpOf(field),
                            .aliases = field.flagAliases, .group = group, .valueOptional = flag || field.valueOptional, .valueHidden = flag});
        }
        if (!field.negatedFlag.isEmpty())
            options.append({.name = field.negatedFlag, .help = negatedHelpOf(field), .group = group});
    }
    return options;
}

QJsonObject givenSpec(const ParsedOptions& options, const QString& folder)
{
    QJsonObject changes;
    for (const ParsedOptions::Given& given : options.given) {
        for (const SpecField& field : specFields()) {
            if (!field.negatedFlag.isEmpty() && given.name == field.negatedFlag) {
                changes.insert(field.key, false);
            } else if (!field.flag.isEmpty() && given.name == field.flag) {
                QJsonValue value = given.hasValue ? QJsonValue(given.value) : QJsonValue(true);
                if (given.hasValue && given.value == "null"_L1)
                    value = QJsonValue::Null;
                else if (field.key == "watch_delay"_L1)
                    value = inSeconds(given.value);
                else if (field.type == FieldType::TextList && changes.contains(field.key))
                    value = changes.value(field.key).toString() + u' ' + given.value; // given several times
                changes.insert(field.key, value);
            }
        }
    }
    if (const QJsonValue cwd = changes.value("cwd"_L1); cwd.isString())
        changes.insert("cwd"_L1, QDir::cleanPath(QDir(folder).absoluteFilePath(cwd.toString())));
    return changes;
}

} // namespace tropero

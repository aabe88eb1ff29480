// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

/// One option of a command, as parsed and as shown in its help.
struct CommandOption
{
    QString name = {};             ///< long form without dashes
    QString letter = {};           ///< short form without dash; may be empty
    QString valueName = {};        ///< shown in the help; empty: the option takes no value
    QString help = {};
    QStringList aliases = {};      ///< further long forms
    QString group = {};            ///< heading in the help; empty: "Options"
    bool valueOptional = false; ///< the value counts only when written as --name=value, or when takesNext says so
    bool (*takesNext)(const QString& word) = nullptr;
    bool valueHidden = false;   ///< the optional value is not mentioned in the help
    bool hidden = false;        ///< works, but is not listed

    bool takesValue() const { return !valueName.isEmpty(); }
    bool isNamed(const QString& longName) const { return name == longName || aliases.contains(longName); }
};

/// The words of a command line, taken apart.
class ParsedOptions
{
public:
    struct Given
    {
        QString name;  ///< the option's canonical long name
        QString value; ///< empty for an option without a value
        bool hasValue = false;
    };

    bool has(QLatin1StringView name) const;
    /// The last value given, or the fallback.
    QString value(QLatin1StringView name, const QString& fallback = {}) const;

    QList<Given> given;      ///< in the order in which they were written
    QStringList targets;     ///< words that are no options, up to "--"
    QStringList rest;        ///< what follows "--"
    bool hasRest = false;
};

/// "--name value", "--name=value", "-i 4", "-i4", "-fs" (letters without values), "--" ends the options. Options and other words may be mixed.
/// An unknown option is an InvalidArgument error that names the nearest known one.
Result<ParsedOptions> parseOptions(const QList<CommandOption>& options, const QStringList& words);

} // namespace tropero

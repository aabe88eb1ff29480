// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

/// Readers of single config values. Each takes the JSON type that fits and its text form, so that one reader serves files and
/// the command line. An error has the value as its subject and what was expected as its reason; the caller adds the key.

/// Longest time that the system's timers take, a little over 24 days.
inline constexpr Milliseconds longestTimer{std::chrono::days(24)};

Result<QString> textValue(const QJsonValue& value);
Result<bool> flagValue(const QJsonValue& value);
Result<int> integerValue(const QJsonValue& value, int least, int most);
Result<double> numberValue(const QJsonValue& value, double least, double most);
Result<Milliseconds> durationValue(const QJsonValue& value, Milliseconds longest);
Result<qint64> sizeValue(const QJsonValue& value);
/// An array, or a text split by splitArguments().
Result<QStringList> textListValue(const QJsonValue& value);
/// An array, one number, or a text of numbers with blanks or commas between them.
Result<QList<int>> exitCodesValue(const QJsonValue& value);
/// An object, or a text "A=1 B='two words'". Null members are left out.
Result<EnvironmentMap> environmentValue(const QJsonValue& value);
Result<QString> choiceValue(const QJsonValue& value, const QStringList& choices);
/// A signal's name in full ("SIGINT" for "int"), or its number.
Result<QString> signalValue(const QJsonValue& value);

/// As JavaScript prints it into an environment: 3000, 0.1, true, text as it is, objects and arrays as compact JSON.
QString javascriptText(const QJsonValue& value);
/// For error messages: compact JSON, shortened.
QString shownValue(const QJsonValue& value);
/// The error of all readers.
std::unexpected<Error> wrongValue(const QJsonValue& value, const QString& expected);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fieldvalues.h"

#include "core/arguments.h"
#include "core/nearest.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct FieldValuesText
{
    Q_DECLARE_TR_FUNCTIONS(FieldValuesText)
};

QByteArray compactJson(const QJsonValue& value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    // QJsonDocument takes no bare values.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

QString javascriptNumber(const QJsonValue& value)
{
    constexpr auto none = std::numeric_limits<qint64>::min();
    if (const qint64 whole = value.toInteger(none); whole != none)
        return QString::number(whole);
    const double number = value.toDouble();
    const double magnitude = std::abs(number);
    if (magnitude >= 1e-6 && magnitude < 1e21)
        return QString::number(number, 'f', QLocale::FloatingPointShortest);
    QString text = QString::number(number, 'e', QLocale::FloatingPointShortest);
    return text.replace("e-0"_L1, "e-"_L1).replace("e+0"_L1, "e+"_L1);
}

/// Nothing of what is started can take a NUL character.
bool isUsableText(const QString& text)
{
    return !text.contains(QChar(u'\0'));
}

Result<int> exitCode(const QJsonValue& value)
{
    const Result<double> number = numberValue(value, std::numeric_limits<qint32>::min(), std::numeric_limits<quint32>::max());
    if (!number || std::floor(*number) != *number)
        return wrongValue(value, FieldValuesText::tr("expected exit codes, such as 0 or [0, 143]"));
    // Windows status codes are written as unsigned numbers, but reported as int.
    return static_cast<int>(static_cast<quint32>(static_cast<qint64>(*number)));
}

Result<EnvironmentMap> environmentFromText(const QJsonValue& value)
{
    EnvironmentMap result;
    const QStringList words = splitArguments(value.toString());
    for (const QString& word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals <= 0 || !isUsableText(word))
            return wrongValue(value, FieldValuesText::tr("expected NAME=VALUE"));
        result.insert(word.left(equals), word.mid(equals + 1));
    }
    return result;
}

const QStringList& knownSignals()
{
    static const QStringList names{u"SIGHUP"_s,  u"SIGINT"_s,    u"SIGQUIT"_s, u"SIGKILL"_s, u"SIGTERM"_s,  u"SIGUSR1"_s,
                                   u"SIGUSR2"_s, u"SIGABRT"_s,   u"SIGALRM"_s, u"SIGPIPE"_s, u"SIGBREAK"_s, u"SIGCONT"_s,
                                   u"SIGWINCH"_s, u"SIGXCPU"_s};
    return names;
}

} // namespace

QString javascriptText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return javascriptNumber(value);
    case QJsonValue::Undefined:
        return {};
    default:
        return QString::fromUtf8(compactJson(value));
    }
}

QString shownValue(const QJsonValue& value)
{
    constexpr qsizetype longest = 60;
    const QString text = value.isUndefined() ? QString() : QString::fromUtf8(compactJson(value));
    return text.size() > longest ? text.left(longest) + "..."_L1 : text;
}

std::unexpected<Error> wrongValue(const QJsonValue& value, const QString& expected)
{
    return failure(ErrorCode::InvalidArgument, FieldValuesText::tr("Wrong value"), shownValue(value), expected);
}

Result<QString> textValue(const QJsonValue& value)
{
    if (value.isDouble())
        return javascriptNumber(value);
    if (!value.isString())
        return wrongValue(value, FieldValuesText::tr("expected a text"));
    if (!isUsableText(value.toString()))
        return wrongValue(value, FieldValuesText::tr("expected a text without NUL characters"));
    return value.toString();
}

Result<bool> flagValue(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool();
    static const QStringList yes{u"true"_s, u"yes"_s, u"on"_s, u"1"_s};
    static const QStringList no{u"false"_s, u"no"_s, u"off"_s, u"0"_s};
    const QString text = value.isString() || value.isDouble() ? javascriptText(value).trimmed().toLower() : QString();
    if (yes.contains(text))
        return true;
    if (no.contains(text))
        return false;
    return wrongValue(value, FieldValuesText::tr("expected true or false"));
}

Result<double> numberValue(const QJsonValue& value, double least, double most)
{
    bool ok = value.isDouble();
    const double number = value.isString() ? value.toString().trimmed().toDouble(&ok) : value.toDouble();
    if (!ok || !std::isfinite(number) || number < least || number > most)
        return wrongValue(value, FieldValuesText::tr("expected a number from %1 to %2").arg(QString::number(least), QString::number(most)));
    return number;
}

Result<int> integerValue(const QJsonValue& value, int least, int most)
{
    const Result<double> number = numberValue(value, least, most);
    if (!number || std::floor(*number) != *number)
        return wrongValue(value, FieldValuesText::tr("expected a whole number from %1 to %2").arg(QString::number(least), QString::number(most)));
    return static_cast<int>(*number);
}

Result<Milliseconds> durationValue(const QJsonValue& value, Milliseconds longest)
{
    const QString expected = FieldValuesText::tr("expected milliseconds, or a number with ms, s, m, h or d such as \"10s\", at most %1")
                                 .arg(formatDuration(longest));
    if (!value.isString() && !value.isDouble())
        return wrongValue(value, expected);
    const Result<Milliseconds> duration = parseDuration(javascriptText(value));
    if (!duration || *duration > longest)
        return wrongValue(value, expected);
    return duration;
}

Result<qint64> sizeValue(const QJsonValue& value)
{
    const Result<qint64> size =
        value.isString() || value.isDouble() ? parseSize(javascriptText(value)) : wrongValue(value, {});
    if (!size)
        return wrongValue(value, FieldValuesText::tr("expected bytes, or a number with K, M or G such as \"100M\""));
    return size;
}

Result<QStringList> textListValue(const QJsonValue& value)
{
    const QString expected = FieldValuesText::tr("expected a text or a list of texts");
    if (value.isString() && isUsableText(value.toString()))
        return splitArguments(value.toString());
    if (value.isDouble())
        return QStringList{javascriptText(value)};
    if (!value.isArray())
        return wrongValue(value, expected);
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& element : array) {
        const bool isScalar = element.isString() || element.isDouble() || element.isBool();
        if (!isScalar || !isUsableText(element.toString()))
            return wrongValue(value, expected);
        result.append(javascriptText(element));
    }
    return result;
}

Result<QList<int>> exitCodesValue(const QJsonValue& value)
{
    QJsonArray array = value.toArray();
    if (value.isString()) {
        const QStringList words = splitArguments(value.toString().replace(u',', u' '));
        array = QJsonArray::fromStringList(words);
    } else if (value.isDouble()) {
        array = {value};
    } else if (!value.isArray()) {
        return wrongValue(value, FieldValuesText::tr("expected exit codes, such as 0 or [0, 143]"));
    }
    QList<int> result;
    for (const QJsonValue& element : std::as_const(array)) {
        const Result<int> code = exitCode(element);
        if (!code)
            return std::unexpected(code.error());
        result.append(*code);
    }
    return result;
}

Result<EnvironmentMap> environmentValue(const QJsonValue& value)
{
    if (value.isString())
        return environmentFromText(value);
    if (!value.isObject())
        return wrongValue(value, FieldValuesText::tr("expected an object with names and values"));
    EnvironmentMap result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().isEmpty() || it.key().contains(u'=') || !isUsableText(it.key()))
            return wrongValue(it.key(), FieldValuesText::tr("expected a name of a variable, without \"=\""));
        if (it.value().isNull())
            continue;
        const QString text = javascriptText(it.value());
        if (!isUsableText(text)) // the value itself may be a secret: only its name is told
            return wrongValue(it.key(), FieldValuesText::tr("expected a value without NUL characters"));
        result.insert(it.key(), text);
    }
    return result;
}

Result<QString> choiceValue(const QJsonValue& value, const QStringList& choices)
{
    const QString text = value.toString().trimmed();
    for (const QString& choice : choices) {
        if (choice.compare(text, Qt::CaseInsensitive) == 0)
            return choice;
    }
    return wrongValue(value, FieldValuesText::tr("expected one of: %1").arg(choices.join(u", "_s)));
}

Result<QString> signalValue(const QJsonValue& value)
{
    if (const Result<int> number = integerValue(value, 1, 64))
        return QString::number(*number);
    QString name = value.toString().trimmed().toUpper();
    if (!name.startsWith("SIG"_L1))
        name.prepend("SIG"_L1);
    if (knownSignals().contains(name))
        return name;
    const QString nearest = value.isString() ? nearestMatch(name, knownSignals()) : QString();
    if (nearest.isEmpty())
        return wrongValue(value, FieldValuesText::tr("expected a signal such as \"SIGTERM\""));
    return wrongValue(value, FieldValuesText::tr("expected a signal; did you mean \"%1\"?").arg(nearest));
}

} // namespace tropero

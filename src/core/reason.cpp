// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reason.h"

#include "core/errorwords.h"
#include "core/exitmeaning.h"
#include "core/specchange.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

enum class Tongue { English, Reader };

QString say(Tongue tongue, const char* text, int count = -1)
{
    return tongue == Tongue::English ? QString::fromUtf8(text) : QCoreApplication::translate("Reason", text, nullptr, count);
}

QLocale localeOf(Tongue tongue)
{
    return tongue == Tongue::English ? QLocale::c() : QLocale();
}

QString exitWords(int code, int signal, Tongue tongue)
{
    if (signal != 0) {
        const QString name = signalNameOf(signal);
        const QString text = say(tongue, QT_TRANSLATE_NOOP("Reason", "signal %1")).arg(signal);
        return name.isEmpty() ? text : text + u" (%1)"_s.arg(name);
    }
    // Windows status codes are known by their hexadecimal form.
    const QString number = code < 0 ? u"0x"_s + QString::number(static_cast<quint32>(code), 16).toUpper() : QString::number(code);
    const QString meaning = tongue == Tongue::English ? exitCodeMeaningInEnglish(code) : exitCodeMeaning(code);
    const QString text = say(tongue, QT_TRANSLATE_NOOP("Reason", "exit code %1")).arg(number);
    return meaning.isEmpty() ? text : text + u" (%1)"_s.arg(meaning);
}

/// In one pass, since an argument may look like a place for one.
QString filled(const QString& text, const QStringList& arguments, int count)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = i + 1 < text.size() && text[i] == u'%' ? text[i + 1].digitValue() : -1;
        if (place > 0) {
            result += arguments.value(place - 1);
            ++i;
        } else if (text[i] == u'%' && text.sliced(i).startsWith("%n"_L1)) {
            result += QString::number(count);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

QString wordsOf(const QJsonValue& reason, Tongue tongue, int depth);

/// "args, env (A, B)" in English, where the keys are those of the config file; titles for a reader. Values are not told.
QString fieldWords(const QJsonArray& fields, Tongue tongue)
{
    QStringList words;
    for (const QJsonValue& value : fields) {
        const QString key = value[u"key"].toString();
        QStringList names;
        for (const QJsonValue& name : value[u"variables"].toArray())
            names.append(name.toString());
        const QString title = tongue == Tongue::English ? key : specFieldTitle(key);
        words.append(names.isEmpty() ? title : u"%1 (%2)"_s.arg(title, names.join(u", "_s)));
    }
    return words.join(u", "_s);
}

QString argumentWords(char kind, const QJsonValue& value, Tongue tongue, int depth)
{
    switch (kind) {
    case 'n':
    case 'c':
        return QString::number(value.toInteger());
    case 'd':
        return formatDuration(Milliseconds(value.toInteger()), localeOf(tongue));
    case 's':
        return formatSize(value.toInteger(), localeOf(tongue));
    case 'f':
        return fieldWords(value.toArray(), tongue);
    case 'r':
        return wordsOf(value, tongue, depth + 1);
    default:
        return value.toString();
    }
}

Error errorOf(const QJsonArray& parts)
{
    return {ErrorCode::Internal, parts.at(0).toString(), parts.at(1).toString(), parts.at(2).toString(), parts.at(3).toString()};
}

/// Of {"code", "with", "text"?}, or a text. Empty when the code is not known here.
QString wordsOf(const QJsonValue& reason, Tongue tongue, int depth)
{
    constexpr int deepest = 8;
    if (reason.isString())
        return reason.toString();
    const QJsonObject cause = reason.toObject();
    const ReasonWording* const wording = reasonWording(cause[u"code"].toString());
    if (!wording || depth > deepest)
        return cause[u"text"].toString();
    const QJsonArray with = cause[u"with"].toArray();
    if (wording->code == ReasonCode::Exit)
        return exitWords(with.at(0).toInt(), with.at(1).toInt(), tongue);
    if (wording->code == ReasonCode::Error)
        return (tongue == Tongue::English ? errorOf(with) : translated(errorOf(with))).message();
    QStringList words;
    int count = -1;
    for (qsizetype i = 0; i < wording->arguments.size(); ++i) {
        const char kind = wording->arguments[i].toLatin1();
        words.append(argumentWords(kind, with.at(i), tongue, depth));
        if (kind == 'c')
            count = with.at(i).toInt();
    }
    return filled(say(tongue, wording->text, count), words, count);
}

} // namespace

Reason Reason::of(ReasonCode code, const QJsonArray& arguments)
{
    Reason reason;
    reason.m_cause = {{u"code"_s, QString(reasonWording(code).key)}};
    if (!arguments.isEmpty())
        reason.m_cause.insert(u"with"_s, arguments);
    reason.m_text = wordsOf(reason.m_cause, Tongue::English, 0);
    return reason;
}

Reason Reason::ofExit(int code, int signal)
{
    return of(ReasonCode::Exit, {code, signal});
}

Reason Reason::ofError(const Error& error)
{
    return of(ReasonCode::Error, {error.what, error.subject, error.why, error.remedy});
}

QString Reason::words() const
{
    const QString words = m_cause.isEmpty() ? QString() : wordsOf(m_cause, Tongue::Reader, 0);
    return words.isEmpty() ? m_text : words;
}

Error Reason::asError() const
{
    const ReasonWording* const wording = reasonWording(m_cause[u"code"].toString());
    if (wording && wording->code == ReasonCode::Error)
        return errorOf(m_cause[u"with"].toArray());
    return {ErrorCode::Internal, m_text, {}, {}, {}};
}

QJsonValue Reason::asArgument() const
{
    if (m_cause.isEmpty())
        return m_text;
    QJsonObject argument = m_cause;
    argument.insert(u"text"_s, m_text); // for a reader that does not know this code
    return argument;
}

void Reason::write(QJsonObject& json) const
{
    if (isEmpty())
        return;
    json.insert(u"reason"_s, m_text);
    if (!m_cause.isEmpty())
        json.insert(u"cause"_s, m_cause);
}

Reason Reason::read(const QJsonObject& json)
{
    Reason reason(json[u"reason"].toString());
    if (!reason.isEmpty())
        reason.m_cause = json[u"cause"].toObject();
    return reason;
}

} // namespace tropero

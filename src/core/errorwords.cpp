// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errorwords.h"

#include "core/filledtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct ErrorText
{
    const char* context;
    const char* text;
    const char* english; ///< how it reads: of a text with a number in it, one of its forms
};

constexpr ErrorText errorTexts[] = {
#include "errortexts.inc"
};

/// Fewer letters of its own, and a sentence with gaps says too little to be told from others.
constexpr qsizetype leastLetters = 7;

QString part(const QString& text);

/// What stands in a gap is mostly a name, and stays; a sentence in it is said as well.
QString filling(const QString& text)
{
    return text.contains(u' ') ? part(text) : text;
}

QString said(const ErrorText& entry, int count = -1)
{
    return QCoreApplication::translate(entry.context, entry.text, nullptr, count);
}

QString line(const QString& text)
{
    if (text.isEmpty())
        return text;
    const ErrorText* closest = nullptr;
    FilledText fillings;
    for (const ErrorText& entry : errorTexts) {
        const QString pattern = QString::fromUtf8(entry.english);
        if (pattern == text)
            return said(entry);
        const std::optional<FilledText> match = filledText(pattern, text);
        if (match && match->letters >= leastLetters && match->letters > fillings.letters) {
            closest = &entry;
            fillings = *match;
        }
    }
    if (!closest)
        return text;
    for (QString& one : fillings.arguments) one = filling(one);
    return withArguments(said(*closest, fillings.count), fillings.arguments);
}

QString part(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& one : lines) one = line(one);
    return lines.join(u'\n');
}

} // namespace

Error translated(const Error& error)
{
    return {error.code, part(error.what), error.subject, part(error.why), part(error.remedy)};
}

Error translatedError(const QJsonObject& json)
{
    return translated(Error::fromJson(json));
}

QString translatedText(const QString& text)
{
    return part(text);
}

} // namespace tropero

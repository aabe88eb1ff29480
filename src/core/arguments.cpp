// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/arguments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

QString quoted(const QString& argument)
{
    const bool isPlain = std::none_of(argument.begin(), argument.end(),
                                      [](QChar c) { return c.isSpace() || c == u'"' || c == u'\''; });
    if (isPlain && !argument.isEmpty())
        return argument;
    QString result = u"\""_s;
    qsizetype backslashes = 0;
    for (const QChar c : argument) {
        if (c == u'"')
            result += QString(backslashes + 1, u'\\');
        result += c;
        backslashes = c == u'\\' ? backslashes + 1 : 0;
    }
    return result + QString(backslashes, u'\\') + u'"';
}

} // namespace

QStringList splitArguments(const QString& text)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote; // the open one, or null
    qsizetype backslashes = 0;
    for (const QChar c : text) {
        if (c == u'\\' && quote != u'\'') {
            ++backslashes;
            inWord = true;
            continue;
        }
        const bool isEscapable = c == u'"' && quote != u'\'';
        word += QString(isEscapable ? backslashes / 2 : backslashes, u'\\');
        const bool isLetter = isEscapable && backslashes % 2 == 1;
        backslashes = 0;
        if (isLetter) {
            word += c;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            inWord = true;
        } else if (!c.isSpace()) {
            word += c;
            inWord = true;
        } else if (inWord) {
            words.append(word);
            word.clear();
            inWord = false;
        }
    }
    word += QString(backslashes, u'\\');
    if (inWord)
        words.append(word);
    return words;
}

QString joinArguments(const QStringList& arguments)
{
    QStringList words;
    words.reserve(arguments.size());
    for (const QString& argument : arguments)
        words.append(quoted(argument));
    return words.join(u' ');
}

} // namespace tropero

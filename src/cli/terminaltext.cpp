// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminaltext.h"

#include "cli/displaywidth.h"

#include <QString>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Length of the SGR sequence (ESC [ digits ; : m) at that place; 0 when there is none.
qsizetype colourSequence(const QString& text, qsizetype at)
{
    constexpr qsizetype longest = 64;
    if (at + 1 >= text.size() || text.at(at + 1) != u'[')
        return 0;
    for (qsizetype end = at + 2; end < std::min(text.size(), at + longest); ++end) {
        const QChar c = text.at(end);
        if (c == u'm')
            return end - at + 1;
        if ((c < u'0' || c > u'9') && c != u';' && c != u':')
            return 0;
    }
    return 0;
}

bool isPlain(const QByteArray& text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= 0x20 && c < 0x7f) || c == '\t'; });
}

} // namespace

QByteArray harmlessText(const QByteArray& text)
{
    if (isPlain(text))
        return text;
    QString source = QString::fromUtf8(text);
    if (source.endsWith(u'\r'))
        source.chop(1);
    QString result;
    result.reserve(source.size());
    bool coloured = false;
    for (qsizetype at = 0; at < source.size(); ++at) {
        const QChar c = source.at(at);
        if (c == u'\x1b') {
            if (const qsizetype length = colourSequence(source, at); length > 0) {
                result += QStringView(source).mid(at, length);
                at += length - 1;
                coloured = true;
                continue;
            }
        }
        if (c < u' ' && c != u'\t')
            result += QChar(0x2400 + c.unicode()); // Unicode's pictures of control characters
        else if (c == QChar(0x7f))
            result += QChar(0x2421);
        else if (c > QChar(0x7f) && c < QChar(0xa0))
            result += QChar(QChar::ReplacementCharacter);
        else
            result += c;
    }
    if (coloured)
        result += QStringView(u"\x1b[0m");
    return result.toUtf8();
}

QString harmlessText(const QString& text)
{
    return QString::fromUtf8(harmlessText(text.toUtf8()));
}

QString cutToWidth(const QString& text, int width)
{
    QString result;
    bool coloured = false;
    int used = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at) == u'\x1b') {
            if (const qsizetype length = colourSequence(text, at); length > 0) {
                result += QStringView(text).mid(at, length);
                at += length;
                coloured = true;
                continue;
            }
        }
        const qsizetype length = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QString character = text.at(at) == u'\t' ? QString(u' ') : text.mid(at, length);
        used += displayWidth(character);
        if (used > width) break;
        result += character;
        at += length;
    }
    return coloured ? result + u"\x1b[0m"_s : result;
}

QString withHighlights(const QString& text, const QString& word)
{
    if (word.isEmpty()) return text;
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype colour = text.at(at) == u'\x1b' ? colourSequence(text, at) : 0;
        if (colour > 0) {
            result += QStringView(text).mid(at, colour);
            at += colour;
        } else if (QStringView(text).mid(at).startsWith(word, Qt::CaseInsensitive)) {
            result += u"\x1b[7m"_s + text.mid(at, word.size()) + u"\x1b[27m"_s;
            at += word.size();
        } else {
            result += text.at(at++);
        }
    }
    return result;
}

} // namespace tropero

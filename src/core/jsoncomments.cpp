// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsoncomments.h"

namespace tropero {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void blank(QByteArray& text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        if (text[i] != '\n' && text[i] != '\r')
            text[i] = ' ';
    }
}

/// Position after the string that begins at `quote`.
qsizetype endOfString(const QByteArray& text, qsizetype quote)
{
    for (qsizetype i = quote + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"' || text[i] == '\n') // a line break ends no valid string: let the parser complain there
            return i + 1;
    }
    return text.size();
}

/// Position after the comment that begins at `slash`, or `slash` when none does.
qsizetype endOfComment(const QByteArray& text, qsizetype slash)
{
    const char next = slash + 1 < text.size() ? text[slash + 1] : '\0';
    if (next == '/') {
        const qsizetype lineBreak = text.indexOf('\n', slash);
        return lineBreak < 0 ? text.size() : lineBreak;
    }
    if (next == '*') {
        const qsizetype end = text.indexOf("*/", slash + 2);
        return end < 0 ? slash : end + 2; // an open comment stays, so that the parser names its position
    }
    return slash;
}

} // namespace

QByteArray withoutJsonComments(const QByteArray& text)
{
    QByteArray result = text;
    qsizetype comma = -1; // of a comma that nothing but spaces and comments followed so far
    qsizetype i = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (c == '/') {
            const qsizetype end = endOfComment(text, i);
            if (end > i) {
                blank(result, i, end);
                i = end;
                continue;
            }
        }
        if (c == '"') {
            comma = -1;
            i = endOfString(text, i);
            continue;
        }
        if ((c == ']' || c == '}') && comma >= 0)
            result[comma] = ' ';
        if (!isSpace(c))
            comma = c == ',' ? i : -1;
        ++i;
    }
    return result;
}

} // namespace tropero

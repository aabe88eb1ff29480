// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ansitext.h"

#include <algorithm>
#include <cstring>

namespace tropero {

namespace {

constexpr char16_t escape = 0x1b;
constexpr char16_t stringTerminator = 0x9c;
constexpr char16_t bell = 0x07;

QList<int> parameters(QStringView text)
{
    QList<int> values;
    for (const QStringView part : text.split(u';')) {
        // "38:2::r:g:b" is the same thing with colons; an empty colour space identifier is left out.
        const QList<QStringView> pieces = part.split(u':');
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            if (pieces.size() >= 6 && i == 2 && pieces.at(i).isEmpty()) continue;
            values.append(std::clamp(pieces.at(i).toInt(), 0, 1'000'000));
        }
    }
    return values;
}

/// Reads what follows 38 or 48 and leaves `at` on its last parameter.
AnsiColor extendedColor(const QList<int>& values, qsizetype& at)
{
    if (at + 2 < values.size() && values.at(at + 1) == 5) {
        at += 2;
        return {AnsiColor::Kind::Indexed, static_cast<quint32>(values.at(at) & 0xff)};
    }
    if (at + 4 < values.size() && values.at(at + 1) == 2) {
        const auto part = [&](qsizetype i) { return static_cast<quint32>(std::min(values.at(at + i), 255)); };
        const quint32 rgb = (part(2) << 16) | (part(3) << 8) | part(4);
        at += 4;
        return {AnsiColor::Kind::Rgb, rgb};
    }
    at = values.size();
    return {};
}

AnsiColor indexed(int index)
{
    return {AnsiColor::Kind::Indexed, static_cast<quint32>(index)};
}

void applySgr(QStringView text, AnsiStyle& style)
{
    const QList<int> values = parameters(text);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const int code = values.at(i);
        switch (code) {
        case 0:
            style = {};
            break;
        case 1:
            style.bold = true;
            break;
        case 2:
            style.dim = true;
            break;
        case 3:
            style.italic = true;
            break;
        case 4:
            style.underline = true;
            break;
        case 7:
            style.inverse = true;
            break;
        case 8:
            style.hidden = true;
            break;
        case 9:
            style.strike = true;
            break;
        case 21:
            style.underline = true;
            break;
        case 22:
            style.bold = style.dim = false;
            break;
        case 23:
            style.italic = false;
            break;
        case 24:
            style.underline = false;
            break;
        case 27:
            style.inverse = false;
            break;
        case 28:
            style.hidden = false;
            break;
        case 29:
            style.strike = false;
            break;
        case 38:
            style.foreground = extendedColor(values, i);
            break;
        case 39:
            style.foreground = {};
            break;
        case 48:
            style.background = extendedColor(values, i);
            break;
        case 49:
            style.background = {};
            break;
        default:
            if (code >= 30 && code <= 37)
                style.foreground = indexed(code - 30);
            else if (code >= 40 && code <= 47)
                style.background = indexed(code - 40);
            else if (code >= 90 && code <= 97)
                style.foreground = indexed(code - 90 + 8);
            else if (code >= 100 && code <= 107)
                style.background = indexed(code - 100 + 8);
        }
    }
}

/// The position behind the escape sequence that begins at `at`; SGR sequences change the style.
qsizetype skipSequence(QStringView text, qsizetype at, AnsiStyle& style)
{
    const qsizetype size = text.size();
    qsizetype next = at + 1;
    if (next >= size) return size;
    const char16_t kind = text.at(next).unicode();
    if (kind == u'[') {
        const qsizetype begin = ++next;
        while (next < size && (text.at(next).unicode() < 0x40 || text.at(next).unicode() > 0x7e))
            ++next;
        if (next < size && text.at(next) == u'm') applySgr(text.sliced(begin, next - begin), style);
        return std::min(next + 1, size);
    }
    if (kind == u']' || kind == u'P' || kind == u'X' || kind == u'^' ||
        kind == u'_') { // a string up to ST or BEL
        for (++next; next < size; ++next) {
            const char16_t c = text.at(next).unicode();
            if (c == bell || c == stringTerminator) return next + 1;
            if (c == escape) return next + 1 < size && text.at(next + 1) == u'\\' ? next + 2 : next;
        }
        return size;
    }
    while (next < size && text.at(next).unicode() >= 0x20 && text.at(next).unicode() <= 0x2f)
        ++next;
    return std::min(next + 1, size);
}

void addSpan(AnsiLine& line, qsizetype start, const AnsiStyle& style)
{
    const qsizetype length = line.text.size() - start;
    if (length <= 0 || style == AnsiStyle{}) return;
    line.spans.append({start, length, style});
}

} // namespace

AnsiLine parseAnsi(QByteArrayView bytes, AnsiStyle& style)
{
    const QString decoded = QString::fromUtf8(bytes);
    QStringView text = decoded;
    while (text.endsWith(u'\r'))
        text.chop(1);
    AnsiLine line;
    line.text.reserve(text.size());
    qsizetype spanStart = 0;
    for (qsizetype i = 0; i < text.size();) {
        const char16_t c = text.at(i).unicode();
        if (c == escape) {
            const AnsiStyle before = style;
            i = skipSequence(text, i, style);
            if (style != before) {
                addSpan(line, spanStart, before);
                spanStart = line.text.size();
            }
            continue;
        }
        if (c == u'\r') {
            line = {};
            spanStart = 0;
        } else if (c == u'\b') {
            line.text.append(QChar{0x2408});
        } else if (c < 0x20 && c != u'\t') {
            line.text.append(QChar{static_cast<char16_t>(0x2400 + c)});
        } else {
            line.text.append(c == 0x7f ? QChar{0x2421} : QChar{c});
        }
        ++i;
    }
    addSpan(line, spanStart, style);
    return line;
}

AnsiStyle ansiStyleAfter(QByteArrayView bytes, AnsiStyle style)
{
    if (!bytes.isEmpty() && std::memchr(bytes.data(), 0x1b, static_cast<size_t>(bytes.size())))
        parseAnsi(bytes, style);
    return style;
}

} // namespace tropero

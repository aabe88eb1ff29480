// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace tropero {

/// A colour as an SGR sequence names it; which shade it is, is the theme's affair.
struct AnsiColor
{
    enum class Kind : quint8 { Default, Indexed, Rgb };

    Kind kind = Kind::Default;
    quint32 value = 0; ///< Indexed: 0..255; Rgb: 0xRRGGBB

    bool operator==(const AnsiColor&) const = default;
};

/// The look that SGR sequences (ESC [ ... m) have switched on.
struct AnsiStyle
{
    AnsiColor foreground;
    AnsiColor background;
    bool bold = false;
    bool dim = false;
    bool italic = false;
    bool underline = false;
    bool inverse = false;
    bool hidden = false;
    bool strike = false;

    bool operator==(const AnsiStyle&) const = default;
};

/// A run of characters with the same style.
struct AnsiSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    AnsiStyle style;

    bool operator==(const AnsiSpan&) const = default;
};

/// What a terminal would show of one line.
struct AnsiLine
{
    QString text;
    QList<AnsiSpan> spans; ///< ascending, without overlap; characters of the default style have none
};

/// Decodes a line of UTF-8 output. SGR sequences become spans, every other escape sequence is dropped, a
/// carriage return inside the line starts it over, other control characters become their symbols (U+2400 and
/// up), tabs stay. `style` is what was on before the line, and afterwards what is on after it.
AnsiLine parseAnsi(QByteArrayView bytes, AnsiStyle& style);

/// Only the style after the line; costs a memchr when there is no escape in it.
AnsiStyle ansiStyleAfter(QByteArrayView bytes, AnsiStyle style);

} // namespace tropero

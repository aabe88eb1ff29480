// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tropero {

/// What to look for in lines: a text or a regular expression, as a program over the bytes of UTF-8. Any pattern takes a
/// time that grows with the length of the text only: what would need more (look-around, back references) is refused.
class LogPattern
{
public:
    enum Option { Plain = 0, Regex = 1, MatchCase = 2 };

    /// InvalidArgument with the place and the reason when the expression cannot be used.
    static Result<LogPattern> make(const QString& text, int options);

    struct Step
    {
        enum class Kind { Byte, Split, Assert, Match };
        enum class Place { Begin, End, WordEdge, NoWordEdge };
        Kind kind = Kind::Match;
        Place place = Place::Begin;
        quint8 low = 0;
        quint8 high = 0;
        int next = 0;
        int other = 0; ///< of Split
    };

    const std::vector<Step>& steps() const { return m_steps; }
    int start() const { return m_start; }
    bool hasAssertions() const { return m_hasAssertions; }
    /// Bytes that are in every match; empty when there are none for certain.
    const QByteArray& literal() const { return m_literal; }
    /// The literal is all there is.
    bool isLiteral() const { return m_isLiteral; }

private:
    std::vector<Step> m_steps;
    int m_start = 0;
    bool m_hasAssertions = false;
    QByteArray m_literal;
    bool m_isLiteral = false;
};

} // namespace tropero

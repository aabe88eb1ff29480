// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/characterranges.h"

#include <QChar>

#include <algorithm>

namespace tropero {

void normalize(CharacterRanges& ranges)
{
    std::ranges::sort(ranges, {}, &CharacterRange::low);
    CharacterRanges merged;
    for (const CharacterRange& range : ranges) {
        if (!merged.empty() && range.low <= merged.back().high + 1)
            merged.back().high = std::max(merged.back().high, range.high);
        else
            merged.push_back(range);
    }
    ranges = merged;
}

CharacterRanges inverted(CharacterRanges ranges)
{
    normalize(ranges);
    CharacterRanges result;
    char32_t from = 0;
    for (const CharacterRange& range : ranges) {
        if (range.low > from) result.push_back({from, range.low - 1});
        from = range.high + 1;
    }
    if (from <= lastCharacter) result.push_back({from, lastCharacter});
    return result;
}

void addBothCases(CharacterRanges& ranges)
{
    const CharacterRanges before = ranges;
    for (const CharacterRange& range : before) {
        for (char32_t c = range.low; c <= std::min<char32_t>(range.high, range.low + 1024); ++c) {
            const char32_t lower = QChar::toLower(c);
            const char32_t upper = QChar::toUpper(c);
            if (lower != c) ranges.push_back({lower, lower});
            if (upper != c) ranges.push_back({upper, upper});
        }
    }
    normalize(ranges);
}

CharacterRanges escapedClass(char32_t letter)
{
    switch (letter) {
    case U'd':
        return {{U'0', U'9'}};
    case U'w':
        return {{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}};
    case U's':
        return {{9, 13}, {U' ', U' '}};
    case U'D':
    case U'W':
    case U'S':
        return inverted(escapedClass(letter + 32));
    default:
        return {};
    }
}

CharacterRanges posixClass(QStringView name)
{
    if (name == u"digit") return escapedClass(U'd');
    if (name == u"space") return escapedClass(U's');
    if (name == u"word") return escapedClass(U'w');
    if (name == u"alpha") return {{U'A', U'Z'}, {U'a', U'z'}};
    if (name == u"alnum") return {{U'0', U'9'}, {U'A', U'Z'}, {U'a', U'z'}};
    if (name == u"upper") return {{U'A', U'Z'}};
    if (name == u"lower") return {{U'a', U'z'}};
    if (name == u"punct") return {{33, 47}, {58, 64}, {91, 96}, {123, 126}};
    if (name == u"blank") return {{9, 9}, {U' ', U' '}};
    if (name == u"xdigit") return {{U'0', U'9'}, {U'A', U'F'}, {U'a', U'f'}};
    return {};
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <vector>

namespace tropero {

/// From one character to another, both included.
struct CharacterRange
{
    char32_t low = 0;
    char32_t high = 0;
};
using CharacterRanges = std::vector<CharacterRange>;

constexpr char32_t lastCharacter = 0x10ffff;

/// In order, and none touches another.
void normalize(CharacterRanges& ranges);
/// All other characters.
CharacterRanges inverted(CharacterRanges ranges);
/// Normalized, with the other case of every letter.
void addBothCases(CharacterRanges& ranges);
/// What "\d" and the like stand for; empty for letters that stand for no class.
CharacterRanges escapedClass(char32_t letter);
/// What "[:digit:]" and the like stand for; empty for unknown names.
CharacterRanges posixClass(QStringView name);

} // namespace tropero

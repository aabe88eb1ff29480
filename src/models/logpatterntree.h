// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "models/characterranges.h"
#include "models/logpattern.h"

#include <QString>

#include <vector>

namespace tropero {

/// A regular expression as it was written.
struct PatternNode
{
    enum class Kind { Set, Sequence, Choice, Repeat, Assert };
    static constexpr int unbounded = -1;

    Kind kind = Kind::Sequence; ///< an empty one matches the empty text
    CharacterRanges ranges;
    std::vector<PatternNode> parts;
    int least = 0;
    int most = unbounded;
    LogPattern::Step::Place place = LogPattern::Step::Place::Begin;
};

/// InvalidArgument when it cannot be read or needs what is not supported.
Result<PatternNode> parseExpression(const QString& text, bool matchCase);
/// Every character as it is.
PatternNode parsePlain(const QString& text, bool matchCase);

} // namespace tropero

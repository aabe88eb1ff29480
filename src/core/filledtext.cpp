// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filledtext.h"

#include <algorithm>

namespace tropero {

namespace {

constexpr int countGap = 10;

/// Its number, 1 to 9, or countGap of %n; 0: there is no gap.
int gapAt(QStringView pattern, qsizetype at)
{
    if (pattern[at] != u'%' || at + 1 >= pattern.size())
        return 0;
    if (pattern[at + 1] == u'n')
        return countGap;
    const char16_t digit = pattern[at + 1].unicode();
    return digit >= u'1' && digit <= u'9' ? digit - u'0' : 0;
}

qsizetype lettersOf(QStringView text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
}

} // namespace

std::optional<FilledText> filledText(QStringView pattern, QStringView text)
{
    FilledText result;
    qsizetype readTo = 0; // in the text
    qsizetype from = 0;   // in the pattern, of the literal before the next gap
    int open = 0;         // the gap whose end is looked for
    const auto close = [&](QStringView literal, bool last) {
        result.letters += lettersOf(literal);
        if (open == 0) {
            readTo = literal.size();
            return text.startsWith(literal);
        }
        const qsizetype at = last ? text.size() - literal.size() : text.indexOf(literal, readTo + 1);
        if (at <= readTo || !text.sliced(at).startsWith(literal) || (literal.isEmpty() && !last))
            return false;
        const QStringView filling = text.sliced(readTo, at - readTo);
        readTo = at + literal.size();
        if (open == countGap) {
            bool ok = false;
            result.count = filling.toInt(&ok);
            return ok && result.count >= 0;
        }
        while (result.arguments.size() < open) result.arguments.append(QString());
        result.arguments[open - 1] = filling.toString();
        return true;
    };
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int gap = gapAt(pattern, at);
        if (gap == 0)
            continue;
        if (!close(pattern.sliced(from, at - from), false))
            return std::nullopt;
        open = gap;
        from = at + 2;
        ++at;
    }
    if (open == 0 || !close(pattern.sliced(from), true))
        return std::nullopt;
    return result;
}

QString withArguments(QStringView pattern, const QStringList& arguments)
{
    QString result;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const int gap = gapAt(pattern, at);
        if (gap > 0 && gap <= arguments.size()) {
            result += arguments[gap - 1];
            ++at;
        } else {
            result += pattern[at];
        }
    }
    return result;
}

} // namespace tropero

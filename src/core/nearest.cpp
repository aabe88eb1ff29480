// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nearest.h"

#include <algorithm>
#include <vector>

namespace tropero {

namespace {

constexpr qsizetype longestWord = 200; // nobody mistypes a longer one by a letter

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each.
qsizetype editDistance(const QString& a, const QString& b)
{
    const auto columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<qsizetype> beforePrevious(columns);
    std::vector<qsizetype> previous(columns);
    std::vector<qsizetype> current(columns);
    for (std::size_t j = 0; j < columns; ++j)
        previous[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j < columns; ++j) {
            const auto column = static_cast<qsizetype>(j);
            const qsizetype substitution = previous[j - 1] + (a[i - 1] == b[column - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[column - 2] && a[i - 2] == b[column - 1];
            if (swapped)
                current[j] = std::min(current[j], beforePrevious[j - 2] + 1);
        }
        std::swap(beforePrevious, previous);
        std::swap(previous, current);
    }
    return previous.back();
}

} // namespace

QString nearestMatch(const QString& word, const QStringList& candidates)
{
    const QString folded = word.toCaseFolded();
    if (folded.isEmpty() || folded.size() > longestWord)
        return {};
    QString best;
    qsizetype bestDistance = 0;
    for (const QString& candidate : candidates) {
        const QString other = candidate.toCaseFolded();
        const qsizetype longer = std::max(folded.size(), other.size());
        const qsizetype allowed = std::max<qsizetype>(1, longer / 3);
        if (other.size() > longestWord || std::abs(folded.size() - other.size()) > allowed)
            continue;
        const qsizetype distance = editDistance(folded, other);
        // A distance of the whole length means that the two have nothing in common.
        if (distance > allowed || distance >= longer)
            continue;
        if (best.isEmpty() || distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tropero {

/// The candidate with the smallest edit distance (case-insensitive, transpositions count one) to the word,
/// or an empty string when none is close enough (more than a third of the longer word, at least 1, differs).
QString nearestMatch(const QString& word, const QStringList& candidates);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tropero {

struct Candidate
{
    QString word;
    QString description; ///< may be empty; one line
};

/// What the last of the typed words (those after "tropero"; the last may be empty) can become. `targets` is asked only where a target may stand.
QList<Candidate> completions(const QStringList& typed, const std::function<QList<Candidate>()>& targets);

} // namespace tropero

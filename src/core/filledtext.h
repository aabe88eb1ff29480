// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace tropero {

/// What a sentence was filled with.
struct FilledText
{
    QStringList arguments; ///< of %1, %2, ...; empty where the pattern lacks that number
    int count = -1;        ///< of %n; -1: the pattern has none
    qsizetype letters = 0; ///< letters of the pattern itself, without its gaps
};

/// Reads a text as QString::arg() made it from `pattern` ("the port %1 is in use by %2"). Nothing where it does not fit, and where the pattern has no gap.
/// Each gap holds at least one character, that of %n a number; of several ways to fit, the earlier gaps are the shorter.
std::optional<FilledText> filledText(QStringView pattern, QStringView text);

/// The gaps of `pattern` filled. Unlike QString::arg() it never takes a "%1" in an argument for a gap.
QString withArguments(QStringView pattern, const QStringList& arguments);

} // namespace tropero

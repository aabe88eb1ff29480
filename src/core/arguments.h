// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tropero {

/// The words of a command line. Blanks separate; '...' is taken as it is; in "..." and outside of quotes a backslash is itself
/// unless it stands before a double quote (2n of them before a quote mean n, an odd one makes the quote a letter), so that Windows
/// paths need no doubling. A quote that is never closed reaches to the end. "" and '' are empty words.
QStringList splitArguments(const QString& text);

/// Inverse of splitArguments(): quotes only what needs it. Programs on Windows make the same words of it.
QString joinArguments(const QStringList& arguments);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace tropero {

/// True when the text has *, ?, [ or {.
bool isGlob(const QString& text);

/// A glob as an expression for whole paths: * and ? within a name, ** across folders, [abc], [!abc], {a,b}. It also matches all below
/// what it names. Compares as the system does. `anywhere`: in any folder, not only from the beginning of the path.
QRegularExpression globExpression(const QString& glob, bool anywhere = false);

} // namespace tropero

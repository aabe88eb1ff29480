// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QStringList>

namespace tropero {

struct ThemeTokens;

/// How many colours there are before they come again.
inline constexpr int curveColors = 12;

/// Colours for several curves in one chart: the hue of the token "cpu" turned, as readable against the window as a symbol has to be (3 : 1).
QColor curveColor(const ThemeTokens& tokens, int index);

/// A colour for each entry, given by its app's name, so that an app keeps its colour from one selection to the next. Entries of one app, and those whose
/// colour is taken, have the next free one.
QList<int> curveIndices(const QStringList& apps);

} // namespace tropero

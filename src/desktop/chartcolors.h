// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace tropero {

struct ThemeTokens;

/// How many colours there are before they come again.
inline constexpr int curveColors = 12;

/// Colours for several curves in one chart: the hue of the token "cpu" turned, as readable against the window as a symbol has to be (3 : 1).
QColor curveColor(const ThemeTokens& tokens, int index);

} // namespace tropero

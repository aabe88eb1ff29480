// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/themetokens.h"
#include "models/ansitext.h"

#include <QColor>

namespace tropero {

/// The shade of an SGR colour on this theme. Text colours are moved towards the theme's text colour until
/// they can be read on `background`.
QColor ansiForeground(const AnsiColor& color, const ThemeTokens& tokens, const QColor& background);
/// Invalid for the default background.
QColor ansiBackground(const AnsiColor& color, const ThemeTokens& tokens);

/// The colour itself when its contrast with the background is at least 4.5, else the nearest mix with `text`
/// that reaches it.
QColor readableColor(const QColor& color, const QColor& background, const QColor& text);

} // namespace tropero

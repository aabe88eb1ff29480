// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/loghighlights.h"

#include <QColor>
#include <QString>

namespace tropero {

struct ThemeTokens;

/// What a highlight rule puts behind a text of the log.
QColor highlightColor(const ThemeTokens& tokens, LogHighlight::Color color);
/// Its name for a person.
QString highlightColorName(LogHighlight::Color color);

} // namespace tropero

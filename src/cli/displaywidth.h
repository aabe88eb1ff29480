// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tropero {

/// Columns that the text takes on a terminal: East Asian wide characters and emoji two, combining marks none. Escape sequences are not expected.
int displayWidth(QStringView text);

/// The text cut to that width, with an ellipsis when something was cut.
QString elided(const QString& text, int width);

} // namespace tropero

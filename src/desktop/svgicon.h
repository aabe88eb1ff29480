// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace tropero {

/// The symbol :/icons/<name>.svg, whose black becomes the colour given for the icon's mode. Sharp at every
/// size and scale.
QIcon svgIcon(const QString& name, const QColor& color, const QColor& disabled);

} // namespace tropero

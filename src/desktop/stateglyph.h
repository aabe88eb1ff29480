// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestate.h"
#include "desktop/themetokens.h"

#include <QRectF>

class QPainter;

namespace tropero {

/// The colour of a state; its shape says the same without colour.
QColor stateColor(InstanceState state, const ThemeTokens& tokens);

/// Draws the state's shape into the middle of the square: disc online, half disc waiting, triangle gave up,
/// square stopped, dotted ring starting, hollow square stopping.
void paintStateGlyph(QPainter& painter, const QRectF& square, InstanceState state, const QColor& color);

} // namespace tropero

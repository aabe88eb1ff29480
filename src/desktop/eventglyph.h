// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evententry.h"

#include <QColor>
#include <QPointF>

class QPainter;

namespace tropero {

struct ThemeTokens;

QColor eventColor(const ThemeTokens& tokens, EventEntry::Tone tone);

/// The shape of an event's kind, as in lists and charts: what begins is a disc, what ends a square or, when it failed, a triangle, a restart a ring, a
/// reload a diamond, a message a bar.
void paintEventGlyph(QPainter& painter, const QPointF& centre, double radius, const QString& kind, EventEntry::Tone tone, const QColor& color);

} // namespace tropero

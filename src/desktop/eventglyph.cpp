// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/eventglyph.h"

#include "desktop/themetokens.h"

#include <QPainter>

namespace tropero {

using namespace Qt::StringLiterals;

QColor eventColor(const ThemeTokens& tokens, EventEntry::Tone tone)
{
    switch (tone) {
    case EventEntry::Tone::Good:
        return tokens.ok;
    case EventEntry::Tone::Warning:
        return tokens.warn;
    case EventEntry::Tone::Bad:
        return tokens.bad;
    case EventEntry::Tone::Calm:
        break;
    }
    return tokens.dim;
}

void paintEventGlyph(QPainter& painter, const QPointF& centre, double radius, const QString& kind, EventEntry::Tone tone, const QColor& color)
{
    const double x = centre.x();
    const double y = centre.y();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (tone == EventEntry::Tone::Bad) {
        painter.drawPolygon(QPolygonF{{x, y - radius}, {x + radius, y + radius}, {x - radius, y + radius}});
    } else if (kind == "restart"_L1 || kind == "memory-limit"_L1) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, radius * 0.5));
        painter.drawEllipse(centre, radius * 0.75, radius * 0.75);
    } else if (kind == "reload"_L1) {
        painter.drawPolygon(QPolygonF{{x, y - radius}, {x + radius, y}, {x, y + radius}, {x - radius, y}});
    } else if (kind == "online"_L1) {
        painter.drawEllipse(centre, radius * 0.9, radius * 0.9);
    } else if (kind == "stop"_L1 || kind == "exit"_L1) {
        painter.drawRect(QRectF(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6));
    } else {
        painter.drawRoundedRect(QRectF(x - radius * 0.9, y - radius * 0.3, radius * 1.8, radius * 0.6), 1, 1);
    }
    painter.restore();
}

} // namespace tropero

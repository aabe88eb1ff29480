// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/stateglyph.h"

#include <QPainter>
#include <QPainterPath>

namespace tropero {

QColor stateColor(InstanceState state, const ThemeTokens& tokens)
{
    switch (state) {
    case InstanceState::Online:
        return tokens.ok;
    case InstanceState::WaitingRestart:
        return tokens.warn;
    case InstanceState::Errored:
        return tokens.bad;
    case InstanceState::Launching:
    case InstanceState::Stopping:
        return tokens.info;
    case InstanceState::Stopped:
        return tokens.dim;
    }
    return tokens.dim;
}

void paintStateGlyph(QPainter& painter, const QRectF& square, InstanceState state, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double thin = square.width() * 0.14;
    const QRectF inner = square.adjusted(thin / 2, thin / 2, -thin / 2, -thin / 2);
    switch (state) {
    case InstanceState::Online:
        painter.drawEllipse(square);
        break;
    case InstanceState::WaitingRestart:
        painter.drawPie(inner, 90 * 16, 180 * 16);
        painter.setPen(QPen(color, thin));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(inner);
        break;
    case InstanceState::Errored: {
        QPainterPath triangle(QPointF(square.center().x(), square.top()));
        triangle.lineTo(square.right() + thin, square.bottom());
        triangle.lineTo(square.left() - thin, square.bottom());
        triangle.closeSubpath();
        painter.drawPath(triangle);
        break;
    }
    case InstanceState::Stopped:
        painter.drawRect(inner.adjusted(thin / 4, thin / 4, -thin / 4, -thin / 4));
        break;
    case InstanceState::Launching: {
        QPen pen(color, thin * 1.3);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.2, 1.2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(inner);
        break;
    }
    case InstanceState::Stopping:
        painter.setPen(QPen(color, thin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(inner);
        break;
    }
    painter.restore();
}

} // namespace tropero

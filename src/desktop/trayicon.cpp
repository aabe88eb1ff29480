// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trayicon.h"

#include "desktop/stateglyph.h"

#include <QPainter>

namespace tropero {

using namespace Qt::StringLiterals;

InstanceState worstState(const HerdSummary& summary)
{
    if (summary.gaveUp > 0) return InstanceState::Errored;
    if (summary.waiting > 0) return InstanceState::WaitingRestart;
    if (summary.starting > 0) return InstanceState::Launching;
    return summary.online > 0 ? InstanceState::Online : InstanceState::Stopped;
}

int countOf(const HerdSummary& summary, InstanceState state)
{
    switch (state) {
    case InstanceState::Errored:
        return summary.gaveUp;
    case InstanceState::WaitingRestart:
        return summary.waiting;
    case InstanceState::Launching:
    case InstanceState::Stopping:
        return summary.starting;
    case InstanceState::Online:
        return summary.online;
    case InstanceState::Stopped:
        return summary.stopped;
    }
    return 0;
}

QIcon trayIcon(const QIcon& base, const HerdSummary& summary, const ThemeTokens& tokens)
{
    QIcon icon;
    const InstanceState worst = worstState(summary);
    const int count = countOf(summary, worst);
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap picture(size, size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        base.paint(&painter, QRect(0, 0, size, size));
        painter.setRenderHint(QPainter::Antialiasing);
        if (summary.total() > 0) {
            const bool counted = worst != InstanceState::Online && worst != InstanceState::Stopped && size >= 22;
            const qreal badge = size * (counted ? 0.62 : 0.5);
            const QRectF place(size - badge, size - badge, badge, badge);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.window);
            painter.drawEllipse(place);
            const QColor color = stateColor(worst, tokens);
            if (counted) {
                painter.setBrush(color);
                painter.drawEllipse(place.adjusted(size * 0.03, size * 0.03, -size * 0.03, -size * 0.03));
                QFont font = painter.font();
                font.setPixelSize(static_cast<int>(badge * 0.72));
                font.setWeight(QFont::Bold);
                painter.setFont(font);
                painter.setPen(tokens.window);
                painter.drawText(place, Qt::AlignCenter, count > 9 ? u"+"_s : QString::number(count));
            } else {
                paintStateGlyph(painter, place.adjusted(badge * 0.1, badge * 0.1, -badge * 0.1, -badge * 0.1), worst, color);
            }
        }
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace tropero

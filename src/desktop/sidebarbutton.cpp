// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sidebarbutton.h"

#include "desktop/theme.h"

#include <QLocale>
#include <QPainter>

namespace tropero {

SideBarButton::SideBarButton(Theme& theme, QWidget* parent) : QToolButton(parent), m_theme(theme)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SideBarButton::setCount(int count)
{
    if (m_count == count) return;
    m_count = count;
    update();
}

void SideBarButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    updateGeometry();
    update();
}

QSize SideBarButton::sizeHint() const
{
    return {m_theme.scaled(m_narrow ? 36 : 180), m_theme.scaled(32)};
}

void SideBarButton::paintEvent(QPaintEvent*)
{
    const ThemeTokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_theme.scaled(7);
    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? tokens.selection : tokens.hover);
        painter.drawRoundedRect(body, radius, radius);
    }
    if (hasFocus()) {
        painter.setPen(tokens.primary);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body, radius, radius);
    }
    const int symbol = m_theme.scaled(16);
    const int margin = m_theme.scaled(10);
    icon().paint(&painter, margin, (height() - symbol) / 2, symbol, symbol);
    if (m_narrow) return;
    QFont font = this->font();
    if (isChecked()) font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(tokens.text);
    QRect place = rect().adjusted(margin + symbol + m_theme.scaled(10), 0, -margin, 0);
    if (m_count >= 0) {
        painter.setFont(m_theme.smallFont());
        painter.setPen(tokens.dim);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, locale().toString(m_count));
        place.adjust(0, 0, -m_theme.scaled(28), 0);
        painter.setFont(font);
        painter.setPen(tokens.text);
    }
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
}

} // namespace tropero

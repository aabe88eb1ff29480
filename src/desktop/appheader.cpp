// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/appheader.h"

#include "desktop/theme.h"
#include "models/appcolumns.h"

#include <QPainter>
#include <QPainterPath>

namespace tropero {

AppHeader::AppHeader(Theme& theme, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
{
    setSectionsClickable(true);
}

void AppHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    painter->fillRect(rect, tokens.window);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    QFont font = m_theme.smallFont();
    font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(sorted ? tokens.text : tokens.dim);
    const QRect room = rect.adjusted(m_theme.scaled(8), 0, -m_theme.scaled(8), 0);
    const QString title = painter->fontMetrics().elidedText(
        model()->headerData(section, orientation()).toString(), Qt::ElideRight, room.width());
    auto alignment = static_cast<Qt::Alignment>(
        model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
    if (!m_curvesShown && (section == CpuColumn || section == MemoryColumn))
        alignment = Qt::AlignVCenter | Qt::AlignRight;
    QRect text;
    painter->drawText(room, static_cast<int>(alignment), title, &text);
    if (!sorted) return;
    const double half = m_theme.scaled(7) / 2.0;
    const double x =
        alignment.testFlag(Qt::AlignRight) ? text.left() - 2.2 * half : text.right() + 2.6 * half;
    const double up = sortIndicatorOrder() == Qt::AscendingOrder ? 1 : -1;
    QPainterPath mark(QPointF(x - half, rect.center().y() + up * half / 2));
    mark.lineTo(x, rect.center().y() - up * half / 2);
    mark.lineTo(x + half, rect.center().y() + up * half / 2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens.text, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(mark);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace tropero

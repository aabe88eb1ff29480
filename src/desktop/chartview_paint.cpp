// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart draws itself: frame, marks, crosshair.
#include "desktop/chartview.h"

#include "desktop/eventglyph.h"
#include "desktop/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

void ChartView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const ThemeTokens& tokens = m_theme.tokens();
    painter->fillRect(rect, tokens.window);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QRectF area = plot();
    const QFont small = Theme::tabular(m_theme.smallFont());
    const QFontMetrics metrics(small);
    painter->setFont(small);
    const int half = metrics.height() / 2 + 1;
    for (const AxisTick& tick : m_scale.ticks) {
        const double y = std::round(yOf(tick.at));
        painter->setPen(tokens.line);
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter->setPen(tokens.dim);
        painter->drawText(QRectF(0, y - half, area.left() - m_theme.scaled(8), 2.0 * half), Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
    const int width = metrics.horizontalAdvance(u"00:00:00"_s);
    const int room = std::max(2, static_cast<int>(area.width()) / (width + m_theme.scaled(36)));
    for (const AxisTick& tick : timeTicks(m_window, room)) {
        const double x = std::round(xOf(static_cast<qint64>(tick.at)));
        painter->setPen(tokens.line);
        painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        if (!m_timesShown) continue;
        // What would be cut off at an edge is left out: its neighbours say enough.
        const double reach = metrics.horizontalAdvance(tick.text) / 2.0;
        if (x - reach < 0 || x + reach > viewport()->width()) continue;
        painter->setPen(tokens.dim);
        painter->drawText(QRectF(x - width, area.bottom() + m_theme.scaled(4), 2.0 * width, metrics.height()), Qt::AlignHCenter | Qt::AlignTop, tick.text);
    }
    // Without smooth edges, which their lines cover, they cost next to nothing; an area series of Qt Charts costs more than its line.
    painter->save();
    painter->setClipRect(area);
    painter->setPen(Qt::NoPen);
    for (const Fill& fill : m_fills) {
        painter->setBrush(fill.color);
        painter->drawPolygon(fill.outline);
    }
    painter->restore();
    QFont bold = m_theme.smallFont();
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(tokens.text);
    const QFontMetrics boldMetrics(bold);
    const int titleLeft = m_theme.scaled(14);
    painter->drawText(QRectF(titleLeft, m_theme.scaled(3), viewport()->width() - 2.0 * titleLeft, boldMetrics.height() + 2), Qt::AlignLeft | Qt::AlignVCenter,
                      boldMetrics.elidedText(m_title, Qt::ElideRight, viewport()->width() / 2));
    painter->setRenderHint(QPainter::Antialiasing, true);
}

void ChartView::drawForeground(QPainter* painter, const QRectF&)
{
    const ThemeTokens& tokens = m_theme.tokens();
    if (drawnPoints() == 0 && !m_placeholder.isEmpty()) {
        painter->setFont(m_theme.smallFont());
        painter->setPen(tokens.dim);
        painter->drawText(plot(), Qt::AlignCenter, m_placeholder);
    }
    drawMarks(painter);
    if (m_crosshair > 0 && m_crosshair >= m_window.from && m_crosshair <= m_window.to) drawReadings(painter);
    if (!hasFocus()) return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(tokens.primary);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    painter->setRenderHint(QPainter::Antialiasing, true);
}

void ChartView::drawMarks(QPainter* painter) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const double radius = m_theme.scaled(4.5);
    const double y = plot().top() - radius - 2;
    // Those that would cover each other are one mark, of the worst tone among them.
    double groupX = -1;
    const EventEntry* worst = nullptr;
    const auto flush = [&] {
        if (groupX < 0) return;
        // What is dim in a list is a reload here: of the calm ones no other is drawn.
        const QColor color = worst->tone == EventEntry::Tone::Calm ? tokens.info : eventColor(tokens, worst->tone);
        painter->setPen(QPen(color, 1, Qt::DashLine));
        painter->setOpacity(0.55);
        painter->drawLine(QPointF(groupX, plot().top()), QPointF(groupX, plot().bottom()));
        painter->setOpacity(1);
        paintEventGlyph(*painter, {groupX, y}, radius, worst->kind, worst->tone, color);
        groupX = -1;
    };
    for (const EventEntry& mark : m_marks) {
        if (mark.at < m_window.from || mark.at > m_window.to) continue;
        const double x = std::round(xOf(mark.at)) + 0.5;
        if (groupX >= 0 && x - groupX > 2 * radius) flush();
        if (groupX < 0) {
            groupX = x;
            worst = &mark;
        }
        if (mark.tone > worst->tone) worst = &mark;
    }
    flush();
}

void ChartView::drawReadings(QPainter* painter) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const double x = std::round(xOf(m_crosshair)) + 0.5;
    painter->setPen(QPen(tokens.dim, 1));
    painter->drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
    QList<Reading> all = readingsAt(m_crosshair);
    painter->setBrush(tokens.window);
    for (const Reading& one : std::as_const(all)) {
        painter->setPen(QPen(one.color, m_theme.scaled(1.5)));
        painter->drawEllipse(QPointF(x, yOf(one.level)), m_theme.scaled(3), m_theme.scaled(3));
    }
    const QFont small = Theme::tabular(m_theme.smallFont());
    const QFontMetrics metrics(small);
    const int line = metrics.height() + 1;
    const int pad = m_theme.scaled(7);
    const auto room = std::max<qsizetype>(1, (viewport()->height() - 2 * pad - 4) / line - 1);
    if (m_curves.size() > 1) std::ranges::stable_sort(all, std::ranges::greater{}, &Reading::amount);
    QString more;
    if (all.size() > room) {
        more = tr("and %n more", nullptr, static_cast<int>(all.size() - room + 1));
        all.resize(std::max<qsizetype>(room - 1, 0));
    }
    const QString moment = momentText(m_crosshair, m_window.span());
    const int swatch = m_theme.scaled(14);
    int labelWidth = 0;
    int valueWidth = 0;
    for (Reading& one : all) {
        one.label = metrics.elidedText(m_curves.size() > 1 ? one.label : QString(), Qt::ElideMiddle, m_theme.scaled(150));
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(one.label));
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(one.value));
    }
    const int gap = labelWidth > 0 ? m_theme.scaled(12) : 0;
    const int inner = std::max({swatch + labelWidth + gap + valueWidth, metrics.horizontalAdvance(moment), metrics.horizontalAdvance(more)});
    const int rows = static_cast<int>(all.size()) + 1 + (more.isEmpty() ? 0 : 1);
    QRectF box(0, 0, inner + 2.0 * pad, rows * line + 2.0 * (pad - 2));
    const double away = m_theme.scaled(10);
    box.moveLeft(x + away + box.width() <= viewport()->width() - 2 ? x + away : x - away - box.width());
    box.moveTop(std::clamp(plot().center().y() - box.height() / 2, 1.0, std::max(1.0, viewport()->height() - box.height() - 1)));
    painter->setPen(tokens.line);
    painter->setBrush(tokens.side);
    painter->drawRoundedRect(box.translated(0.5, 0.5).adjusted(0, 0, -1, -1), m_theme.scaled(7), m_theme.scaled(7));
    painter->setFont(small);
    QRectF row(box.left() + pad, box.top() + pad - 2, inner, line);
    painter->setPen(tokens.dim);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, moment);
    for (const Reading& one : std::as_const(all)) {
        row.translate(0, line);
        painter->setPen(Qt::NoPen);
        painter->setBrush(one.color);
        painter->drawEllipse(QPointF(row.left() + swatch * 0.3, row.center().y()), m_theme.scaled(3), m_theme.scaled(3));
        painter->setPen(tokens.text);
        painter->drawText(row.adjusted(swatch, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, one.label);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, one.value);
    }
    if (more.isEmpty()) return;
    row.translate(0, line);
    painter->setPen(tokens.dim);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, more);
}

} // namespace tropero

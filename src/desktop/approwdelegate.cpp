// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/approwdelegate.h"

#include "desktop/ansipalette.h"
#include "desktop/stateglyph.h"
#include "desktop/theme.h"
#include "models/appcolumns.h"
#include "models/apptreemodel.h"

#include <QPainter>

namespace tropero {

namespace {

constexpr int manyRestarts = 10; ///< from here on the figure is worth a look

InstanceState stateOf(const QModelIndex& index)
{
    return static_cast<InstanceState>(index.data(StateRole).toInt());
}

} // namespace

AppRowDelegate::AppRowDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize AppRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {40, std::max(m_theme.scaled(29), option.fontMetrics.height() + 8)};
}

QColor AppRowDelegate::background(const QStyleOptionViewItem& option) const
{
    return option.state.testFlag(QStyle::State_Selected) ? m_theme.tokens().selection
                                                         : m_theme.tokens().window;
}

void AppRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    painter->save();
    painter->setFont(option.font);
    if (index.column() == NameColumn)
        paintName(*painter, option, index);
    else if (index.column() == StateColumn)
        paintState(*painter, option, index);
    else
        paintText(*painter, option, index);
    painter->restore();
}

void AppRowDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const int glyph = m_theme.scaled(10);
    const QRect room = option.rect.adjusted(m_theme.scaled(4), 0, -m_theme.scaled(8), 0);
    const InstanceState state = stateOf(index);
    paintStateGlyph(painter, QRectF(room.left(), room.center().y() + 1 - glyph / 2.0, glyph, glyph), state,
                    m_live ? stateColor(state, tokens) : tokens.dim);

    const bool instance = index.data(InstanceRole).toBool();
    QRect text = room.adjusted(glyph + m_theme.scaled(9), 0, 0, 0);
    const QString name =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width());
    painter.setPen(instance || !m_live ? tokens.dim : tokens.text);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, name);
    text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(name) + m_theme.scaled(9));
    const QString detail = index.data(DetailRole).toString();
    if (detail.isEmpty() || text.width() < m_theme.scaled(24)) return;
    painter.setFont(m_theme.smallFont());
    painter.setPen(readableColor(tokens.dim, background(option), tokens.text));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, text.width()));
}

void AppRowDelegate::paintState(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QColor tone = m_live ? stateColor(stateOf(index), tokens) : tokens.dim;
    painter.setFont(m_theme.smallFont());
    const int inset = m_theme.scaled(8);
    QRect room = option.rect.adjusted(m_theme.scaled(8), 0, -m_theme.scaled(4), 0);
    const QString text =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width() - 2 * inset);
    const QColor pill = tokens.tinted(tone, background(option));
    if (!index.data(InstanceRole).toBool()) {
        const int height = m_theme.scaled(20);
        const QRectF shape(room.left() + 0.5, room.center().y() - height / 2 + 0.5,
                           painter.fontMetrics().horizontalAdvance(text) + 2 * inset, height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(pill);
        painter.drawRoundedRect(shape, height / 2.0, height / 2.0);
    }
    painter.setPen(readableColor(tone, pill, tokens.text));
    painter.drawText(room.adjusted(inset, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

void AppRowDelegate::paintText(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const bool up = index.sibling(index.row(), UptimeColumn).data(SortRole).toLongLong() >
                    std::numeric_limits<qint64>::min();
    QColor color = up && m_live ? tokens.text : tokens.dim;
    QFont font = Theme::tabular(option.font);
    if (index.column() == RestartsColumn) {
        const int restarts = index.data(SortRole).toInt();
        if (restarts == 0) color = tokens.dim;
        if (restarts >= manyRestarts && m_live) {
            color = tokens.warn;
            font.setBold(true);
        }
    }
    painter.setFont(font);
    painter.setPen(readableColor(color, background(option), tokens.text));
    const QRect room = option.rect.adjusted(m_theme.scaled(8), 0, -m_theme.scaled(8), 0);
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).value<int>());
    painter.drawText(room, static_cast<int>(alignment),
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
}

} // namespace tropero

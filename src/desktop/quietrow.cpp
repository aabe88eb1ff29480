// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/quietrow.h"

#include "desktop/theme.h"

#include <QPainter>
#include <QTreeView>

namespace tropero {

RowHeight::RowHeight(const Theme& theme, Height height, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme), m_height(std::move(height)) {}

QSize RowHeight::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {0, m_theme.scaled(m_height(index))};
}

void paintQuietRow(QPainter& painter, const QRect& row, const QTreeView& view, const QModelIndex& index, const Theme& theme)
{
    const ThemeTokens& tokens = theme.tokens();
    if (view.selectionModel()->isSelected(index)) painter.fillRect(row, tokens.selection);
    if (view.currentIndex().row() != index.row() || !view.hasFocus()) return;
    painter.setPen(tokens.primary);
    painter.drawRect(row.adjusted(0, 0, -1, -1));
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemrowdelegate.h"

#include "desktop/ansipalette.h"
#include "desktop/theme.h"
#include "models/systemtablemodel.h"

#include <QPainter>

namespace tropero {

using namespace Qt::StringLiterals;

SystemRowDelegate::SystemRowDelegate(const SystemTableModel& model, Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
{
}

QSize SystemRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {40, std::max(m_theme.scaled(29), option.fontMetrics.height() + 8)};
}

void SystemRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const SystemColumn& column = m_model.columns().at(index.column());
    const QColor background = option.state.testFlag(QStyle::State_Selected) ? tokens.selection : tokens.window;
    const QColor dim = readableColor(tokens.dim, background, tokens.text);
    const bool isPlace = column.key == "folder"_L1 || column.key == "parent"_L1 || column.key == "user"_L1 || column.key == "protocol"_L1;
    painter->save();
    painter->setFont(column.isNumber ? Theme::tabular(option.font) : option.font);
    painter->setPen(isPlace || !index.data(SystemTableModel::KnownRole).toBool() ? dim : tokens.text);
    if (column.key == "app"_L1) painter->setPen(readableColor(tokens.ok, background, tokens.text));
    if (column.key == "port"_L1) painter->setPen(tokens.text);
    QRect room = option.rect.adjusted(m_theme.scaled(8), 0, -m_theme.scaled(8), 0);
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).value<int>());
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), isPlace ? Qt::ElideMiddle : Qt::ElideRight, room.width());
    painter->drawText(room, static_cast<int>(alignment), text);
    if (column.isName) {
        const QString detail = index.data(SystemTableModel::DetailRole).toString();
        room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(text) + m_theme.scaled(9));
        if (!detail.isEmpty() && room.width() >= m_theme.scaled(24)) {
            painter->setFont(m_theme.smallFont());
            painter->setPen(dim);
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(detail, Qt::ElideRight, room.width()));
        }
    }
    painter->restore();
}

} // namespace tropero

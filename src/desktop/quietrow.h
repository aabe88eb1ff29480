// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <functional>

class QTreeView;

namespace tropero {

class Theme;

/// Height of the rows of a view that draws them itself.
class RowHeight : public QStyledItemDelegate
{
public:
    /// Unscaled.
    using Height = std::function<int(const QModelIndex&)>;

    RowHeight(const Theme& theme, Height height, QObject* parent);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    Height m_height;
};

/// What shows below the texts of a row that it is selected, or current in a view with the focus.
void paintQuietRow(QPainter& painter, const QRect& row, const QTreeView& view, const QModelIndex& index, const Theme& theme);

} // namespace tropero

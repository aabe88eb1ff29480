// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tropero {

class SystemTableModel;
class Theme;

/// Paints the cells of processes and ports: a name with its dimmed detail, figures, dimmed places.
class SystemRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SystemRowDelegate(const SystemTableModel& model, Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const SystemTableModel& m_model;
    Theme& m_theme;
};

} // namespace tropero

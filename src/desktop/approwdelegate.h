// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tropero {

class Theme;

/// Paints the cells of the tree of apps: state shape, name and dimmed detail; state pill; figures in columns.
class AppRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit AppRowDelegate(Theme& theme, QObject* parent = nullptr);

    /// False: what is shown is the last known state; it is painted without colour.
    void setLive(bool live) { m_live = live; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintState(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    QColor background(const QStyleOptionViewItem& option) const;

    Theme& m_theme;
    bool m_live = true;
};

} // namespace tropero

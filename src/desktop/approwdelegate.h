// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>

#include <optional>

namespace tropero {

class MetricsHistory;
class Theme;

/// Paints the cells of the tree of apps: state shape, name and dimmed detail; state pill; figures in columns,
/// behind the curve of their last minute; ports as links.
class AppRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    AppRowDelegate(Theme& theme, const MetricsHistory& history, QObject* parent = nullptr);

    /// False: what is shown is the last known state; it is painted without colour.
    void setLive(bool live) { m_live = live; }

    /// The port whose number is drawn at that place of the cell.
    std::optional<int> portAt(const QStyleOptionViewItem& option, const QModelIndex& index,
                              QPoint position) const;
    /// Width that the curve adds to the figure.
    int curveRoom() const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// A piece of a cell with ports: a link, or what stands for those that there is no room for.
    struct PortPiece
    {
        QRect rect;
        QString text;
        std::optional<int> port;
    };

    void paintNamespace(QPainter& painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const;
    void paintCurve(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintPorts(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    QList<PortPiece> portPieces(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintState(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    QColor background(const QStyleOptionViewItem& option) const;
    QColor readable(const QColor& tone, const QColor& behind) const;
    void adopt(const QFont& font) const;

    Theme& m_theme;
    const MetricsHistory& m_history;
    bool m_live = true;
    // What follows from font and theme, worked out once.
    mutable QFont m_font;
    mutable QFont m_figures;
    mutable QFont m_small;
    mutable int m_figureRoom = 0;
    mutable int m_widest = 0; ///< of what figures are written with
    mutable QHash<std::pair<QRgb, QRgb>, QColor> m_readable;
};

} // namespace tropero

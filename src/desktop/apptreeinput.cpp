// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and focus in the tree: links to ports, the row under the pointer.
#include "desktop/apptreeview.h"

#include "desktop/approwdelegate.h"
#include "desktop/localport.h"
#include "models/apptreemodel.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

QList<int> AppTreeView::selectedPorts() const
{
    QSet<int> ports;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        for (const int port : index.data(PortsRole).value<QList<int>>())
            ports.insert(port);
    }
    QList<int> sorted(ports.begin(), ports.end());
    std::ranges::sort(sorted);
    return sorted;
}

void AppTreeView::openPort(int port) const
{
    openInBrowser(port);
}

QStyleOptionViewItem AppTreeView::cellOption(const QModelIndex& index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.font = font();
    option.rect = visualRect(index);
    return option;
}

std::optional<int> AppTreeView::portAt(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || index.column() != PortsColumn) return std::nullopt;
    return m_delegate->portAt(cellOption(index), index, position);
}

void AppTreeView::mouseMoveEvent(QMouseEvent* event)
{
    QTreeView::mouseMoveEvent(event);
    const QPoint position = event->position().toPoint();
    viewport()->setCursor(portAt(position) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const QModelIndex index = indexAt(position).siblingAtColumn(0);
    if (m_hovered == index) return;
    refreshRow(m_hovered);
    m_hovered = index;
    refreshRow(m_hovered);
}

void AppTreeView::mousePressEvent(QMouseEvent* event)
{
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    m_pressedPort = plain ? portAt(event->position().toPoint()) : std::nullopt;
    QTreeView::mousePressEvent(event);
}

void AppTreeView::mouseReleaseEvent(QMouseEvent* event)
{
    QTreeView::mouseReleaseEvent(event);
    const std::optional<int> pressed = std::exchange(m_pressedPort, std::nullopt);
    if (pressed && portAt(event->position().toPoint()) == pressed) openPort(*pressed);
}

bool AppTreeView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const std::optional<int> port = portAt(help->pos())) {
            QToolTip::showText(help->globalPos(), tr("Open %1").arg(localUrl(*port).toString()), viewport());
            return true;
        }
    }
    return QTreeView::viewportEvent(event);
}

void AppTreeView::leaveEvent(QEvent* event)
{
    QTreeView::leaveEvent(event);
    refreshRow(m_hovered);
    m_hovered = QPersistentModelIndex();
}

void AppTreeView::keyPressEvent(QKeyEvent* event)
{
    setAutoScroll(true);
    QTreeView::keyPressEvent(event);
    setAutoScroll(false);
}

void AppTreeView::focusInEvent(QFocusEvent* event)
{
    // The first row to be acted upon is an app, not all that a namespace holds.
    if (currentIndex().isValid()) {
        QTreeView::focusInEvent(event);
        return;
    }
    if (const QModelIndex app = firstApp(); app.isValid())
        selectionModel()->setCurrentIndex(app, QItemSelectionModel::NoUpdate);
    QWidget::focusInEvent(event);
}

} // namespace tropero

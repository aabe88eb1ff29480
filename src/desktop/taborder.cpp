// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/taborder.h"

#include <QLayout>
#include <QList>
#include <QMainWindow>
#include <QScrollArea>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>

namespace tropero {

namespace {

class Reader
{
public:
    void read(QWidget& widget)
    {
        if (m_seen.contains(&widget) || (widget.isWindow() && !m_seen.isEmpty()) || !widget.isVisible()) return;
        m_seen.insert(&widget);
        if ((widget.focusPolicy() & Qt::TabFocus) != 0 && !widget.focusProxy() && widget.isEnabled()) m_order.append(&widget);
        if (const auto* window = qobject_cast<QMainWindow*>(&widget)) {
            if (window->centralWidget()) read(*window->centralWidget());
        } else if (const auto* splitter = qobject_cast<QSplitter*>(&widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                read(*splitter->widget(i));
        } else if (const auto* stack = qobject_cast<QStackedWidget*>(&widget)) {
            for (int i = 0; i < stack->count(); ++i)
                read(*stack->widget(i));
        } else if (const auto* area = qobject_cast<QScrollArea*>(&widget)) {
            if (area->widget()) read(*area->widget());
        } else if (widget.layout()) {
            read(*widget.layout());
        }
    }

    const QList<QWidget*>& order() const { return m_order; }

private:
    void read(QLayout& layout)
    {
        for (int i = 0; i < layout.count(); ++i) {
            if (QWidget* widget = layout.itemAt(i)->widget()) read(*widget);
            if (QLayout* inner = layout.itemAt(i)->layout()) read(*inner);
        }
    }

    QList<QWidget*> m_order;
    QSet<const QWidget*> m_seen;
};

} // namespace

QWidget* tabNeighbour(QWidget& window, QWidget* from, bool forwards)
{
    Reader reader;
    reader.read(window);
    const QList<QWidget*>& order = reader.order();
    if (order.isEmpty()) return nullptr;
    qsizetype at = order.indexOf(from);
    // One that no layout has, such as a button upon a list, is a part of what it lies upon.
    for (QWidget* around = from; at < 0 && around; around = around->parentWidget())
        at = order.indexOf(around);
    if (at < 0) return forwards ? order.first() : order.last();
    const qsizetype next = (at + (forwards ? 1 : order.size() - 1)) % order.size();
    return order.at(next) == from ? nullptr : order.at(next);
}

} // namespace tropero

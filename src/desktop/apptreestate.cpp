// SPDX-License-Identifier: GPL-3.0-or-later
// What the tree remembers from one run to the next.
#include "desktop/apptreeview.h"

#include "models/apptreemodel.h"

#include <QHeaderView>
#include <QSettings>

namespace tropero {

using namespace Qt::StringLiterals;

void AppTreeView::save(QSettings& settings) const
{
    QStringList columns;
    QStringList order;
    settings.remove(u"tree/width"_s);
    for (const int column : columnOrder()) {
        const QString key = m_model.columns().at(column).key;
        order.append(key);
        if (m_chosen.contains(column)) columns.append(key);
        if (m_userWidths.contains(column))
            settings.setValue(u"tree/width/"_s + key, m_userWidths.value(column));
    }
    settings.setValue(u"tree/order"_s, order);
    settings.setValue(u"tree/columns"_s, columns);
    const int sorted = header()->sortIndicatorSection();
    settings.setValue(u"tree/sort"_s, sorted >= 0 && sorted < m_model.columnCount()
                                          ? m_model.columns().at(sorted).key
                                          : QString());
    settings.setValue(u"tree/descending"_s, header()->sortIndicatorOrder() == Qt::DescendingOrder);
    QStringList expanded(m_expandedKeys.begin(), m_expandedKeys.end());
    expanded.sort();
    settings.setValue(u"tree/expanded"_s, expanded);
    QStringList closed(m_closedKeys.begin(), m_closedKeys.end());
    closed.sort();
    settings.setValue(u"tree/closed"_s, closed);
    settings.setValue(u"tree/selected"_s, selectedKeys());
}

void AppTreeView::restore(const QSettings& settings)
{
    const QStringList expanded = settings.value(u"tree/expanded"_s).toStringList();
    m_expandedKeys = QSet<QString>(expanded.begin(), expanded.end());
    const QStringList closed = settings.value(u"tree/closed"_s).toStringList();
    m_closedKeys = QSet<QString>(closed.begin(), closed.end());
    const QString sorted = settings.value(u"tree/sort"_s).toString();
    const QStringList chosen = settings.value(u"tree/columns"_s).toStringList();
    if (settings.contains(u"tree/columns"_s)) m_chosen = {NameColumn};
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString key = m_model.columns().at(column).key;
        if (chosen.contains(key)) m_chosen.insert(column);
        const int width = settings.value(u"tree/width/"_s + key).toInt();
        if (column != NameColumn && width > 0)
            m_userWidths.insert(column, std::clamp(width, header()->minimumSectionSize(), 600));
        if (key == sorted)
            sortByColumn(column, settings.value(u"tree/descending"_s).toBool() ? Qt::DescendingOrder
                                                                               : Qt::AscendingOrder);
    }
    int place = 1; // the name stays first
    for (const QString& key : settings.value(u"tree/order"_s).toStringList()) {
        for (int column = 1; column < m_model.columnCount(); ++column) {
            if (m_model.columns().at(column).key != key) continue;
            header()->moveSection(header()->visualIndex(column), place++);
        }
    }
    fitColumns();
    followFilter();
    restoreExpansion({}, 0, model()->rowCount() - 1);
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/systemfiltermodel.h"

#include "models/systemtablemodel.h"

#include <algorithm>

namespace tropero {

SystemFilterModel::SystemFilterModel(SystemTableModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setDynamicSortFilter(true);
    setSortRole(SystemTableModel::SortRole);
    setSourceModel(&model);
}

void SystemFilterModel::setFilterText(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words) return;
    m_words = words;
    invalidateFilter();
}

void SystemFilterModel::setJavaScriptOnly(bool on)
{
    if (on == m_javaScriptOnly) return;
    m_javaScriptOnly = on;
    invalidateFilter();
}

bool SystemFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const
{
    const SystemRow& row = m_model.row(sourceRow);
    if (m_javaScriptOnly && !row.isJavaScript) return false;
    return std::ranges::all_of(m_words, [&](const QString& word) {
        if (!word.startsWith(u':')) return row.search.contains(word, Qt::CaseInsensitive);
        return std::ranges::any_of(row.ports, [&](int port) { return QString::number(port).startsWith(QStringView(word).sliced(1)); });
    });
}

bool SystemFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(SystemTableModel::SortRole);
    const QVariant b = right.data(SystemTableModel::SortRole);
    if (a.userType() == QMetaType::QString) {
        const int order = QString::localeAwareCompare(a.toString(), b.toString());
        if (order != 0) return order < 0;
    } else if (const QPartialOrdering order = QVariant::compare(a, b); order != QPartialOrdering::Equivalent) {
        return order == QPartialOrdering::Less;
    }
    // Equal values keep their order whichever way the column is sorted.
    return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/appfiltermodel.h"

#include "models/apptreemodel.h"

#include <algorithm>

namespace tropero {

AppFilterModel::AppFilterModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setDynamicSortFilter(true);
    setSortRole(SortRole);
    setFilterRole(SearchRole);
}

void AppFilterModel::setFilterText(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words) return;
    m_words = words;
    invalidateFilter();
}

bool AppFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    if (m_words.isEmpty()) return true;
    const QString text = sourceModel()->index(sourceRow, 0, sourceParent).data(SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool AppFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    const QPartialOrdering order =
        a.userType() == QMetaType::QString
            ? (QString::localeAwareCompare(a.toString(), b.toString()) < 0 ? QPartialOrdering::Less
               : a.toString() == b.toString()                              ? QPartialOrdering::Equivalent
                                                                           : QPartialOrdering::Greater)
            : QVariant::compare(a, b);
    if (order == QPartialOrdering::Less) return true;
    if (order == QPartialOrdering::Greater) return false;
    // Equal values keep the order of the daemon whichever way the column is sorted, so that rows do not swap
    // places as values come and go.
    return sortOrder() == Qt::AscendingOrder ? left.row() < right.row() : left.row() > right.row();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/appfiltermodel.h"

#include "models/apptreemodel.h"

#include <algorithm>
#include <utility>

namespace tropero {

AppFilterModel::AppFilterModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setDynamicSortFilter(false); // one row at a time, a thousand of them a second would cost a core
    setSortRole(SortRole);
    setFilterRole(SearchRole);
}

void AppFilterModel::setSourceModel(QAbstractItemModel* model)
{
    QSortFilterProxyModel::setSourceModel(model);
    connect(model, &QAbstractItemModel::dataChanged, this, &AppFilterModel::noteChange);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { noteChange({}, {}); });
}

void AppFilterModel::sort(int column, Qt::SortOrder order)
{
    m_sortDue = false;
    QSortFilterProxyModel::sort(column, order);
}

void AppFilterModel::noteChange(const QModelIndex& topLeft, const QModelIndex& bottomRight)
{
    const bool queued = m_sortDue || m_filterDue;
    const bool inserted = !topLeft.isValid();
    // Without a sort column the order is the source's, which new rows get into by themselves.
    m_sortDue =
        m_sortDue || (inserted ? sortColumn() >= 0
                               : sortColumn() >= topLeft.column() && sortColumn() <= bottomRight.column());
    m_filterDue = m_filterDue || (!m_words.isEmpty() && (inserted || topLeft.column() == 0));
    if (!queued && (m_sortDue || m_filterDue))
        QMetaObject::invokeMethod(this, &AppFilterModel::catchUp, Qt::QueuedConnection);
}

void AppFilterModel::catchUp()
{
    if (std::exchange(m_filterDue, false)) invalidateRowsFilter();
    if (std::exchange(m_sortDue, false)) sort(sortColumn(), sortOrder());
}

void AppFilterModel::setFilterText(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words) return;
    m_words = words;
    invalidateFilter();
    Q_EMIT filterChanged();
}

void AppFilterModel::setHiddenNumbers(const QSet<int>& numbers)
{
    if (numbers == m_hidden) return;
    m_hidden = numbers;
    invalidateFilter();
    Q_EMIT filterChanged();
}

bool AppFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const QModelIndex row = sourceModel()->index(sourceRow, 0, sourceParent);
    if (!m_hidden.isEmpty()) {
        const auto numbers = row.data(NumbersRole).value<QList<int>>();
        if (!numbers.isEmpty() &&
            std::ranges::all_of(numbers, [this](int number) { return m_hidden.contains(number); }))
            return false;
    }
    if (m_words.isEmpty()) return true;
    // What fits keeps what is below it; not by setAutoAcceptChildRows(), which would keep the hidden ones,
    // too.
    for (QModelIndex at = row; at.isValid(); at = at.parent()) {
        const QString text = at.data(SearchRole).toString();
        if (std::ranges::all_of(
                m_words, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }))
            return true;
    }
    return false;
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

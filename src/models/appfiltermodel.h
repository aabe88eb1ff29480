// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace tropero {

/// Sorts an AppTreeModel by raw values and keeps the rows that contain every word of the filter (name,
/// namespace, script, id, pid, state, ":port"). What fits keeps what is below it, and what it is below.
/// Values that change are sorted and filtered anew once, at the end of the turn of the event loop, however
/// many they are.
class AppFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AppFilterModel(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* model) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void setFilterText(const QString& text);
    QString filterText() const { return m_words.join(u' '); }
    /// Rows that stand for nothing but these instances are left out, whatever the filter says.
    void setHiddenNumbers(const QSet<int>& numbers);

Q_SIGNALS:
    void filterChanged();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void noteChange(const QModelIndex& topLeft, const QModelIndex& bottomRight);
    void catchUp();

    bool m_sortDue = false;
    bool m_filterDue = false;
    QStringList m_words;
    QSet<int> m_hidden;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace tropero {

/// Sorts an AppTreeModel by raw values and keeps the rows that contain every word of the filter (name,
/// namespace, script, id, pid, state, ":port"). An app that fits keeps its instances; an instance that fits
/// keeps its app.
class AppFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AppFilterModel(QObject* parent = nullptr);

    void setFilterText(const QString& text);
    QString filterText() const { return m_words.join(u' '); }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
};

} // namespace tropero

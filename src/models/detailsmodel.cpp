// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailsmodel.h"

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

void DetailsModel::setFacts(const QList<FactSection>& sections)
{
    QList<Row> rows;
    for (const FactSection& section : sections) {
        if (!section.title.isEmpty()) rows.append({true, {section.title, {}}});
        for (const Fact& fact : section.facts)
            rows.append({false, fact});
    }
    const bool sameShape = std::ranges::equal(rows, m_rows, [](const Row& a, const Row& b) {
        return a.section == b.section && a.fact.name == b.fact.name;
    });
    if (!sameShape) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).fact == rows.at(row).fact) continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row, Value), index(row, Value));
    }
}

QString DetailsModel::text(const QList<int>& rows) const
{
    QString all;
    for (const int row : rows) {
        const Row& one = m_rows.at(row);
        all += one.section ? one.fact.name + u'\n' : one.fact.name + u": "_s + one.fact.value + u'\n';
    }
    return all;
}

int DetailsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DetailsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DetailsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? row.fact.name : row.fact.value;
    case Qt::ToolTipRole:
        return index.column() == Value && !row.fact.value.isEmpty() ? QVariant(row.fact.value.toHtmlEscaped())
                                                                    : QVariant();
    case Qt::AccessibleTextRole:
        return row.section ? row.fact.name : row.fact.name + u": "_s + row.fact.value;
    case SectionRole:
        return row.section;
    case AlarmingRole:
        return row.fact.alarming;
    default:
        return {};
    }
}

Qt::ItemFlags DetailsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return {};
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace tropero

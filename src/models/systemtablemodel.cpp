// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/systemtablemodel.h"

#include <QSet>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

SystemTableModel::SystemTableModel(Columns columns, QObject* parent)
    : QAbstractTableModel(parent), m_makeColumns(std::move(columns)), m_columns(m_makeColumns())
{
}

int SystemTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SystemTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant SystemTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SystemRow& row = m_rows.at(static_cast<size_t>(index.row()));
    const SystemColumn& column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return row.texts.at(index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        // Programs choose these texts: they must not be taken for markup.
        return u"<p style='white-space:pre-wrap'>"_s + row.toolTip.toHtmlEscaped() + u"</p>"_s;
    case Qt::AccessibleTextRole:
        return column.isName ? (row.detail.isEmpty() ? row.texts.at(index.column()) : row.texts.at(index.column()) + u", "_s + row.detail)
                             : column.title + u": "_s + row.texts.at(index.column());
    case SortRole:
        return row.values.at(index.column());
    case DetailRole:
        return row.detail;
    case KnownRole:
        return row.process.pid != 0;
    default:
        return {};
    }
}

QVariant SystemTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) return m_columns.at(section).title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (m_columns.at(section).isNumber ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void SystemTableModel::retranslate()
{
    m_columns = m_makeColumns();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void SystemTableModel::removeAllBut(const std::vector<SystemRow>& wanted)
{
    QSet<QString> keys;
    for (const SystemRow& row : wanted)
        keys.insert(row.key);
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (keys.contains(row(last).key)) continue;
        int first = last;
        while (first > 0 && !keys.contains(row(first - 1).key))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void SystemTableModel::setRows(std::vector<SystemRow> wanted)
{
    removeAllBut(wanted);
    QSet<QString> present;
    for (const SystemRow& row : m_rows)
        present.insert(row.key);
    for (size_t i = 0; i < wanted.size();) {
        size_t end = i;
        while (end < wanted.size() && !present.contains(wanted[end].key))
            ++end;
        if (end > i) {
            tellChanges(); // they are about places that are still so
            beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i),
                          std::make_move_iterator(wanted.begin() + static_cast<std::ptrdiff_t>(i)),
                          std::make_move_iterator(wanted.begin() + static_cast<std::ptrdiff_t>(end)));
            endInsertRows();
            i = end;
            continue;
        }
        size_t found = i;
        while (m_rows[found].key != wanted[i].key)
            ++found;
        if (found != i) {
            const int from = static_cast<int>(found);
            tellChanges();
            beginMoveRows({}, from, from, {}, static_cast<int>(i));
            std::rotate(m_rows.begin() + static_cast<std::ptrdiff_t>(i), m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
        update(static_cast<int>(i), std::move(wanted[i]));
        ++i;
    }
    tellChanges();
}

void SystemTableModel::update(int position, SystemRow row)
{
    SystemRow& mine = m_rows[static_cast<size_t>(position)];
    if (mine == row) return;
    const SystemRow before = std::exchange(mine, std::move(row));
    const bool wholeRow = before.detail != mine.detail || before.search != mine.search || before.toolTip != mine.toolTip ||
                          before.ports != mine.ports || before.process != mine.process;
    int first = 0;
    int last = columnCount() - 1;
    const auto same = [&](int column) {
        return before.texts.at(column) == mine.texts.at(column) && before.values.at(column) == mine.values.at(column);
    };
    while (!wholeRow && first <= last && same(first))
        ++first;
    while (!wholeRow && last > first && same(last))
        --last;
    if (first > last) return;
    if (m_changes.firstRow < 0) m_changes = {position, position, first, last};
    m_changes.lastRow = position;
    m_changes.firstColumn = std::min(m_changes.firstColumn, first);
    m_changes.lastColumn = std::max(m_changes.lastColumn, last);
}

void SystemTableModel::tellChanges()
{
    // In one go: a sorted table puts all of them into their new places at once, which costs a thousandth of one after another.
    const Changes changes = std::exchange(m_changes, {});
    if (changes.firstRow < 0) return;
    Q_EMIT dataChanged(index(changes.firstRow, changes.firstColumn), index(changes.lastRow, changes.lastColumn));
}

} // namespace tropero

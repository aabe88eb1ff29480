// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/systemrow.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace tropero {

/// Rows of the page of processes or of ports. A new look is merged by key, with inserts, removes, moves and dataChanged, never a reset,
/// so that the selection and the scroll position stay.
class SystemTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< raw value of the column
        DetailRole,              ///< QString
        KnownRole,               ///< bool: the process is known
    };
    using Columns = std::function<QList<SystemColumn>()>;

    /// `columns` is asked again by retranslate().
    explicit SystemTableModel(Columns columns, QObject* parent = nullptr);

    const QList<SystemColumn>& columns() const { return m_columns; }
    const SystemRow& row(int index) const { return m_rows.at(static_cast<size_t>(index)); }
    void setRows(std::vector<SystemRow> rows);
    /// Titles in the language of now; texts come with the next rows.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void removeAllBut(const std::vector<SystemRow>& wanted);
    void update(int position, SystemRow row);
    void tellChanges();

    Columns m_makeColumns;
    QList<SystemColumn> m_columns;
    std::vector<SystemRow> m_rows;
    /// What has changed and was not told yet: from one cell to another.
    struct Changes
    {
        int firstRow = -1;
        int lastRow = -1;
        int firstColumn = 0;
        int lastColumn = 0;
    };
    Changes m_changes;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/instancefacts.h"

#include <QAbstractTableModel>

namespace tropero {

/// Sections of facts as rows: a row with the section's title, then one row for each fact, name and value. While only values change, rows stay, and
/// with them what is selected.
class DetailsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };
    enum Role {
        SectionRole = Qt::UserRole, ///< bool: the row is a section's title
        AlarmingRole,               ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFacts(const QList<FactSection>& sections);
    /// The rows as "name: value" lines, titles on lines of their own.
    QString text(const QList<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        bool section = false;
        Fact fact;
    };

    QList<Row> m_rows;
};

} // namespace tropero

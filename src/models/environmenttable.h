// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QAbstractTableModel>

namespace tropero {

/// Variables that a person writes: names and values in the order in which they were typed. What cannot stay as it is is marked, not refused.
class EnvironmentTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };
    enum Role {
        ProblemRole = Qt::UserRole, ///< why the name cannot stay; empty: it can
        SecretRole,                 ///< bool
    };
    struct Variable
    {
        QString name;
        QString value;

        bool operator==(const Variable&) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(const EnvironmentMap& variables);
    /// Rows without a name and value are left out; of two with one name the later counts.
    EnvironmentMap variables() const;
    /// Of the first row that has one; empty: none.
    QString problem() const;
    /// Rows that are not blank.
    int count() const;
    int secrets() const;
    /// "NAME=value", as a .env file would have it.
    QString line(int row) const;

    /// A row at the end, blank unless told otherwise; its number.
    int append(const Variable& variable = {});
    void remove(QList<int> rows);
    /// Known names get the new value where they stand, others come after the last row.
    void merge(const QList<Variable>& variables);
    /// Secrets are shown as they are.
    void setRevealed(bool on);
    bool isRevealed() const { return m_revealed; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The variables are other ones than before.
    void edited();

private:
    QString problemOf(int row) const;
    void changed();

    QList<Variable> m_variables;
    bool m_revealed = false;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QJsonArray>

namespace tropero {

/// The variables that an instance gets when it starts, with where each comes from, as apps.environment tells them. Secrets come masked unless the
/// daemon was asked to reveal them. While only values change, rows stay.
class EnvironmentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Origin, ColumnCount };
    enum Role {
        OriginRole = Qt::UserRole, ///< key: "config", "shell", "tropero"
        SecretRole,                ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(const QJsonArray& variables);
    int secrets() const; ///< how many of them are secret
    /// "NAME=value" of the row.
    QString line(int row) const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Variable
    {
        QString name;
        QString value;
        QString origin;
        bool secret = false;

        bool operator==(const Variable&) const = default;
    };

    static QString originText(const QString& origin);

    QList<Variable> m_variables;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environmentmodel.h"

#include <QJsonObject>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

void EnvironmentModel::setVariables(const QJsonArray& variables)
{
    QList<Variable> fresh;
    for (const QJsonValue& one : variables)
        fresh.append({one["name"_L1].toString(), one["value"_L1].toString(), one["origin"_L1].toString(), one["secret"_L1].toBool()});
    const bool sameShape = std::ranges::equal(fresh, m_variables, {}, &Variable::name, &Variable::name);
    if (!sameShape) {
        beginResetModel();
        m_variables = std::move(fresh);
        endResetModel();
        return;
    }
    for (int row = 0; row < m_variables.size(); ++row) {
        if (m_variables.at(row) == fresh.at(row)) continue;
        m_variables[row] = fresh.at(row);
        Q_EMIT dataChanged(index(row, Value), index(row, Origin));
    }
}

int EnvironmentModel::secrets() const
{
    return static_cast<int>(std::ranges::count_if(m_variables, &Variable::secret));
}

QString EnvironmentModel::line(int row) const
{
    return m_variables.at(row).name + u'=' + m_variables.at(row).value;
}

void EnvironmentModel::retranslate()
{
    if (!m_variables.isEmpty()) Q_EMIT dataChanged(index(0, Origin), index(rowCount() - 1, Origin));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QString EnvironmentModel::originText(const QString& origin)
{
    if (origin == "config"_L1) return tr("Configuration");
    if (origin == "shell"_L1) return tr("Shell");
    if (origin == "tropero"_L1) return tr("Tropero");
    return origin;
}

int EnvironmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_variables.size());
}

int EnvironmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EnvironmentModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Variable& one = m_variables.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? one.name : index.column() == Value ? one.value : originText(one.origin);
    case Qt::ToolTipRole:
        if (index.column() == Name) return one.name.toHtmlEscaped();
        if (index.column() == Value) return one.value.isEmpty() ? QVariant() : QVariant(one.value.toHtmlEscaped());
        if (one.origin == "config"_L1) return tr("Set in the app's configuration");
        if (one.origin == "shell"_L1) return tr("Taken over from the shell or window that started the app");
        return one.origin == "tropero"_L1 ? tr("Set by Tropero for each instance") : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name ? QVariant(line(index.row())) : QVariant();
    case OriginRole:
        return one.origin;
    case SecretRole:
        return one.secret;
    default:
        return {};
    }
}

QVariant EnvironmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    case Origin:
        return tr("Comes from");
    default:
        return {};
    }
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environmenttable.h"

#include "core/namecase.h"

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(const EnvironmentTable::Variable& variable)
{
    return variable.name.isEmpty() && variable.value.isEmpty();
}

bool sameName(const QString& a, const QString& b)
{
    return a.compare(b, systemNameCase()) == 0;
}

} // namespace

void EnvironmentTable::setVariables(const EnvironmentMap& variables)
{
    beginResetModel();
    m_variables.clear();
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        m_variables.append({variable.key(), variable.value()});
    endResetModel();
}

EnvironmentMap EnvironmentTable::variables() const
{
    EnvironmentMap result;
    for (const Variable& variable : m_variables) {
        if (!variable.name.isEmpty()) result.insert(variable.name, variable.value);
    }
    return result;
}

QString EnvironmentTable::problem() const
{
    for (int row = 0; row < m_variables.size(); ++row) {
        if (const QString problem = problemOf(row); !problem.isEmpty()) return problem;
    }
    return {};
}

int EnvironmentTable::count() const
{
    return static_cast<int>(std::ranges::count_if(m_variables, [](const Variable& one) { return !isBlank(one); }));
}

int EnvironmentTable::secrets() const
{
    return static_cast<int>(std::ranges::count_if(m_variables, [](const Variable& one) { return isSecretName(one.name); }));
}

QString EnvironmentTable::line(int row) const
{
    const Variable& variable = m_variables.at(row);
    static const QString special = u" \t\n\r#'\"\\$`"_s;
    const bool plain = std::ranges::none_of(variable.value, [](QChar c) { return special.contains(c); });
    if (plain) return variable.name + u'=' + variable.value;
    if (!variable.value.contains(u'\'')) return variable.name + u"='"_s + variable.value + u'\'';
    QString quoted = variable.value;
    quoted.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1);
    return variable.name + u"=\""_s + quoted + u'"';
}

QString EnvironmentTable::problemOf(int row) const
{
    const QString& name = m_variables.at(row).name;
    if (isBlank(m_variables.at(row))) return {};
    if (name.isEmpty()) return tr("A value without a name");
    const auto isWrong = [](QChar c) { return c == u'=' || c.isSpace() || c.category() == QChar::Other_Control; };
    if (std::ranges::any_of(name, isWrong)) return tr("\u201c%1\u201d is no name: blanks and = cannot be in it").arg(name);
    if (name.front().isDigit()) return tr("\u201c%1\u201d is no name: it begins with a digit").arg(name);
    for (int other = 0; other < m_variables.size(); ++other) {
        if (other != row && sameName(m_variables.at(other).name, name)) return tr("%1 is there twice").arg(name);
    }
    return {};
}

int EnvironmentTable::append(const Variable& variable)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_variables.append(variable);
    endInsertRows();
    if (!isBlank(variable)) changed();
    return row;
}

void EnvironmentTable::remove(QList<int> rows)
{
    std::ranges::sort(rows, std::greater());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    bool counted = false;
    for (const int row : std::as_const(rows)) {
        if (row < 0 || row >= m_variables.size()) continue;
        counted = counted || !isBlank(m_variables.at(row));
        beginRemoveRows({}, row, row);
        m_variables.removeAt(row);
        endRemoveRows();
    }
    if (counted) changed();
}

void EnvironmentTable::merge(const QList<Variable>& variables)
{
    for (const Variable& fresh : variables) {
        const auto known = std::ranges::find_if(m_variables, [&](const Variable& one) { return sameName(one.name, fresh.name); });
        if (known != m_variables.end()) {
            known->value = fresh.value;
            continue;
        }
        const int row = rowCount();
        beginInsertRows({}, row, row);
        m_variables.append(fresh);
        endInsertRows();
    }
    changed();
}

void EnvironmentTable::changed()
{
    // A name may have become, or ceased to be, the second of its kind: any row may look different.
    if (!m_variables.isEmpty()) Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Value));
    Q_EMIT edited();
}

void EnvironmentTable::setRevealed(bool on)
{
    if (std::exchange(m_revealed, on) == on || m_variables.isEmpty()) return;
    Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

void EnvironmentTable::retranslate()
{
    if (!m_variables.isEmpty()) Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Value));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int EnvironmentTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_variables.size());
}

int EnvironmentTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EnvironmentTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Variable& variable = m_variables.at(index.row());
    const bool secret = isSecretName(variable.name);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Name) return variable.name;
        return secret && !m_revealed && !variable.value.isEmpty() ? maskedValue() : variable.value;
    case Qt::EditRole:
        return index.column() == Name ? variable.name : variable.value;
    case Qt::ToolTipRole: {
        const QString problem = problemOf(index.row());
        return problem.isEmpty() ? QVariant() : problem;
    }
    case Qt::AccessibleDescriptionRole:
    case ProblemRole:
        return problemOf(index.row());
    case SecretRole:
        return secret;
    default:
        return {};
    }
}

bool EnvironmentTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    Variable& variable = m_variables[index.row()];
    QString& text = index.column() == Name ? variable.name : variable.value;
    const QString fresh = index.column() == Name ? value.toString().trimmed() : value.toString();
    if (text == fresh) return true;
    text = fresh;
    changed();
    return true;
}

Qt::ItemFlags EnvironmentTable::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable | Qt::ItemNeverHasChildren : flags;
}

QVariant EnvironmentTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Name ? tr("Name") : section == Value ? tr("Value") : QVariant();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/launchchoices.h"

namespace tropero {

using namespace Qt::StringLiterals;

bool LaunchChoices::several(const ProjectChoice& choice)
{
    return choice.kind == ProjectChoice::Kind::ConfigApp || choice.kind == ProjectChoice::Kind::ProcfileEntry;
}

void LaunchChoices::setChoices(const QList<ProjectChoice>& choices, bool together)
{
    beginResetModel();
    m_choices = choices;
    m_chosen = QList<bool>(choices.size(), false);
    for (qsizetype row = 0; row < choices.size(); ++row) {
        const ProjectChoice& first = choices.first();
        m_chosen[row] = row == 0 || (together && several(first) && choices.at(row).kind == first.kind && choices.at(row).from == first.from);
    }
    endResetModel();
    Q_EMIT chosenChanged();
}

QList<ProjectChoice> LaunchChoices::chosen() const
{
    QList<ProjectChoice> result;
    for (qsizetype row = 0; row < m_choices.size(); ++row) {
        if (m_chosen.at(row)) result.append(m_choices.at(row));
    }
    return result;
}

void LaunchChoices::choose(int row, bool on)
{
    if (row < 0 || row >= m_choices.size()) return;
    QList<bool> fresh = m_chosen;
    const ProjectChoice& choice = m_choices.at(row);
    if (!several(choice)) {
        fresh.fill(false);
        fresh[row] = true;
    } else {
        fresh[row] = on;
        for (qsizetype other = 0; on && other < m_choices.size(); ++other)
            fresh[other] = fresh.at(other) && m_choices.at(other).kind == choice.kind && m_choices.at(other).from == choice.from;
    }
    if (fresh == m_chosen) return;
    m_chosen = fresh;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

int LaunchChoices::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant LaunchChoices::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ProjectChoice& choice = m_choices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return choice.title;
    case Qt::CheckStateRole:
        return m_chosen.at(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleDescriptionRole:
    case DetailRole:
        return choice.detail;
    case Qt::ToolTipRole:
        return choice.note.isEmpty() ? choice.detail : u"%1\n%2"_s.arg(choice.detail, choice.note);
    case OriginRole:
        return choice.workspace.isEmpty() ? choice.from : u"%1 \u00b7 %2"_s.arg(choice.workspace, choice.from);
    case SeveralRole:
        return several(choice);
    default:
        return {};
    }
}

bool LaunchChoices::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    choose(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags LaunchChoices::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren : Qt::NoItemFlags);
}

} // namespace tropero

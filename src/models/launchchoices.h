// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/project.h"

#include <QAbstractListModel>

namespace tropero {

/// What can be launched in a project, with what is chosen of it: one script, or any of the apps that belong together in a config file or Procfile.
class LaunchChoices : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole, ///< the command behind it
        OriginRole,                ///< the file that says so, and the package
        SeveralRole,               ///< bool: others of its kind can be chosen besides
    };

    using QAbstractListModel::QAbstractListModel;

    /// The first is chosen, and with it all that are launched together where `together` says so.
    void setChoices(const QList<ProjectChoice>& choices, bool together);
    QList<ProjectChoice> chosen() const;
    /// What stands for itself takes the place of all others; chosen again it stays.
    void choose(int row, bool on = true);
    bool isChosen(int row) const { return m_chosen.value(row); }
    const ProjectChoice& at(int row) const { return m_choices.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    static bool several(const ProjectChoice& choice);

    QList<ProjectChoice> m_choices;
    QList<bool> m_chosen;
};

} // namespace tropero

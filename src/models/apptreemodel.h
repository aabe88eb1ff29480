// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/appcolumns.h"
#include "models/approwtree.h"

#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

namespace tropero {

class GitBranches;
class StateMirror;

enum AppRole {
    SortRole = Qt::UserRole, ///< raw value of the column
    KeyRole,                 ///< QString, AppRow::key()
    KindRole,                ///< int of AppRow::Kind
    AppIdRole,               ///< QString, empty for a namespace
    NumbersRole,             ///< QList<int>: the instances that the row stands for
    StateRole,               ///< int of InstanceState
    DetailRole,              ///< QString, dimmed beside the name
    SearchRole,              ///< QString that the filter looks at
    InstanceRole,            ///< bool: one of several instances
    PortsRole,               ///< QList<int>: where it listens
};

/// The daemon's apps as a tree: namespace (as soon as there is another than the default one), app, and below
/// it its instances when it has more than one. The sums of a namespace follow at the end of the turn of the
/// event loop.
class AppTreeModel : public AppRowTree
{
    Q_OBJECT

public:
    /// Milliseconds since the epoch.
    using Clock = std::function<qint64()>;

    explicit AppTreeModel(const StateMirror& mirror, QObject* parent = nullptr, Clock clock = {});

    /// Where the branches of the apps' folders come from; none are shown before. Must outlive the model.
    void setBranches(GitBranches& branches);

    const QList<AppColumn>& columns() const { return m_columns; }
    /// Titles and texts in the language of now.
    void retranslate();

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void appListChanged(const QString& id);
    void mergeApps();
    void mergeApp(const QString& id);
    void mergeNamespaces();
    AppRow rowOf(const AppStatus& app) const;
    void advanceTime();
    bool isSame(int column, const AppRow& before, const AppRow& after) const override;
    QVariant toolTip(const AppRow& row) const;

    const StateMirror& m_mirror;
    Clock m_clock;
    qint64 m_now = 0; ///< what every time-dependent text refers to
    QList<AppColumn> m_columns;
    std::vector<std::pair<QString, QString>> m_seen; ///< id and namespace of the apps, as they were merged
    GitBranches* m_branches = nullptr;
    bool m_sumsDue = false;
    QTimer m_tick;
};

} // namespace tropero

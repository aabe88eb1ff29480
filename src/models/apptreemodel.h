// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/appcolumns.h"
#include "models/approw.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <span>
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
/// it its instances when it has more than one. Changes are merged by key with inserts, removes, moves (also
/// from one parent to another) and dataChanged for just the columns that differ; there is never a reset, so
/// selection and expansion survive. The sums of a namespace follow at the end of the turn of the event loop.
class AppTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// Milliseconds since the epoch.
    using Clock = std::function<qint64()>;

    explicit AppTreeModel(const StateMirror& mirror, QObject* parent = nullptr, Clock clock = {});
    ~AppTreeModel() override;

    /// Where the branches of the apps' folders come from; none are shown before. Must outlive the model.
    void setBranches(GitBranches& branches);

    const QList<AppColumn>& columns() const { return m_columns; }
    const AppRow* row(const QModelIndex& index) const;
    /// Index in the first column of the row with that AppRow::key(); invalid when there is none.
    QModelIndex indexOf(const QString& key) const;
    /// Titles and texts in the language of now.
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    Node* node(const QModelIndex& index) const;
    QModelIndex indexOf(const Node& node, int column) const;
    void appListChanged(const QString& id);
    void mergeApps();
    void mergeApp(const QString& id);
    void mergeNamespaces();
    AppRow rowOf(const AppStatus& app) const;
    void arrange(Node& parent, std::vector<AppRow> wanted);
    void insert(Node& parent, size_t at, std::span<AppRow> rows);
    void move(Node& node, Node& parent, size_t to);
    void removeOthers(Node& parent, const QSet<QString>& wantedKeys);
    void forget(const Node& node);
    void update(Node& node, AppRow row);
    void advanceTime();
    QVariant toolTip(const AppRow& row) const;

    const StateMirror& m_mirror;
    Clock m_clock;
    qint64 m_now = 0; ///< what every time-dependent text refers to
    QList<AppColumn> m_columns;
    std::unique_ptr<Node> m_root;
    QHash<QString, Node*> m_nodes;                   ///< by key
    std::vector<std::pair<QString, QString>> m_seen; ///< id and namespace of the apps, as they were merged
    GitBranches* m_branches = nullptr;
    bool m_sumsDue = false;
    QTimer m_tick;
};

} // namespace tropero

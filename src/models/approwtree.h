// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/approw.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <span>
#include <vector>

namespace tropero {

/// A tree of rows, each known by its AppRow::key(). New contents are merged with inserts, removes, moves (also from one parent to another) and
/// dataChanged for just the columns that differ; there is never a reset, so selection and expansion survive.
class AppRowTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    ~AppRowTree() override;

    const AppRow* row(const QModelIndex& index) const;
    /// Index in the first column of the row with that AppRow::key(); invalid when there is none.
    QModelIndex indexOf(const QString& key) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    struct Node
    {
        AppRow row;
        QString key;
        Node* parent = nullptr;
        int position = 0; ///< among the children of the parent
        std::vector<std::unique_ptr<Node>> children;

        void renumber(size_t from, size_t end);
        void renumber(size_t from) { renumber(from, children.size()); }
    };

    explicit AppRowTree(QObject* parent = nullptr);

    Node& root() const { return *m_root; }
    Node& node(const QModelIndex& index) const;
    /// Null when there is none.
    Node* find(const QString& key) const { return m_nodes.value(key); }
    QModelIndex indexOf(const Node& node, int column) const;

    /// Afterwards these rows are the first children of `parent`, in this order, wherever they were before.
    void arrange(Node& parent, std::vector<AppRow> wanted);
    void removeOthers(Node& parent, const QSet<QString>& wantedKeys);
    void update(Node& node, AppRow row);

    /// The column shows the same of both rows.
    virtual bool isSame(int column, const AppRow& before, const AppRow& after) const = 0;

private:
    void insert(Node& parent, size_t at, std::span<AppRow> rows);
    void move(Node& node, Node& parent, size_t to);
    void forget(const Node& node);

    std::unique_ptr<Node> m_root;
    QHash<QString, Node*> m_nodes; ///< by key
};

} // namespace tropero

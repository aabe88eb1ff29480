// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/approwtree.h"

#include <algorithm>
#include <utility>

namespace tropero {

AppRowTree::AppRowTree(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

AppRowTree::~AppRowTree() = default;

void AppRowTree::Node::renumber(size_t from, size_t end)
{
    for (size_t i = from; i < end; ++i)
        children[i]->position = static_cast<int>(i);
}

const AppRow* AppRowTree::row(const QModelIndex& index) const
{
    return index.isValid() ? &node(index).row : nullptr;
}

QModelIndex AppRowTree::indexOf(const QString& key) const
{
    const Node* const found = m_nodes.value(key);
    return found ? indexOf(*found, 0) : QModelIndex();
}

AppRowTree::Node& AppRowTree::node(const QModelIndex& index) const
{
    return index.isValid() ? *static_cast<Node*>(index.internalPointer()) : *m_root;
}

QModelIndex AppRowTree::indexOf(const Node& node, int column) const
{
    if (&node == m_root.get()) return {};
    return createIndex(node.position, column, &node);
}

QModelIndex AppRowTree::index(int row, int column, const QModelIndex& parent) const
{
    const Node& owner = node(parent);
    if (row < 0 || column < 0 || column >= columnCount() || row >= static_cast<int>(owner.children.size()))
        return {};
    return createIndex(row, column, owner.children.at(static_cast<size_t>(row)).get());
}

QModelIndex AppRowTree::parent(const QModelIndex& index) const
{
    if (!index.isValid()) return {};
    return indexOf(*node(index).parent, 0);
}

int AppRowTree::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

void AppRowTree::arrange(Node& parent, std::vector<AppRow> wanted)
{
    for (size_t i = 0; i < wanted.size();) {
        size_t end = i;
        while (end < wanted.size() && !m_nodes.contains(wanted[end].key()))
            ++end;
        if (end > i) {
            insert(parent, i, std::span(wanted).subspan(i, end - i));
            i = end;
            continue;
        }
        Node& known = *m_nodes.value(wanted[i].key());
        if (known.parent != &parent || known.position != static_cast<int>(i)) move(known, parent, i);
        update(known, std::move(wanted[i]));
        ++i;
    }
}

void AppRowTree::insert(Node& parent, size_t at, std::span<AppRow> rows)
{
    const int first = static_cast<int>(at);
    beginInsertRows(indexOf(parent, 0), first, first + static_cast<int>(rows.size()) - 1);
    std::vector<std::unique_ptr<Node>> fresh;
    for (AppRow& row : rows) {
        fresh.push_back(std::make_unique<Node>());
        fresh.back()->key = row.key();
        fresh.back()->row = std::move(row);
        fresh.back()->parent = &parent;
        m_nodes.insert(fresh.back()->key, fresh.back().get());
    }
    parent.children.insert(parent.children.begin() + first, std::make_move_iterator(fresh.begin()),
                           std::make_move_iterator(fresh.end()));
    parent.renumber(at);
    endInsertRows();
}

void AppRowTree::move(Node& node, Node& parent, size_t to)
{
    Node& from = *node.parent;
    const int position = node.position;
    const auto first = static_cast<std::ptrdiff_t>(to);
    beginMoveRows(indexOf(from, 0), position, position, indexOf(parent, 0), static_cast<int>(to));
    if (&from == &parent) {
        // What is in place already lies before, so that rows are only ever moved towards the beginning.
        const auto begin = parent.children.begin();
        std::rotate(begin + first, begin + position, begin + position + 1);
        parent.renumber(to, static_cast<size_t>(position) + 1);
    } else {
        std::unique_ptr<Node> taken = std::move(from.children[static_cast<size_t>(position)]);
        from.children.erase(from.children.begin() + position);
        from.renumber(static_cast<size_t>(position));
        taken->parent = &parent;
        parent.children.insert(parent.children.begin() + first, std::move(taken));
        parent.renumber(to);
    }
    endMoveRows();
}

void AppRowTree::removeOthers(Node& parent, const QSet<QString>& wantedKeys)
{
    auto& children = parent.children;
    for (size_t end = children.size(); end > 0;) {
        size_t first = end;
        while (first > 0 && !wantedKeys.contains(children[first - 1]->key))
            --first;
        if (first == end) {
            --end;
            continue;
        }
        beginRemoveRows(indexOf(parent, 0), static_cast<int>(first), static_cast<int>(end) - 1);
        const auto begin = children.begin() + static_cast<std::ptrdiff_t>(first);
        const auto last = children.begin() + static_cast<std::ptrdiff_t>(end);
        std::for_each(begin, last, [this](const auto& child) { forget(*child); });
        children.erase(begin, last);
        parent.renumber(first);
        endRemoveRows();
        end = first;
    }
}

void AppRowTree::forget(const Node& node)
{
    m_nodes.remove(node.key);
    for (const auto& child : node.children)
        forget(*child);
}

void AppRowTree::update(Node& node, AppRow row)
{
    if (node.row == row) return;
    const AppRow before = std::exchange(node.row, std::move(row));
    const bool wholeRow = before.state != node.row.state || before.searchText != node.row.searchText ||
                          before.numbers != node.row.numbers || before.reason != node.row.reason;
    int first = 0;
    int last = columnCount() - 1;
    while (!wholeRow && first <= last && isSame(first, before, node.row))
        ++first;
    while (!wholeRow && last > first && isSame(last, before, node.row))
        --last;
    if (first <= last) Q_EMIT dataChanged(indexOf(node, first), indexOf(node, last));
}

} // namespace tropero

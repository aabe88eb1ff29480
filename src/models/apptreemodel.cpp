// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apptreemodel.h"

#include "client/statemirror.h"
#include "models/formats.h"
#include "models/gitbranches.h"

#include <QDateTime>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

struct AppTreeModel::Node
{
    AppRow row;
    QString key;
    Node* parent = nullptr;
    int position = 0; ///< among the children of the parent
    std::vector<std::unique_ptr<Node>> children;

    void renumber(size_t from, size_t end)
    {
        for (size_t i = from; i < end; ++i)
            children[i]->position = static_cast<int>(i);
    }
    void renumber(size_t from) { renumber(from, children.size()); }
};

AppTreeModel::AppTreeModel(const StateMirror& mirror, QObject* parent, Clock clock)
    : QAbstractItemModel(parent), m_mirror(mirror),
      m_clock(clock ? std::move(clock) : Clock{[] { return QDateTime::currentMSecsSinceEpoch(); }}),
      m_now(m_clock()), m_columns(appColumns()), m_root(std::make_unique<Node>())
{
    mergeApps();
    connect(&mirror, &StateMirror::reset, this, &AppTreeModel::mergeApps);
    connect(&mirror, &StateMirror::appAdded, this, &AppTreeModel::appListChanged);
    connect(&mirror, &StateMirror::appRemoved, this, &AppTreeModel::appListChanged);
    connect(&mirror, &StateMirror::appChanged, this, &AppTreeModel::appListChanged);
    connect(&mirror, &StateMirror::instancesChanged, this, &AppTreeModel::mergeApp);
    connect(&m_tick, &QTimer::timeout, this, &AppTreeModel::advanceTime);
    m_tick.start(1000);
}

AppTreeModel::~AppTreeModel() = default;

void AppTreeModel::setBranches(GitBranches& branches)
{
    m_branches = &branches;
    connect(&branches, &GitBranches::changed, this, [this](const QString& folder) {
        for (const AppStatus& app : m_mirror.apps()) {
            if (app.spec.cwd == folder) mergeApp(app.id);
        }
    });
    mergeApps();
}

AppRow AppTreeModel::rowOf(const AppStatus& app) const
{
    AppRow row = appRow(app);
    if (m_branches) row.branch = m_branches->branchOf(app.spec.cwd);
    return row;
}

const AppRow* AppTreeModel::row(const QModelIndex& index) const
{
    return index.isValid() ? &node(index)->row : nullptr;
}

QModelIndex AppTreeModel::indexOf(const QString& key) const
{
    const Node* const found = m_nodes.value(key);
    return found ? indexOf(*found, 0) : QModelIndex();
}

void AppTreeModel::retranslate()
{
    m_columns = appColumns();
    mergeApps();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    const auto refresh = [this](const Node& parent, const auto& self) -> void {
        if (parent.children.empty()) return;
        Q_EMIT dataChanged(indexOf(*parent.children.front(), 0),
                           indexOf(*parent.children.back(), columnCount() - 1));
        for (const auto& child : parent.children)
            self(*child, self);
    };
    refresh(*m_root, refresh);
}

AppTreeModel::Node* AppTreeModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex AppTreeModel::indexOf(const Node& node, int column) const
{
    if (&node == m_root.get()) return {};
    return createIndex(node.position, column, &node);
}

QModelIndex AppTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* owner = node(parent);
    if (row < 0 || column < 0 || column >= columnCount() || row >= static_cast<int>(owner->children.size()))
        return {};
    return createIndex(row, column, owner->children.at(static_cast<size_t>(row)).get());
}

QModelIndex AppTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid()) return {};
    return indexOf(*node(index)->parent, 0);
}

int AppTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int AppTreeModel::columnCount(const QModelIndex&) const
{
    return static_cast<int>(m_columns.size());
}

QVariant AppTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const AppRow& row = node(index)->row;
    const AppColumn& column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row, m_now);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole:
        if (index.column() != NameColumn) return column.title + u": "_s + column.text(row, m_now);
        if (row.kind == AppRow::Kind::Namespace) return row.name + u", "_s + row.detail;
        return row.name + u", "_s + m_columns.at(StateColumn).text(row, m_now);
    case SortRole:
        return column.value(row, m_now);
    case KeyRole:
        return row.key();
    case KindRole:
        return static_cast<int>(row.kind);
    case AppIdRole:
        return row.appId;
    case NumbersRole:
        return QVariant::fromValue(row.numbers);
    case StateRole:
        return static_cast<int>(row.state);
    case DetailRole:
        return row.detail;
    case SearchRole:
        return row.searchText;
    case InstanceRole:
        return row.isInstance();
    case PortsRole:
        return QVariant::fromValue(row.ports);
    default:
        return {};
    }
}

QVariant AppTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) return m_columns.at(section).title;
    if (role == Qt::TextAlignmentRole) {
        const AppColumn& column = m_columns.at(section); // over a curve the title stands where it begins
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (column.isNumber && !column.hasCurve ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

QVariant AppTreeModel::toolTip(const AppRow& row) const
{
    if (row.kind == AppRow::Kind::Namespace) return row.name + u" \u00b7 "_s + row.detail;
    QStringList lines{row.name + u" · "_s + m_columns.at(StateColumn).text(row, m_now)};
    if (!row.reason.isEmpty()) lines.append(row.reason);
    const AppStatus* app = m_mirror.app(row.appId);
    if (app && !app->scriptPath.isEmpty()) lines.append(app->scriptPath);
    if (!row.branch.isEmpty()) lines.append(tr("Branch %1").arg(row.branch));
    if (row.numbers.size() == 1) lines.append(tr("Id %1").arg(row.numbers.first()));
    if (row.lostLogBytes > 0)
        lines.append(tr("%1 of output could not be stored").arg(memoryText(row.lostLogBytes)));
    return lines.join(u'\n');
}

void AppTreeModel::appListChanged(const QString& id)
{
    // One change may name many apps. The first of its signals brings the whole list up to date; for the
    // others the list fits already.
    const bool sameList =
        std::ranges::equal(m_seen, m_mirror.apps(), [](const auto& seen, const AppStatus& app) {
            return seen.first == app.id && seen.second == namespaceOf(app);
        });
    if (sameList)
        mergeApp(id);
    else
        mergeApps();
}

void AppTreeModel::mergeApps()
{
    advanceTime();
    m_seen.clear();
    std::vector<std::pair<AppRow, std::vector<AppRow>>> groups;
    QHash<QString, size_t> places;
    QSet<QString> wantedKeys;
    for (const AppStatus& app : m_mirror.apps()) {
        const QString name = namespaceOf(app);
        m_seen.emplace_back(app.id, name);
        if (!places.contains(name)) {
            places.insert(name, groups.size());
            groups.emplace_back(namespaceRow(name, {}), std::vector<AppRow>());
        }
        groups[places.value(name)].second.push_back(rowOf(app));
        wantedKeys.insert(app.id);
    }
    const bool grouped = groups.size() > 1 || (groups.size() == 1 && !places.contains(u"default"_s));
    std::vector<AppRow> top;
    for (auto& [group, apps] : groups) {
        if (!grouped) continue;
        wantedKeys.insert(group.key());
        const Node* known = m_nodes.value(group.key());
        top.push_back(known ? known->row : group); // its sums come below, when its apps are there
    }
    // First what is gone, then everything to its place; groups that nobody needs are empty after that.
    for (const auto& child : m_root->children) {
        if (child->row.kind == AppRow::Kind::Namespace) removeOthers(*child, wantedKeys);
    }
    QSet<QString> present = wantedKeys;
    for (const auto& child : m_root->children) {
        if (!child->children.empty() && child->row.kind == AppRow::Kind::Namespace)
            present.insert(child->key);
    }
    removeOthers(*m_root, present);
    if (grouped) {
        arrange(*m_root, std::move(top));
        for (auto& [group, apps] : groups)
            arrange(*m_nodes.value(group.key()), std::move(apps));
    } else if (!groups.empty()) {
        arrange(*m_root, std::move(groups.front().second));
    }
    removeOthers(*m_root, wantedKeys);
    for (const AppStatus& app : m_mirror.apps())
        mergeApp(app.id);
    mergeNamespaces();
}

void AppTreeModel::mergeApp(const QString& id)
{
    advanceTime();
    const AppStatus* app = m_mirror.app(id);
    Node* const found = m_nodes.value(id);
    if (!app || !found) return;
    std::vector<AppRow> instances;
    QSet<QString> wantedKeys;
    if (app->instances.size() > 1) {
        instances.reserve(static_cast<size_t>(app->instances.size()));
        for (const InstanceStatus& instance : app->instances) {
            instances.push_back(instanceRow(*app, instance));
            wantedKeys.insert(instances.back().key());
        }
    }
    AppRow row = rowOf(*app);
    if (m_branches && row.startedAt > found->row.startedAt) m_branches->refresh(app->spec.cwd); // it may run other code now
    update(*found, std::move(row));
    removeOthers(*found, wantedKeys);
    arrange(*found, std::move(instances));
    if (found->parent == m_root.get() || std::exchange(m_sumsDue, true)) return;
    QMetaObject::invokeMethod(this, &AppTreeModel::mergeNamespaces, Qt::QueuedConnection);
}

void AppTreeModel::mergeNamespaces()
{
    m_sumsDue = false;
    for (const auto& group : m_root->children) {
        if (group->row.kind != AppRow::Kind::Namespace) continue;
        QList<const AppRow*> apps;
        for (const auto& app : group->children)
            apps.append(&app->row);
        update(*group, namespaceRow(group->row.name, apps));
    }
}

void AppTreeModel::arrange(Node& parent, std::vector<AppRow> wanted)
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

void AppTreeModel::insert(Node& parent, size_t at, std::span<AppRow> rows)
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

void AppTreeModel::move(Node& node, Node& parent, size_t to)
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

void AppTreeModel::removeOthers(Node& parent, const QSet<QString>& wantedKeys)
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

void AppTreeModel::forget(const Node& node)
{
    m_nodes.remove(node.key);
    for (const auto& child : node.children)
        forget(*child);
}

void AppTreeModel::update(Node& node, AppRow row)
{
    if (node.row == row) return;
    const AppRow before = std::exchange(node.row, std::move(row));
    const bool wholeRow = before.state != node.row.state || before.searchText != node.row.searchText ||
                          before.numbers != node.row.numbers || before.reason != node.row.reason;
    int first = 0;
    int last = columnCount() - 1;
    const auto same = [&](int column) { return m_columns.at(column).same(before, node.row); };
    while (!wholeRow && first <= last && same(first))
        ++first;
    while (!wholeRow && last > first && same(last))
        --last;
    if (first <= last) Q_EMIT dataChanged(indexOf(node, first), indexOf(node, last));
}

void AppTreeModel::advanceTime()
{
    const qint64 before = m_now;
    const qint64 now = m_clock();
    if (now / 1000 == before / 1000) return;
    m_now = now;
    for (int column = 0; column < columnCount(); ++column) {
        const auto& step = m_columns.at(column).step;
        if (!step) continue;
        const auto refresh = [&](const Node& parent, const auto& self) -> void {
            for (const auto& child : parent.children) {
                if (step(child->row, before) != step(child->row, now)) {
                    const QModelIndex changed = indexOf(*child, column);
                    Q_EMIT dataChanged(changed, changed, {Qt::DisplayRole, Qt::AccessibleTextRole});
                }
                self(*child, self);
            }
        };
        refresh(*m_root, refresh);
    }
}

} // namespace tropero

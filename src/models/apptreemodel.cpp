// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apptreemodel.h"

#include "client/statemirror.h"
#include "models/formats.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

struct AppTreeModel::Node
{
    AppRow row;
    QString key;
    Node* parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    int position() const
    {
        const auto& siblings = parent->children;
        const auto it = std::ranges::find(siblings, this, [](const auto& sibling) { return sibling.get(); });
        return static_cast<int>(it - siblings.begin());
    }
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

const AppRow* AppTreeModel::row(const QModelIndex& index) const
{
    return index.isValid() ? &node(index)->row : nullptr;
}

QModelIndex AppTreeModel::indexOf(const QString& key) const
{
    const QString appId = key.section(u'/', 0, 0);
    for (const auto& app : m_root->children) {
        if (app->key != appId) continue;
        if (app->key == key) return indexOf(*app, 0);
        for (const auto& instance : app->children) {
            if (instance->key == key) return indexOf(*instance, 0);
        }
    }
    return {};
}

void AppTreeModel::retranslate()
{
    m_columns = appColumns();
    mergeApps();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    const auto refresh = [this](const Node& parent) {
        if (parent.children.empty()) return;
        Q_EMIT dataChanged(indexOf(*parent.children.front(), 0),
                           indexOf(*parent.children.back(), columnCount() - 1));
    };
    refresh(*m_root);
    for (const auto& app : m_root->children)
        refresh(*app);
}

AppTreeModel::Node* AppTreeModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex AppTreeModel::indexOf(const Node& node, int column) const
{
    if (&node == m_root.get()) return {};
    return createIndex(node.position(), column, &node);
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
        return row.name + u", "_s + m_columns.at(StateColumn).text(row, m_now);
    case SortRole:
        return column.value(row, m_now);
    case KeyRole:
        return row.key();
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
        return row.isInstance;
    default:
        return {};
    }
}

QVariant AppTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) return m_columns.at(section).title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (m_columns.at(section).isNumber ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

QVariant AppTreeModel::toolTip(const AppRow& row) const
{
    QStringList lines{row.name + u" · "_s + m_columns.at(StateColumn).text(row, m_now)};
    if (!row.reason.isEmpty()) lines.append(row.reason);
    const AppStatus* app = m_mirror.app(row.appId);
    if (app && !app->scriptPath.isEmpty()) lines.append(app->scriptPath);
    if (row.numbers.size() == 1) lines.append(tr("Id %1").arg(row.numbers.first()));
    if (row.lostLogBytes > 0)
        lines.append(tr("%1 of output could not be stored").arg(memoryText(row.lostLogBytes)));
    return lines.join(u'\n');
}

void AppTreeModel::appListChanged(const QString& id)
{
    // One change may name many apps. The first of its signals brings the whole list up to date; for the
    // others the list fits already.
    const bool sameList = std::ranges::equal(
        m_root->children, m_mirror.apps(), {}, [](const auto& child) { return child->key; },
        [](const AppStatus& app) { return app.id; });
    if (sameList)
        mergeApp(id);
    else
        mergeApps();
}

void AppTreeModel::mergeApps()
{
    advanceTime();
    std::vector<AppRow> apps;
    for (const AppStatus& app : m_mirror.apps())
        apps.push_back(appRow(app));
    merge(*m_root, std::move(apps));
    for (const AppStatus& app : m_mirror.apps())
        mergeApp(app.id);
}

void AppTreeModel::mergeApp(const QString& id)
{
    advanceTime();
    const AppStatus* app = m_mirror.app(id);
    const auto it = std::ranges::find(m_root->children, id, [](const auto& child) { return child->key; });
    if (!app || it == m_root->children.end()) return;
    std::vector<AppRow> instances;
    if (app->instances.size() > 1) {
        for (const InstanceStatus& instance : app->instances)
            instances.push_back(instanceRow(*app, instance));
    }
    update(**it, appRow(*app));
    merge(**it, std::move(instances));
}

void AppTreeModel::merge(Node& parent, std::vector<AppRow> wanted)
{
    const QModelIndex parentIndex = indexOf(parent, 0);
    auto& children = parent.children;
    QSet<QString> wantedKeys;
    for (const AppRow& row : wanted)
        wantedKeys.insert(row.key());
    for (size_t i = children.size(); i-- > 0;) {
        if (wantedKeys.contains(children[i]->key)) continue;
        const int position = static_cast<int>(i);
        beginRemoveRows(parentIndex, position, position);
        children.erase(children.begin() + position);
        endRemoveRows();
    }
    QSet<QString> present;
    for (const auto& child : children)
        present.insert(child->key);
    for (size_t i = 0; i < wanted.size();) {
        size_t end = i;
        while (end < wanted.size() && !present.contains(wanted[end].key()))
            ++end;
        if (end > i) {
            beginInsertRows(parentIndex, static_cast<int>(i), static_cast<int>(end) - 1);
            for (; i < end; ++i) {
                auto child = std::make_unique<Node>();
                child->key = wanted[i].key();
                child->row = std::move(wanted[i]);
                child->parent = &parent;
                children.insert(children.begin() + static_cast<std::ptrdiff_t>(i), std::move(child));
            }
            endInsertRows();
            continue;
        }
        const QString key = wanted[i].key();
        size_t found = i;
        while (children[found]->key != key)
            ++found;
        if (found != i) {
            const int from = static_cast<int>(found);
            beginMoveRows(parentIndex, from, from, parentIndex, static_cast<int>(i));
            std::rotate(children.begin() + static_cast<std::ptrdiff_t>(i), children.begin() + from,
                        children.begin() + from + 1);
            endMoveRows();
        }
        update(*children[i], std::move(wanted[i]));
        ++i;
    }
}

void AppTreeModel::update(Node& node, AppRow row)
{
    if (node.row == row) return;
    const AppRow before = std::exchange(node.row, std::move(row));
    const bool wholeRow = before.detail != node.row.detail || before.state != node.row.state ||
                          before.searchText != node.row.searchText || before.numbers != node.row.numbers ||
                          before.reason != node.row.reason;
    int first = 0;
    int last = columnCount() - 1;
    const auto same = [&](int column) {
        const AppColumn& c = m_columns.at(column);
        return c.text(before, m_now) == c.text(node.row, m_now) &&
               c.value(before, m_now) == c.value(node.row, m_now);
    };
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
        if (!m_columns.at(column).dependsOnTime) continue;
        const auto& text = m_columns.at(column).text;
        const auto refresh = [&](const Node& node) {
            if (text(node.row, before) == text(node.row, now)) return;
            const QModelIndex changed = indexOf(node, column);
            Q_EMIT dataChanged(changed, changed, {Qt::DisplayRole, Qt::AccessibleTextRole});
        };
        for (const auto& app : m_root->children) {
            refresh(*app);
            for (const auto& instance : app->children)
                refresh(*instance);
        }
    }
}

} // namespace tropero

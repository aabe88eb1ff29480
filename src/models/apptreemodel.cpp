// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apptreemodel.h"

#include "client/statemirror.h"
#include "models/formats.h"
#include "models/gitbranches.h"

#include <QDateTime>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

AppTreeModel::AppTreeModel(const StateMirror& mirror, QObject* parent, Clock clock)
    : AppRowTree(parent), m_mirror(mirror),
      m_clock(clock ? std::move(clock) : Clock{[] { return QDateTime::currentMSecsSinceEpoch(); }}),
      m_now(m_clock()), m_columns(appColumns())
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
    refresh(root(), refresh);
}

bool AppTreeModel::isSame(int column, const AppRow& before, const AppRow& after) const
{
    return m_columns.at(column).same(before, after);
}

int AppTreeModel::columnCount(const QModelIndex&) const
{
    return static_cast<int>(m_columns.size());
}

QVariant AppTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const AppRow& row = node(index).row;
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
        const Node* known = find(group.key());
        top.push_back(known ? known->row : group); // its sums come below, when its apps are there
    }
    // First what is gone, then everything to its place; groups that nobody needs are empty after that.
    for (const auto& child : root().children) {
        if (child->row.kind == AppRow::Kind::Namespace) removeOthers(*child, wantedKeys);
    }
    QSet<QString> present = wantedKeys;
    for (const auto& child : root().children) {
        if (!child->children.empty() && child->row.kind == AppRow::Kind::Namespace)
            present.insert(child->key);
    }
    removeOthers(root(), present);
    if (grouped) {
        arrange(root(), std::move(top));
        for (auto& [group, apps] : groups)
            arrange(*find(group.key()), std::move(apps));
    } else if (!groups.empty()) {
        arrange(root(), std::move(groups.front().second));
    }
    removeOthers(root(), wantedKeys);
    for (const AppStatus& app : m_mirror.apps())
        mergeApp(app.id);
    mergeNamespaces();
}

void AppTreeModel::mergeApp(const QString& id)
{
    advanceTime();
    const AppStatus* app = m_mirror.app(id);
    Node* const found = find(id);
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
    if (found->parent == &root() || std::exchange(m_sumsDue, true)) return;
    QMetaObject::invokeMethod(this, &AppTreeModel::mergeNamespaces, Qt::QueuedConnection);
}

void AppTreeModel::mergeNamespaces()
{
    m_sumsDue = false;
    for (const auto& group : root().children) {
        if (group->row.kind != AppRow::Kind::Namespace) continue;
        QList<const AppRow*> apps;
        for (const auto& app : group->children)
            apps.append(&app->row);
        update(*group, namespaceRow(group->row.name, apps));
    }
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
        refresh(root(), refresh);
    }
}

} // namespace tropero

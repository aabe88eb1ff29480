// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/approw.h"

#include "models/formats.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView separator = u" \u00b7 ";

/// Which of two states a person should hear of first.
int attention(InstanceState state)
{
    switch (state) {
    case InstanceState::Errored:
        return 5;
    case InstanceState::WaitingRestart:
        return 4;
    case InstanceState::Stopping:
        return 3;
    case InstanceState::Launching:
        return 2;
    case InstanceState::Online:
        return 1;
    case InstanceState::Stopped:
        return 0;
    }
    return 0;
}

bool hasProcess(const InstanceStatus& instance)
{
    return instance.pid > 0 &&
           (instance.state == InstanceState::Online || instance.state == InstanceState::Launching ||
            instance.state == InstanceState::Stopping);
}

bool worthExplaining(InstanceState state)
{
    return state == InstanceState::Errored || state == InstanceState::WaitingRestart ||
           state == InstanceState::Stopped;
}

void add(AppRow& row, const InstanceStatus& instance)
{
    row.numbers.append(instance.number);
    if (row.total == 0 || attention(instance.state) > attention(row.state)) row.state = instance.state;
    ++row.total;
    if (instance.state == InstanceState::Online) ++row.online;
    row.restarts += instance.restarts;
    row.lostLogBytes += instance.lostLogBytes;
    if (instance.state == InstanceState::WaitingRestart && instance.restartAt > 0)
        row.restartAt = row.restartAt == 0 ? instance.restartAt : std::min(row.restartAt, instance.restartAt);
    if (!hasProcess(instance)) return;
    row.startedAt = row.startedAt == 0 ? instance.startedAt : std::min(row.startedAt, instance.startedAt);
    row.cpu += std::max(instance.cpu, 0.0);
    row.memory += std::max<qint64>(instance.memory, 0);
    for (const int port : instance.ports) {
        if (!row.ports.contains(port)) row.ports.append(port);
    }
}

void describe(AppRow& row, const AppStatus& app)
{
    row.appId = app.id;
    row.nameSpace = namespaceOf(app);
    row.cluster = app.spec.execMode == ExecMode::Cluster;
    row.watching = app.spec.watch.enabled;
}

/// Of an app that has rows for its instances only what all of them have in common: one of them that fits
/// keeps the app in view without the others.
QString searchText(const AppStatus& app, const AppRow& row)
{
    QStringList words{app.spec.name, row.nameSpace, app.spec.script, app.scriptPath};
    if (row.isInstance() || row.total == 1) {
        for (const InstanceStatus& instance : app.instances) {
            if (!row.numbers.contains(instance.number)) continue;
            words.append(QString::number(instance.number));
            if (instance.pid > 0) words.append(QString::number(instance.pid));
            words.append(stateKey(instance.state));
            words.append(stateText(instance.state));
        }
        for (const int port : row.ports)
            words.append(u':' + QString::number(port));
    }
    return words.join(u'\n');
}

QString appDetail(const AppStatus& app, const AppRow& row)
{
    if (row.total == 1 && worthExplaining(row.state) && !row.reason.isEmpty()) return row.reason;
    QStringList parts;
    const QString file = QFileInfo(app.spec.script).fileName();
    if (!file.isEmpty() && file != app.spec.name) parts.append(file);
    if (row.total > 1 && row.cluster)
        parts.append(QCoreApplication::translate("AppRow", "%n worker(s)", nullptr, row.total));
    else if (row.total > 1)
        parts.append(QCoreApplication::translate("AppRow", "%n instance(s)", nullptr, row.total));
    if (!app.spec.cron.isEmpty())
        parts.append(QCoreApplication::translate("AppRow", "cron %1").arg(app.spec.cron));
    if (row.watching) parts.append(QCoreApplication::translate("AppRow", "watching"));
    if (app.spec.restart.memoryLimit > 0)
        parts.append(QCoreApplication::translate("AppRow", "memory limit %1")
                         .arg(memoryText(app.spec.restart.memoryLimit)));
    return parts.join(separator);
}

QString appCount(int apps)
{
    return QCoreApplication::translate("AppRow", "%n app(s)", nullptr, apps);
}

} // namespace

QString AppRow::key() const
{
    switch (kind) {
    case Kind::Namespace:
        return u'/' + nameSpace;
    case Kind::App:
        return appId;
    case Kind::Instance:
        return appId + u'/' + QString::number(numbers.value(0));
    }
    return {};
}

QString namespaceOf(const AppStatus& app)
{
    return app.spec.nameSpace.isEmpty() ? u"default"_s : app.spec.nameSpace;
}

AppRow appRow(const AppStatus& app)
{
    AppRow row;
    describe(row, app);
    row.name = app.spec.name;
    for (const InstanceStatus& instance : app.instances)
        add(row, instance);
    std::ranges::sort(row.ports);
    if (app.instances.size() == 1) {
        row.pid = app.instances.first().pid;
        row.reason = app.instances.first().reason.words();
    }
    row.detail = appDetail(app, row);
    row.searchText = searchText(app, row);
    return row;
}

AppRow instanceRow(const AppStatus& app, const InstanceStatus& instance)
{
    AppRow row;
    describe(row, app);
    row.kind = AppRow::Kind::Instance;
    add(row, instance);
    row.pid = instance.pid;
    row.reason = instance.reason.words();
    row.name = (row.cluster ? QCoreApplication::translate("AppRow", "worker %1")
                            : QCoreApplication::translate("AppRow", "instance %1"))
                   .arg(instance.index);
    if (worthExplaining(instance.state)) row.detail = row.reason;
    row.searchText = searchText(app, row);
    return row;
}

AppRow namespaceRow(const QString& name, const QList<const AppRow*>& apps)
{
    AppRow sum;
    sum.kind = AppRow::Kind::Namespace;
    sum.name = sum.nameSpace = name;
    sum.searchText = name;
    for (const AppRow* app : apps) {
        sum.numbers.append(app->numbers);
        if (sum.total == 0 || attention(app->state) > attention(sum.state)) sum.state = app->state;
        sum.total += app->total;
        sum.online += app->online;
        sum.restarts += app->restarts;
        sum.cpu += app->cpu;
        sum.memory += app->memory;
        if (app->isUp())
            sum.startedAt = sum.isUp() ? std::min(sum.startedAt, app->startedAt) : app->startedAt;
    }
    sum.detail = appCount(static_cast<int>(apps.size()));
    return sum;
}

} // namespace tropero

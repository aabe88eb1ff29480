// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/approw.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

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

QString searchText(const AppStatus& app, const AppRow& row)
{
    QStringList words{app.spec.name, app.spec.nameSpace, app.spec.script, app.scriptPath};
    for (const InstanceStatus& instance : app.instances) {
        if (!row.numbers.contains(instance.number)) continue;
        words.append(QString::number(instance.number));
        if (instance.pid > 0) words.append(QString::number(instance.pid));
        words.append(stateKey(instance.state));
    }
    for (const int port : row.ports)
        words.append(u':' + QString::number(port));
    return words.join(u'\n');
}

QString appDetail(const AppStatus& app, const AppRow& row)
{
    QStringList parts;
    if (app.spec.nameSpace != "default"_L1 && !app.spec.nameSpace.isEmpty()) parts.append(app.spec.nameSpace);
    if (row.total == 1 && worthExplaining(row.state) && !row.reason.isEmpty()) {
        parts.append(row.reason);
    } else {
        const QString file = QFileInfo(app.spec.script).fileName();
        if (!file.isEmpty() && file != app.spec.name) parts.append(file);
    }
    if (row.total > 1)
        parts.append(QCoreApplication::translate("AppRow", "%n instance(s)", nullptr, row.total));
    return parts.join(u" · "_s);
}

} // namespace

QString AppRow::key() const
{
    return isInstance ? appId + u'/' + QString::number(numbers.value(0)) : appId;
}

AppRow appRow(const AppStatus& app)
{
    AppRow row;
    row.appId = app.id;
    row.name = app.spec.name;
    for (const InstanceStatus& instance : app.instances)
        add(row, instance);
    std::ranges::sort(row.ports);
    if (app.instances.size() == 1) {
        row.pid = app.instances.first().pid;
        row.reason = app.instances.first().reason;
    }
    row.detail = appDetail(app, row);
    row.searchText = searchText(app, row);
    return row;
}

AppRow instanceRow(const AppStatus& app, const InstanceStatus& instance)
{
    AppRow row;
    row.appId = app.id;
    row.isInstance = true;
    add(row, instance);
    row.pid = instance.pid;
    row.reason = instance.reason;
    row.name = QCoreApplication::translate("AppRow", "instance %1").arg(instance.index);
    if (worthExplaining(instance.state)) row.detail = instance.reason;
    row.searchText = searchText(app, row);
    return row;
}

} // namespace tropero

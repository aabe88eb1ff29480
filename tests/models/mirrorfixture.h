// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "core/instancestatus.h"
#include "core/specfields.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tropero::test {

using namespace Qt::StringLiterals;

/// A mirror without a daemon: what it shows is set by snapshots and changes, as the protocol sends them.
struct MirrorFixture
{
    DaemonClient client{DaemonLocation{}};
    StateMirror mirror{client, true};
};

inline InstanceStatus instance(int number, int index, InstanceState state, qint64 startedAt = 1'000)
{
    InstanceStatus status;
    status.number = number;
    status.index = index;
    status.state = state;
    status.wantedUp = state != InstanceState::Stopped && state != InstanceState::Errored;
    if (state == InstanceState::Online || state == InstanceState::Launching ||
        state == InstanceState::Stopping) {
        status.pid = 4000 + number;
        status.startedAt = startedAt;
    }
    return status;
}

inline AppStatus app(const QString& id, const QList<InstanceStatus>& instances)
{
    AppStatus status;
    status.id = id;
    status.spec.name = id;
    status.spec.script = u"/srv/"_s + id + u"/server.js"_s;
    status.scriptPath = status.spec.script;
    status.instances = instances;
    return status;
}

inline QJsonObject snapshot(const QList<AppStatus>& apps)
{
    QJsonArray array;
    for (const AppStatus& status : apps)
        array.append(status.toJson());
    return {{u"apps"_s, array}};
}

/// The parameters of state.changed for changed instances of one app.
inline QJsonObject instanceChange(const QString& appId, const QList<InstanceStatus>& instances)
{
    QJsonArray array;
    for (const InstanceStatus& status : instances) {
        QJsonObject object = status.toJson();
        object.insert(u"app"_s, appId);
        array.append(object);
    }
    return {{u"instances"_s, array}};
}

} // namespace tropero::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/subscriptions.h"

#include "daemon/appregistry.h"
#include "ipc/methods.h"
#include "ipc/rpcpeer.h"

#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {
constexpr int intervalMs = 100;
}

Subscriptions::Subscriptions(AppRegistry& registry, QObject* parent) : QObject(parent), m_registry(registry)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_pending) send();
    });
    connect(&registry, &AppRegistry::appChanged, this, [this](const QString& id) {
        if (m_peers.isEmpty()) return;
        m_apps.insert(id);
        schedule();
    });
    connect(&registry, &AppRegistry::appRemoved, this, [this](const QString& id) {
        if (m_peers.isEmpty()) return;
        m_apps.remove(id);
        m_removedApps.insert(id);
        schedule();
    });
    connect(&registry, &AppRegistry::instanceRemoved, this, [this](int number) {
        if (m_peers.isEmpty()) return;
        m_removedInstances.insert(number);
        schedule();
    });
    connect(&registry, &AppRegistry::instanceChanged, this, [this](const QString&, int number) {
        if (m_peers.isEmpty()) return;
        m_instances.insert(number);
        schedule();
    });
    connect(&registry, &AppRegistry::primaryMeasured, this, [this](const QString& id) {
        if (!anyWithMetrics()) return;
        m_measuredApps.insert(id);
        schedule();
    });
    connect(&registry, &AppRegistry::metricsChanged, this, [this](const QList<int>& numbers) {
        if (!anyWithMetrics()) return;
        for (const int number : numbers) m_measured.insert(number);
        schedule();
    });
}

void Subscriptions::add(ipc::RpcPeer* peer, int metricsMs)
{
    if (!m_peers.isEmpty() && m_pending) send(); // the snapshot of the new one has it all; the others get their difference first
    if (!m_peers.contains(peer)) connect(peer, &ipc::RpcPeer::closed, this, [this, peer] { remove(peer); });
    m_peers.insert(peer, metricsMs);
    Q_EMIT changed();
}

void Subscriptions::remove(ipc::RpcPeer* peer)
{
    if (m_peers.remove(peer) == 0) return;
    disconnect(peer, nullptr, this, nullptr);
    if (m_peers.isEmpty()) clear();
    Q_EMIT changed();
}

int Subscriptions::fastestMs() const
{
    int fastest = 0;
    for (const int each : m_peers) {
        if (each > 0 && (fastest == 0 || each < fastest)) fastest = each;
    }
    return fastest;
}

void Subscriptions::event(const QJsonObject& event)
{
    for (ipc::RpcPeer* const peer : m_peers.keys()) peer->notify(ipc::notification::event, event);
}

void Subscriptions::schedule()
{
    m_pending = true;
    // The first change waits for the end of this turn of the event loop only, so that what belongs together goes together.
    if (!m_timer.isActive()) m_timer.start(0);
}

void Subscriptions::send()
{
    const QJsonObject plain = difference(false);
    const QJsonObject full = anyWithMetrics() ? difference(true) : QJsonObject();
    clear();
    m_timer.start(intervalMs);
    for (ipc::RpcPeer* const peer : m_peers.keys()) {
        if (!m_peers.contains(peer)) continue; // dropped for its backlog meanwhile
        const QJsonObject& difference = m_peers.value(peer) > 0 ? full : plain;
        if (!difference.isEmpty()) peer->notify(ipc::notification::stateChanged, difference);
    }
}

QJsonObject Subscriptions::difference(bool metrics) const
{
    QJsonArray apps;
    QJsonArray instances;
    const auto list = [](const auto& values) {
        QJsonArray array;
        for (const auto& value : values) array.append(value);
        return array;
    };
    for (const auto& app : m_registry.apps()) {
        if (m_apps.contains(app->id) || (metrics && m_measuredApps.contains(app->id))) {
            apps.append(appJson(*app, false));
            continue;
        }
        for (const InstanceStatus& one : std::as_const(app->instances)) {
            if (m_instances.contains(one.number) || (metrics && m_measured.contains(one.number))) instances.append(instanceJson(*app, one));
        }
    }
    QJsonObject json;
    if (!apps.isEmpty()) json.insert("apps"_L1, apps);
    if (!instances.isEmpty()) json.insert("instances"_L1, instances);
    if (!m_removedApps.isEmpty()) json.insert("removed"_L1, list(m_removedApps));
    if (!m_removedInstances.isEmpty()) json.insert("removedInstances"_L1, list(m_removedInstances));
    return json;
}

void Subscriptions::clear()
{
    m_pending = false;
    m_apps.clear();
    m_instances.clear();
    m_measured.clear();
    m_measuredApps.clear();
    m_removedApps.clear();
    m_removedInstances.clear();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace tropero {

namespace ipc {
class RpcPeer;
}
class AppRegistry;

/// Clients that follow the state: collects what changes in the registry and sends it as differences, at most ten times a second.
/// Events are passed on at once. Nothing is collected while nobody follows.
class Subscriptions : public QObject
{
    Q_OBJECT

public:
    explicit Subscriptions(AppRegistry& registry, QObject* parent = nullptr);

    /// From now on; the caller sends the snapshot. `metricsMs`: how often it wants figures, 0: never. Again with another value changes that.
    void add(ipc::RpcPeer* peer, int metricsMs);
    void remove(ipc::RpcPeer* peer);
    bool anyWithMetrics() const { return fastestMs() > 0; }
    /// The shortest interval that any of them wants; 0: nobody wants figures.
    int fastestMs() const;
    void event(const QJsonObject& event);

Q_SIGNALS:
    void changed(); ///< who follows

private:
    void schedule();
    void send();
    QJsonObject difference(bool metrics) const;
    void clear();

    AppRegistry& m_registry;
    QHash<ipc::RpcPeer*, int> m_peers; ///< how often each wants figures, ms; 0: never
    QSet<QString> m_apps;
    QSet<int> m_instances;
    QSet<int> m_measured;
    QSet<QString> m_measuredApps;
    QSet<QString> m_removedApps;
    QSet<int> m_removedInstances;
    QTimer m_timer;
    bool m_pending = false;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace tropero {

class DaemonClient;

/// A live copy of the daemon's apps: subscribes whenever the client gets connected, applies snapshots and differences.
/// While the daemon is lost the last known state stays. Apps are in order of their smallest instance number, instances by index.
class StateMirror : public QObject
{
    Q_OBJECT

public:
    /// With metrics the daemon samples for as long as this object is subscribed, once a second if setInterval() says nothing else.
    StateMirror(DaemonClient& client, bool metrics, QObject* parent = nullptr);

    /// From now on with or without metrics; without them, the figures stay as they were last.
    void setMetrics(bool metrics);
    /// How often the figures are wanted, in ms. The daemon samples as often as the most impatient of its clients wants.
    void setInterval(int milliseconds);

    const std::vector<AppStatus>& apps() const { return m_apps; }
    const AppStatus* app(const QString& id) const;
    /// An instance and the app that it is one of; both null where the number stands for none. Good until the next change.
    struct Place
    {
        const AppStatus* app = nullptr;
        const InstanceStatus* instance = nullptr;
        explicit operator bool() const { return instance != nullptr; }
    };
    Place instance(int number) const;

    /// Applies what the protocol sends; public for tests and for other sources than a daemon.
    void applySnapshot(const QJsonObject& result);
    void applyChange(const QJsonObject& params);

Q_SIGNALS:
    /// A whole new snapshot: what was known before may differ in anything, also in order.
    void reset();
    void appAdded(const QString& id);
    void appRemoved(const QString& id);
    /// Spec, guard, or the set of instances changed.
    void appChanged(const QString& id);
    /// State or metrics of instances changed; the set of instances is the same.
    void instancesChanged(const QString& id, const QList<int>& numbers);
    void eventHappened(const QJsonObject& event);

private:
    void subscribe();
    void sortApps();

    DaemonClient& m_client;
    bool m_metrics;
    int m_intervalMs = 1000;
    std::vector<AppStatus> m_apps;
    QHash<QString, std::size_t> m_places; ///< of the apps in m_apps
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/daemonlauncher.h"
#include "core/instancestatus.h"
#include "ipc/rpcpeer.h"
#include "ipc/rpcserver.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace tropero::test {

/// A daemon in this process: holds apps, tells subscribers of changes, notes the commands it gets and does
/// what they ask at once.
class FakeDaemon : public QObject
{
    Q_OBJECT

public:
    struct Call
    {
        QString method;
        QJsonObject params;
    };

    explicit FakeDaemon(QObject* parent = nullptr);

    /// Location of a home and an endpoint of its own; no program to start.
    DaemonLocation location() const;
    bool start();
    void stop();

    const QList<AppStatus>& apps() const { return m_apps; }
    void setApps(const QList<AppStatus>& apps);
    void setInstance(const InstanceStatus& status) { setInstances({status}); }
    /// Told in one change, as the daemon does.
    void setInstances(const QList<InstanceStatus>& statuses);
    InstanceStatus* instance(int number);
    void sendEvent(const QJsonObject& event);
    void setPastEvents(const QJsonArray& events) { m_pastEvents = events; }
    /// What a question (history.metrics, apps.environment) is answered with.
    void setAnswer(QLatin1StringView method, std::function<QJsonValue(const QJsonObject&)> answer) { m_answers.insert(method, std::move(answer)); }
    /// The next command is answered with this.
    void failNext(const Error& error) { m_failure = error; }

    /// Of the last subscription.
    bool metricsWanted() const { return m_metricsWanted; }
    int metricsInterval() const { return m_metricsInterval; }

    QList<Call> calls;
    QList<Call> questions; ///< those that change nothing

private:
    void adopt(ipc::RpcPeer* peer);
    QJsonValue snapshot() const;
    Result<QJsonValue> command(const QString& method, const QJsonObject& params);
    Result<QJsonValue> command(const QString& method, InstanceStatus* found, const QJsonObject& params);
    Result<QJsonValue> create(const QJsonObject& params);
    Result<QJsonValue> update(const QJsonObject& params);
    void notify(const QJsonObject& change);

    QTemporaryDir m_home;
    std::unique_ptr<ipc::RpcServer> m_server;
    QList<QPointer<ipc::RpcPeer>> m_peers;
    QList<AppStatus> m_apps;
    QJsonArray m_pastEvents;
    QHash<QString, std::function<QJsonValue(const QJsonObject&)>> m_answers;
    std::optional<Error> m_failure;
    bool m_metricsWanted = false;
    int m_metricsInterval = 0;
};

} // namespace tropero::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/apprecord.h"
#include "daemon/guardkeeper.h"
#include "ipc/rpcpeer.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <unordered_map>

namespace tropero {

/// All guards: one GuardKeeper for each app.
class GuardPool : public QObject
{
    Q_OBJECT

public:
    explicit GuardPool(GuardServices services, QObject* parent = nullptr);
    ~GuardPool() override;

    /// After the daemon's start: takes up living guards and replaces dead ones, for every app of the registry.
    void resumeAll();
    /// False while guards that live are expected to connect (at most a second after resumeAll()); figures are incomplete until then.
    bool isSettled() const { return m_settled; }

    /// guard.hello: accepts the guard of a known app, makes the app anew from what a configured guard knows, or turns it away.
    void hello(ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder);

    GuardKeeper& keeper(const QString& appId);
    /// The keeper of a removed app: pending commands fail.
    void drop(const QString& appId);
    int connectedCount() const;

Q_SIGNALS:
    void settled();
    /// An app that no file knew came back with its guard.
    void appRecovered(const QString& appId);

private:
    void checkSettled();
    void settle();
    AppRecord recordFromHello(const QString& appId, const QJsonObject& hello) const;

    GuardServices m_services;
    std::unordered_map<QString, std::unique_ptr<GuardKeeper>> m_keepers;
    QSet<QString> m_awaited;
    bool m_settled = true;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/rpcpeer.h"

#include <QObject>

namespace tropero {

class AppRegistry;
class MethodTable;
class Sampler;
class Subscriptions;

/// state.subscribe and state.unsubscribe.
class StateMethods : public QObject
{
    Q_OBJECT

public:
    StateMethods(AppRegistry& registry, Subscriptions& subscriptions, Sampler& sampler, QObject* parent = nullptr);

    void addTo(MethodTable& table);

private:
    void subscribe(ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder);

    AppRegistry& m_registry;
    Subscriptions& m_subscriptions;
    Sampler& m_sampler;
};

} // namespace tropero

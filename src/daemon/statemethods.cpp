// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/statemethods.h"

#include "daemon/appregistry.h"
#include "daemon/methodtable.h"
#include "daemon/sampler.h"
#include "daemon/subscriptions.h"
#include "ipc/methods.h"

#include <QJsonArray>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualMs = 1'000;
constexpr int fastestMs = 250;
constexpr int slowestMs = 60'000;

} // namespace

StateMethods::StateMethods(AppRegistry& registry, Subscriptions& subscriptions, Sampler& sampler, QObject* parent)
    : QObject(parent), m_registry(registry), m_subscriptions(subscriptions), m_sampler(sampler)
{
    connect(&subscriptions, &Subscriptions::changed, this, [this] { m_sampler.setFollowed(m_subscriptions.fastestMs()); });
}

void StateMethods::addTo(MethodTable& table)
{
    table.add(ipc::method::stateSubscribe, [this](ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder) {
        subscribe(peer, params, responder);
    });
    table.add(ipc::method::stateUnsubscribe, [this](ipc::RpcPeer* peer, const QJsonObject&, const ipc::Responder& responder) {
        m_subscriptions.remove(peer);
        responder.reply(true);
    });
}

void StateMethods::subscribe(ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder)
{
    const int interval = std::clamp(params["interval"_L1].toInt(usualMs), fastestMs, slowestMs);
    m_subscriptions.add(peer, params["metrics"_L1].toBool() ? interval : 0);
    QJsonArray apps;
    for (const auto& app : m_registry.apps()) apps.append(appJson(*app, false));
    responder.reply(QJsonObject{{u"apps"_s, apps}});
}

} // namespace tropero

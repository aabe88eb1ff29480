// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/guardpool.h"

#include "core/logname.h"
#include "core/specfields.h"
#include "daemon/appregistry.h"
#include "daemon/eventlog.h"

#include <QJsonArray>
#include <QTimer>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {
constexpr Milliseconds settleLimit{1'000};
}

GuardPool::GuardPool(GuardServices services, QObject* parent) : QObject(parent), m_services(std::move(services)) {}

GuardPool::~GuardPool() = default;

void GuardPool::resumeAll()
{
    m_settled = false;
    for (const auto& app : m_services.registry.apps()) {
        GuardKeeper& one = keeper(app->id);
        one.resume();
        if (one.state() != GuardKeeper::State::Awaiting) continue;
        m_awaited.insert(app->id);
        // Queued: a guard that comes back is of use only when all it said was taken over.
        connect(&one, &GuardKeeper::stateChanged, this, &GuardPool::checkSettled, Qt::QueuedConnection);
    }
    QTimer::singleShot(settleLimit, this, &GuardPool::settle);
    checkSettled();
}

void GuardPool::checkSettled()
{
    m_awaited.removeIf([this](const QString& id) { return keeper(id).state() != GuardKeeper::State::Awaiting; });
    if (m_awaited.isEmpty()) settle();
}

void GuardPool::settle()
{
    if (std::exchange(m_settled, true)) return;
    m_awaited.clear();
    Q_EMIT settled();
}

void GuardPool::hello(ipc::RpcPeer* peer, const QJsonObject& params, const ipc::Responder& responder)
{
    const QString id = params["app"_L1].toString();
    if (!m_services.registry.app(id)) {
        if (!params["configured"_L1].toBool()) {
            responder.fail({ErrorCode::NotFound, tr("This app is not in the list"), id, {}, {}});
            return;
        }
        const AppRecord record = recordFromHello(id, params);
        if (record.instances.isEmpty()) {
            responder.fail({ErrorCode::InvalidArgument, tr("Cannot take the app back from its guard"), id,
                            tr("what the guard says is incomplete"), {}});
            return;
        }
        m_services.events.note(tr("%1: not in the list, taken back from its guard").arg(id));
        m_services.registry.restore(record);
        Q_EMIT appRecovered(id);
    }
    responder.reply(QJsonObject{{u"accepted"_s, true}});
    keeper(id).adopt(peer, params);
}

AppRecord GuardPool::recordFromHello(const QString& appId, const QJsonObject& hello) const
{
    AppRecord record;
    const Result<AppSpec> spec = specFromJson(hello["spec"_L1].toObject());
    // The id becomes a file name, so it must be one that this daemon could have given.
    if (!spec || appId != sanitiseForFileName(appId)) return record;
    record.id = appId;
    record.spec = *spec;
    record.logBase = sanitiseForFileName(hello["logBase"_L1].toString(appId));
    for (const QJsonValue& value : hello["instances"_L1].toArray()) {
        const InstanceStatus status = InstanceStatus::fromJson(value.toObject());
        if (status.number < 0) continue;
        record.instances.append({status.number, status.index, status.wantedUp, false, status.createdAt});
    }
    return record;
}

GuardKeeper& GuardPool::keeper(const QString& appId)
{
    std::unique_ptr<GuardKeeper>& one = m_keepers[appId];
    if (!one) one = std::make_unique<GuardKeeper>(m_services, appId);
    return *one;
}

void GuardPool::drop(const QString& appId)
{
    const auto found = m_keepers.find(appId);
    if (found == m_keepers.end()) return;
    GuardKeeper* const gone = found->second.release();
    m_keepers.erase(found);
    gone->abandon();
    gone->deleteLater(); // this is often called from inside one of its callbacks
}

int GuardPool::connectedCount() const
{
    return static_cast<int>(std::count_if(m_keepers.begin(), m_keepers.end(), [](const auto& one) {
        return one.second->state() == GuardKeeper::State::Connected || one.second->state() == GuardKeeper::State::Ending;
    }));
}

} // namespace tropero

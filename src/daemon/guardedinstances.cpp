// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/guardedinstances.h"

#include "daemon/appregistry.h"
#include "daemon/eventlog.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

bool isRunning(const InstanceStatus& instance)
{
    return instance.state != InstanceState::Stopped && instance.state != InstanceState::Errored;
}

void forgetProcess(InstanceStatus& status)
{
    status.pid = 0;
    status.replacing = false;
    status.metrics = {};
    status.actions.clear();
}

QString tr(const char* text)
{
    return QCoreApplication::translate("GuardedInstances", text);
}

} // namespace

ManagedApp* GuardedInstances::app() const
{
    return m_services.registry.app(m_appId);
}

void GuardedInstances::apply(const QJsonArray& instances)
{
    ManagedApp* const managed = app();
    if (!managed) return;
    for (const QJsonValue& value : instances) m_services.registry.updateInstance(*managed, InstanceStatus::fromJson(value.toObject()));
}

void GuardedInstances::lost(const Reason& why, bool startAgain)
{
    ManagedApp* const managed = app();
    if (!managed) return;
    m_services.registry.setCluster(*managed, {}, {});
    for (InstanceStatus status : QList<InstanceStatus>(managed->instances)) {
        if (!isRunning(status)) continue;
        const InstanceState from = status.state;
        const bool again = status.wantedUp && startAgain;
        status.state = again ? InstanceState::WaitingRestart : InstanceState::Stopped;
        forgetProcess(status);
        status.reason = why;
        if (again) ++status.restarts;
        m_services.events.own(*managed, status.number, "guard-lost"_L1, why, from, status.state);
        m_services.registry.setInstance(*managed, status);
    }
}

void GuardedInstances::givenUp(const Reason& why)
{
    ManagedApp* const managed = app();
    if (!managed) return;
    for (InstanceStatus status : QList<InstanceStatus>(managed->instances)) {
        if (!status.wantedUp || managed->hasFinished(status)) continue;
        m_services.events.own(*managed, status.number, "errored"_L1, why, status.state, InstanceState::Errored);
        status.state = InstanceState::Errored;
        forgetProcess(status);
        status.reason = why;
        m_services.registry.setInstance(*managed, status);
    }
}

void GuardedInstances::ended()
{
    ManagedApp* const managed = app();
    if (!managed) return;
    m_services.registry.setCluster(*managed, {}, {});
    for (InstanceStatus status : QList<InstanceStatus>(managed->instances)) {
        if (status.pid == 0 && !isRunning(status)) continue;
        forgetProcess(status);
        status.state = InstanceState::Stopped;
        m_services.registry.setInstance(*managed, status);
    }
}

void GuardedInstances::unknown(const Reason& why)
{
    ManagedApp* const managed = app();
    if (!managed) return;
    for (InstanceStatus status : QList<InstanceStatus>(managed->instances)) {
        if (!status.wantedUp || managed->hasFinished(status)) continue;
        status.reason = why;
        m_services.registry.setInstance(*managed, status);
    }
}

Result<void> GuardedInstances::commandWithoutGuard(const GuardCommand& command)
{
    ManagedApp* const managed = app();
    if (!managed) return {};
    if (command.action == guardaction::signal) {
        return failure(ErrorCode::NotFound, tr("Cannot send the signal"), managed->spec.name, tr("the app does not run"), tr("Start it first"));
    }
    if (command.action == guardaction::trigger) {
        return failure(ErrorCode::NotFound, tr("Cannot trigger the action"), command.trigger, tr("the app does not run"), tr("Start it first"));
    }
    for (const int number : command.numbers) {
        const InstanceStatus* const known = std::as_const(*managed).instance(number);
        if (!known) continue;
        InstanceStatus status = *known;
        if (command.action == guardaction::stop) {
            if (status.reason.isEmpty() || status.state != InstanceState::Stopped) status.reason = command.reason;
            status.state = InstanceState::Stopped;
            status.pid = 0;
        } else if (command.action == guardaction::reset) {
            status.restarts = 0;
            status.unstableRestarts = 0;
            status.createdAt = QDateTime::currentMSecsSinceEpoch();
        }
        m_services.registry.setInstance(*managed, status);
    }
    return {};
}

bool GuardedInstances::needGuard() const
{
    const ManagedApp* const managed = app();
    return awaitsOccasion() || (managed && std::any_of(managed->instances.cbegin(), managed->instances.cend(),
                                                       [managed](const InstanceStatus& one) { return !managed->isAtRest(one); }));
}

bool GuardedInstances::awaitsOccasion() const
{
    const ManagedApp* const managed = app();
    if (!managed || (managed->spec.cron.isEmpty() && !managed->spec.watch.enabled)) return false;
    return std::any_of(managed->instances.cbegin(), managed->instances.cend(), [](const InstanceStatus& one) { return one.wantedUp; });
}

bool GuardedInstances::wantedUp() const
{
    const ManagedApp* const managed = app();
    return managed && std::any_of(managed->instances.cbegin(), managed->instances.cend(), [managed](const InstanceStatus& one) {
               return one.wantedUp && !managed->hasFinished(one);
           });
}

QList<int> GuardedInstances::otherwiseWanted(const QJsonArray& reported, bool up) const
{
    QList<int> result;
    const ManagedApp* const managed = app();
    if (!managed) return result;
    for (const QJsonValue& value : reported) {
        const InstanceStatus theirs = InstanceStatus::fromJson(value.toObject());
        const InstanceStatus* const own = managed->instance(theirs.number);
        if (own && own->wantedUp == up && theirs.wantedUp != up && !managed->hasFinished(*own)) result.append(theirs.number);
    }
    return result;
}

} // namespace tropero

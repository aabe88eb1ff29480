// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/statemirror.h"

#include "client/daemonclient.h"
#include "ipc/methods.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

int firstNumber(const AppStatus& app)
{
    int first = std::numeric_limits<int>::max();
    for (const InstanceStatus& instance : app.instances)
        first = std::min(first, instance.number);
    return first;
}

void sortInstances(AppStatus& app)
{
    std::ranges::sort(app.instances, {}, &InstanceStatus::index);
}

} // namespace

StateMirror::StateMirror(DaemonClient& client, bool metrics, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_metrics(metrics)
{
    connect(&client, &DaemonClient::stateChanged, this, [this](DaemonClient::State state) {
        if (state == DaemonClient::State::Connected)
            subscribe();
    });
    connect(&client, &DaemonClient::notified, this, [this](const QString& method, const QJsonObject& params) {
        if (method == ipc::notification::stateChanged)
            applyChange(params);
        else if (method == ipc::notification::event)
            Q_EMIT eventHappened(params);
    });
    if (client.state() == DaemonClient::State::Connected)
        subscribe();
}

const AppStatus* StateMirror::app(const QString& id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_apps[*place];
}

StateMirror::Place StateMirror::instance(int number) const
{
    for (const AppStatus& app : m_apps) {
        const auto found = std::ranges::find(app.instances, number, &InstanceStatus::number);
        if (found != app.instances.cend()) return {&app, &*found};
    }
    return {};
}

void StateMirror::applySnapshot(const QJsonObject& result)
{
    m_apps.clear();
    for (const QJsonValue value : result.value("apps"_L1).toArray()) {
        m_apps.push_back(AppStatus::fromJson(value.toObject()));
        sortInstances(m_apps.back());
    }
    sortApps();
    Q_EMIT reset();
}

void StateMirror::applyChange(const QJsonObject& params)
{
    QStringList added;
    QSet<QString> changed;
    QHash<QString, QList<int>> updated;

    for (const QJsonValue value : params.value("apps"_L1).toArray()) {
        AppStatus app = AppStatus::fromJson(value.toObject());
        sortInstances(app);
        const auto place = m_places.constFind(app.id);
        if (place == m_places.cend()) {
            added.append(app.id);
            m_places.insert(app.id, m_apps.size());
            m_apps.push_back(std::move(app));
        } else {
            changed.insert(app.id);
            m_apps[*place] = std::move(app);
        }
    }
    for (const QJsonValue value : params.value("instances"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const QString id = object.value("app"_L1).toString();
        const auto found = m_places.constFind(id);
        if (found == m_places.cend())
            continue;
        AppStatus* const known = &m_apps[*found];
        const InstanceStatus instance = InstanceStatus::fromJson(object);
        const auto place = std::ranges::find(known->instances, instance.number, &InstanceStatus::number);
        if (place == known->instances.end()) {
            known->instances.append(instance);
            sortInstances(*known);
            if (!added.contains(id))
                changed.insert(id);
        } else if (*place != instance) {
            *place = instance;
            updated[id].append(instance.number);
        }
    }
    QSet<int> removedNumbers;
    for (const QJsonValue value : params.value("removedInstances"_L1).toArray())
        removedNumbers.insert(value.toInt());
    if (!removedNumbers.isEmpty()) {
        for (AppStatus& app : m_apps) {
            const auto gone = app.instances.removeIf([&](const InstanceStatus& instance) { return removedNumbers.contains(instance.number); });
            if (gone > 0 && !added.contains(app.id))
                changed.insert(app.id);
        }
    }
    QStringList removed;
    for (const QJsonValue value : params.value("removed"_L1).toArray()) {
        const QString id = value.toString();
        if (std::erase_if(m_apps, [&](const AppStatus& app) { return app.id == id; }) == 0)
            continue;
        changed.remove(id);
        updated.remove(id);
        if (added.removeAll(id) == 0)
            removed.append(id);
    }
    sortApps();

    for (const QString& id : std::as_const(removed))
        Q_EMIT appRemoved(id);
    for (const QString& id : std::as_const(added))
        Q_EMIT appAdded(id);
    for (const QString& id : std::as_const(changed))
        Q_EMIT appChanged(id);
    for (auto entry = updated.cbegin(); entry != updated.cend(); ++entry)
        if (!changed.contains(entry.key()) && !added.contains(entry.key()))
            Q_EMIT instancesChanged(entry.key(), entry.value());
}

void StateMirror::setMetrics(bool metrics)
{
    if (std::exchange(m_metrics, metrics) != metrics && m_client.state() == DaemonClient::State::Connected)
        subscribe();
}

void StateMirror::setInterval(int milliseconds)
{
    if (std::exchange(m_intervalMs, milliseconds) != milliseconds && m_metrics && m_client.state() == DaemonClient::State::Connected)
        subscribe();
}

void StateMirror::subscribe()
{
    m_client.call(ipc::method::stateSubscribe, {{u"metrics"_s, m_metrics}, {u"interval"_s, m_intervalMs}}, this, [this](const Result<QJsonValue>& result) {
        if (result)
            applySnapshot(result->toObject());
    });
}

void StateMirror::sortApps()
{
    std::ranges::stable_sort(m_apps, {}, firstNumber);
    m_places.clear();
    for (std::size_t place = 0; place < m_apps.size(); ++place)
        m_places.insert(m_apps[place].id, place);
}

} // namespace tropero

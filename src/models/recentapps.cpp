// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recentapps.h"

#include "client/statemirror.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tropero {

namespace {

qint64 lastStart(const AppStatus& app)
{
    qint64 last = 0;
    for (const InstanceStatus& instance : app.instances)
        last = std::max(last, instance.startedAt);
    return last;
}

} // namespace

RecentApps::RecentApps(const StateMirror& mirror, qsizetype most, QObject* parent) : QObject(parent), m_mirror(mirror), m_most(most)
{
    for (const auto signal : {&StateMirror::appAdded, &StateMirror::appRemoved, &StateMirror::appChanged})
        connect(&mirror, signal, this, &RecentApps::lookSoon);
    connect(&mirror, &StateMirror::reset, this, &RecentApps::lookSoon);
    connect(&mirror, &StateMirror::instancesChanged, this, &RecentApps::lookSoon);
    look();
}

void RecentApps::lookSoon()
{
    if (std::exchange(m_due, true)) return;
    QMetaObject::invokeMethod(this, &RecentApps::look, Qt::QueuedConnection);
}

void RecentApps::look()
{
    m_due = false;
    struct Place
    {
        qint64 started;
        std::size_t index;
    };
    const std::vector<AppStatus>& apps = m_mirror.apps();
    std::vector<Place> places;
    places.reserve(apps.size());
    for (std::size_t i = 0; i < apps.size(); ++i)
        places.push_back({lastStart(apps[i]), i});
    std::ranges::stable_sort(places, std::ranges::greater(), &Place::started);
    places.resize(std::min(places.size(), static_cast<std::size_t>(m_most)));
    std::ranges::sort(places, {}, &Place::index);
    QList<Entry> entries;
    for (const Place& place : places)
        entries.append({apps[place.index].id, apps[place.index].spec.name});
    if (std::exchange(m_entries, entries) != entries) Q_EMIT changed();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metricshistory.h"

#include "client/statemirror.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace tropero {

namespace {

constexpr float gap = std::numeric_limits<float>::quiet_NaN();

/// Steady, so that a clock that is set does not tear the curve apart.
qint64 steadySeconds()
{
    using namespace std::chrono;
    return duration_cast<seconds>(steady_clock::now().time_since_epoch()).count();
}

size_t slot(qint64 second)
{
    return static_cast<size_t>((second % MetricsHistory::length + MetricsHistory::length) %
                               MetricsHistory::length);
}

} // namespace

void MetricsHistory::Ring::advance(qint64 second)
{
    const size_t newest = slot(last);
    for (qint64 s = std::max(last + 1, second - length + 1); s <= second; ++s) {
        cpu[slot(s)] = holds ? cpu[newest] : gap;
        memory[slot(s)] = holds ? memory[newest] : gap;
    }
    last = std::max(last, second);
}

void MetricsHistory::Ring::set(qint64 second, float cpuValue, float memoryValue, bool known)
{
    advance(second - 1);
    if (!known) holds = false; // what was sampled in this second before it ended stays
    advance(second);
    holds = known;
    if (!known) return;
    cpu[slot(last)] = cpuValue;
    memory[slot(last)] = memoryValue;
}

MetricsHistory::MetricsHistory(const StateMirror& mirror, QObject* parent, Clock clock)
    : QObject(parent), m_mirror(mirror), m_clock(clock ? std::move(clock) : Clock{steadySeconds})
{
    connect(&mirror, &StateMirror::reset, this, &MetricsHistory::readAll);
    connect(&mirror, &StateMirror::appAdded, this, &MetricsHistory::readApp);
    connect(&mirror, &StateMirror::appChanged, this, &MetricsHistory::readApp);
    connect(&mirror, &StateMirror::appRemoved, this, &MetricsHistory::readApp);
    connect(&mirror, &StateMirror::instancesChanged, this, &MetricsHistory::readInstances);
    readAll();
}

void MetricsHistory::setLive(bool live)
{
    if (live == m_live) return;
    m_live = live;
    if (live) return; // what the mirror holds is old until its next snapshot
    const qint64 now = m_clock();
    for (Ring& ring : m_rings) {
        ring.advance(now);
        ring.holds = false;
    }
}

void MetricsHistory::readAll()
{
    m_live = true;
    const qint64 now = m_clock();
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances)
            read(instance, now);
    }
    prune();
}

void MetricsHistory::readApp(const QString& id)
{
    const qint64 now = m_clock();
    if (const AppStatus* app = m_mirror.app(id)) {
        for (const InstanceStatus& instance : app->instances)
            read(instance, now);
    }
    // One change may name many apps; what is gone is forgotten once.
    if (std::exchange(m_pruneDue, true)) return;
    QMetaObject::invokeMethod(this, &MetricsHistory::prune, Qt::QueuedConnection);
}

void MetricsHistory::prune()
{
    m_pruneDue = false;
    QSet<int> present;
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances)
            present.insert(instance.number);
    }
    m_rings.removeIf([&](const auto& entry) { return !present.contains(entry.key()); });
}

void MetricsHistory::readInstances(const QString& id, const QList<int>& numbers)
{
    const AppStatus* app = m_mirror.app(id);
    if (!app) return;
    const qint64 now = m_clock();
    for (const InstanceStatus& instance : app->instances) {
        if (app->instances.size() == numbers.size() || numbers.contains(instance.number)) read(instance, now);
    }
}

void MetricsHistory::read(const InstanceStatus& instance, qint64 second)
{
    // A process that exists has memory; without any it has not been sampled yet.
    const bool known = instance.pid > 0 && instance.memory > 0;
    auto found = m_rings.find(instance.number);
    if (found == m_rings.end()) {
        if (!known) return;
        found = m_rings.insert(instance.number, {});
        found->last = second;
        found->cpu.fill(gap);
        found->memory.fill(gap);
    }
    found->set(second, static_cast<float>(std::max(instance.cpu, 0.0)), static_cast<float>(instance.memory),
               known);
}

void MetricsHistory::addPast(int number, const Samples& cpu, const Samples& memory)
{
    const auto ring = m_rings.find(number);
    if (ring == m_rings.end()) return;
    ring->advance(m_clock());
    for (size_t i = 0; i < cpu.size(); ++i) {
        const size_t place = slot(ring->last - length + 1 + static_cast<qint64>(i));
        if (!std::isnan(ring->cpu[place])) continue;
        ring->cpu[place] = cpu[i];
        ring->memory[place] = memory[i];
    }
}

MetricsHistory::Samples MetricsHistory::samples(Metric metric, const QList<int>& numbers) const
{
    Samples sum;
    sum.fill(gap);
    const qint64 now = m_clock();
    for (const int number : numbers) {
        const auto ring = m_rings.constFind(number);
        if (ring == m_rings.cend()) continue;
        const Samples& values = metric == Metric::Cpu ? ring->cpu : ring->memory;
        const auto add = [&sum](qint64 age, float value) {
            if (std::isnan(value)) return;
            float& total = sum[static_cast<size_t>(length - 1 - age)];
            total = std::isnan(total) ? value : total + value;
        };
        const qint64 behind = std::max<qint64>(now - ring->last, 0); // since the newest value
        size_t place = slot(ring->last);
        if (ring->holds) {
            for (qint64 age = 0; age < std::min<qint64>(behind, length); ++age)
                add(age, values[place]);
        }
        for (qint64 age = behind; age < length; ++age) {
            add(age, values[place]);
            place = place == 0 ? length - 1 : place - 1;
        }
    }
    return sum;
}

} // namespace tropero

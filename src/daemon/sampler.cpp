// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/sampler.h"

#include "platform/ports.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lookLifeMs = 5'000;
constexpr qint64 freshMs = 900;
constexpr qint64 detailsMs = 1'900;
constexpr int lookedMs = 1'000;
constexpr int idleMs = 60'000;

int ownerByEnvironment(const platform::ProcessId& process)
{
    const std::optional<QByteArray> value = platform::environmentVariableOf(process.pid, "TROPERO_INSTANCE"_ba);
    if (!value) return -1;
    bool isNumber = false;
    const int number = value->sliced(value->lastIndexOf('/') + 1).toInt(&isNumber);
    return isNumber ? number : -1;
}

} // namespace

Sampler::Sampler(AppRegistry& registry, TableReader reader, QObject* parent)
    : QObject(parent), m_registry(registry), m_reader(std::move(reader))
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        sample();
        if (isLookedAt() && m_lastDetails.hasExpired(detailsMs)) sampleDetails();
        schedule();
    });
    schedule();
}

void Sampler::setFollowed(int intervalMs)
{
    if (m_followedMs == intervalMs) return;
    const bool begins = std::exchange(m_followedMs, intervalMs) == 0;
    if (begins && !isFresh()) sample();
    schedule();
}

void Sampler::looked(bool withDetails)
{
    m_lastLook.start();
    if (!isFresh()) sample();
    if (withDetails && (!m_lastDetails.isValid() || m_lastDetails.hasExpired(detailsMs))) sampleDetails();
    schedule();
}

bool Sampler::wasLooked() const
{
    return m_lastLook.isValid() && !m_lastLook.hasExpired(lookLifeMs);
}

bool Sampler::isLookedAt() const
{
    return m_followedMs > 0 || wasLooked();
}

bool Sampler::isFresh() const
{
    if (!m_lastSample.isValid() || m_lastSample.hasExpired(freshMs)) return false;
    for (const MeasuredRoot& root : roots()) {
        if (m_sampledPids.value(root.number) != root.pid) return false;
    }
    return true;
}

void Sampler::schedule()
{
    int interval = wasLooked() ? lookedMs : idleMs;
    if (m_followedMs > 0) interval = std::min(interval, m_followedMs);
    if (m_timer.isActive() && m_timer.interval() == interval) return;
    m_timer.setTimerType(interval == idleMs ? Qt::VeryCoarseTimer : Qt::CoarseTimer);
    m_timer.start(interval);
}

QList<MeasuredRoot> Sampler::roots() const
{
    QList<MeasuredRoot> result;
    for (const auto& app : m_registry.apps()) {
        const PrimaryStatus& primary = app->primary;
        if (primary.pid > 0) result.append({primaryKey(primary.pid), primary.pid, app->guardPid, primary.startedAt, false, true});
        for (const InstanceStatus& one : std::as_const(app->instances)) {
            if (one.pid > 0) result.append({one.number, one.pid, app->guardPid, one.startedAt, app->instances.size() == 1, false});
        }
    }
    return result;
}

void Sampler::sample()
{
    const QList<MeasuredRoot> measured = roots();
    m_lastSample.start();
    m_sampledPids.clear();
    if (measured.isEmpty()) return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QHash<int, InstanceMetrics> metrics = m_trees.measure(m_reader(), measured, now, ownerByEnvironment);
    for (const MeasuredRoot& root : measured) m_sampledPids.insert(root.number, root.pid);
    m_registry.setMetrics(metrics);
    QList<int> numbers = metrics.keys();
    numbers.removeIf([](int number) { return number < 0; });
    Q_EMIT sampled(now, numbers);
}

void Sampler::sampleDetails()
{
    m_lastDetails.start();
    const QHash<int, QList<qint64>> members = m_trees.members();
    QList<qint64> pids;
    for (const QList<qint64>& one : members) pids.append(one);
    const QHash<qint64, QList<int>> ports = platform::listeningPortsOf(pids);
    for (auto it = members.cbegin(); it != members.cend(); ++it) {
        const ManagedApp* const app = m_registry.appOfInstance(it.key());
        if (!app) continue;
        int files = 0;
        QSet<int> own;
        for (const int port : ports.value(app->primary.pid)) own.insert(port); // it listens for them
        for (const qint64 pid : it.value()) {
            files += std::max(0, platform::openFileCount(pid));
            for (const int port : ports.value(pid)) own.insert(port);
        }
        QList<int> sorted(own.cbegin(), own.cend());
        std::sort(sorted.begin(), sorted.end());
        m_registry.setDetails(it.key(), files, sorted);
    }
}

} // namespace tropero

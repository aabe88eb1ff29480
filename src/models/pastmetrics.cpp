// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pastmetrics.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "ipc/methods.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 4;
constexpr qint64 longestPause = 60'000; ///< between two figures, ms
constexpr qsizetype mostInstances = 400; ///< beyond that nobody sees the curves all at once

} // namespace

std::pair<MetricsHistory::Samples, MetricsHistory::Samples> samplesOf(const QJsonValue& answer, qint64 now, qint64 startedAt)
{
    constexpr qint64 length = MetricsHistory::length;
    MetricsHistory::Samples cpu;
    MetricsHistory::Samples memory;
    cpu.fill(std::numeric_limits<float>::quiet_NaN());
    memory = cpu;
    const qint64 step = std::clamp<qint64>(answer["step"_L1].toInteger(1000), 1000, longestPause);
    qint64 before = 0;
    for (const QJsonValue point : answer["points"_L1].toArray()) {
        const qint64 at = point[0].toInteger();
        // A point of a coarser tier stands at the beginning of its time.
        const qint64 until = at + step - 1000;
        const qint64 since = std::max({before + 1000, until - longestPause + 1000, startedAt / 1000 * 1000});
        before = until;
        if (at > now || until <= now - length * 1000) continue;
        const qint64 oldest = std::min((now - std::min(since, at)) / 1000, length - 1);
        const qint64 newest = std::max<qint64>((now - until) / 1000, 0);
        for (qint64 age = newest; age <= oldest; ++age) {
            const auto place = static_cast<size_t>(length - 1 - age);
            cpu[place] = static_cast<float>(point[1].toDouble());
            memory[place] = static_cast<float>(point[2].toDouble());
        }
    }
    return {cpu, memory};
}

PastMetrics::PastMetrics(DaemonClient& client, const StateMirror& mirror, MetricsHistory& history, QObject* parent)
    : QObject(parent), m_client(client), m_mirror(mirror), m_history(history)
{
    connect(&mirror, &StateMirror::reset, this, &PastMetrics::begin);
    connect(&mirror, &StateMirror::instancesChanged, this, &PastMetrics::note);
}

void PastMetrics::begin()
{
    ++m_round;
    m_asking = 0;
    m_known.clear();
    m_waiting.clear();
    for (const AppStatus& app : m_mirror.apps())
        note(app.id);
}

void PastMetrics::note(const QString& id)
{
    const AppStatus* const app = m_mirror.app(id);
    if (!app) return;
    for (const InstanceStatus& instance : app->instances) {
        // A curve begins with the first figure; there is nothing to be filled before that.
        if (instance.pid <= 0 || instance.memory <= 0 || m_known.contains(instance.number)) continue;
        if (m_known.size() >= mostInstances) return;
        m_known.insert(instance.number);
        m_waiting.append(instance.number);
    }
    askNext();
}

void PastMetrics::askNext()
{
    while (m_asking < atOnce && !m_waiting.isEmpty()) {
        const int number = m_waiting.takeFirst();
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        ++m_asking;
        m_client.call(ipc::method::historyMetrics, {{u"number"_s, number}, {u"since"_s, now - MetricsHistory::length * 1000 - longestPause}, {u"until"_s, now}}, this,
                      [this, number, round = m_round](const Result<QJsonValue>& answer) {
                          if (round != m_round) return;
                          --m_asking;
                          if (answer) take(number, *answer); // without it the curve begins now
                          askNext();
                      });
    }
}

void PastMetrics::take(int number, const QJsonValue& answer)
{
    const StateMirror::Place place = m_mirror.instance(number);
    if (!place) return;
    const auto [cpu, memory] = samplesOf(answer, QDateTime::currentMSecsSinceEpoch(), place.instance->startedAt);
    m_history.addPast(number, cpu, memory);
}

} // namespace tropero

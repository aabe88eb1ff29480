// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metricsseries.h"

#include <QJsonValue>

#include <algorithm>

namespace tropero {

namespace {

constexpr qint64 second = 1000;

} // namespace

void MetricsSeries::setHistory(qint64 step, const QJsonArray& points, qint64 until)
{
    QList<TimedValue> cpu;
    QList<TimedValue> memory;
    cpu.reserve(points.size());
    memory.reserve(points.size());
    m_step = std::max(step, second);
    for (const QJsonValue& point : points) {
        const qint64 begin = point[0].toInteger();
        const qint64 at = m_step > second ? std::max(begin, std::min(begin + m_step / 2, until)) : begin;
        if (!cpu.isEmpty() && at <= cpu.last().at) continue;
        cpu.append({at, point[1].toDouble()});
        memory.append({at, point[2].toDouble()});
    }
    const qint64 last = cpu.isEmpty() ? 0 : cpu.last().at;
    if (m_step == second) {
        // What came while the daemon was answering is not in its answer.
        const auto newer = [last](const TimedValue& one) { return one.at > last; };
        std::ranges::copy_if(m_cpu, std::back_inserter(cpu), newer);
        std::ranges::copy_if(m_memory, std::back_inserter(memory), newer);
    }
    m_cpu = std::move(cpu);
    m_memory = std::move(memory);
}

void MetricsSeries::addSample(qint64 at, double cpu, double memory)
{
    const qint64 whole = at - at % second;
    if (!m_cpu.isEmpty() && m_cpu.last().at >= whole) return;
    m_cpu.append({whole, cpu});
    m_memory.append({whole, memory});
}

void MetricsSeries::removeBefore(qint64 at)
{
    const auto kept = std::ranges::lower_bound(m_cpu, at, {}, &TimedValue::at);
    const auto count = std::distance(m_cpu.begin(), kept);
    m_cpu.remove(0, count);
    m_memory.remove(0, count);
}

void MetricsSeries::clear()
{
    m_cpu.clear();
    m_memory.clear();
}

GapRule MetricsSeries::gapRule(qint64 step)
{
    // While no window and no command looks, the daemon samples once a minute.
    if (step <= second) return {5 * second, 50 * second, 75 * second, 12 * second};
    return {step * 5 / 2, 0, 0};
}

bool isGapBefore(const QList<TimedValue>& points, qsizetype index, const GapRule& rule)
{
    if (index < 1 || index >= points.size()) return false;
    const auto distanceTo = [&points](qsizetype i) { return i < 1 || i >= points.size() ? 0 : points.at(i).at - points.at(i - 1).at; };
    if (!rule.isGap(distanceTo(index))) return false;
    // How often is sampled can change at any time, so each place is judged by what is beside it.
    qint64 pace = 0;
    for (const qint64 beside : {distanceTo(index - 1), distanceTo(index + 1)}) {
        if (beside <= rule.slowestPace) pace = std::max(pace, beside);
    }
    return distanceTo(index) * 2 > pace * 3;
}

const TimedValue* nearestValue(const QList<TimedValue>& points, qint64 at, qint64 reach)
{
    const auto after = std::ranges::lower_bound(points, at, {}, &TimedValue::at);
    const TimedValue* best = nullptr;
    if (after != points.end()) best = &*after;
    if (after != points.begin()) {
        const TimedValue* before = &*std::prev(after);
        if (!best || at - before->at <= best->at - at) best = before;
    }
    return best && std::abs(best->at - at) <= reach ? best : nullptr;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>

namespace tropero {

/// A measured value. Times are milliseconds since the epoch.
struct TimedValue
{
    qint64 at = 0;
    double value = 0;

    bool operator==(const TimedValue&) const = default;
};

/// When two neighbouring points have nothing measured between them.
struct GapRule
{
    qint64 longest = 0;  ///< ms; more than this is a gap ...
    qint64 slowFrom = 0; ///< ... unless it is the distance of samples that are taken while nobody looks
    qint64 slowTo = 0;
    qint64 slowestPace = 0; ///< ms; samples up to this far apart may be the pace that a user chose: one as long as its neighbours is no gap

    bool isGap(qint64 distance) const { return distance > longest && (distance < slowFrom || distance > slowTo); }
};

/// CPU (percent of a core) and memory (bytes) of one instance over time: what the daemon's history told, continued by live samples.
class MetricsSeries
{
public:
    /// The answer of history.metrics. Points are averages of `step` ms and are put into the middle of it, but not behind `until`. Live samples
    /// that are newer stay.
    void setHistory(qint64 step, const QJsonArray& points, qint64 until);
    /// Ignored unless newer than the last one, seconds apart.
    void addSample(qint64 at, double cpu, double memory);
    void removeBefore(qint64 at);
    void clear();

    const QList<TimedValue>& cpu() const { return m_cpu; }
    const QList<TimedValue>& memory() const { return m_memory; }
    qint64 step() const { return m_step; }
    GapRule gapRule() const { return gapRule(m_step); }
    static GapRule gapRule(qint64 step);

private:
    qint64 m_step = 1000;
    QList<TimedValue> m_cpu;
    QList<TimedValue> m_memory;
};

/// True when nothing was measured between the point before `index` and the one there.
bool isGapBefore(const QList<TimedValue>& points, qsizetype index, const GapRule& rule);

/// The value nearest to a time, or nullptr when none is within `reach` ms.
const TimedValue* nearestValue(const QList<TimedValue>& points, qint64 at, qint64 reach);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include <array>
#include <functional>

namespace tropero {

class StateMirror;
struct InstanceStatus;

/// The last minute of CPU and memory of every instance, one value a second. The daemon tells differences: a
/// figure holds until another one is told, the process ends or the daemon is lost. What was not sampled (no
/// process, no daemon) is a gap, not a zero. Costs nothing while nothing changes: there is no timer.
class MetricsHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr int length = 60; ///< seconds
    enum class Metric { Cpu, Memory };
    /// Oldest first, one a second, the last one is of now; NaN: a gap. Percent of a core, or bytes.
    using Samples = std::array<float, length>;
    /// Seconds since any fixed moment.
    using Clock = std::function<qint64()>;

    explicit MetricsHistory(const StateMirror& mirror, QObject* parent = nullptr, Clock clock = {});

    /// False: nothing is sampled from now on. The next snapshot of the mirror makes it live again.
    void setLive(bool live);

    /// What another source (the daemon's history) knows of the minute before; gaps are filled with it.
    void addPast(int number, const Samples& cpu, const Samples& memory);

    /// The sum over those of the instances that were sampled; a gap where none was.
    Samples samples(Metric metric, const QList<int>& numbers) const;
    /// Instances of which anything is known.
    qsizetype size() const { return m_rings.size(); }

private:
    struct Ring
    {
        qint64 last = 0;    ///< second of the newest value
        bool holds = false; ///< the newest value is still true
        Samples cpu;
        Samples memory;

        void advance(qint64 second);
        void set(qint64 second, float cpuValue, float memoryValue, bool known);
    };

    void readAll();
    void readApp(const QString& id);
    void prune();
    void readInstances(const QString& id, const QList<int>& numbers);
    void read(const InstanceStatus& instance, qint64 second);

    const StateMirror& m_mirror;
    Clock m_clock;
    bool m_live = true;
    bool m_pruneDue = false;
    QHash<int, Ring> m_rings;
};

} // namespace tropero

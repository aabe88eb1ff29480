// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/treemetrics.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace tropero {

/// Measures CPU, memory, processes and threads of all instances and primaries: as often as those want who look, once a minute otherwise.
/// Open files and ports, which cost more, at most every two seconds and only while someone looks.
class Sampler : public QObject
{
    Q_OBJECT

public:
    using TableReader = std::function<QList<platform::ProcessUsage>()>;

    explicit Sampler(AppRegistry& registry, TableReader reader = platform::readProcessTable, QObject* parent = nullptr);

    /// How often those who follow the figures want them, in ms; 0: nobody follows.
    void setFollowed(int intervalMs);
    /// Someone asked for the figures once: they are made fresh now if they are not, and kept fresh for the next 5 seconds.
    void looked(bool withDetails);

Q_SIGNALS:
    /// Instances that were measured, with `at` in ms since the epoch. The registry has the figures by then.
    void sampled(qint64 at, const QList<int>& numbers);

private:
    void sample();
    void sampleDetails();
    void schedule();
    bool isLookedAt() const;
    bool wasLooked() const;
    bool isFresh() const;
    QList<MeasuredRoot> roots() const;

    AppRegistry& m_registry;
    TableReader m_reader;
    TreeMetrics m_trees;
    QTimer m_timer;
    int m_followedMs = 0;
    QElapsedTimer m_lastLook;
    QElapsedTimer m_lastSample;
    QElapsedTimer m_lastDetails;
    QHash<int, qint64> m_sampledPids;
};

} // namespace tropero

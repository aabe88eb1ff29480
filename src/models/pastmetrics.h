// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricshistory.h"

#include <QJsonValue>
#include <QSet>

namespace tropero {

class DaemonClient;

/// Asks the daemon for the minute before the window was there, so that no curve begins empty: of each instance with figures once after a
/// snapshot, a few at a time.
class PastMetrics : public QObject
{
    Q_OBJECT

public:
    PastMetrics(DaemonClient& client, const StateMirror& mirror, MetricsHistory& history, QObject* parent = nullptr);

private:
    void begin();
    void note(const QString& app);
    void askNext();
    void take(int number, const QJsonValue& answer);

    DaemonClient& m_client;
    const StateMirror& m_mirror;
    MetricsHistory& m_history;
    QSet<int> m_known;   ///< asked, or to be asked
    QList<int> m_waiting;
    int m_asking = 0;
    int m_round = 0; ///< answers to questions of an earlier snapshot are dropped
};

/// `points` of history.metrics as samples of the minute before `now` (ms since the epoch). While nobody looks the daemon measures once a
/// minute: a figure is about the time since the one before it, though not about that before the process was there.
std::pair<MetricsHistory::Samples, MetricsHistory::Samples> samplesOf(const QJsonValue& answer, qint64 now, qint64 startedAt = 0);

} // namespace tropero

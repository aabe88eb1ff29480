// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policies.h"
#include "supervision/readinessprobe.h"

#include <QJsonValue>
#include <QObject>
#include <QTimer>

#include <memory>

namespace tropero {

class Run;

/// Tells when a run is ready by a policy: first what is awaited of the run itself, then the probe's answer. Limits of time are the owner's.
class ReadinessWatch : public QObject
{
    Q_OBJECT

public:
    /// What is awaited of the run itself.
    enum class Sign {
        Started,
        Listening,
        Message, ///< 'ready'
        Uptime,  ///< it has been up for `uptime`, or listens before that
    };

    /// Call when the run has started, or before.
    ReadinessWatch(Run& run, Sign sign, const QString& probe, Milliseconds uptime);

    /// Looks whether it is reached already; reached() may come from within.
    void start();
    /// For people: what it waits for, e.g. "it does not listen on any port".
    Reason missing() const;

Q_SIGNALS:
    void reached();

private:
    void signSeen();
    void lookForPorts();

    Run& m_run;
    Sign m_sign;
    Milliseconds m_uptime;
    std::unique_ptr<ReadinessProbe> m_probe;
    QTimer m_timer;
    bool m_signSeen = false;
};

/// What is awaited of a run that starts by itself (`predecessor` null) or replaces another one.
ReadinessWatch::Sign awaitedSign(const ReadinessPolicy& policy, const Run* predecessor);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policies.h"
#include "core/reason.h"
#include "core/supervisiontable.h"

#include <QList>
#include <QString>

#include <optional>

namespace tropero {

/// How a process ended.
struct ExitInfo
{
    int code = 0;             ///< exit code; 0 when a signal ended it
    int signal = 0;           ///< signal number; 0: ended by exit. On Windows always 0 (the code says it).
    Milliseconds uptime{0};   ///< how long it ran
    Milliseconds at{0};       ///< monotonic time of the exit, any origin

    bool failed() const { return code != 0 || signal != 0; }
};

/// What follows from an exit, with the reason for the event log.
struct ExitVerdict
{
    SupervisionEvent event = SupervisionEvent::ExitedDone; ///< one of the Exited* events
    Milliseconds delay{0};                                 ///< for ExitedRetryLater
    Reason reason;
};

/// Decides what follows an exit that nobody asked for: keeps the crash times of the sliding window and the back-off.
/// No clock of its own: times come with ExitInfo, the random number for jitter by a parameter.
class RestartTracker
{
public:
    explicit RestartTracker(RestartPolicy policy = {});

    void setPolicy(const RestartPolicy& policy);
    const RestartPolicy& policy() const { return m_policy; }

    /// `random` is uniform in [0, 1).
    ExitVerdict exited(const ExitInfo& exit, double random = 0.5);
    /// A person asked for a start: forget crashes and back-off.
    void reset();

    /// Exits with less than minUptime since the last reset or healthy run: PM2's unstable_restarts.
    int unstableRestarts() const { return m_unstable; }
    /// The delay that the next crash would lengthen; 0 when back-off is off or fresh.
    Milliseconds currentBackoff() const { return m_backoff; }

private:
    RestartPolicy m_policy;
    QList<Milliseconds> m_crashes;
    Milliseconds m_backoff{0};
    int m_unstable = 0;
};

/// "exit code 1", "signal 9 (SIGKILL)", with the meaning of well-known codes, in the language of now.
QString describeExit(const ExitInfo& exit);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restarttracker.h"

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

/// Why an exit is not followed by a restart although nothing is wrong; empty: it is.
std::optional<ReasonCode> reasonToStayDown(const RestartPolicy& policy, const ExitInfo& exit)
{
    if (policy.when == RestartPolicy::When::Never)
        return ReasonCode::RestartsOff;
    if (exit.signal == 0 && policy.stopExitCodes.contains(exit.code))
        return ReasonCode::StopExitCode;
    if (policy.when == RestartPolicy::When::OnFailure && !exit.failed())
        return ReasonCode::NoFailure;
    return {};
}

Milliseconds lengthened(const RestartPolicy& policy, Milliseconds delay)
{
    if (delay <= Milliseconds::zero())
        return std::min(policy.backoffStart, policy.backoffCap);
    const double next = std::floor(static_cast<double>(delay.count()) * std::max(1.0, policy.backoffFactor));
    const auto cap = static_cast<double>(policy.backoffCap.count());
    return next < cap ? Milliseconds(static_cast<qint64>(next)) : policy.backoffCap;
}

Milliseconds spread(const RestartPolicy& policy, Milliseconds delay, double random)
{
    const double part = std::clamp(policy.backoffJitter, 0.0, 1.0) * (2.0 * std::clamp(random, 0.0, 1.0) - 1.0);
    const double result = std::round(static_cast<double>(delay.count()) * (1.0 + part));
    return std::min(Milliseconds(static_cast<qint64>(result)), std::max(policy.backoffCap, delay));
}

} // namespace

RestartTracker::RestartTracker(RestartPolicy policy) : m_policy(std::move(policy)) {}

void RestartTracker::setPolicy(const RestartPolicy& policy)
{
    const bool backoffChanged =
        policy.backoffStart != m_policy.backoffStart || policy.backoffFactor != m_policy.backoffFactor;
    m_policy = policy;
    if (backoffChanged)
        m_backoff = Milliseconds::zero();
    m_backoff = std::min(m_backoff, m_policy.backoffCap);
}

ExitVerdict RestartTracker::exited(const ExitInfo& exit, double random)
{
    if (exit.uptime >= std::max(m_policy.healthyAfter, m_policy.minUptime))
        reset();
    const QJsonValue how = Reason::ofExit(exit.code, exit.signal).asArgument();
    if (const std::optional<ReasonCode> why = reasonToStayDown(m_policy, exit)) {
        reset();
        return {SupervisionEvent::ExitedDone, {}, Reason::of(*why, {how})};
    }

    if (exit.uptime < m_policy.minUptime)
        ++m_unstable;
    m_crashes.append(exit.at);
    const auto isPast = [this, &exit](Milliseconds at) { return exit.at - at > m_policy.window; };
    m_crashes.erase(std::remove_if(m_crashes.begin(), m_crashes.end(), isPast), m_crashes.end());

    if (m_crashes.size() >= m_policy.maxRestarts) {
        if (m_crashes.size() == 1)
            return {SupervisionEvent::ExitedGaveUp, {}, Reason::of(ReasonCode::GaveUpAtOnce, {m_policy.maxRestarts, how})};
        return {SupervisionEvent::ExitedGaveUp, {},
                Reason::of(ReasonCode::GaveUp, {m_crashes.size(), static_cast<qint64>((exit.at - m_crashes.first()).count()), m_policy.maxRestarts,
                                                static_cast<qint64>(m_policy.window.count()), how})};
    }

    Milliseconds delay = m_policy.delay;
    if (m_policy.backoffStart > Milliseconds::zero()) {
        m_backoff = lengthened(m_policy, m_backoff);
        delay = spread(m_policy, m_backoff, random);
    }
    if (delay <= Milliseconds::zero())
        return {SupervisionEvent::ExitedRetryNow, {}, Reason::of(ReasonCode::RetryNow, {how})};
    return {SupervisionEvent::ExitedRetryLater, delay, Reason::of(ReasonCode::RetryLater, {how, static_cast<qint64>(delay.count())})};
}

void RestartTracker::reset()
{
    m_crashes.clear();
    m_backoff = Milliseconds::zero();
    m_unstable = 0;
}

QString describeExit(const ExitInfo& exit)
{
    return Reason::ofExit(exit.code, exit.signal).words();
}

} // namespace tropero

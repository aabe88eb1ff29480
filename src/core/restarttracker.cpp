// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restarttracker.h"

#include "core/exitmeaning.h"
#include "core/units.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tropero {

namespace {

struct RestartText
{
    Q_DECLARE_TR_FUNCTIONS(RestartText)
};

/// Why an exit is not followed by a restart although nothing is wrong; empty: it is.
QString reasonToStayDown(const RestartPolicy& policy, const ExitInfo& exit)
{
    if (policy.when == RestartPolicy::When::Never)
        return RestartText::tr("restarts are off");
    if (exit.signal == 0 && policy.stopExitCodes.contains(exit.code))
        return RestartText::tr("an exit code that means stop");
    if (policy.when == RestartPolicy::When::OnFailure && !exit.failed())
        return RestartText::tr("ended without failure");
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
    const QString exitText = describeExit(exit);
    if (const QString why = reasonToStayDown(m_policy, exit); !why.isEmpty()) {
        reset();
        return {SupervisionEvent::ExitedDone, {}, u"%1; %2"_s.arg(exitText, why)};
    }

    if (exit.uptime < m_policy.minUptime)
        ++m_unstable;
    m_crashes.append(exit.at);
    const auto isPast = [this, &exit](Milliseconds at) { return exit.at - at > m_policy.window; };
    m_crashes.erase(std::remove_if(m_crashes.begin(), m_crashes.end(), isPast), m_crashes.end());

    if (m_crashes.size() >= m_policy.maxRestarts) {
        if (m_crashes.size() == 1)
            return {SupervisionEvent::ExitedGaveUp, {},
                    RestartText::tr("gave up at the first exit (limit %1); last %2").arg(m_policy.maxRestarts).arg(exitText)};
        const QString text = RestartText::tr("gave up: %1 crashes within %2 (limit %3 in %4); last %5");
        return {SupervisionEvent::ExitedGaveUp, {},
                text.arg(QString::number(m_crashes.size()), formatDuration(exit.at - m_crashes.first()),
                         QString::number(m_policy.maxRestarts), formatDuration(m_policy.window), exitText)};
    }

    Milliseconds delay = m_policy.delay;
    if (m_policy.backoffStart > Milliseconds::zero()) {
        m_backoff = lengthened(m_policy, m_backoff);
        delay = spread(m_policy, m_backoff, random);
    }
    if (delay <= Milliseconds::zero())
        return {SupervisionEvent::ExitedRetryNow, {}, RestartText::tr("%1; restart at once").arg(exitText)};
    return {SupervisionEvent::ExitedRetryLater, delay, RestartText::tr("%1; restart in %2").arg(exitText, formatDuration(delay))};
}

void RestartTracker::reset()
{
    m_crashes.clear();
    m_backoff = Milliseconds::zero();
    m_unstable = 0;
}

QString describeExit(const ExitInfo& exit)
{
    if (exit.signal != 0) {
        const QString name = signalNameOf(exit.signal);
        const QString text = RestartText::tr("signal %1").arg(exit.signal);
        return name.isEmpty() ? text : text + u" (%1)"_s.arg(name);
    }
    // Windows status codes are known by their hexadecimal form.
    const QString number = exit.code < 0
        ? u"0x"_s + QString::number(static_cast<quint32>(exit.code), 16).toUpper()
        : QString::number(exit.code);
    const QString meaning = exitCodeMeaning(exit.code);
    const QString text = RestartText::tr("exit code %1").arg(number);
    return meaning.isEmpty() ? text : text + u" (%1)"_s.arg(meaning);
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/instance.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

void Instance::replace(const Reason& reason, Replaced done)
{
    const QString what = tr("Cannot replace instance %1").arg(m_status.number);
    if (m_status.state != InstanceState::Online || !m_run || m_successor) {
        done(failure(ErrorCode::NotReady, what, m_app->spec.name, tr("it is not online, or is being replaced already")));
        return;
    }
    m_replaced = std::move(done);
    m_status.replacing = true;
    m_successor = std::make_unique<Successor>(makeRun(), m_app->spec, m_run.get());
    connect(m_successor.get(), &Successor::ready, this, [this, reason] { successorReady(reason); });
    connect(m_successor.get(), &Successor::failed, this, [this, what](const Reason& why) {
        announce(InstanceEvent::Kind::ReloadFailed, m_status.state, m_status.state, why);
        endReplacement(failure(ErrorCode::NotReady, what, m_app->spec.name, why, tr("The old process still runs")));
    });
    Q_EMIT changed();
    m_successor->start();
}

void Instance::cancelReplacement(const QString& why)
{
    if (!m_successor)
        return;
    endReplacement(failure(ErrorCode::Cancelled, tr("Instance %1 was not replaced").arg(m_status.number), m_app->spec.name, why));
}

void Instance::successorReady(const Reason& reason)
{
    std::unique_ptr<Run> old = std::exchange(m_run, m_successor->takeRun());
    m_successor.release()->deleteLater(); // this runs inside its signal
    old->disconnect(this);
    m_calls.cancel(tr("its process was replaced"));
    wire(*m_run);
    m_plan = m_run->plan();
    m_tracker.reset();
    m_status.pid = m_run->pid();
    m_status.startedAt = m_run->startedAt();
    m_status.nodeVersion = m_run->nodeVersion();
    m_status.metrics = m_run->figures().figures();
    m_status.actions = m_run->figures().actions();
    m_status.unstableRestarts = 0;
    m_status.reason = reason;
    ++m_status.restarts;
    processChanged();
    announce(InstanceEvent::Kind::Reload, m_status.state, m_status.state, reason);
    retire(std::move(old), LeavingRun::Manner::Ladder);
    endReplacement({});
}

/// Answers who asked for it; a successor that is still there goes.
void Instance::endReplacement(const Result<void>& result)
{
    m_status.replacing = false;
    if (m_successor) {
        retire(m_successor->takeRun(), LeavingRun::Manner::Kill);
        m_successor->disconnect(this);
        m_successor.release()->deleteLater();
    }
    const Replaced done = std::exchange(m_replaced, {});
    Q_EMIT changed();
    if (done)
        done(result);
}

void Instance::retire(std::unique_ptr<Run> run, LeavingRun::Manner manner)
{
    m_leaving.push_back(std::make_unique<LeavingRun>(std::move(run), m_app->spec.stop));
    LeavingRun* const leaving = m_leaving.back().get();
    connect(leaving, &LeavingRun::gone, this, [this, leaving] { leavingGone(leaving); });
    leaving->begin(manner);
}

void Instance::leavingGone(LeavingRun* leaving)
{
    m_lostEarlier += leaving->run().lostBytes();
    const auto it = std::ranges::find_if(m_leaving, [leaving](const auto& one) { return one.get() == leaving; });
    it->release()->deleteLater(); // this runs inside its signal
    m_leaving.erase(it);
    checkTreeGone();
    Q_EMIT left();
}

void Instance::killLeaving()
{
    for (const std::unique_ptr<LeavingRun>& leaving : m_leaving)
        leaving->kill();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/leavingrun.h"

#include <utility>

namespace tropero {

namespace {

constexpr int pollEveryMs = 25;

} // namespace

LeavingRun::LeavingRun(std::unique_ptr<Run> run, const StopPolicy& policy) : m_run(std::move(run)), m_policy(policy)
{
    m_poll.setInterval(pollEveryMs);
    connect(&m_poll, &QTimer::timeout, this, &LeavingRun::check);
    m_killTimer.setSingleShot(true);
    connect(&m_killTimer, &QTimer::timeout, this, &LeavingRun::kill);
    connect(m_run.get(), &Run::started, this, [this] {
        if (m_killed)
            m_run->kill();
        else
            m_run->ask(m_policy);
    });
    connect(m_run.get(), &Run::failed, this, &LeavingRun::check, Qt::QueuedConnection);
    connect(m_run.get(), &Run::finished, this, &LeavingRun::check, Qt::QueuedConnection);
}

void LeavingRun::begin(Manner manner)
{
    m_poll.start();
    if (manner == Manner::Kill) {
        kill();
        return;
    }
    m_run->ask(m_policy);
    m_killTimer.start(m_policy.killTimeout);
}

void LeavingRun::kill()
{
    m_killed = true;
    m_run->kill();
    m_killTimer.start(m_policy.killTimeout); // a process that was just forked by a dying one
}

void LeavingRun::check()
{
    if (m_gone || !m_run->isGone())
        return;
    m_gone = true;
    m_poll.stop();
    m_killTimer.stop();
    m_run->finishOutput();
    Q_EMIT gone();
}

} // namespace tropero

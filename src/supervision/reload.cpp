// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/reload.h"

#include "supervision/instance.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tropero {

Reload::Reload(const QList<Instance*>& instances, Manner manner, int parallel, Reason reason)
    : m_manner(manner), m_parallel(std::max(1, parallel)), m_reason(std::move(reason)), m_total(static_cast<int>(instances.size()))
{
    for (Instance* instance : instances) {
        m_waiting.append(instance);
        if (instance->status().wantedUp)
            m_wantedAtFirst.append(instance->status().number);
        connect(instance, &Instance::left, this, &Reload::finishIfOver, Qt::QueuedConnection);
    }
}

void Reload::begin()
{
    next();
}

void Reload::next()
{
    while (!m_error && !m_waiting.isEmpty() && m_working.size() < m_parallel) {
        Instance* const instance = m_waiting.takeFirst();
        // Stopped by another command since: out of this reload.
        if (!instance || (!instance->status().wantedUp && m_wantedAtFirst.contains(instance->status().number))) {
            ++m_done;
            continue;
        }
        m_working.append(instance);
        m_touched.append(instance);
        take(instance);
    }
    finishIfOver();
}

void Reload::take(Instance* instance)
{
    if (m_manner == Manner::Rolling && instance->status().state == InstanceState::Online) {
        const QPointer<Instance> alive(instance);
        instance->replace(m_reason, [this, self = QPointer<Reload>(this), alive](const Result<void>& result) {
            if (self)
                oneDone(alive, result);
        });
        return;
    }
    instance->restart(m_reason);
    settle(instance);
}

/// Waits for the end of a restart.
void Reload::settle(Instance* instance)
{
    const auto look = [this, instance] {
        if (!instance->isSettled() || !m_working.contains(instance))
            return;
        disconnect(instance, &Instance::changed, this, nullptr);
        const InstanceStatus& status = instance->status();
        if (status.state == InstanceState::Online || !status.wantedUp) {
            oneDone(instance, {});
            return;
        }
        const QString words = instance->lastErrorLines();
        oneDone(instance, failure(ErrorCode::NotReady, tr("Instance %1 did not come up again").arg(status.number), {},
                                  words.isEmpty() ? status.reason.text() : status.reason.text() + u'\n' + tr("Its last lines on stderr:") + u'\n' + words,
                                  tr("The instances after it were left as they are")));
    };
    connect(instance, &Instance::changed, this, look, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, look, Qt::QueuedConnection);
}

void Reload::oneDone(Instance* instance, const Result<void>& result)
{
    m_working.removeAll(instance);
    ++m_done;
    // Another command on this instance took it out of the reload.
    if (!result && result.error().code != ErrorCode::Cancelled)
        fail(result.error());
    Q_EMIT progressed();
    // Not from within the instance's own work.
    QMetaObject::invokeMethod(this, &Reload::next, Qt::QueuedConnection);
}

void Reload::cancel()
{
    fail({ErrorCode::Cancelled, tr("The reload was cancelled"), {}, tr("%1 of %2 instances were replaced").arg(m_done).arg(m_total), {}});
    finishIfOver();
}

void Reload::fail(const Error& error)
{
    if (m_error)
        return;
    m_error = error;
    m_waiting.clear();
    const QList<QPointer<Instance>> working = m_working;
    for (Instance* instance : working) {
        if (instance)
            instance->cancelReplacement(tr("the reload stopped"));
    }
}

void Reload::finishIfOver()
{
    m_working.removeAll(nullptr); // deleted meanwhile
    if (m_over || !m_waiting.isEmpty() || !m_working.isEmpty())
        return;
    if (std::ranges::any_of(m_touched, [](const QPointer<Instance>& instance) { return instance && instance->hasLeaving(); }))
        return;
    m_over = true;
    Q_EMIT finished(m_error ? Result<void>(std::unexpected(*m_error)) : Result<void>());
}

} // namespace tropero

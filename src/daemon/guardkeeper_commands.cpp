// SPDX-License-Identifier: GPL-3.0-or-later
// What a guard is told: the app's spec, and commands that wait until it can take them.
#include "daemon/guardkeeper.h"

#include "core/specfields.h"
#include "daemon/appregistry.h"
#include "daemon/eventlog.h"
#include "ipc/methods.h"
#include "ipc/rpcpeer.h"

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxAttempts = 3;
constexpr qint64 longestAnswerMs = 24 * 3'600'000;

} // namespace

void GuardKeeper::reconcile(const QJsonArray& reported)
{
    // A command was stored but did not reach the guard: the daemon ended in between.
    const Reason reason = Reason::of(ReasonCode::WantedBefore);
    const QList<int> up = m_instances.otherwiseWanted(reported, true);
    const QList<int> down = m_instances.otherwiseWanted(reported, false);
    if (!up.isEmpty()) send({{QString(guardaction::start), up, reason}, {}, maxAttempts});
    if (!down.isEmpty()) send({{QString(guardaction::stop), down, reason}, {}, maxAttempts});
}

void GuardKeeper::run(const GuardCommand& command, GuardAnswered done)
{
    m_idle.stop();
    PendingCommand pending{command, std::move(done), 0};
    if (m_state == State::Connected) {
        send(pending);
    } else if (m_state != State::Absent) {
        m_pending.append(std::move(pending));
    } else if (command.needsGuard()) {
        m_pending.append(std::move(pending));
        launch();
    } else {
        completeWithoutGuard(pending);
    }
}

void GuardKeeper::configure()
{
    if (m_state == State::Connected && m_endDone.isEmpty()) sendConfigure(true);
}

void GuardKeeper::sendConfigure(bool holdBackNew)
{
    ManagedApp* const managed = app();
    if (!managed || !m_peer) return;
    QSet<int> heldBack = m_pending.toBeStarted();
    if (holdBackNew) {
        for (const int number : managed->numbers()) heldBack.insert(number);
    }
    for (const int number : std::as_const(m_known)) heldBack.remove(number);
    m_configured = true;
    m_known = managed->numbers();
    m_peer->call(ipc::guard::configure, configureParameters(*managed, m_services.home, heldBack), this,
                 [this](const Result<QJsonValue>& result) {
                     if (result) m_instances.apply(result->toObject()["instances"_L1].toArray());
                     else if (result.error().code != ErrorCode::Unavailable) m_services.events.note(result.error().message());
                     considerIdle();
                 });
}

void GuardKeeper::flushPending()
{
    for (const PendingCommand& one : m_pending.take()) send(one);
}

void GuardKeeper::send(const PendingCommand& pending)
{
    ++m_inFlight;
    const ManagedApp* const managed = app();
    // A large cluster is not started all at once.
    const auto each = managed ? managed->spec.stop.killTimeout * 2 + managed->spec.readiness.listenTimeout : Milliseconds(0);
    const qint64 slowest = std::min<qint64>(each.count() * std::max<qsizetype>(1, pending.command.numbers.size()), longestAnswerMs);
    m_peer->call(
        ipc::guard::command, pending.command.toJson(), this,
        [this, pending](const Result<QJsonValue>& result) {
            --m_inFlight;
            if (result) m_instances.apply(result->toObject()["instances"_L1].toArray());
            if (!result && result.error().code == ErrorCode::Unavailable && pending.attempts < maxAttempts) {
                // The guard died under the command: its successor gets it.
                m_pending.append({pending.command, pending.done, pending.attempts + 1});
                return;
            }
            pending.answer(result);
            considerIdle();
        },
        pending.command.hasTimeLimit() ? static_cast<int>(slowest) + answerReserve : 0);
}

void GuardKeeper::completeWithoutGuard(const PendingCommand& pending)
{
    const Result<void> result = m_instances.commandWithoutGuard(pending.command);
    pending.answer(result ? Result<QJsonValue>(QJsonObject()) : std::unexpected(result.error()));
}

void GuardKeeper::failPending(const Error& error)
{
    const QList<PendingCommand> pending = m_pending.take();
    const QList<Done> ends = std::exchange(m_endDone, {});
    for (const PendingCommand& one : pending) one.answer(std::unexpected(error));
    for (const Done& one : ends) one(std::unexpected(error));
}

} // namespace tropero

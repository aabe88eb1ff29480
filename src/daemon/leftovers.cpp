// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/leftovers.h"

#include "platform/processes.h"

#include <QCoreApplication>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int againMs = 10;
constexpr int maxLooks = 500; // a process in uninterruptible sleep cannot be ended by anyone

/// App id -> its processes. This process is no part of any app, whoever started it.
QHash<QString, QList<platform::ProcessId>> processesByApp()
{
    QHash<QString, QList<platform::ProcessId>> result;
    for (const platform::ProcessUsage& row : platform::readProcessTable()) {
        if (row.zombie || row.id.pid == QCoreApplication::applicationPid()) continue;
        const std::optional<QByteArray> value = platform::environmentVariableOf(row.id.pid, "TROPERO_INSTANCE"_ba);
        if (!value) continue;
        const qsizetype slash = value->lastIndexOf('/');
        if (slash > 0) result[QString::fromUtf8(value->first(slash))].append(row.id);
    }
    return result;
}

} // namespace

Leftovers::Leftovers(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Leftovers::look);
}

void Leftovers::end(const QString& appId, QObject* context, std::function<void(int)> done)
{
    m_waiting.push_back({appId, context, std::move(done), {}, 0});
    m_timer.start(0);
}

void Leftovers::look()
{
    const QHash<QString, QList<platform::ProcessId>> processes = processesByApp();
    std::vector<Waiting> finished;
    std::vector<Waiting> remaining;
    for (Waiting& one : m_waiting) {
        const QList<platform::ProcessId> left = processes.value(one.appId);
        for (const platform::ProcessId& process : left) {
            (void)platform::sendSignal(process, u"SIGKILL"_s); // one that is gone by now is what we want
            one.killed.insert(process.pid);
        }
        const bool over = left.isEmpty() || ++one.looks >= maxLooks;
        (over ? finished : remaining).push_back(std::move(one));
    }
    m_waiting = std::move(remaining);
    if (!m_waiting.empty()) m_timer.start(againMs);
    for (const Waiting& one : finished) {
        if (one.context) one.done(static_cast<int>(one.killed.size()));
    }
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/endprocess.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSet>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

using namespace std::chrono_literals;

constexpr auto killLimit = 3s;
constexpr unsigned long lookAgainAfterMs = 20;

QString translated(const char* text)
{
    return QCoreApplication::translate("EndProcess", text);
}

/// Everything that is being ended, in the order in which it was found: parents before children.
class Ending
{
public:
    Ending(const EndingOptions& options, EndingReport& report) : m_options(options), m_report(report) {}

    void run(const QList<ProcessId>& wanted)
    {
        add(wanted);
        if (m_options.tree) addDescendants();
        for (const ProcessId& process : std::as_const(m_members))
            ask(process);
        if (wait(QDeadlineTimer(m_options.grace), false)) return;
        if (m_options.keepWaiting && !m_options.keepWaiting()) return giveUp();
        kill();
        if (!wait(QDeadlineTimer(killLimit), true)) giveUp();
    }

private:
    void add(const QList<ProcessId>& processes)
    {
        for (const ProcessId& process : processes) {
            if (m_members.contains(process)) continue;
            if (const auto allowed = mayBeEnded(process.pid)) m_members.append(process);
            else m_report.problems.append(allowed.error());
        }
    }

    // Also of members that have ended meanwhile, as long as a living one links to them.
    bool addDescendants()
    {
        const qsizetype before = m_members.size();
        const QList<ProcessUsage> table = readProcessTable();
        QList<qint64> roots;
        for (const ProcessUsage& row : table)
            if (m_members.contains(row.id)) roots.append(row.id.pid);
        for (const ProcessUsage& row : treeOf(table, roots))
            if (!m_members.contains(row.id) && mayBeEnded(row.id.pid)) m_members.append(row.id);
        return m_members.size() > before;
    }

    void ask(const ProcessId& process)
    {
        const auto asked = askToEnd(process);
        if (asked) return;
        if (asked.error().code == ErrorCode::Unsupported) killNow(process);
        else if (asked.error().code != ErrorCode::NotFound) refuse(process, asked.error());
    }

    void killNow(const ProcessId& process)
    {
        const auto done = sendSignal(process, u"SIGKILL"_s);
        if (done) {
            if (!m_killed.contains(process)) m_killed.append(process);
        } else if (done.error().code != ErrorCode::NotFound) {
            refuse(process, done.error());
        }
    }

    void refuse(const ProcessId& process, const Error& error)
    {
        if (m_refused.contains(process)) return;
        m_refused.append(process);
        m_report.problems.append(error);
    }

    void kill()
    {
        // Members may have started others since, and may do so until they are dead.
        for (int round = 0; round < 10; ++round) {
            for (const ProcessId& process : std::as_const(m_members))
                if (!isSettled(process)) killNow(process);
            if (!m_options.tree || !addDescendants()) return;
        }
    }

    bool isSettled(const ProcessId& process) const
    {
        return m_refused.contains(process) || m_report.ended.contains(process) ||
               m_report.killed.contains(process);
    }

    bool settle()
    {
        bool all = true;
        for (const ProcessId& process : std::as_const(m_members)) {
            if (isSettled(process)) continue;
            if (isAlive(process)) all = false;
            else (m_killed.contains(process) ? m_report.killed : m_report.ended).append(process);
        }
        return all;
    }

    bool wait(QDeadlineTimer deadline, bool killing)
    {
        while (!settle()) {
            if (deadline.hasExpired()) return false;
            if (m_options.keepWaiting && !m_options.keepWaiting()) return false;
            QThread::msleep(lookAgainAfterMs);
            if (killing && m_options.tree && addDescendants()) kill();
        }
        return true;
    }

    void giveUp()
    {
        for (const ProcessId& process : std::as_const(m_members))
            if (!isSettled(process))
                m_report.problems.append(
                    {ErrorCode::Timeout, translated(QT_TRANSLATE_NOOP("EndProcess", "The process does not end")),
                     QString::number(process.pid),
                     m_killed.contains(process)
                         ? translated(QT_TRANSLATE_NOOP("EndProcess", "it was killed, but the system still holds it, for a device or a network drive perhaps"))
                         : translated(QT_TRANSLATE_NOOP("EndProcess", "it was asked to, and is still there")),
                     {}});
    }

    const EndingOptions& m_options;
    EndingReport& m_report;
    QList<ProcessId> m_members;
    QList<ProcessId> m_killed;
    QList<ProcessId> m_refused;
};

} // namespace

Result<void> mayBeEnded(qint64 pid)
{
    const QString what = translated(QT_TRANSLATE_NOOP("EndProcess", "This process cannot be ended"));
    if (pid <= lastSystemPid())
        return failure(ErrorCode::PermissionDenied, what, QString::number(pid),
                       translated(QT_TRANSLATE_NOOP("EndProcess", "it is the system's own")));
    if (pid == QCoreApplication::applicationPid())
        return failure(ErrorCode::PermissionDenied, what, QString::number(pid),
                       translated(QT_TRANSLATE_NOOP("EndProcess", "it is this very program")));
    return {};
}

EndingReport endProcesses(const QList<ProcessId>& processes, const EndingOptions& options)
{
    EndingReport report;
    Ending(options, report).run(processes);
    return report;
}

} // namespace tropero::platform

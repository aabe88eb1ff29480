// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processes.h"

#include "platform/handle_windows.h"
#include "platform/nativeprocess_windows.h"
#include "platform/signalnames.h"
#include "platform/systemerror.h"
#include "platform/usersid_windows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Processes)
};

constexpr int signalInterrupt = 2;
constexpr int signalKill = 9;
constexpr int signalTerminate = 15;
constexpr int signalBreak = 21;

// The numbers of Unix, so that a configuration means the same on both.
constexpr NamedSignal table[] = {
    {"HUP"_L1, 1},
    {"INT"_L1, signalInterrupt},
    {"QUIT"_L1, 3},
    {"ABRT"_L1, 6},
    {"KILL"_L1, signalKill},
    {"USR1"_L1, 10},
    {"SEGV"_L1, 11},
    {"USR2"_L1, 12},
    {"PIPE"_L1, 13},
    {"ALRM"_L1, 14},
    {"TERM"_L1, signalTerminate},
    {"CONT"_L1, 18},
    {"STOP"_L1, 19},
    {"BREAK"_L1, signalBreak},
    {"WINCH"_L1, 28},
};

constexpr UINT exitCodeOfKilled = 1;

ProcessUsage usageOf(const native::Row& row)
{
    ProcessUsage usage;
    usage.id = {row.pid, row.created};
    usage.parent = row.parent;
    usage.name = row.name;
    usage.cpuMicroseconds = row.cpuTime / 10;
    usage.residentBytes = row.workingSet;
    usage.threads = row.threads;
    return usage;
}

std::optional<QString> valueIn(const QString& block, const QString& name)
{
    for (const QStringView entry : QStringView(block).split(u'\0'))
        if (entry.size() > name.size() && entry.at(name.size()) == u'=' &&
            entry.startsWith(name, Qt::CaseInsensitive))
            return entry.sliced(name.size() + 1).toString();
    return std::nullopt;
}

} // namespace

std::span<const NamedSignal> namedSignals()
{
    return table;
}

QList<ProcessUsage> readProcessTable()
{
    QList<ProcessUsage> rows;
    QHash<qint64, quint64> created;
    native::forEachProcess([&](const native::Row& row) {
        rows.append(usageOf(row));
        created.insert(row.pid, row.created);
    });
    // The parent may be gone and its number given to a younger process.
    for (ProcessUsage& row : rows)
        if (created.value(row.parent) > row.id.startTime) row.parent = 0;
    return rows;
}

std::optional<ProcessUsage> readProcess(qint64 pid)
{
    std::optional<ProcessUsage> found;
    native::forEachProcess([&](const native::Row& row) {
        if (row.pid == pid) found = usageOf(row);
    });
    return found;
}

int openFileCount(qint64 pid)
{
    int count = -1;
    native::forEachProcess([&](const native::Row& row) {
        if (row.pid == pid) count = row.handles;
    });
    return count;
}

std::optional<QByteArray> environmentVariableOf(qint64 pid, const QByteArray& name)
{
    const auto block = native::environmentOf(pid);
    if (!block) return std::nullopt;
    const auto value = valueIn(*block, QString::fromUtf8(name));
    return value ? std::optional(value->toUtf8()) : std::nullopt;
}

QList<ProcessId> processesWithEnvironment(const QByteArray& name, const QByteArray& value)
{
    QList<ProcessId> found;
    const QString self = ownUserSid();
    native::forEachProcess([&](const native::Row& row) {
        if (native::isConsoleHost(row.name)) return;
        if (environmentVariableOf(row.pid, name) == value && userSidOf(row.pid) == self)
            found.append({row.pid, row.created});
    });
    return found;
}

bool isAlive(const ProcessId& process)
{
    const auto row = readProcess(process.pid);
    if (!row || row->id.startTime != process.startTime) return false;
    // A process that has ended stays in the table as long as somebody holds a handle.
    const Handle handle(::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(process.pid)));
    return !handle || ::WaitForSingleObject(handle.get(), 0) == WAIT_TIMEOUT;
}

Result<void> sendSignal(const ProcessId& process, const QString& signal)
{
    const Result<int> number = signalNumber(signal);
    if (!number) return std::unexpected(number.error());
    const QString what = Text::tr("Cannot send %1 to the process").arg(signal);
    const QString subject = QString::number(process.pid);
    const Handle handle(
        ::OpenProcess(PROCESS_TERMINATE | SYNCHRONIZE, FALSE, static_cast<DWORD>(process.pid)));
    const DWORD openError = ::GetLastError();
    if (!isAlive(process)) return failure(ErrorCode::NotFound, what, subject, Text::tr("it has ended"));
    if (*number == signalInterrupt || *number == signalBreak) {
        if (native::sendToConsole(process.pid, *number == signalBreak ? native::ConsoleEvent::Break : native::ConsoleEvent::Interrupt)) return {};
        return systemFailure(::GetLastError(), what, subject);
    }
    if (*number != signalKill && *number != signalTerminate)
        return failure(ErrorCode::Unsupported, what, subject, Text::tr("Windows has no such signal"),
                       Text::tr("Use SIGINT (Ctrl+C), SIGBREAK (Ctrl+Break) or SIGKILL"));
    if (!handle) return systemFailure(openError, what, subject);
    if (!::TerminateProcess(handle.get(), exitCodeOfKilled))
        return systemFailure(::GetLastError(), what, subject);
    return {};
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processes.h"

#include "platform/descriptor_unix.h"
#include "platform/procfs_unix.h"
#include "platform/signalnames.h"
#include "platform/systemerror.h"

#include <QCoreApplication>

#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>
#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Processes)
};

constexpr NamedSignal table[] = {
    {"HUP"_L1, SIGHUP},       {"INT"_L1, SIGINT},       {"QUIT"_L1, SIGQUIT}, {"ILL"_L1, SIGILL},
    {"TRAP"_L1, SIGTRAP},     {"ABRT"_L1, SIGABRT},     {"IOT"_L1, SIGABRT},  {"BUS"_L1, SIGBUS},
    {"FPE"_L1, SIGFPE},       {"KILL"_L1, SIGKILL},     {"USR1"_L1, SIGUSR1}, {"SEGV"_L1, SIGSEGV},
    {"USR2"_L1, SIGUSR2},     {"PIPE"_L1, SIGPIPE},     {"ALRM"_L1, SIGALRM}, {"TERM"_L1, SIGTERM},
    {"CHLD"_L1, SIGCHLD},     {"CONT"_L1, SIGCONT},     {"STOP"_L1, SIGSTOP}, {"TSTP"_L1, SIGTSTP},
    {"TTIN"_L1, SIGTTIN},     {"TTOU"_L1, SIGTTOU},     {"URG"_L1, SIGURG},   {"XCPU"_L1, SIGXCPU},
    {"XFSZ"_L1, SIGXFSZ},     {"VTALRM"_L1, SIGVTALRM}, {"PROF"_L1, SIGPROF}, {"WINCH"_L1, SIGWINCH},
    {"IO"_L1, SIGIO},         {"POLL"_L1, SIGIO},       {"SYS"_L1, SIGSYS},
#ifdef SIGSTKFLT
    {"STKFLT"_L1, SIGSTKFLT},
#endif
#ifdef SIGPWR
    {"PWR"_L1, SIGPWR},
#endif
};

std::unexpected<Error> signalFailure(int error, const ProcessId& process, const QString& signal)
{
    const QString what = Text::tr("Cannot send %1 to the process").arg(signal);
    const QString subject = QString::number(process.pid);
    if (error == ESRCH) return failure(ErrorCode::NotFound, what, subject, Text::tr("it has ended"));
    if (error == EPERM)
        return failure(ErrorCode::PermissionDenied, what, subject, Text::tr("it belongs to another user"));
    return systemFailure(static_cast<unsigned long>(error), what, subject);
}

} // namespace

std::span<const NamedSignal> namedSignals()
{
    return table;
}

QList<ProcessUsage> readProcessTable()
{
    QList<ProcessUsage> rows;
    procfs::forEachNumber("/proc", [&](qint64 pid) {
        if (const auto stat = procfs::readStat(pid)) rows.append(procfs::usageOf(*stat));
    });
    return rows;
}

std::optional<ProcessUsage> readProcess(qint64 pid)
{
    return procfs::readStat(pid).transform(procfs::usageOf);
}

int openFileCount(qint64 pid)
{
    char path[40];
    std::snprintf(path, sizeof path, "/proc/%lld/fd", static_cast<long long>(pid));
    struct stat status
    {
    };
    // Since Linux 6.2 the size of that folder is the number of its entries.
    if (::stat(path, &status) == 0 && status.st_size > 0 && ::access(path, R_OK) == 0)
        return static_cast<int>(status.st_size);
    int count = 0;
    return procfs::forEachNumber(path, [&](qint64) { ++count; }) ? count : -1;
}

std::optional<QByteArray> environmentVariableOf(qint64 pid, const QByteArray& name)
{
    const auto block = procfs::environmentOf(pid);
    return block ? procfs::valueIn(*block, name) : std::nullopt;
}

QList<ProcessId> processesWithEnvironment(const QByteArray& name, const QByteArray& value)
{
    QList<ProcessId> found;
    const uid_t self = ::geteuid();
    procfs::forEachNumber("/proc", [&](qint64 pid) {
        char path[40];
        std::snprintf(path, sizeof path, "/proc/%lld", static_cast<long long>(pid));
        struct stat status
        {
        };
        // Root may run apps as other users, so it looks at all.
        if (self != 0 && (::stat(path, &status) != 0 || status.st_uid != self)) return;
        if (environmentVariableOf(pid, name) != value) return;
        if (const auto stat = procfs::readStat(pid); stat && !stat->zombie)
            found.append({pid, stat->startTime});
    });
    return found;
}

bool isAlive(const ProcessId& process)
{
    const auto stat = procfs::readStat(process.pid);
    return stat && !stat->zombie && stat->startTime == process.startTime;
}

Result<void> sendSignal(const ProcessId& process, const QString& signal)
{
    const Result<int> number = signalNumber(signal);
    if (!number) return std::unexpected(number.error());
    // Numbers below 1 would mean whole groups.
    if (process.pid <= 0) return signalFailure(ESRCH, process, signal);
    // The descriptor holds on to one process, so its identity is looked at after it was opened.
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(process.pid), 0)));
    const int openError = errno;
    if (!isAlive(process)) return signalFailure(ESRCH, process, signal);
    if (handle) {
        if (::syscall(SYS_pidfd_send_signal, handle.get(), *number, nullptr, 0) == 0) return {};
        if (errno != ENOSYS) return signalFailure(errno, process, signal);
    } else if (openError == ESRCH) {
        return signalFailure(ESRCH, process, signal);
    }
    if (::kill(static_cast<pid_t>(process.pid), *number) != 0) return signalFailure(errno, process, signal);
    return {};
}

} // namespace tropero::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processdetails.h"

#include "platform/procfs_unix.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tropero::platform {

namespace {

QString linkTarget(qint64 pid, const char* name)
{
    char path[48];
    std::snprintf(path, sizeof path, "/proc/%lld/%s", static_cast<long long>(pid), name);
    char target[PATH_MAX];
    const ssize_t size = ::readlink(path, target, sizeof target);
    if (size <= 0) return {};
    constexpr QByteArrayView removed = " (deleted)";
    QByteArrayView link(target, size);
    if (link.endsWith(removed)) link.chop(removed.size());
    return QFile::decodeName(link.toByteArray());
}

qint64 bootTime()
{
    const auto text = procfs::readWhole("/proc/stat");
    const qsizetype at = text ? text->indexOf("\nbtime ") : -1;
    if (at < 0) return 0;
    const qsizetype begin = at + 7;
    return text->sliced(begin, text->indexOf('\n', begin) - begin).toLongLong() * 1000;
}

} // namespace

ProcessDetails processDetails(qint64 pid)
{
    ProcessDetails details;
    details.executable = linkTarget(pid, "exe");
    char path[48];
    std::snprintf(path, sizeof path, "/proc/%lld/cmdline", static_cast<long long>(pid));
    if (auto text = procfs::readWhole(path)) {
        // A program that gave itself a title leaves the rest of the block empty.
        while (text->endsWith('\0'))
            text->chop(1);
        if (!text->isEmpty())
            for (const QByteArray& word : text->split('\0'))
                details.commandLine.append(QFile::decodeName(word));
    }
    return details;
}

QString folderOf(qint64 pid)
{
    return linkTarget(pid, "cwd");
}

bool belongsToThisUser(qint64 pid)
{
    char path[40];
    std::snprintf(path, sizeof path, "/proc/%lld", static_cast<long long>(pid));
    struct stat status
    {
    };
    return ::stat(path, &status) == 0 && status.st_uid == ::geteuid();
}

qint64 startedAt(const ProcessId& process)
{
    static const qint64 boot = bootTime();
    static const auto ticksPerSecond = static_cast<quint64>(::sysconf(_SC_CLK_TCK));
    return boot == 0 ? 0 : boot + static_cast<qint64>(process.startTime * 1000 / ticksPerSecond);
}

} // namespace tropero::platform

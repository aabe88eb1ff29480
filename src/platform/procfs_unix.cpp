// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/procfs_unix.h"

#include "platform/descriptor_unix.h"

#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>

namespace tropero::platform::procfs {

namespace {

struct CloseFolder
{
    void operator()(DIR* folder) const { ::closedir(folder); }
};

// Takes the next field, which ends at a blank, and goes on behind it.
QByteArrayView nextField(QByteArrayView& rest)
{
    const qsizetype blank = rest.indexOf(' ');
    const QByteArrayView field = blank < 0 ? rest : rest.first(blank);
    rest = blank < 0 ? QByteArrayView() : rest.sliced(blank + 1);
    return field;
}

template <typename Number>
Number toNumber(QByteArrayView field)
{
    Number number = 0;
    std::from_chars(field.data(), field.data() + field.size(), number);
    return number;
}

bool hasChildrenFiles()
{
    static const bool exists = ::access("/proc/thread-self/children", R_OK) == 0;
    return exists;
}

QList<qint64> childrenByTable(qint64 pid)
{
    QList<qint64> children;
    forEachNumber("/proc", [&](qint64 candidate) {
        if (const auto stat = readStat(candidate); stat && stat->parent == pid) children.append(candidate);
    });
    return children;
}

} // namespace

QByteArrayView readInto(const char* path, std::span<char> buffer)
{
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    if (!file) return {};
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    return count <= 0 ? QByteArrayView() : QByteArrayView(buffer.data(), count);
}

std::optional<QByteArray> readWhole(const char* path)
{
    const Descriptor file(::open(path, O_RDONLY | O_CLOEXEC));
    if (!file) return std::nullopt;
    QByteArray bytes;
    qsizetype used = 0;
    for (;;) {
        bytes.resize(std::max<qsizetype>(8192, used * 2));
        const ssize_t count =
            ::read(file.get(), bytes.data() + used, static_cast<size_t>(bytes.size() - used));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::nullopt;
        if (count == 0) break;
        used += count;
    }
    bytes.truncate(used);
    return bytes;
}

std::optional<Stat> parseStat(QByteArrayView text)
{
    const qsizetype open = text.indexOf('(');
    const qsizetype close = text.lastIndexOf(')');
    if (open < 0 || close < open || close + 2 >= text.size()) return std::nullopt;
    Stat stat;
    stat.pid = toNumber<qint64>(text.first(open));
    stat.nameLength = static_cast<int>(std::min<qsizetype>(close - open - 1, sizeof stat.name));
    std::memcpy(stat.name, text.data() + open + 1, static_cast<size_t>(stat.nameLength));
    QByteArrayView rest = text.sliced(close + 2);
    char state = '?';
    // Numbered as in proc(5): the state behind the name is field 3.
    for (int field = 3; field <= 24 && !rest.isEmpty(); ++field) {
        const QByteArrayView value = nextField(rest);
        switch (field) {
        case 3:
            state = value.isEmpty() ? '?' : value.front();
            break;
        case 4:
            stat.parent = toNumber<qint64>(value);
            break;
        case 6:
            stat.session = toNumber<qint64>(value);
            break;
        case 14:
        case 15:
            stat.cpuTicks += toNumber<quint64>(value);
            break;
        case 20:
            stat.threads = toNumber<int>(value);
            break;
        case 22:
            stat.startTime = toNumber<quint64>(value);
            break;
        case 24:
            stat.residentPages = toNumber<qint64>(value);
            break;
        default:
            break;
        }
    }
    // A first thread that has ended shows as a zombie while the others go on.
    stat.zombie = (state == 'Z' || state == 'X' || state == 'x') && stat.threads <= 1;
    return stat;
}

std::optional<Stat> readStat(qint64 pid)
{
    char path[40];
    std::snprintf(path, sizeof path, "/proc/%lld/stat", static_cast<long long>(pid));
    char buffer[1024];
    return parseStat(readInto(path, buffer));
}

ProcessUsage usageOf(const procfs::Stat& stat)
{
    static const quint64 ticksPerSecond = static_cast<quint64>(::sysconf(_SC_CLK_TCK));
    static const qint64 pageSize = ::sysconf(_SC_PAGESIZE);
    ProcessUsage usage;
    usage.id = {stat.pid, stat.startTime};
    usage.parent = stat.parent;
    usage.name = QString::fromUtf8(stat.name, stat.nameLength);
    usage.cpuMicroseconds = stat.cpuTicks * 1'000'000 / ticksPerSecond;
    usage.residentBytes = stat.residentPages * pageSize;
    usage.threads = stat.threads;
    usage.zombie = stat.zombie;
    return usage;
}

std::optional<QByteArray> environmentOf(qint64 pid)
{
    char path[40];
    std::snprintf(path, sizeof path, "/proc/%lld/environ", static_cast<long long>(pid));
    return readWhole(path);
}

std::optional<QByteArray> valueIn(QByteArrayView block, QByteArrayView name)
{
    while (!block.isEmpty()) {
        const qsizetype end = block.indexOf('\0');
        const QByteArrayView entry = end < 0 ? block : block.first(end);
        if (entry.size() > name.size() && entry[name.size()] == '=' && entry.startsWith(name))
            return entry.sliced(name.size() + 1).toByteArray();
        block = end < 0 ? QByteArrayView() : block.sliced(end + 1);
    }
    return std::nullopt;
}

bool forEachNumber(const char* folder, const std::function<void(qint64)>& call)
{
    const std::unique_ptr<DIR, CloseFolder> entries(::opendir(folder));
    if (!entries) return false;
    while (const dirent* entry = ::readdir(entries.get())) {
        const char first = entry->d_name[0];
        if (first >= '0' && first <= '9') call(toNumber<qint64>(QByteArrayView(entry->d_name)));
    }
    return true;
}

QList<qint64> childrenOf(qint64 pid)
{
    if (!hasChildrenFiles()) return childrenByTable(pid);
    QList<qint64> children;
    char tasks[40];
    std::snprintf(tasks, sizeof tasks, "/proc/%lld/task", static_cast<long long>(pid));
    forEachNumber(tasks, [&](qint64 thread) {
        char path[80];
        std::snprintf(path, sizeof path, "%s/%lld/children", tasks, static_cast<long long>(thread));
        char buffer[4096];
        QByteArrayView text = readInto(path, buffer);
        QByteArray whole;
        if (text.size() > static_cast<qsizetype>(sizeof buffer) - 16) {
            whole = readWhole(path).value_or(QByteArray());
            text = whole;
        }
        while (!text.isEmpty())
            if (const qint64 child = toNumber<qint64>(nextField(text))) children.append(child);
    });
    return children;
}

} // namespace tropero::platform::procfs

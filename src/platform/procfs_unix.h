// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/processes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QtGlobal>

#include <functional>
#include <optional>
#include <span>

namespace tropero::platform::procfs {

/// What /proc/<pid>/stat says.
struct Stat
{
    qint64 pid = 0;
    qint64 parent = 0;
    qint64 session = 0;
    quint64 cpuTicks = 0;
    quint64 startTime = 0; ///< ticks since boot
    qint64 residentPages = 0;
    int threads = 0;
    bool zombie = false; ///< the whole process, not only its first thread
    char name[64] = {};  ///< as the kernel has it: at most 15 bytes of any kind (kernel threads: more)
    int nameLength = 0;
};

/// Fills the span with the head of the file; the part that was read, empty on any error.
QByteArrayView readInto(const char* path, std::span<char> buffer);
/// The whole file; nothing on any error.
std::optional<QByteArray> readWhole(const char* path);

/// The name of a process may hold blanks and parentheses.
std::optional<Stat> parseStat(QByteArrayView text);
std::optional<Stat> readStat(qint64 pid);
ProcessUsage usageOf(const Stat& stat);
/// The environment that a process was started with, each entry ended by a NUL; nothing when it may not be
/// read. Empty also for a moment while the process begins its program.
std::optional<QByteArray> environmentOf(qint64 pid);
std::optional<QByteArray> valueIn(QByteArrayView environment, QByteArrayView name);
/// Calls for each numeric entry of a folder of /proc. False when it cannot be read.
bool forEachNumber(const char* folder, const std::function<void(qint64)>& call);
/// Living and dead direct children, of all threads of the process.
QList<qint64> childrenOf(qint64 pid);

} // namespace tropero::platform::procfs

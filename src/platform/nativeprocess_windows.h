// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include <functional>
#include <optional>

namespace tropero::platform::native {

/// A row of the system's process table.
struct Row
{
    qint64 pid = 0;
    qint64 parent = 0;
    quint64 created = 0; ///< FILETIME
    quint64 cpuTime = 0; ///< 100 ns, user and kernel
    qint64 workingSet = 0;
    int threads = 0;
    int handles = 0;
    QString name;
};

/// The hidden console of a program is a process as well, which comes and goes with it and is nobody's app.
bool isConsoleHost(const QString& name);
/// Calls for each row, by one system call for all.
void forEachProcess(const std::function<void(const Row&)>& call);
/// Environment of another process: NAME=VALUE entries, each ended by a NUL; nothing when it may not be read.
std::optional<QString> environmentOf(qint64 pid);
/// How a process was started, as its own memory says.
struct Launch
{
    QString commandLine;
    QString folder; ///< where it works now
};
std::optional<Launch> launchOf(qint64 pid);
/// Lets a process run that was started suspended.
void resume(qint64 pid);
enum class ConsoleEvent { Interrupt, Break };
/// Sends Ctrl+C or Ctrl+Break to all processes on the console of that process.
bool sendToConsole(qint64 pid, ConsoleEvent event);
/// Asks its visible windows to close, as a click on their cross does; false when it has none.
bool closeWindows(qint64 pid);

} // namespace tropero::platform::native

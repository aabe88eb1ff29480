// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "client/daemonlauncher.h"
#include "ipc/blockingcall.h"
#include "ipc/methods.h"
#include "platform/signals.h"

#include <QJsonObject>
#include <QJsonValue>

#include <memory>
#include <optional>

namespace tropero {

/// What a command works with: the console and, when it asks for it, the daemon.
class Session
{
public:
    explicit Session(Console& console);

    Console& console() { return m_console; }
    /// Folder of the caller, against which paths are resolved.
    const QString& folder() const { return m_folder; }
    Result<DaemonLocation> location();

    void disconnect() { m_connection.reset(); }
    /// Connects to the daemon, which is started when it is missing. Nothing to do when connected.
    Result<void> connect();
    /// Connects only to a daemon that runs; Unavailable when there is none. Any: also to one that speaks another version of the protocol.
    enum class Versions { Same, Any };
    Result<void> connectToRunning(Versions versions = Versions::Same);
    /// After a shutdown: waits until the daemon has let go of its lock, and forgets the connection.
    Result<void> waitUntilGone(const QString& waitingFor);

    /// Connects if need be, asks, and waits for the answer; `waitingFor` is shown on a terminal when that takes more than a second.
    Result<QJsonObject> call(QLatin1StringView method, const QJsonObject& params = {}, const QString& waitingFor = {});
    /// For results that are no object.
    Result<QJsonValue> callValue(QLatin1StringView method, const QJsonObject& params = {}, const QString& waitingFor = {});
    /// From now on Ctrl+C ends a call (as Cancelled) and not the program; what was asked for goes on.
    void watchForInterruption();
    /// The signal that came meanwhile; 0: none.
    int interruptedBy() const { return m_signal; }
    /// Parameters that select instances by what the user wrote.
    QJsonObject targetParams(const QString& target) const;

    /// Prints the error; returns the exit code for it.
    int fail(const Error& error);

private:
    Result<void> greet();

    Console& m_console;
    QString m_folder;
    std::optional<DaemonLocation> m_location;
    std::optional<ipc::BlockingConnection> m_connection;
    std::unique_ptr<platform::TerminationSignals> m_termination;
    int m_signal = 0;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/nearestpackage.h"
#include "client/scriptcommand.h"
#include "platform/ports.h"
#include "platform/processes.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace tropero {

struct AppStatus;

/// What a process is to Tropero.
enum class ProcessRole { Foreign, Managed, Guard, Daemon, Window };

/// A process of this user, or another one that holds a port.
struct MachineProcess
{
    platform::ProcessId id;
    qint64 parent = 0;
    QString parentName;
    QString name;
    QString executable;       ///< absolute; empty where unknown, like the next two
    QStringList commandLine;
    QString folder;
    bool own = false;         ///< of this user
    qint64 startedAt = 0;     ///< ms since the epoch; 0 where unknown
    double cpu = -1;          ///< percent of one core since the last look; -1: first look
    qint64 memory = 0;        ///< resident bytes
    ScriptCommand script;     ///< of a JavaScript runtime
    QString project;          ///< by the nearest package.json; empty where there is none
    QString projectFolder;
    QList<platform::ListeningPort> ports;
    ProcessRole role = ProcessRole::Foreign;
    QString appId;            ///< managed ones and their guard
    QString appName;
    int instance = -1;        ///< number; -1: of no certain instance

    bool isJavaScript() const { return script.runtime != ScriptRuntime::None; }
    /// "server.js", else the name of the program.
    QString title() const;
};

struct MachineSnapshot
{
    QList<MachineProcess> processes;        ///< by pid
    QList<platform::ListeningPort> ports;   ///< by number; the same port of several sockets of one owner and address once
    qint64 tookMicroseconds = 0;

    const MachineProcess* process(qint64 pid) const;
};

/// Which processes belong to which app: what resolves them, taken from the daemon's list.
struct ManagedApp
{
    QString id;
    QString name;
    qint64 guardPid = 0;
    qint64 primaryPid = 0;
    QHash<qint64, int> numbers; ///< pid -> number of the instance

    bool operator==(const ManagedApp&) const = default;
};
ManagedApp managedApp(const AppStatus& app);

/// Looks at the machine without starting any process and without a daemon. Keeps what does not change between two looks, so use one
/// sampler for all looks, in one thread.
class MachineSampler
{
public:
    MachineSnapshot sample(const QList<ManagedApp>& apps);

private:
    /// What stays the same for as long as a process runs one program, and its last figures.
    struct Known
    {
        platform::ProcessId id;
        QString name;
        QString executable;
        QStringList commandLine;
        ScriptCommand script;
        QString marker; ///< "app/number" of the start environment
        bool own = false;
        qint64 startedAt = 0;
        quint64 cpuMicroseconds = 0;
        qint64 measuredAt = -1; ///< microseconds of m_clock
    };
    struct Project
    {
        QString name;
        QString folder;
    };

    Known& known(const platform::ProcessUsage& row);
    static void read(Known& known, const platform::ProcessUsage& row);
    MachineProcess describe(const platform::ProcessUsage& row, const Known& known) const;
    void findProject(MachineProcess& process);
    Project projectOf(const QString& folder);

    QHash<qint64, Known> m_known; ///< by pid
    NearestPackages m_packages;
    QElapsedTimer m_clock;
    int m_round = 0;
};

} // namespace tropero

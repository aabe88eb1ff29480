// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/machineprocesses.h"

#include "core/instancestatus.h"
#include "platform/processdetails.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 youngMs = 10'000;  ///< a process may still turn into another program in that time
constexpr int roundsOfProjects = 30; ///< then package.json files are read anew

ProcessRole roleOf(const QString& executable)
{
    QString name = QFileInfo(executable).fileName();
    if (name.endsWith(".exe"_L1, Qt::CaseInsensitive))
        name.chop(4);
    if (name == "tropero-guard"_L1)
        return ProcessRole::Guard;
    if (name == "troperod"_L1)
        return ProcessRole::Daemon;
    if (name == "tropero-desktop"_L1)
        return ProcessRole::Window;
    return ProcessRole::Foreign;
}

QList<platform::ListeningPort> sortedPorts()
{
    QList<platform::ListeningPort> ports = platform::listeningPorts();
    const auto key = [](const platform::ListeningPort& port) {
        return std::tuple(port.port, port.protocol, port.address, port.owner, port.user);
    };
    std::ranges::sort(ports, {}, key);
    // A program may hold several sockets of the same port (SO_REUSEPORT).
    const auto repeated = std::ranges::unique(ports, {}, key);
    ports.erase(repeated.begin(), repeated.end());
    return ports;
}

// Gives each process the app that it belongs to, or takes the one away that its environment claims.
void assignApps(QList<MachineProcess>& processes, const QList<platform::ProcessUsage>& table, const QList<ManagedApp>& apps)
{
    QHash<qint64, qint64> parents;
    for (const platform::ProcessUsage& row : table)
        parents.insert(row.id.pid, row.parent);
    QHash<qint64, const ManagedApp*> byGuard;
    QHash<QString, const ManagedApp*> byId;
    QHash<qint64, int> numbers;
    for (const ManagedApp& app : apps) {
        if (app.guardPid > 0)
            byGuard.insert(app.guardPid, &app);
        byId.insert(app.id, &app);
        numbers.insert(app.numbers);
    }
    for (MachineProcess& process : processes) {
        const ManagedApp* app = nullptr;
        int number = -1;
        bool lostParent = false;
        // Everything that an app starts stays below its guard, also what cleared its environment.
        qint64 pid = process.id.pid;
        for (int depth = 0; pid > 0 && depth < 100 && !app; ++depth) {
            app = byGuard.value(pid);
            if (number < 0)
                number = numbers.value(pid, -1);
            lostParent = !parents.contains(pid);
            pid = parents.value(pid);
        }
        // Where parents are lost, the mark in the environment tells.
        if (!app && process.role == ProcessRole::Foreign && process.instance >= 0) {
            const ManagedApp* marked = byId.value(process.appId);
            if (marked && (marked->guardPid == 0 || lostParent))
                app = marked;
        }
        if (app && process.role == ProcessRole::Foreign)
            process.role = ProcessRole::Managed;
        if (number >= 0)
            process.instance = number;
        if (!app || process.id.pid == app->primaryPid)
            process.instance = -1;
        process.appId = app ? app->id : QString();
        process.appName = app ? app->name : QString();
    }
}

} // namespace

QString MachineProcess::title() const
{
    if (!script.title.isEmpty())
        return script.title;
    if (!script.script.isEmpty())
        return QFileInfo(script.script).fileName();
    const QString program = QFileInfo(executable).fileName().isEmpty() ? name : QFileInfo(executable).fileName();
    const auto codeOption = std::ranges::find_if(script.interpreterArgs, isCodeOption);
    return codeOption == script.interpreterArgs.end() ? program : program + u' ' + *codeOption;
}

const MachineProcess* MachineSnapshot::process(qint64 pid) const
{
    const auto found = std::ranges::lower_bound(processes, pid, {}, [](const MachineProcess& each) { return each.id.pid; });
    return found != processes.end() && found->id.pid == pid ? &*found : nullptr;
}

ManagedApp managedApp(const AppStatus& app)
{
    ManagedApp managed{app.id, app.spec.name, app.guardPid, app.primary.pid, {}};
    for (const InstanceStatus& instance : app.instances)
        if (instance.pid > 0)
            managed.numbers.insert(instance.pid, instance.number);
    return managed;
}

void MachineSampler::read(Known& known, const platform::ProcessUsage& row)
{
    if (known.id != row.id)
        known = {};
    known.id = row.id;
    known.name = row.name;
    known.startedAt = platform::startedAt(row.id);
    known.own = platform::belongsToThisUser(row.id.pid);
    platform::ProcessDetails details = platform::processDetails(row.id.pid);
    known.executable = std::move(details.executable);
    known.commandLine = std::move(details.commandLine);
    known.script = scriptCommand(known.executable, known.commandLine);
    if (known.own)
        known.marker = QString::fromUtf8(platform::environmentVariableOf(row.id.pid, "TROPERO_INSTANCE").value_or(QByteArray()));
}

MachineSampler::Known& MachineSampler::known(const platform::ProcessUsage& row)
{
    Known& known = m_known[row.id.pid];
    const bool young = QDateTime::currentMSecsSinceEpoch() - known.startedAt < youngMs;
    if (known.id != row.id || known.name != row.name || young)
        read(known, row);
    return known;
}

MachineSampler::Project MachineSampler::projectOf(const QString& folder)
{
    const NearestPackages::Package package = m_packages.of(folder);
    if (package.folder.isEmpty())
        return {};
    return {package.name.isEmpty() ? QFileInfo(package.folder).fileName() : package.name, package.folder};
}

MachineProcess MachineSampler::describe(const platform::ProcessUsage& row, const Known& known) const
{
    MachineProcess process;
    process.id = row.id;
    process.parent = row.parent;
    process.name = row.name;
    process.executable = known.executable;
    process.commandLine = known.commandLine;
    process.own = known.own;
    process.startedAt = known.startedAt;
    process.memory = row.residentBytes;
    process.script = known.script;
    process.role = roleOf(known.executable);
    process.appId = known.marker.section(u'/', 0, 0);
    bool isNumber = false;
    const int number = known.marker.section(u'/', 1, 1).toInt(&isNumber);
    process.instance = isNumber ? number : -1;
    return process;
}

void MachineSampler::findProject(MachineProcess& process)
{
    const QString& script = process.script.script;
    const QString scriptFolder =
        script.isEmpty() || process.folder.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(QDir(process.folder), script).absolutePath());
    // What runs below node_modules (vite, next, nodemon) belongs to the project that it was started in.
    Project project;
    if (!scriptFolder.contains("/node_modules"_L1))
        project = projectOf(scriptFolder);
    if (project.name.isEmpty())
        project = projectOf(process.folder);
    process.project = project.name;
    process.projectFolder = project.folder;
}

MachineSnapshot MachineSampler::sample(const QList<ManagedApp>& apps)
{
    QElapsedTimer clock;
    clock.start();
    if (!m_clock.isValid())
        m_clock.start();
    if (m_round++ % roundsOfProjects == 0)
        m_packages.clear();
    MachineSnapshot snapshot;
    snapshot.ports = sortedPorts();
    QHash<qint64, QList<platform::ListeningPort>> portsOf;
    for (const platform::ListeningPort& port : std::as_const(snapshot.ports)) {
        for (const qint64 holder : QList<qint64>{port.owner} + port.sharers)
            if (holder != 0)
                portsOf[holder].append(port);
    }
    const QList<platform::ProcessUsage> table = platform::readProcessTable();
    const qint64 now = m_clock.nsecsElapsed() / 1000;
    QHash<qint64, QString> names;
    for (const platform::ProcessUsage& row : table)
        names.insert(row.id.pid, row.name);
    for (const platform::ProcessUsage& row : table) {
        if (row.zombie)
            continue;
        Known& about = known(row);
        const bool holdsPort = portsOf.contains(row.id.pid);
        const bool measured = about.measuredAt >= 0 && now > about.measuredAt && row.cpuMicroseconds >= about.cpuMicroseconds;
        const quint64 used = row.cpuMicroseconds - about.cpuMicroseconds;
        const double cpu = measured ? 100.0 * static_cast<double>(used) / static_cast<double>(now - about.measuredAt) : -1;
        about.cpuMicroseconds = row.cpuMicroseconds;
        about.measuredAt = now;
        if (!about.own && !holdsPort)
            continue;
        MachineProcess process = describe(row, about);
        process.cpu = cpu;
        process.parentName = names.value(row.parent);
        process.ports = portsOf.value(row.id.pid);
        if (process.isJavaScript() || holdsPort) {
            process.folder = platform::folderOf(row.id.pid);
            findProject(process);
        }
        snapshot.processes.append(process);
    }
    std::ranges::sort(snapshot.processes, {}, [](const MachineProcess& each) { return each.id.pid; });
    for (auto it = m_known.begin(); it != m_known.end();)
        it = names.contains(it.key()) ? std::next(it) : m_known.erase(it);
    assignApps(snapshot.processes, table, apps);
    snapshot.tookMicroseconds = clock.nsecsElapsed() / 1000;
    return snapshot;
}

} // namespace tropero

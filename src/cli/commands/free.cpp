// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/actions.h"
#include "cli/commands/commands.h"
#include "cli/machinelist.h"
#include "cli/terminaltext.h"
#include "core/units.h"
#include "platform/endprocess.h"
#include "platform/terminal.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSet>
#include <QThread>

#include <algorithm>
#include <cstdio>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 releaseLimitMs = 2'000; ///< from the end of the holders until the system must have let go of the port

/// Who holds a port, sorted by what can be done about it.
struct Holders
{
    QList<MachineProcess> processes; ///< can be ended
    QStringList apps;                ///< ids of apps that are to be stopped instead
    QList<MachineProcess> ofApps;
    QList<MachineProcess> guards;    ///< of Tropero, but of no app that is known here
    QStringList users;               ///< of holders that cannot be seen

    bool isEmpty() const { return processes.isEmpty() && apps.isEmpty() && guards.isEmpty() && users.isEmpty(); }
};

class FreeCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(FreeCommand)

public:
    QString synopsis() const override { return tr("free <port>[/udp] [options]"); }
    QString details() const override
    {
        return tr("Ends whoever holds the port: shows it and asks, then asks the process to end, and kills it when it does not. When an app of\n"
                  "Tropero holds the port, that app is stopped, since it would come back otherwise. Exit code 0: the port is free now.\n\n"
                  "  tropero free 3000           the process that listens on TCP port 3000\n"
                  "  tropero free 3000 --tree    with all processes that it started\n"
                  "  tropero free 5353/udp -y    a UDP port, without asking");
    }
    QList<CommandOption> options() const override
    {
        return {{.name = u"yes"_s, .letter = u"y"_s, .help = tr("Do not ask; needed in scripts")},
                {.name = u"tree"_s, .help = tr("End the children of the process, too")},
                {.name = u"kill-timeout"_s, .valueName = tr("TIME"), .help = tr("How long to wait before it is killed (default: 5s)")},
                {.name = u"json"_s, .help = tr("Print what was done as JSON")}};
    }
    int leastTargets() const override { return 1; }
    int mostTargets() const override { return 1; }

    int run(Session& session, const ParsedOptions& options) override
    {
        const auto port = parsePort(options.targets.constFirst());
        if (!port)
            return session.fail(port.error());
        platform::EndingOptions ending;
        ending.tree = options.has("tree"_L1);
        if (options.has("kill-timeout"_L1)) {
            const auto grace = parseDuration(options.value("kill-timeout"_L1));
            if (!grace)
                return session.fail(grace.error());
            ending.grace = *grace;
        }
        m_json = options.has("json"_L1);
        const QList<ManagedApp> apps = managedApps(session);
        const MachineSnapshot snapshot = MachineSampler().sample(apps);
        const Holders holders = holdersOf(*port, snapshot);
        Console& console = session.console();
        if (holders.isEmpty()) {
            const auto other = std::ranges::find_if(snapshot.ports, [&](const platform::ListeningPort& each) { return each.port == port->number; });
            if (other != snapshot.ports.end())
                console.note(tr("Port %1 is held for %2, which is another port: tropero free %1/%2").arg(QString::number(port->number), protocolName(other->protocol)));
            return done(console, *port);
        }
        if (const auto possible = checkHolders(*port, holders); !possible)
            return session.fail(possible.error());
        say(console, *port, holders, ending.tree);
        if (!options.has("yes"_L1)) {
            const auto agreed = ask(console);
            if (!agreed)
                return session.fail(agreed.error());
            if (!*agreed) {
                console.note(tr("Nothing was done."));
                return 1;
            }
        }
        for (const QString& id : holders.apps)
            if (!stopApp(session, *std::ranges::find(apps, id, &ManagedApp::id)))
                return 1;
        if (!end(session, holders, ending))
            return 1;
        return waitUntilFree(session, *port, apps);
    }

private:
    static Holders holdersOf(const PortName& port, const MachineSnapshot& snapshot)
    {
        Holders holders;
        QSet<qint64> seen;
        for (const platform::ListeningPort& each : snapshot.ports) {
            if (each.port != port.number || each.protocol != port.protocol)
                continue;
            if (each.owner == 0 && !holders.users.contains(each.user))
                holders.users.append(each.user);
            for (const qint64 pid : QList<qint64>{each.owner} + each.sharers) {
                const MachineProcess* process = snapshot.process(pid);
                if (!process || seen.contains(pid))
                    continue;
                seen.insert(pid);
                if (!process->appId.isEmpty()) {
                    if (!holders.apps.contains(process->appId))
                        holders.apps.append(process->appId);
                    holders.ofApps.append(*process);
                } else if (process->role == ProcessRole::Guard || process->role == ProcessRole::Daemon) {
                    holders.guards.append(*process);
                } else {
                    holders.processes.append(*process);
                }
            }
        }
        return holders;
    }

    static Result<void> checkHolders(const PortName& port, const Holders& holders)
    {
        const QString what = tr("Cannot free port %1").arg(port.number);
        if (!holders.users.isEmpty())
            return failure(ErrorCode::PermissionDenied, what, {},
                           holders.users.constFirst().isEmpty() ? tr("the system does not say who holds it") : tr("a process of user %1 holds it").arg(holders.users.join(", "_L1)),
                           tr("That takes the rights of that user or of an administrator"));
        if (!holders.guards.isEmpty())
            return failure(ErrorCode::PermissionDenied, what, {},
                           tr("process %1 holds it, which belongs to a Tropero with another home folder and would take its apps with it").arg(holders.guards.constFirst().id.pid),
                           tr("Stop the app there: set TROPERO_HOME and run this command again"));
        for (const MachineProcess& process : holders.processes)
            if (const auto allowed = platform::mayBeEnded(process.id.pid); !allowed)
                return failure(ErrorCode::PermissionDenied, what, QString::number(process.id.pid), allowed.error().why);
        return {};
    }

    void say(Console& console, const PortName& port, const Holders& holders, bool tree) const
    {
        const QString number = u"%1/%2"_s.arg(QString::number(port.number), protocolName(port.protocol));
        QStringList told;
        for (const MachineProcess& process : holders.ofApps) {
            if (told.contains(process.appId))
                continue;
            told.append(process.appId);
            console.note(tr("%1 is held by %2, pid %3, of the app %4. Tropero would start it again, so the app is stopped: \"tropero start %4\" brings it back.")
                             .arg(number, titleText(process), QString::number(process.id.pid), harmlessText(process.appName)));
        }
        for (const MachineProcess& process : holders.processes) {
            QString line = tr("%1 is held by %2, pid %3").arg(number, titleText(process), QString::number(process.id.pid));
            if (!process.project.isEmpty())
                line += tr(", of the project %1").arg(harmlessText(process.project));
            if (!process.folder.isEmpty())
                line += tr(", in %1").arg(folderText(process.folder));
            if (!process.parentName.isEmpty() && process.parent > 1)
                line += tr(", started by %1 (pid %2)").arg(harmlessText(process.parentName)).arg(process.parent);
            console.note(line + u'.');
            if (!tree)
                continue;
            const auto members = platform::treeOf(platform::readProcessTable(), {process.id.pid});
            for (const platform::ProcessUsage& member : members)
                if (member.id != process.id)
                    console.note(tr("  with its child %1, pid %2").arg(harmlessText(member.name)).arg(member.id.pid));
        }
    }

    static Result<bool> ask(Console& console)
    {
        if (!platform::isTerminal(platform::StandardStream::In) || !console.isErrorTerminal())
            return failure(ErrorCode::InvalidArgument, tr("Nothing was done"), {}, tr("there is no terminal to ask whether to go on"), tr("Add --yes"));
        console.flush();
        const QByteArray question = tr("Go on? [y/N] ").toUtf8();
        std::fwrite(question.constData(), 1, static_cast<std::size_t>(question.size()), stderr);
        std::fflush(stderr);
        char answer[64] = {};
        if (!std::fgets(answer, sizeof answer, stdin))
            return false;
        const QString word = QString::fromLocal8Bit(answer).trimmed().toLower();
        return word == "y"_L1 || word == "yes"_L1 || word == tr("y", "short for yes") || word == tr("yes");
    }

    bool stopApp(Session& session, const ManagedApp& app)
    {
        QJsonArray numbers;
        for (const int number : app.numbers)
            numbers.append(number);
        const auto answer = session.call(ipc::method::instancesStop, {{u"target"_s, numbers}}, tr("Stopping %1").arg(harmlessText(app.name)));
        if (!answer) {
            session.fail(answer.error());
            return false;
        }
        m_stopped.append(app.name);
        return m_json || reportInstances(session, Deed::Stopped, answer->value("instances"_L1).toArray(), answer->value("problems"_L1).toArray());
    }

    bool end(Session& session, const Holders& holders, const platform::EndingOptions& options)
    {
        if (holders.processes.isEmpty())
            return true;
        QList<platform::ProcessId> ids;
        QHash<qint64, QString> names;
        for (const MachineProcess& process : holders.processes) {
            ids.append(process.id);
            names.insert(process.id.pid, titleText(process));
        }
        const platform::EndingReport report = platform::endProcesses(ids, options);
        Console& console = session.console();
        const auto tell = [&](const platform::ProcessId& id, bool killed) {
            m_ended.append(QJsonObject{{u"pid"_s, id.pid}, {u"killed"_s, killed}});
            if (m_json || console.isSilent())
                return;
            const QString who = names.contains(id.pid) ? tr("%1 (pid %2)").arg(names.value(id.pid)).arg(id.pid) : tr("pid %1").arg(id.pid);
            console.printLine(killed ? tr("Killed %1").arg(who) : tr("Ended %1").arg(who));
        };
        for (const platform::ProcessId& id : report.ended)
            tell(id, false);
        for (const platform::ProcessId& id : report.killed)
            tell(id, true);
        for (const Error& problem : report.problems)
            console.error(problem);
        return report.problems.isEmpty();
    }

    int waitUntilFree(Session& session, const PortName& port, const QList<ManagedApp>& apps)
    {
        QElapsedTimer clock;
        clock.start();
        while (true) {
            const MachineSnapshot snapshot = MachineSampler().sample(apps);
            const Holders holders = holdersOf(port, snapshot);
            if (holders.isEmpty())
                return done(session.console(), port);
            if (clock.elapsed() > releaseLimitMs) {
                const MachineProcess* next = !holders.processes.isEmpty() ? &holders.processes.constFirst() : !holders.ofApps.isEmpty() ? &holders.ofApps.constFirst() : nullptr;
                return session.fail({ErrorCode::AlreadyExists, tr("Port %1 is held again").arg(port.number), {},
                                     next ? tr("by %1, pid %2, started by %3").arg(titleText(*next), QString::number(next->id.pid), harmlessText(next->parentName)) : QString(),
                                     tr("Something starts it anew: end that first")});
            }
            QThread::msleep(20);
        }
    }

    int done(Console& console, const PortName& port) const
    {
        if (m_json) {
            const QJsonObject result{{u"port"_s, port.number}, {u"protocol"_s, protocolName(port.protocol)}, {u"free"_s, true},
                                     {u"ended"_s, m_ended}, {u"stoppedApps"_s, QJsonArray::fromStringList(m_stopped)}};
            console.printBytes(QJsonDocument(result).toJson());
        } else if (!console.isSilent()) {
            console.printLine(tr("Port %1/%2 is free.").arg(QString::number(port.number), protocolName(port.protocol)));
        }
        return 0;
    }

    bool m_json = false;
    QJsonArray m_ended;
    QStringList m_stopped;
};

} // namespace

std::unique_ptr<Command> makeFreeCommand()
{
    return std::make_unique<FreeCommand>();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/machinelist.h"
#include "cli/terminaltext.h"
#include "cli/texttable.h"
#include "core/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long betweenLooksMs = 250; ///< what the CPU figures are taken over

class NodesCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(NodesCommand)

public:
    QString synopsis() const override { return tr("nodes [options]"); }
    QString details() const override
    {
        return tr("Lists every Node, Bun and Deno process of yours, whether Tropero looks after it or not; where it does, the app is named.\n"
                  "The project is the name in the nearest package.json. cpu is of one core, over a quarter of a second. Needs no daemon.");
    }
    QList<CommandOption> options() const override { return {{.name = u"json"_s, .help = tr("Print the processes as JSON")}}; }
    int mostTargets() const override { return 0; }
    int run(Session& session, const ParsedOptions& options) override
    {
        const QList<ManagedApp> apps = managedApps(session);
        MachineSampler sampler;
        sampler.sample(apps);
        QThread::msleep(betweenLooksMs);
        MachineSnapshot snapshot = sampler.sample(apps);
        snapshot.processes.removeIf([](const MachineProcess& process) { return !process.own || !process.isJavaScript(); });
        Console& console = session.console();
        if (options.has("json"_L1)) {
            QJsonArray array;
            for (const MachineProcess& process : std::as_const(snapshot.processes))
                array.append(processJson(process));
            console.printBytes(QJsonDocument(array).toJson());
        } else if (!snapshot.processes.isEmpty()) {
            printTable(console, snapshot.processes);
        } else if (!console.isSilent()) {
            console.printLine(tr("No Node, Bun or Deno process of yours is running."));
        }
        return 0;
    }

private:
    static void printTable(Console& console, const QList<MachineProcess>& processes)
    {
        const auto right = TextTable::Align::Right;
        // The last columns go first when the terminal is too narrow for all.
        for (qsizetype columns = 10; columns >= 5; --columns) {
            const QList<TextTable::Column> all{{tr("pid"), right}, {tr("script")},        {tr("app")},    {tr("ports")},  {tr("cpu"), right},
                                               {tr("mem"), right}, {tr("uptime"), right}, {tr("project")}, {tr("parent")}, {tr("folder")}};
            TextTable table(all.first(columns));
            for (const MachineProcess& process : processes)
                table.addRow(row(process).first(columns));
            if (columns > 5 && console.width() > 0 && table.width() > console.width())
                continue;
            console.print(table.render(console));
            return;
        }
    }

    static QList<TextTable::Cell> row(const MachineProcess& process)
    {
        QStringList ports;
        for (const platform::ListeningPort& port : process.ports) {
            const QString text = QString::number(port.port) + (port.protocol == platform::ListeningPort::Protocol::Udp ? u"/udp"_s : QString());
            if (!ports.contains(text))
                ports.append(text);
        }
        QString script = titleText(process);
        if (process.script.runtime != ScriptRuntime::Node)
            script += u" (%1)"_s.arg(runtimeName(process.script.runtime));
        const QString cpu = process.cpu < 0 ? u"–"_s : QString::number(process.cpu, 'f', process.cpu < 99.95 ? 1 : 0) + u'%';
        const qint64 age = QDateTime::currentMSecsSinceEpoch() - process.startedAt;
        return {{QString::number(process.id.pid)},
                {script, Colour::Bold},
                {appText(process), Colour::Green},
                {ports.join(", "_L1), Colour::Cyan},
                {cpu},
                {formatSize(process.memory)},
                {process.startedAt > 0 ? formatUptime(Milliseconds(age)) : u"–"_s},
                {harmlessText(process.project)},
                {harmlessText(process.parentName), Colour::Dim},
                {folderText(process.folder), Colour::Dim}};
    }
};

} // namespace

std::unique_ptr<Command> makeNodesCommand()
{
    return std::make_unique<NodesCommand>();
}

} // namespace tropero

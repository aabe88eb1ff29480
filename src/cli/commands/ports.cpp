// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/machinelist.h"
#include "cli/texttable.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

class PortsCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PortsCommand)

public:
    QString synopsis() const override { return tr("ports [port[/tcp|/udp]]"); }
    QString details() const override
    {
        return tr("Lists the TCP ports that somebody listens on and the UDP ports in use, with the process that holds each. With a port: only that one;\n"
                  "the exit code is 1 when nobody holds it. Needs no daemon. The system hides the processes of other users: of those only the\n"
                  "user is shown.\n\n"
                  "  tropero ports          all\n"
                  "  tropero ports 3000     who holds port 3000");
    }
    QList<CommandOption> options() const override { return {{.name = u"json"_s, .help = tr("Print the ports as JSON")}}; }
    int mostTargets() const override { return 1; }
    int run(Session& session, const ParsedOptions& options) override
    {
        std::optional<PortName> wanted;
        if (!options.targets.isEmpty()) {
            const auto port = parsePort(options.targets.constFirst());
            if (!port)
                return session.fail(port.error());
            wanted = *port;
        }
        MachineSnapshot snapshot = MachineSampler().sample(managedApps(session));
        if (wanted)
            snapshot.ports.removeIf([&](const platform::ListeningPort& port) {
                return port.port != wanted->number || (wanted->protocolGiven && port.protocol != wanted->protocol);
            });
        Console& console = session.console();
        const int code = wanted && snapshot.ports.isEmpty() ? 1 : 0;
        if (options.has("json"_L1)) {
            QJsonArray array;
            for (const platform::ListeningPort& port : std::as_const(snapshot.ports))
                array.append(portJson(port, snapshot));
            console.printBytes(QJsonDocument(array).toJson());
            return code;
        }
        if (snapshot.ports.isEmpty()) {
            if (!console.isSilent())
                console.printLine(wanted ? tr("Nobody holds port %1.").arg(wanted->number) : tr("Nobody holds a port."));
            return code;
        }
        printTable(console, snapshot);
        return code;
    }

private:
    static void printTable(Console& console, const MachineSnapshot& snapshot)
    {
        const auto right = TextTable::Align::Right;
        // The last columns go first when the terminal is too narrow for all.
        for (qsizetype columns = 7; columns >= 4; --columns) {
            const QList<TextTable::Column> all{{tr("port"), right}, {tr("address")}, {tr("pid"), right}, {tr("process")}, {tr("app")}, {tr("project")}, {tr("folder")}};
            TextTable table(all.first(columns));
            for (const platform::ListeningPort& port : snapshot.ports)
                table.addRow(row(port, snapshot).first(columns));
            if (columns > 4 && console.width() > 0 && table.width() > console.width())
                continue;
            console.print(table.render(console));
            return;
        }
    }

    static QList<TextTable::Cell> row(const platform::ListeningPort& port, const MachineSnapshot& snapshot)
    {
        const QString number = u"%1/%2"_s.arg(QString::number(port.port), protocolName(port.protocol));
        const QString address = port.address;
        const MachineProcess* owner = snapshot.process(port.owner);
        if (!owner) {
            const QString who = port.user.isEmpty() ? tr("unknown") : tr("unknown, of user %1").arg(port.user);
            return {{number, Colour::Cyan}, {address}, {u"–"_s, Colour::Dim}, {who, Colour::Dim}, {}, {}, {}};
        }
        QString who = titleText(*owner);
        if (!port.sharers.isEmpty())
            who += tr(" and %1 more").arg(port.sharers.size());
        return {{number, Colour::Cyan}, {address}, {QString::number(owner->id.pid)}, {who, Colour::Bold}, {appText(*owner), Colour::Green},
                {owner->project}, {folderText(owner->folder), Colour::Dim}};
    }
};

} // namespace

std::unique_ptr<Command> makePortsCommand()
{
    return std::make_unique<PortsCommand>();
}

} // namespace tropero

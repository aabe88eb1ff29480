// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/systemrows.h"

#include "core/arguments.h"
#include "core/folderpath.h"
#include "models/formats.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;
using platform::ListeningPort;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SystemRows)
};

QString portText(const ListeningPort& port)
{
    const QString number = QString::number(port.port);
    return port.protocol == ListeningPort::Protocol::Udp ? Texts::tr("%1 UDP").arg(number) : number;
}

QString portsText(const QList<ListeningPort>& ports)
{
    QStringList texts;
    for (const ListeningPort& port : ports)
        if (const QString text = portText(port); !texts.contains(text)) texts.append(text);
    return texts.join(u", "_s);
}

QString reachText(const ListeningPort& port)
{
    const QHostAddress address(port.address);
    if (address.isLoopback()) return Texts::tr("Only this machine can reach it");
    if (address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6))
        return Texts::tr("Other machines can reach it, too, on every network");
    return Texts::tr("Other machines can reach it on this network");
}

/// What is dimmed beside the name.
QString detailOf(const MachineProcess& process)
{
    QStringList parts;
    if (!process.project.isEmpty()) parts.append(process.project);
    if (process.isJavaScript() && process.script.runtime != ScriptRuntime::Node)
        parts.append(runtimeName(process.script.runtime));
    return parts.join(u" \u00b7 "_s);
}

// The command line is given as it is, secrets in it as well: to the same user any tool shows it.
QString toolTipOf(const MachineProcess& process)
{
    constexpr qsizetype longest = 400;
    QString command = joinArguments(process.commandLine).simplified();
    if (command.size() > longest) command = command.first(longest) + u'\u2026';
    QStringList lines{command.isEmpty() ? process.title() : command};
    if (!process.folder.isEmpty()) lines.append(Texts::tr("in %1").arg(QDir::toNativeSeparators(process.folder)));
    if (!process.project.isEmpty())
        lines.append(Texts::tr("Project %1, %2").arg(process.project, shortFolder(process.projectFolder)));
    return lines.join(u'\n');
}

QString searchOf(const MachineProcess& process)
{
    return QStringList{process.title(), process.name,   process.script.script, process.project,
                       process.folder,  process.appName, process.parentName,   runtimeName(process.script.runtime),
                       QString::number(process.id.pid)}
        .join(u'\n');
}

} // namespace

QString managedText(const MachineProcess& process)
{
    switch (process.role) {
    case ProcessRole::Daemon:
        return Texts::tr("Tropero's daemon");
    case ProcessRole::Window:
        return Texts::tr("Tropero's window");
    case ProcessRole::Guard:
        return process.appName.isEmpty() ? Texts::tr("A guard of Tropero") : Texts::tr("Guard of %1").arg(process.appName);
    case ProcessRole::Managed:
        return process.instance < 0 ? process.appName
                                    : Texts::tr("%1, id %2").arg(process.appName).arg(process.instance);
    case ProcessRole::Foreign:
        break;
    }
    return {};
}

QList<SystemColumn> processColumns()
{
    return {
        {.key = u"process"_s, .title = Texts::tr("Process"), .isName = true, .stretches = true},
        {.key = u"app"_s, .title = Texts::tr("App"), .widest = u"Guard of webapp"_s, .leaves = 4},
        {.key = u"pid"_s, .title = Texts::tr("PID"), .widest = u"0000000"_s, .isNumber = true},
        {.key = u"ports"_s, .title = Texts::tr("Ports"), .widest = u"00000, 00000"_s},
        {.key = u"cpu"_s, .title = Texts::tr("CPU"), .widest = percentText(1000), .isNumber = true, .leaves = 6},
        {.key = u"memory"_s, .title = Texts::tr("Memory"), .widest = memoryText(999LL << 20), .isNumber = true, .leaves = 5},
        {.key = u"running"_s, .title = Texts::tr("Running for"), .widest = uptimeText(86'340'000), .isNumber = true, .leaves = 2},
        {.key = u"parent"_s, .title = Texts::tr("Parent"), .widest = u"tropero-guard 00000"_s, .leaves = 1},
        {.key = u"folder"_s, .title = Texts::tr("Folder"), .widest = u"~/projects/shop"_s, .stretches = true, .leaves = 3},
    };
}

QList<SystemColumn> portColumns()
{
    return {
        {.key = u"port"_s, .title = Texts::tr("Port"), .widest = u"000000"_s, .isNumber = true},
        {.key = u"protocol"_s, .title = Texts::tr("Protocol"), .widest = u"TCP"_s, .leaves = 3},
        {.key = u"address"_s, .title = Texts::tr("Address"), .widest = u"255.255.255.255"_s, .leaves = 4},
        {.key = u"process"_s, .title = Texts::tr("Process"), .isName = true, .stretches = true},
        {.key = u"app"_s, .title = Texts::tr("App"), .widest = u"Guard of webapp"_s, .leaves = 5},
        {.key = u"pid"_s, .title = Texts::tr("PID"), .widest = u"0000000"_s, .isNumber = true},
        {.key = u"user"_s, .title = Texts::tr("User"), .widest = u"www-data"_s, .leaves = 1},
        {.key = u"folder"_s, .title = Texts::tr("Folder"), .widest = u"~/projects/shop"_s, .stretches = true, .leaves = 2},
    };
}

std::vector<SystemRow> processRows(const MachineSnapshot& snapshot, qint64 now)
{
    std::vector<SystemRow> rows;
    for (const MachineProcess& process : snapshot.processes) {
        if (!process.own) continue;
        SystemRow row;
        row.key = u"%1-%2"_s.arg(process.id.pid).arg(process.id.startTime);
        row.process = process.id;
        row.isJavaScript = process.isJavaScript();
        row.isOwn = true;
        for (const ListeningPort& port : process.ports)
            row.ports.append(port.port);
        const QString ports = portsText(process.ports);
        const qint64 age = process.startedAt > 0 ? now - process.startedAt : 0;
        const QString parent = process.parent > 0 ? u"%1 %2"_s.arg(process.parentName).arg(process.parent).trimmed() : QString();
        row.texts = {process.title().simplified(),
                     managedText(process),
                     QString::number(process.id.pid),
                     ports,
                     process.cpu < 0 ? noValue() : percentText(process.cpu),
                     memoryText(process.memory),
                     process.startedAt > 0 ? uptimeText(age) : noValue(),
                     parent,
                     shortFolder(process.folder)};
        row.values = {row.texts.first(), row.texts.at(1), process.id.pid, row.ports.isEmpty() ? 0 : row.ports.first(),
                      process.cpu, process.memory, -process.startedAt, parent, process.folder};
        row.detail = detailOf(process);
        row.toolTip = toolTipOf(process);
        row.search = searchOf(process);
        rows.push_back(std::move(row));
    }
    return rows;
}

SystemRows systemRows(const MachineSnapshot& snapshot, qint64 now)
{
    return {processRows(snapshot, now), portRows(snapshot)};
}

std::vector<SystemRow> portRows(const MachineSnapshot& snapshot)
{
    std::vector<SystemRow> rows;
    for (const ListeningPort& port : snapshot.ports) {
        const MachineProcess* owner = snapshot.process(port.owner);
        const QString protocol = port.protocol == ListeningPort::Protocol::Udp ? u"UDP"_s : u"TCP"_s;
        SystemRow row;
        row.key = u"%1 %2 %3 %4 %5"_s.arg(protocol, QString::number(port.port), port.address, QString::number(port.owner), port.user);
        row.ports = {port.port};
        if (owner) {
            row.process = owner->id;
            row.isJavaScript = owner->isJavaScript();
            row.isOwn = owner->own;
            row.detail = detailOf(*owner);
            row.search = searchOf(*owner);
            row.toolTip = toolTipOf(*owner) + u'\n';
        }
        if (!port.sharers.isEmpty()) {
            const QString more = Texts::tr("and %n more", nullptr, static_cast<int>(port.sharers.size()));
            row.detail = row.detail.isEmpty() ? more : row.detail + u" \u00b7 "_s + more;
        }
        const QString folder = owner ? shortFolder(owner->folder) : QString();
        row.texts = {QString::number(port.port),
                     protocol,
                     port.address,
                     owner ? owner->title().simplified() : Texts::tr("Unknown"),
                     owner ? managedText(*owner) : QString(),
                     owner ? QString::number(owner->id.pid) : noValue(),
                     port.user,
                     folder};
        if (!owner) row.detail = Texts::tr("the system hides processes of other users");
        row.values = {port.port, protocol, port.address, row.texts.at(3), row.texts.at(4), port.owner, port.user, folder};
        row.toolTip += reachText(port);
        row.search += QStringList{QString(), protocol, port.address, port.user, QString::number(port.port)}.join(u'\n');
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tropero

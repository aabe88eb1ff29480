// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/machinelist.h"

#include "cli/terminaltext.h"
#include "core/folderpath.h"
#include "core/instancestatus.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;
using Protocol = platform::ListeningPort::Protocol;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MachineList)
};

QJsonValue appJson(const MachineProcess& process)
{
    if (process.appId.isEmpty())
        return QJsonValue::Null;
    QJsonObject app{{u"id"_s, process.appId}, {u"name"_s, process.appName}};
    if (process.instance >= 0)
        app.insert("number"_L1, process.instance);
    return app;
}

} // namespace

Result<PortName> parsePort(const QString& text)
{
    constexpr int largest = 65535;
    PortName port;
    QString number = text.startsWith(u':') ? text.mid(1) : text;
    if (const qsizetype slash = number.indexOf(u'/'); slash >= 0) {
        const QString protocol = number.mid(slash + 1).toLower();
        number.truncate(slash);
        port.protocolGiven = true;
        port.protocol = protocol == "udp"_L1 ? Protocol::Udp : Protocol::Tcp;
        if (protocol != "udp"_L1 && protocol != "tcp"_L1)
            return failure(ErrorCode::InvalidArgument, Texts::tr("Not a port"), text, Texts::tr("\"%1\" is no protocol").arg(protocol), Texts::tr("Write 3000, 3000/tcp or 3000/udp"));
    }
    bool isNumber = false;
    port.number = number.toInt(&isNumber);
    if (!isNumber || port.number < 1 || port.number > largest)
        return failure(ErrorCode::InvalidArgument, Texts::tr("Not a port"), text, Texts::tr("ports are numbers from 1 to 65535"), Texts::tr("Write 3000, 3000/tcp or 3000/udp"));
    return port;
}

QString protocolName(Protocol protocol)
{
    return protocol == Protocol::Tcp ? u"tcp"_s : u"udp"_s;
}

QString addressText(const platform::ListeningPort& port)
{
    const QString address = port.address.contains(u':') ? u'[' + port.address + u']' : port.address;
    return address + u':' + QString::number(port.port);
}

QList<ManagedApp> managedApps(Session& session)
{
    QList<ManagedApp> apps;
    if (!session.connectToRunning())
        return apps;
    const auto answer = session.call(ipc::method::appsList);
    if (!answer)
        return apps;
    for (const QJsonValue value : answer->value("apps"_L1).toArray())
        apps.append(managedApp(AppStatus::fromJson(value.toObject())));
    return apps;
}

QString appText(const MachineProcess& process)
{
    if (process.appId.isEmpty())
        return process.role == ProcessRole::Foreign ? QString() : u"(Tropero)"_s;
    const QString name = harmlessText(process.appName);
    if (process.role == ProcessRole::Guard)
        return Texts::tr("%1 (guard)").arg(name);
    return process.instance >= 0 ? Texts::tr("%1 (id %2)").arg(name).arg(process.instance) : name;
}

QString titleText(const MachineProcess& process)
{
    return harmlessText(process.title());
}

QString folderText(const QString& folder)
{
    return harmlessText(shortFolder(folder));
}

QJsonObject processJson(const MachineProcess& process)
{
    QJsonArray ports;
    for (const platform::ListeningPort& port : process.ports)
        ports.append(QJsonObject{{u"port"_s, port.port}, {u"protocol"_s, protocolName(port.protocol)}, {u"address"_s, port.address}});
    return {{u"pid"_s, process.id.pid},
            {u"parent"_s, process.parent},
            {u"parentName"_s, process.parentName},
            {u"name"_s, process.name},
            {u"runtime"_s, runtimeName(process.script.runtime).toLower()},
            {u"title"_s, process.title()},
            {u"script"_s, process.script.script},
            {u"interpreterArgs"_s, QJsonArray::fromStringList(process.script.interpreterArgs)},
            {u"args"_s, QJsonArray::fromStringList(process.script.args)},
            {u"executable"_s, process.executable},
            {u"folder"_s, process.folder},
            {u"project"_s, process.project},
            {u"projectFolder"_s, process.projectFolder},
            {u"cpu"_s, process.cpu},
            {u"memory"_s, process.memory},
            {u"startedAt"_s, process.startedAt},
            {u"ports"_s, ports},
            {u"app"_s, appJson(process)}};
}

QJsonObject portJson(const platform::ListeningPort& port, const MachineSnapshot& snapshot)
{
    QJsonObject json{{u"port"_s, port.port},
                     {u"protocol"_s, protocolName(port.protocol)},
                     {u"address"_s, port.address},
                     {u"user"_s, port.user},
                     {u"pid"_s, port.owner > 0 ? QJsonValue(port.owner) : QJsonValue::Null}};
    if (!port.sharers.isEmpty()) {
        QJsonArray sharers;
        for (const qint64 pid : port.sharers)
            sharers.append(pid);
        json.insert("sharedWith"_L1, sharers);
    }
    if (const MachineProcess* owner = snapshot.process(port.owner)) {
        json.insert("name"_L1, owner->name);
        json.insert("title"_L1, owner->title());
        json.insert("folder"_L1, owner->folder);
        json.insert("project"_L1, owner->project);
        json.insert("app"_L1, appJson(*owner));
    }
    return json;
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wantedports.h"

#include "core/inspectport.h"

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int highestPort = 65535;

void append(QList<WantedPort>& ports, QStringView text, const QString& from, int offset = 0)
{
    bool isNumber = false;
    const int port = text.trimmed().toInt(&isNumber) + offset;
    const bool isKnown = std::ranges::any_of(ports, [port](const WantedPort& each) { return each.port == port; });
    if (isNumber && port > 0 && port <= highestPort && !isKnown)
        ports.append({port, from});
}

void appendArguments(QList<WantedPort>& ports, const QStringList& arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments.at(i);
        for (const QString& option : {u"--port"_s, u"-p"_s}) {
            const bool isLong = option.startsWith("--"_L1);
            if (word == option && i + 1 < arguments.size())
                append(ports, arguments.at(i + 1), option);
            else if (word.startsWith(option + u'='))
                append(ports, QStringView(word).sliced(option.size() + 1), option);
            else if (!isLong && word.startsWith(option))
                append(ports, QStringView(word).sliced(option.size()), option);
        }
    }
}

} // namespace

int debuggers(const AppSpec& spec)
{
    if (inspectPort(spec.interpreterArgs) == 0)
        return 0;
    return spec.execMode == ExecMode::Cluster && spec.cluster.listen.isEmpty() ? spec.instances : 1;
}

QList<WantedPort> wantedPorts(const AppSpec& spec)
{
    QList<WantedPort> ports;
    const EnvironmentMap variables = configuredEnvironment(spec);
    const bool grows = !spec.incrementVariable.isEmpty();
    append(ports, variables.value(u"PORT"_s), u"PORT"_s);
    for (int index = 0; grows && index < spec.instances; ++index)
        append(ports, variables.value(spec.incrementVariable), spec.incrementVariable, index);
    appendArguments(ports, spec.args);
    for (const QString& address : spec.cluster.listen)
        append(ports, QStringView(address).sliced(address.lastIndexOf(u':') + 1), u"listen"_s);
    const QString inspect = QString::number(inspectPort(spec.interpreterArgs));
    for (int index = 0; index < debuggers(spec); ++index)
        append(ports, inspect, u"--inspect"_s, index);
    return ports;
}

QList<PortHolder> portHolders(const QList<AppSpec>& specs, const MachineSnapshot& machine, const QString& ownApp)
{
    QList<PortHolder> holders;
    for (const AppSpec& spec : specs) {
        const QList<WantedPort> wanted = wantedPorts(spec);
        for (const WantedPort& one : wanted) {
            for (const platform::ListeningPort& socket : machine.ports) {
                if (socket.port != one.port || socket.protocol != platform::ListeningPort::Protocol::Tcp)
                    continue;
                PortHolder holder{one.port, one.from, socket.owner, {}, socket.user, {}, {}, -1, false};
                if (const MachineProcess* process = machine.process(socket.owner)) {
                    holder.title = process->title();
                    holder.appId = process->appId;
                    holder.appName = process->appName;
                    holder.instance = process->instance;
                    holder.itself = !ownApp.isEmpty() && process->appId == ownApp;
                }
                // One process on several addresses is one holder.
                const bool isKnown = std::ranges::any_of(holders, [&holder](const PortHolder& each) { return each.port == holder.port && each.pid == holder.pid; });
                if (!isKnown)
                    holders.append(holder);
            }
        }
    }
    return holders;
}

} // namespace tropero

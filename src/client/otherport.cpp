// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/otherport.h"

#include "client/wantedports.h"
#include "core/inspectport.h"
#include "core/probeaddress.h"

#include <QHostAddress>
#include <QSet>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int lowestFreePort = 1024; // below, one has to be root
constexpr int highestPort = 65535;

void addWanted(QSet<int>& ports, const AppSpec& spec)
{
    const QList<WantedPort> wanted = wantedPorts(spec);
    for (const WantedPort& one : wanted)
        ports.insert(one.port);
}

/// The first of the ports that the instances get by the incremented variable; 0: it is not one of them.
int firstOfIncremented(const AppSpec& spec, int port)
{
    if (spec.incrementVariable.isEmpty())
        return 0;
    const int first = configuredEnvironment(spec).value(spec.incrementVariable).trimmed().toInt();
    return first > 0 && port >= first && port < first + spec.instances ? first : 0;
}

/// The same of the ports of debuggers.
int firstOfDebuggers(const AppSpec& spec, int port)
{
    const int first = inspectPort(spec.interpreterArgs);
    return port >= first && port < first + debuggers(spec) ? first : 0;
}

/// Where the app has it from: the chosen profile goes over the common ones.
void setVariable(AppSpec& spec, const QString& name, int port)
{
    const auto profile = spec.envProfile.isEmpty() ? spec.envProfiles.end() : spec.envProfiles.find(spec.envProfile);
    const bool inProfile = profile != spec.envProfiles.end() && profile->contains(name);
    (inProfile ? *profile : spec.env).insert(name, QString::number(port));
}

bool isThisMachine(const QString& host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

QString withPort(const QString& word, const QString& before, const QString& taken, const QString& port)
{
    return word.startsWith(before) && word.sliced(before.size()).trimmed() == taken ? before + port : word;
}

} // namespace

int otherPort(int taken, const AppSpec& spec, const MachineSnapshot& machine, const QList<AppSpec>& others)
{
    QSet<int> used;
    for (const platform::ListeningPort& socket : machine.ports) {
        if (socket.protocol == platform::ListeningPort::Protocol::Tcp)
            used.insert(socket.port);
    }
    addWanted(used, spec);
    for (const AppSpec& other : others)
        addWanted(used, other);
    const int count = std::max(firstOfIncremented(spec, taken) > 0 ? spec.instances : 1, firstOfDebuggers(spec, taken) > 0 ? debuggers(spec) : 1);
    int inARow = 0;
    for (int port = std::max(taken + 1, lowestFreePort); port <= highestPort; ++port) {
        inARow = used.contains(port) ? 0 : inARow + 1;
        if (inARow == count)
            return port - count + 1;
    }
    return 0;
}

AppSpec withPort(const AppSpec& spec, int taken, int port)
{
    AppSpec changed = spec;
    const EnvironmentMap variables = configuredEnvironment(spec);
    const QString was = QString::number(taken);
    const QString now = QString::number(port);
    if (variables.value(u"PORT"_s).trimmed() == was)
        setVariable(changed, u"PORT"_s, port);
    if (firstOfIncremented(spec, taken) > 0)
        setVariable(changed, spec.incrementVariable, port);
    if (firstOfDebuggers(spec, taken) > 0)
        changed.interpreterArgs = withInspectPort(spec.interpreterArgs, port);
    for (qsizetype i = 0; i < changed.args.size(); ++i) {
        QString& word = changed.args[i];
        const QString before = i > 0 ? spec.args.at(i - 1) : QString();
        if (before == "--port"_L1 || before == "-p"_L1)
            word = withPort(word, {}, was, now);
        for (const QString& option : {u"--port="_s, u"-p="_s, u"-p"_s})
            word = withPort(word, option, was, now);
    }
    for (QString& address : changed.cluster.listen) {
        if (const qsizetype host = address.lastIndexOf(u':') + 1; !address.startsWith(u'/'))
            address = withPort(address, address.first(host), was, now);
    }
    // A probe of its own port would wait for ever for somebody at the old one.
    if (const auto probe = ProbeAddress::parse(spec.readiness.probe); probe && probe->port == taken && isThisMachine(probe->host))
        changed.readiness.probe.replace(spec.readiness.probe.indexOf(u':' + was, spec.readiness.probe.indexOf("://"_L1) + 1), was.size() + 1, u':' + now);
    return changed;
}

} // namespace tropero

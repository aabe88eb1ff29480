// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemsamples.h"

#include <QDateTime>
#include <QDir>

namespace tropero::test {

using namespace Qt::StringLiterals;
using platform::ListeningPort;

namespace {

class Machine
{
public:
    MachineProcess& add(qint64 pid, const QString& executable, const QStringList& words, const QString& folder = {})
    {
        MachineProcess process;
        process.id = {pid, static_cast<quint64>(pid) * 10};
        process.executable = executable;
        process.name = executable.section(u'/', -1);
        process.commandLine = QStringList{process.name} + words;
        process.script = scriptCommand(executable, process.commandLine);
        process.folder = folder.isEmpty() ? QString() : QDir::homePath() + folder;
        process.own = true;
        process.startedAt = QDateTime::currentMSecsSinceEpoch() - pid * 1'000;
        process.cpu = static_cast<double>(pid % 61) / 4;
        process.memory = (20 + pid % 300) << 20;
        process.parent = 2210;
        process.parentName = u"zsh"_s;
        m_snapshot->processes.append(process);
        return m_snapshot->processes.last();
    }
    void listen(qint64 owner, int port, const QString& address, ListeningPort::Protocol protocol = ListeningPort::Protocol::Tcp)
    {
        const ListeningPort listening{protocol, address, port, owner, {}, owner == 0 ? u"postgres"_s : u"ana"_s};
        m_snapshot->ports.append(listening);
        for (MachineProcess& process : m_snapshot->processes)
            if (process.id.pid == owner) process.ports.append(listening);
    }
    std::shared_ptr<MachineSnapshot> finish()
    {
        std::ranges::sort(m_snapshot->processes, {}, [](const MachineProcess& process) { return process.id.pid; });
        std::ranges::sort(m_snapshot->ports, {}, &ListeningPort::port);
        return m_snapshot;
    }

private:
    std::shared_ptr<MachineSnapshot> m_snapshot = std::make_shared<MachineSnapshot>();
};

const QString node = u"/usr/bin/node"_s;

} // namespace

std::shared_ptr<MachineSnapshot> sampleMachine()
{
    Machine machine;
    machine.add(4210, node, {u"node_modules/.bin/vite"_s, u"--port"_s, u"5173"_s}, u"/projects/shop-front"_s).project = u"shop-front"_s;
    MachineProcess& api = machine.add(4877, node, {u"--enable-source-maps"_s, u"src/server.js"_s}, u"/projects/shop-api"_s);
    api.project = u"shop-api"_s;
    api.role = ProcessRole::Managed;
    api.appId = u"api"_s;
    api.appName = u"api"_s;
    api.instance = 3;
    api.parent = 4850;
    api.parentName = u"tropero-guard"_s;
    MachineProcess& guard = machine.add(4850, u"/usr/bin/tropero-guard"_s, {}, {});
    guard.role = ProcessRole::Guard;
    guard.appId = u"api"_s;
    guard.appName = u"api"_s;
    MachineProcess& npm = machine.add(5120, node, {}, u"/projects/admin"_s);
    npm.commandLine = QStringList{u"npm run dev"_s};
    npm.script = scriptCommand(node, npm.commandLine);
    npm.project = u"@acme/admin-console"_s;
    machine.add(5133, node, {u"server.js"_s}, u"/projects/admin"_s).project = u"@acme/admin-console"_s;
    machine.add(6001, u"/opt/bun"_s, {u"run"_s, u"worker.ts"_s}, u"/projects/queue"_s).project = u"queue"_s;
    machine.add(6100, u"/opt/deno"_s, {u"run"_s, u"-A"_s, u"main.ts"_s}, u"/experiments/a-rather-long-folder-name/of-some-depth/below"_s);
    machine.add(6402, node, {u"-e"_s, u"setInterval(() => {}, 1000)"_s}, u""_s);
    machine.add(7010, u"/usr/bin/python3"_s, {u"-m"_s, u"http.server"_s}, u"/site"_s);
    machine.listen(4210, 5173, u"127.0.0.1"_s);
    machine.listen(4877, 3000, u"::"_s);
    machine.listen(5133, 8080, u"0.0.0.0"_s);
    machine.listen(6001, 41234, u"127.0.0.1"_s, ListeningPort::Protocol::Udp);
    machine.listen(7010, 8000, u"0.0.0.0"_s);
    machine.listen(0, 5432, u"127.0.0.1"_s);
    return machine.finish();
}

std::shared_ptr<MachineSnapshot> crowdedMachine(int processes)
{
    Machine machine;
    for (int i = 0; i < processes; ++i) {
        machine.add(10'000 + i, node, {u"service-%1.js"_s.arg(i)}, u"/projects/mono/services/%1"_s.arg(i)).project = u"service-%1"_s.arg(i);
        machine.listen(10'000 + i, 20'000 + i, u"127.0.0.1"_s);
    }
    return machine.finish();
}

} // namespace tropero::test

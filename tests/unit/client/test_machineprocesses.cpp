// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/machineprocesses.h"
#include "core/instancestatus.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestMachineProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandLines_data();
    void commandLines();
    void runtimes();
    void titles();
    void seesItself();
    void assignsWhatLivesBelowAGuard();
};

void TestMachineProcesses::commandLines_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    const QString node = u"/usr/bin/node"_s;
    QTest::newRow("plain") << node << QStringList{u"node"_s, u"a.js"_s, u"-x"_s, u"b"_s} << u"a.js"_s << QStringList() << QStringList{u"-x"_s, u"b"_s};
    QTest::newRow("options") << node << QStringList{u"node"_s, u"--inspect=0"_s, u"-r"_s, u"dotenv/config"_s, u"--enable-source-maps"_s, u"a.js"_s} << u"a.js"_s
                             << QStringList{u"--inspect=0"_s, u"-r"_s, u"dotenv/config"_s, u"--enable-source-maps"_s} << QStringList();
    QTest::newRow("double dash") << node << QStringList{u"node"_s, u"--"_s, u"-odd.js"_s, u"x"_s} << u"-odd.js"_s << QStringList() << QStringList{u"x"_s};
    QTest::newRow("code") << node << QStringList{u"node"_s, u"-e"_s, u"1+1"_s, u"x"_s} << QString() << QStringList{u"-e"_s, u"1+1"_s, u"x"_s} << QStringList();
    QTest::newRow("prompt") << node << QStringList{u"node"_s} << QString() << QStringList() << QStringList();
    QTest::newRow("bun") << u"/opt/bun"_s << QStringList{u"bun"_s, u"run"_s, u"dev"_s, u"run"_s} << u"dev"_s << QStringList{u"run"_s} << QStringList{u"run"_s};
    QTest::newRow("deno") << u"/opt/deno"_s << QStringList{u"deno"_s, u"run"_s, u"-A"_s, u"main.ts"_s} << u"main.ts"_s << QStringList{u"run"_s, u"-A"_s} << QStringList();
    QTest::newRow("windows") << u"C:/Program Files/nodejs/node.exe"_s << QStringList{u"C:\\Program Files\\nodejs\\node.exe"_s, u"a.js"_s} << u"a.js"_s << QStringList() << QStringList();
    QTest::newRow("other") << u"/bin/sh"_s << QStringList{u"sh"_s, u"a.js"_s} << QString() << QStringList() << QStringList();
}

void TestMachineProcesses::commandLines()
{
    QFETCH(QString, program);
    QFETCH(QStringList, words);
    const ScriptCommand command = scriptCommand(program, words);
    QTEST(command.script, "script");
    QTEST(command.interpreterArgs, "before");
    QTEST(command.args, "after");
    QVERIFY(command.title.isEmpty());
}

void TestMachineProcesses::runtimes()
{
    QCOMPARE(scriptRuntime(u"/usr/bin/node"_s), ScriptRuntime::Node);
    QCOMPARE(scriptRuntime(u"nodejs"_s), ScriptRuntime::Node);
    QCOMPARE(scriptRuntime(u"/usr/bin/node-22"_s), ScriptRuntime::Node);
    QCOMPARE(scriptRuntime(u"NODE.EXE"_s), ScriptRuntime::Node);
    QCOMPARE(scriptRuntime(u"/x/bun"_s), ScriptRuntime::Bun);
    QCOMPARE(scriptRuntime(u"deno"_s), ScriptRuntime::Deno);
    QCOMPARE(scriptRuntime(u"/usr/bin/node_exporter"_s), ScriptRuntime::None);
    QCOMPARE(scriptRuntime(u"bundle"_s), ScriptRuntime::None);
    QCOMPARE(scriptRuntime(QString()), ScriptRuntime::None);
}

void TestMachineProcesses::titles()
{
    MachineProcess process;
    process.executable = u"/usr/bin/node"_s;
    const auto titleOf = [&](const QStringList& words) {
        process.script = scriptCommand(process.executable, words);
        return process.title();
    };
    QCOMPARE(titleOf({u"node"_s, u"/a/b/server.js"_s}), u"server.js"_s);
    QCOMPARE(titleOf({u"npm run dev"_s}), u"npm run dev"_s);
    QCOMPARE(titleOf({u"node"_s, u"-e"_s, u"secret()"_s}), u"node -e"_s);
    QCOMPARE(titleOf({u"node"_s}), u"node"_s);
    process.executable.clear();
    process.name = u"postgres"_s;
    QCOMPARE(titleOf({}), u"postgres"_s);
}

void TestMachineProcesses::seesItself()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QUdpSocket datagrams;
    QVERIFY(datagrams.bind(QHostAddress::LocalHost, 0));
    QTemporaryDir folder;
    QFile package(folder.filePath(u"package.json"_s));
    QVERIFY(package.open(QIODevice::WriteOnly));
    package.write(R"({"name": "my-shop"})");
    package.close();
    QVERIFY(QDir(folder.path()).mkpath(u"deep/er"_s));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.filePath(u"deep/er"_s)));
    MachineSampler sampler;
    const MachineSnapshot first = sampler.sample({});
    const MachineProcess* self = first.process(QCoreApplication::applicationPid());
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(self);
    QVERIFY(self->own);
    QCOMPARE(self->cpu, -1.0);
    QVERIFY(self->memory > 0);
    QCOMPARE(self->executable, QCoreApplication::applicationFilePath());
    QVERIFY(!first.process(-3));
    // Wine tells no owner of TCP ports.
    const auto isKnown = [](const platform::ListeningPort& port) { return port.protocol == platform::ListeningPort::Protocol::Tcp && port.owner != 0; };
    if (std::ranges::none_of(first.ports, isKnown)) QSKIP("this system does not tell who listens");
    QCOMPARE(self->project, u"my-shop"_s);
    QCOMPARE(QFileInfo(self->projectFolder).canonicalFilePath(), QFileInfo(folder.path()).canonicalFilePath());
    const auto holds = [&](quint16 number, platform::ListeningPort::Protocol protocol) {
        return std::ranges::any_of(self->ports, [&](const platform::ListeningPort& port) { return port.port == number && port.protocol == protocol; });
    };
    QVERIFY(holds(server.serverPort(), platform::ListeningPort::Protocol::Tcp));
    QVERIFY(holds(datagrams.localPort(), platform::ListeningPort::Protocol::Udp));
    QVERIFY(std::ranges::is_sorted(first.ports, {}, &platform::ListeningPort::port));

    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 60) {} // something to measure
    const MachineSnapshot second = sampler.sample({});
    QVERIFY(second.process(QCoreApplication::applicationPid())->cpu >= 0);
    qInfo("%lld processes: first %lld us, then %lld us", static_cast<long long>(second.processes.size()), first.tookMicroseconds, second.tookMicroseconds);
}

void TestMachineProcesses::assignsWhatLivesBelowAGuard()
{
    const qint64 self = QCoreApplication::applicationPid();
    MachineSampler sampler;
    AppStatus app;
    app.id = u"web-1"_s;
    app.spec.name = u"web"_s;
    const auto parent = platform::readProcess(self);
    QVERIFY(parent);
    if (parent->parent == 0) QSKIP("this system does not tell who started it");
    app.guardPid = parent->parent;
    InstanceStatus instance;
    instance.number = 7;
    instance.pid = self;
    app.instances = {instance};
    const MachineSnapshot managed = sampler.sample({managedApp(app)});
    const MachineProcess* found = managed.process(self);
    QVERIFY(found);
    QCOMPARE(found->role, ProcessRole::Managed);
    QCOMPARE(found->appName, u"web"_s);
    QCOMPARE(found->instance, 7);
    app.primary.pid = self;
    QCOMPARE(sampler.sample({managedApp(app)}).process(self)->instance, -1);
    const MachineSnapshot foreign = sampler.sample({});
    QCOMPARE(foreign.process(self)->role, ProcessRole::Foreign);
    QVERIFY(foreign.process(self)->appId.isEmpty());
}

QTEST_GUILESS_MAIN(TestMachineProcesses)
#include "test_machineprocesses.moc"

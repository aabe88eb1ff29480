// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/systemfiltermodel.h"
#include "models/systemmonitor.h"
#include "models/systemrows.h"
#include "models/systemtablemodel.h"
#include "client/processspec.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;
using platform::ListeningPort;

namespace {

MachineProcess process(qint64 pid, const QString& script, const QString& folder = u"/srv/app"_s)
{
    MachineProcess made;
    made.id = {pid, 100};
    made.executable = u"/usr/bin/node"_s;
    made.name = u"node"_s;
    made.commandLine = {u"node"_s, script};
    made.script = scriptCommand(made.executable, made.commandLine);
    made.folder = folder;
    made.own = true;
    made.cpu = 1;
    made.memory = 1 << 20;
    made.startedAt = 1'000;
    return made;
}

MachineSnapshot machine(QList<MachineProcess> processes)
{
    MachineSnapshot snapshot;
    snapshot.processes = std::move(processes);
    return snapshot;
}

QStringList column(const QAbstractItemModel& model, int number)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, number).data().toString());
    return texts;
}

} // namespace

class SystemModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesByKey();
    void changesOnlyWhatChanged();
    void filters();
    void sortsByValue();
    void portsTellTheirOwner();
    void toolTipsAreNoMarkup();
    void makesSpecs();
    void monitorLooksWhileActive();
};

void SystemModelsTest::mergesByKey()
{
    SystemTableModel model(processColumns);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    SystemFilterModel filter(model);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const auto set = [&](const QList<qint64>& pids) {
        QList<MachineProcess> processes;
        for (const qint64 pid : pids)
            processes.append(process(pid, u"s%1.js"_s.arg(pid)));
        model.setRows(processRows(machine(processes), 2'000));
    };
    set({10, 20, 30, 40, 50});
    const QPersistentModelIndex kept = model.index(3, 0);
    for (const QList<qint64>& pids : {QList<qint64>{5, 10, 40, 60}, QList<qint64>{40}, QList<qint64>{60, 5, 40, 10}, QList<qint64>{10, 40, 5, 60}, QList<qint64>{1, 2, 40, 3}}) {
        set(pids);
        QStringList expected;
        for (const qint64 pid : pids)
            expected.append(QString::number(pid));
        QCOMPARE(column(model, 2), expected);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"s40.js"_s);
    }
    set({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!kept.isValid());
    QCOMPARE(resets.size(), 0);
    // A later process of that pid is another row.
    set({40});
    const QPersistentModelIndex first = model.index(0, 0);
    MachineProcess later = process(40, u"later.js"_s);
    later.id.startTime = 200;
    model.setRows(processRows(machine({later}), 2'000));
    QVERIFY(!first.isValid());
    QCOMPARE(column(model, 0), QStringList{u"later.js"_s});
}

void SystemModelsTest::changesOnlyWhatChanged()
{
    SystemTableModel model(processColumns);
    MachineProcess one = process(10, u"a.js"_s);
    model.setRows(processRows(machine({one, process(20, u"b.js"_s)}), 2'000));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setRows(processRows(machine({one, process(20, u"b.js"_s)}), 2'000));
    QCOMPARE(changes.size(), 0);
    one.cpu = 50;
    model.setRows(processRows(machine({one, process(20, u"b.js"_s)}), 2'000));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), model.index(0, 4));
    QCOMPARE(changes.first().at(1).toModelIndex(), model.index(0, 4));
}

void SystemModelsTest::filters()
{
    SystemTableModel model(processColumns);
    SystemFilterModel filter(model);
    MachineProcess web = process(10, u"web.js"_s, u"/srv/shop"_s);
    web.project = u"Shop"_s;
    web.ports = {{ListeningPort::Protocol::Tcp, u"::"_s, 3000, 10}};
    MachineProcess other = process(20, u"api.js"_s, u"/srv/bank"_s);
    other.ports = {{ListeningPort::Protocol::Tcp, u"::"_s, 13000, 20}};
    MachineProcess shell = process(30, u"x"_s);
    shell.executable = u"/bin/sh"_s;
    shell.script = {};
    model.setRows(processRows(machine({web, other, shell}), 2'000));
    const auto shown = [&](const QString& text) {
        filter.setFilterText(text);
        return column(filter, 2);
    };
    QCOMPARE(shown({}), (QStringList{u"10"_s, u"20"_s, u"30"_s}));
    QCOMPARE(shown(u"shop"_s), QStringList{u"10"_s});
    QCOMPARE(shown(u"BANK api"_s), QStringList{u"20"_s});
    QCOMPARE(shown(u":30"_s), QStringList{u"10"_s});
    QCOMPARE(shown(u":13000"_s), QStringList{u"20"_s});
    QCOMPARE(shown(u":3000 bank"_s), QStringList());
    filter.setJavaScriptOnly(true);
    QCOMPARE(shown({}), (QStringList{u"10"_s, u"20"_s}));
}

void SystemModelsTest::sortsByValue()
{
    SystemTableModel model(processColumns);
    SystemFilterModel filter(model);
    QList<MachineProcess> processes{process(9, u"a"_s), process(10, u"b"_s), process(100, u"c"_s)};
    processes[0].memory = 900LL << 20;
    processes[1].memory = 2LL << 30;
    processes[2].memory = 900LL << 20;
    model.setRows(processRows(machine(processes), 2'000));
    filter.sort(5, Qt::DescendingOrder);
    QCOMPARE(column(filter, 2), (QStringList{u"10"_s, u"9"_s, u"100"_s}));
    filter.sort(2, Qt::DescendingOrder);
    QCOMPARE(column(filter, 2), (QStringList{u"100"_s, u"10"_s, u"9"_s}));
}

void SystemModelsTest::portsTellTheirOwner()
{
    SystemTableModel model(portColumns);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    MachineSnapshot snapshot = machine({process(10, u"web.js"_s)});
    snapshot.processes[0].role = ProcessRole::Managed;
    snapshot.processes[0].appName = u"web"_s;
    snapshot.processes[0].instance = 4;
    snapshot.ports = {{ListeningPort::Protocol::Tcp, u"127.0.0.1"_s, 3000, 10, {11}, u"ana"_s},
                      {ListeningPort::Protocol::Udp, u"0.0.0.0"_s, 53, 0, {}, u"dns"_s}};
    model.setRows(portRows(snapshot));
    QCOMPARE(column(model, 0), (QStringList{u"3000"_s, u"53"_s}));
    QCOMPARE(column(model, 1), (QStringList{u"TCP"_s, u"UDP"_s}));
    QCOMPARE(model.index(0, 3).data().toString(), u"web.js"_s);
    QVERIFY(model.index(0, 3).data(SystemTableModel::DetailRole).toString().contains(u"more"_s));
    QCOMPARE(model.index(0, 4).data().toString(), u"web, id 4"_s);
    QCOMPARE(model.index(1, 3).data().toString(), u"Unknown"_s);
    QVERIFY(!model.index(1, 3).data(SystemTableModel::KnownRole).toBool());
    QCOMPARE(model.index(1, 6).data().toString(), u"dns"_s);
    QCOMPARE(model.row(1).process.pid, 0);
}

void SystemModelsTest::toolTipsAreNoMarkup()
{
    SystemTableModel model(processColumns);
    MachineProcess odd = process(10, u"<img src=x>.js"_s);
    model.setRows(processRows(machine({odd}), 2'000));
    const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<img"_s), qPrintable(tip));
    QVERIFY(tip.contains(u"&lt;img"_s));
}

void SystemModelsTest::makesSpecs()
{
    QTemporaryDir folder;
    QFile script(folder.filePath(u"web.js"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    MachineProcess web = process(10, u"web.js"_s, folder.path());
    web.commandLine = {u"node"_s, u"--inspect"_s, u"./web.js"_s, u"a b"_s};
    web.script = scriptCommand(web.executable, web.commandLine);
    const auto spec = processSpec(web);
    QVERIFY(spec);
    QCOMPARE(spec->script, QDir::cleanPath(folder.filePath(u"web.js"_s)));
    QCOMPARE(spec->args, QStringList{u"a b"_s});
    QCOMPARE(spec->interpreter, u"/usr/bin/node"_s);
    QCOMPARE(spec->interpreterArgs, QStringList{u"--inspect"_s});
    QCOMPARE(spec->cwd, folder.path());
    QCOMPARE(spec->name, u"web"_s);
    // No file: the program itself, with all of its words.
    web.commandLine = {u"node"_s, u"-e"_s, u"1"_s};
    web.script = scriptCommand(web.executable, web.commandLine);
    web.project = u"shop"_s;
    const auto code = processSpec(web);
    QVERIFY(code);
    QCOMPARE(code->script, u"/usr/bin/node"_s);
    QCOMPARE(code->args, (QStringList{u"-e"_s, u"1"_s}));
    QCOMPARE(code->interpreter, u"none"_s);
    QCOMPARE(code->name, u"shop"_s);
    web.commandLine = {u"npm run dev"_s};
    web.script = scriptCommand(web.executable, web.commandLine);
    QVERIFY(!processSpec(web));
}

void SystemModelsTest::monitorLooksWhileActive()
{
    SystemMonitor monitor;
    QSignalSpy looks(&monitor, &SystemMonitor::sampled);
    monitor.setActive(true);
    QVERIFY(looks.wait(10'000));
    const auto snapshot = looks.takeFirst().first().value<std::shared_ptr<const MachineSnapshot>>();
    QVERIFY(snapshot && snapshot->process(QCoreApplication::applicationPid()));
    monitor.setActive(false);
    QVERIFY(!monitor.isActive());
    // One that was set going later comes to its second look.
    SystemMonitor other;
    QSignalSpy otherLooks(&other, &SystemMonitor::sampled);
    other.setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(otherLooks.size(), 2, 20'000);
    QVERIFY(looks.isEmpty());
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    SystemModelsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_systemmodels.moc"

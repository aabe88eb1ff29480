// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"
#include "platform/outputpipe.h"
#include "platform/processes.h"
#include "platform/processstart.h"
#include "platform/processtree.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

namespace {

struct Child
{
    QProcess process;
    OutputPipe out{OutputPipe::Stream::Out};
    OutputPipe error{OutputPipe::Stream::Error};
    QByteArray outBytes;
    QByteArray errorBytes;

    // This program once more, in the given role.
    bool start(const QStringList& arguments, const QString& marker, ProcessTree* tree = nullptr)
    {
        QObject::connect(&out, &OutputPipe::readyRead, &process, [this] { outBytes += out.read(1000); });
        QObject::connect(&error, &OutputPipe::readyRead, &process,
                         [this] { errorBytes += error.read(1000); });
        if (!out.open() || !error.open() || !ProcessStart::prepare(process, out, error)) return false;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TEST_INSTANCE"_s, marker);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), arguments);
        const bool runs = process.waitForStarted(20'000);
        out.started();
        error.started();
        if (tree) tree->addRoot(marker.toUtf8(), process.processId());
        ProcessStart::release(process);
        return runs;
    }

    ~Child()
    {
        process.kill();
        process.waitForFinished(10'000);
    }
};

} // namespace

/// What every system has to do alike.
class TestChildProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputAndExitCodeArrive();
    void theTreeIsFoundAndKilled();
    void processesAreFoundByEnvironment();
    void wrongStartTimesAreRefused();
    void detachedProgramsRun();
    void filesAreWrittenWhole();
};

void TestChildProcess::outputAndExitCodeArrive()
{
    Child child;
    QSignalSpy finished(&child.process, &QProcess::finished);
    QVERIFY(child.start({u"--print"_s}, u"c/0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QTRY_VERIFY(child.out.atEnd() && child.error.atEnd());
    QCOMPARE(child.outBytes.trimmed(), "to out");
    QCOMPARE(child.errorBytes.trimmed(), "to error");
    QCOMPARE(child.process.exitCode(), 3);
}

void TestChildProcess::theTreeIsFoundAndKilled()
{
    ProcessTree tree("TEST_INSTANCE");
    QSignalSpy ended(&tree, &ProcessTree::descendantEnded);
    Child child;
    QVERIFY(child.start({u"--parent"_s}, u"c/1"_s, &tree));
    QTRY_VERIFY_WITH_TIMEOUT(child.outBytes.contains("started"), 30'000);
    QTRY_COMPARE(tree.members("c/1").size(), 2);
    QCOMPARE(tree.members("c/1").first().pid, child.process.processId());
    for (const ProcessUsage& usage : tree.usage("c/1"))
        QVERIFY(usage.residentBytes > 0);
    const ProcessId grandchild = tree.members("c/1").last();
    QVERIFY(isAlive(grandchild));

    QVERIFY(sendSignal(tree.members("c/1").first(), u"SIGKILL"_s).has_value());
    QVERIFY(child.process.waitForFinished(20'000));
    tree.removeRoot("c/1");
    QCOMPARE(tree.members("c/1"), QList<ProcessId>{grandchild});
    QVERIFY(tree.kill("c/1"));
    QVERIFY(tree.isEmpty("c/1"));
    QTRY_VERIFY(!isAlive(grandchild));
    QTRY_VERIFY(!ended.isEmpty());
}

void TestChildProcess::processesAreFoundByEnvironment()
{
    const QByteArray marker = "unit/" + QByteArray::number(QCoreApplication::applicationPid());
    Child child;
    QVERIFY(child.start({u"--wait"_s}, QString::fromUtf8(marker)));
    QTRY_VERIFY_WITH_TIMEOUT(child.outBytes.contains("waiting"), 30'000);
    QCOMPARE(environmentVariableOf(child.process.processId(), "TEST_INSTANCE").value_or(""), marker);
    const auto found = processesWithEnvironment("TEST_INSTANCE", marker);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().pid, child.process.processId());
    QVERIFY(!environmentVariableOf(child.process.processId(), "NO_SUCH_VARIABLE"));
}

void TestChildProcess::wrongStartTimesAreRefused()
{
    Child child;
    QVERIFY(child.start({u"--wait"_s}, u"c/2"_s));
    const auto row = readProcess(child.process.processId());
    QVERIFY(row.has_value());
    ProcessId earlier = row->id;
    --earlier.startTime;
    QCOMPARE(sendSignal(earlier, u"SIGKILL"_s).error().code, ErrorCode::NotFound);
    QVERIFY(isAlive(row->id));
    QVERIFY(sendSignal(row->id, u"SIGKILL"_s).has_value());
    QVERIFY(child.process.waitForFinished(20'000));
}

void TestChildProcess::detachedProgramsRun()
{
    QTemporaryDir folder;
    const QString log = folder.filePath(u"detached log"_s);
    const auto pid = startDetached(QCoreApplication::applicationFilePath(), {u"--say"_s, u"a \"b\" c\\"_s},
                                   folder.path(), log);
    QVERIFY(pid.has_value());
    QVERIFY(*pid > 0);
    QTRY_COMPARE_WITH_TIMEOUT(readFile(log, 1000).value_or("").trimmed(), "a \"b\" c\\", 30'000);
    QTRY_VERIFY(!readProcess(*pid) || !isAlive(readProcess(*pid)->id));
}

void TestChildProcess::filesAreWrittenWhole()
{
    QTemporaryDir folder;
    const QString home = folder.filePath(u"home/apps"_s);
    QVERIFY(ensurePrivateFolder(home).has_value());
    const QString file = home + u"/one.json"_s;
    QVERIFY(writeFileAtomically(file, "first").has_value());
    QVERIFY(writeFileAtomically(file, "second").has_value());
    QCOMPARE(readFile(file, 100).value_or(""), "second");
    QCOMPARE(readFile(file, 3).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(readFile(file + u"x"_s, 3).error().code, ErrorCode::NotFound);
    auto append = AppendFile::open(file);
    QVERIFY(append.has_value());
    QVERIFY(append->write(" and more").has_value());
    QCOMPARE(append->size(), 15);
    QVERIFY(append->truncate(0).has_value());
    QVERIFY(append->write("again").has_value());
    QCOMPARE(readFile(file, 100).value_or(""), "again");
    QVERIFY(!daemonEndpoint(home).isEmpty());
    QVERIFY(daemonEndpoint(home) != daemonEndpoint(home + u'2'));
}

namespace {

int playRole(const QStringList& arguments)
{
    const QString role = arguments.at(1);
    const auto say = [](const char* text) {
        std::puts(text);
        std::fflush(stdout);
    };
    if (role == "--print"_L1) {
        say("to out");
        std::fputs("to error\n", stderr);
        return 3;
    }
    if (role == "--say"_L1) {
        say(arguments.at(2).toUtf8().constData());
        return 0;
    }
    QProcess below;
    if (role == "--parent"_L1) {
        below.start(QCoreApplication::applicationFilePath(), {u"--wait"_s});
        if (!below.waitForStarted(20'000)) return 1;
        say("started");
    } else {
        say("waiting");
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    constexpr QLatin1StringView roles[] = {"--print"_L1, "--say"_L1, "--parent"_L1, "--wait"_L1};
    if (arguments.size() > 1 && std::ranges::find(roles, arguments.at(1)) != std::end(roles))
        return playRole(arguments);
    TestChildProcess test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_childprocess.moc"

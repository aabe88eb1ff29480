// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/listensockets.h"
#include "supervision/appprocess.h"
#include "supervision/socketlaunch.h"

#include "supervisionfixture.h"

#include <QLocalSocket>
#include <QSet>
#include <QStandardPaths>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

// Says what it was given, then answers each connection with its name and which socket it came by.
constexpr const char* server = R"(
import os, select, signal, socket, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
count = int(os.environ['LISTEN_FDS'])
sockets = [socket.socket(fileno=3 + i) for i in range(count)]
for s in sockets: s.setblocking(False)
own = int(os.environ['LISTEN_PID']) == os.getpid()
print(sys.argv[1:], own, os.environ['LISTEN_FDNAMES'], sorted(int(d) for d in os.listdir('/proc/self/fd'))[:-1], flush=True)
while True:
    for ready in select.select(sockets, [], [])[0]:
        try: connection, _ = ready.accept()
        except BlockingIOError: continue
        connection.sendall(f'{sys.argv[1]} {sockets.index(ready)}\n'.encode())
        connection.close()
)";

QString guardProgram()
{
    return QStringLiteral(TROPERO_TEST_BIN) + u"/tropero-guard"_s;
}

/// What somebody answers on that port; empty when nobody does.
QString answerOf(int port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    if (!socket.waitForConnected(5'000) || !socket.waitForDisconnected(5'000))
        return {};
    return QString::fromUtf8(socket.readAll()).trimmed();
}

QString answerOf(const QString& path)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(5'000) || !socket.waitForReadyRead(5'000))
        return {};
    return QString::fromUtf8(socket.readAll()).trimmed();
}

} // namespace

class TestSocketLaunch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<platform::ListenSockets> sockets = platform::ListenSockets::open({u"127.0.0.1:0"_s});
        if (!sockets && sockets.error().code == ErrorCode::Unsupported)
            QSKIP("sockets cannot be handed over here");
    }

    void thePlan()
    {
        LaunchPlan plan;
        plan.program = u"/usr/bin/python3"_s;
        plan.arguments = QStringList{u"app.py"_s, u"--"_s, u"a b"_s};
        plan.workingFolder = u"/srv"_s;
        const LaunchPlan with = withSockets(plan, u"/opt/tropero-guard"_s, 2, {u"3000"_s, u"app.sock"_s});
        QCOMPARE(with.program, u"/opt/tropero-guard"_s);
        QCOMPARE(with.arguments, (QStringList{u"--with-sockets"_s, u"2"_s, u"3000:app.sock"_s, u"--"_s, u"/usr/bin/python3"_s, u"app.py"_s, u"--"_s, u"a b"_s}));
        QCOMPARE(with.workingFolder, plan.workingFolder);
    }

    void twoInstancesShareTheirSockets()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not installed");
        QTemporaryDir folder;
        QVERIFY(writeText(folder.filePath(u"server.py"_s), server));
        const QString path = folder.filePath(u"app.sock"_s);
        Result<platform::ListenSockets> sockets = platform::ListenSockets::open({u"127.0.0.1:0"_s, path});
        QVERIFY2(sockets, sockets ? "" : qUtf8Printable(sockets.error().message()));
        const int port = sockets->ports().constFirst();

        AppProcess first;
        AppProcess second;
        QVERIFY(start(first, python, folder, u"first"_s, *sockets));
        QTRY_VERIFY(answerOf(port) == u"first 0"_s);
        QCOMPARE(answerOf(path), u"first 1"_s);
        QVERIFY(start(second, python, folder, u"second"_s, *sockets));
        QSet<QString> answers;
        QTRY_VERIFY_WITH_TIMEOUT((answers.insert(answerOf(port)), answers.size() >= 2), 20'000);
        QCOMPARE(answers, (QSet<QString>{u"first 0"_s, u"second 0"_s}));

        // No connection is refused while one of them goes.
        QSignalSpy ended(&first, &InstanceProcess::finished);
        QVERIFY(platform::sendSignal(platform::readProcess(first.pid())->id, u"SIGTERM"_s));
        while (ended.isEmpty()) {
            QVERIFY(!answerOf(port).isEmpty());
            QCoreApplication::processEvents();
        }
        for (int i = 0; i < 20; ++i)
            QCOMPARE(answerOf(port), u"second 0"_s);
        QCOMPARE(answerOf(path), u"second 1"_s);

        const QString said = QString::fromUtf8(second.out().read(10'000)).trimmed();
        QCOMPARE(said, u"['second', 'a b', '--'] True %1:app.sock [0, 1, 2, 3, 4]"_s.arg(port));

        // Ours are only what keeps them open when no instance runs.
        sockets = platform::ListenSockets();
        QVERIFY(!QFileInfo::exists(path));
        QCOMPARE(answerOf(port), u"second 0"_s);
    }

    void whatCannotBeStartedSaysSo()
    {
        QTemporaryDir folder;
        Result<platform::ListenSockets> sockets = platform::ListenSockets::open({u"127.0.0.1:0"_s});
        const QString text = folder.filePath(u"text"_s);
        QVERIFY(writeText(text, "x"));
        for (const auto& [program, code] : {std::pair(u"/nowhere/program"_s, 127), std::pair(text, 126)}) {
            AppProcess process;
            LaunchPlan plan;
            plan.program = program;
            plan.workingFolder = folder.path();
            QSignalSpy ended(&process, &InstanceProcess::finished);
            QVERIFY(process.start(request(withSockets(plan, guardProgram(), 1, sockets->names()), sockets->descriptors())));
            QTRY_COMPARE(ended.size(), 1);
            QCOMPARE(ended.constFirst().constFirst().value<ProcessExit>().code, code);
            const QString said = QString::fromUtf8(process.error().read(10'000));
            QVERIFY2(said.contains(program), qUtf8Printable(said));
        }
    }

private:
    static ProcessRequest request(const LaunchPlan& plan, const QList<int>& descriptors)
    {
        ProcessRequest result;
        result.plan = plan;
        result.environment = shellEnvironment();
        result.inherited = descriptors;
        return result;
    }

    static bool start(AppProcess& process, const QString& python, const QTemporaryDir& folder, const QString& name, const platform::ListenSockets& sockets)
    {
        LaunchPlan plan;
        plan.program = python;
        plan.arguments = QStringList{folder.filePath(u"server.py"_s), name, u"a b"_s, u"--"_s};
        plan.workingFolder = folder.path();
        const QList<int> descriptors = sockets.descriptors();
        plan = withSockets(plan, guardProgram(), static_cast<int>(descriptors.size()), sockets.names());
        QSignalSpy started(&process, &InstanceProcess::started);
        return process.start(request(plan, descriptors)) && (!started.isEmpty() || started.wait());
    }
};

QTEST_GUILESS_MAIN(TestSocketLaunch)
#include "test_socketlaunch.moc"

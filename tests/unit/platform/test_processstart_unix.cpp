// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processstart.h"
#include "support_unix.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace tropero::platform;

class TestProcessStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChildHasItsOwnSessionAndNothingInherited();
    void signalHandlingIsTheDefault();
    void aMissingProgramIsReported();
    void unknownUsersAreRefused();
    void anotherUserNeedsRoot();
    void runsAsAnotherUser();
    void theChildDiesWithItsParent();
    void detachedProgramsOutliveUs();
    void detachedProgramsLeaveNoZombie();
    void detachedFailuresAreReported();
    void detachedProgramsBelongToNoInstance();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestProcessStart::theChildHasItsOwnSessionAndNothingInherited()
{
    const int leaked = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC
    StartedApp app;
    QVERIFY(app.shell(u"ls /proc/$$/fd; readlink /proc/$$/fd/0; cut -d' ' -f6 /proc/$$/stat; echo $$"_s));
    QVERIFY(app.process.waitForFinished(5'000));
    ::close(leaked);
    const QStringList lines = QString::fromUtf8(app.out.read(1000)).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines.first(3), (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    QCOMPARE(lines.at(3), u"/dev/null"_s);
    QCOMPARE(lines.at(4), lines.at(5));
}

void TestProcessStart::signalHandlingIsTheDefault()
{
    ::signal(SIGUSR1, SIG_IGN);
    sigset_t blocked;
    sigset_t before;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGUSR2);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &before);
    StartedApp app;
    QVERIFY(app.start(u"cat"_s, {u"/proc/self/status"_s}));
    QVERIFY(app.process.waitForFinished(5'000));
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    struct sigaction own
    {
    };
    QCOMPARE(::sigaction(SIGUSR1, nullptr, &own), 0);
    QVERIFY(own.sa_handler == SIG_IGN);
    ::signal(SIGUSR1, SIG_DFL);
    const QString status = QString::fromUtf8(app.out.read(10'000));
    QVERIFY2(status.contains(u"SigIgn:\t0000000000000000"_s), qPrintable(status));
    QVERIFY2(status.contains(u"SigBlk:\t0000000000000000"_s), qPrintable(status));
}

void TestProcessStart::aMissingProgramIsReported()
{
    StartedApp app;
    QVERIFY(!app.start(u"/nowhere/program"_s, {}));
    QCOMPARE(app.process.error(), QProcess::FailedToStart);
    QTRY_VERIFY(app.out.atEnd());
}

void TestProcessStart::unknownUsersAreRefused()
{
    StartedApp app;
    QVERIFY(app.out.open() && app.error.open());
    const auto user = ProcessStart::prepare(app.process, app.out, app.error, u"nobody-of-that-name"_s);
    QVERIFY(!user);
    QCOMPARE(user.error().code, ErrorCode::NotFound);
    QCOMPARE(user.error().subject, u"nobody-of-that-name"_s);
    const auto group = ProcessStart::prepare(app.process, app.out, app.error, {}, u"no-such-group"_s);
    QVERIFY(!group);
    QCOMPARE(group.error().code, ErrorCode::NotFound);
}

void TestProcessStart::anotherUserNeedsRoot()
{
    if (::geteuid() == 0) QSKIP("runs as root");
    StartedApp app;
    QVERIFY(app.out.open() && app.error.open());
    const auto prepared = ProcessStart::prepare(app.process, app.out, app.error, u"root"_s);
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().code, ErrorCode::PermissionDenied);
}

void TestProcessStart::runsAsAnotherUser()
{
    if (::geteuid() != 0) QSKIP("needs root");
    StartedApp app;
    QVERIFY(app.out.open() && app.error.open());
    QVERIFY(ProcessStart::prepare(app.process, app.out, app.error, u"nobody"_s, u"12345"_s).has_value());
    app.process.start(u"/bin/sh"_s,
                      {u"-c"_s, u"id -u; id -g; id -G; sed -n 's/^Pdeath.*//p' /proc/self/status"_s});
    QVERIFY(app.process.waitForStarted());
    app.out.started();
    QVERIFY(app.process.waitForFinished(5'000));
    const QStringList lines = QString::fromUtf8(app.out.read(1000)).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines, (QStringList{u"65534"_s, u"12345"_s, u"12345"_s}));
    QCOMPARE(::geteuid(), 0U);
}

void TestProcessStart::theChildDiesWithItsParent()
{
    QProcess guard;
    guard.start(QCoreApplication::applicationFilePath(), {u"--as-guard"_s, path(u"child"_s)});
    QVERIFY(guard.waitForStarted());
    QTRY_VERIFY(processIn(path(u"child"_s)).pid != 0);
    const ProcessId child = processIn(path(u"child"_s));
    QCOMPARE(readProcess(child.pid)->parent, guard.processId());
    guard.kill();
    QVERIFY(guard.waitForFinished(5'000));
    QTRY_VERIFY(!isAlive(child));
}

void TestProcessStart::detachedProgramsOutliveUs()
{
    QProcess starter;
    starter.start(QCoreApplication::applicationFilePath(),
                  {u"--start-detached"_s, path(u"detached"_s), path(u"log"_s), m_folder.path()});
    QVERIFY(starter.waitForFinished(10'000));
    QCOMPARE(starter.exitCode(), 0);
    QTRY_VERIFY(processIn(path(u"detached"_s)).pid != 0);
    const ProcessId detached = processIn(path(u"detached"_s));
    QCOMPARE(starter.readAllStandardOutput().trimmed().toLongLong(), detached.pid);
    QVERIFY(isAlive(detached));
    QTRY_COMPARE(contentOf(path(u"log"_s)), u"out %1\nerror\n"_s.arg(m_folder.path()));
    QCOMPARE(QFile::permissions(path(u"log"_s)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QVERIFY(sendSignal(detached, u"SIGKILL"_s).has_value());
    QTRY_VERIFY(!isAlive(detached));
}

void TestProcessStart::detachedProgramsLeaveNoZombie()
{
    QElapsedTimer timer;
    timer.start();
    QList<qint64> pids;
    for (int count = 0; count < 100; ++count) {
        const auto pid = startDetached(u"/bin/true"_s, {}, {}, {});
        QVERIFY(pid.has_value());
        pids.append(*pid);
    }
    qInfo("100 starts: %lld ms", timer.elapsed());
    for (const qint64 pid : pids) {
        const auto row = readProcess(pid);
        QVERIFY(!row || row->parent != QCoreApplication::applicationPid());
    }
}

void TestProcessStart::detachedFailuresAreReported()
{
    QCOMPARE(startDetached(u"/nowhere/program"_s, {}, {}, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(startDetached(u"/bin/true"_s, {}, u"/nowhere"_s, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(startDetached(u"/bin/true"_s, {}, {}, u"/nowhere/log"_s).error().code, ErrorCode::NotFound);
    QFile plain(path(u"plain"_s));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    QCOMPARE(startDetached(plain.fileName(), {}, {}, {}).error().code, ErrorCode::NotExecutable);
    plain.write("no program");
    plain.close();
    QVERIFY(plain.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    QCOMPARE(startDetached(plain.fileName(), {}, {}, {}).error().code, ErrorCode::NotExecutable);
}

void TestProcessStart::detachedProgramsBelongToNoInstance()
{
    qputenv("TROPERO_INSTANCE", "app/0");
    const auto pid = startDetached(u"sleep"_s, {u"100"_s}, {}, {});
    qunsetenv("TROPERO_INSTANCE");
    QVERIFY(pid.has_value());
    // The system shows it as soon as the program has begun.
    QTRY_COMPARE(environmentVariableOf(*pid, "TROPERO_INSTANCE").value_or("none"), "");
    QVERIFY(sendSignal(readProcess(*pid)->id, u"SIGKILL"_s).has_value());
}

namespace {

// Stands in for a guard: starts an app and waits to be killed.
int runAsGuard(const QString& pidFile)
{
    StartedApp app;
    if (!app.shell(u"echo $$ > '%1'; exec sleep 100"_s.arg(pidFile))) return 1;
    return QCoreApplication::exec();
}

int runStarter(const QStringList& arguments)
{
    const auto pid = startDetached(
        u"/bin/sh"_s,
        {u"-c"_s, u"echo out $(pwd); echo error >&2; echo $$ > '%1'; exec sleep 100"_s.arg(arguments.at(2))},
        arguments.at(4), arguments.at(3));
    if (!pid) return 1;
    std::printf("%lld\n", static_cast<long long>(*pid));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--as-guard"_L1) return runAsGuard(arguments.at(2));
    if (arguments.size() == 5 && arguments.at(1) == "--start-detached"_L1) return runStarter(arguments);
    TestProcessStart test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_processstart_unix.moc"

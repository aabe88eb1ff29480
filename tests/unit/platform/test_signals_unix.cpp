// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/signals.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tropero::platform;

namespace {

volatile sig_atomic_t earlierHandlerCalls = 0;

void earlierHandler(int)
{
    earlierHandlerCalls = earlierHandlerCalls + 1;
}

} // namespace

class TestSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsArriveInTheEventLoop();
    void anEarlierHandlerComesBack();
    void whatWasIgnoredStaysIgnored();
    void endsAProgramByItsOwnWill();
};

void TestSignals::requestsArriveInTheEventLoop()
{
    TerminationSignals signals;
    QSignalSpy requested(&signals, &TerminationSignals::requested);
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) {
        requested.clear();
        QCOMPARE(::kill(::getpid(), number), 0);
        QTRY_COMPARE(requested.size(), 1);
        QCOMPARE(requested.at(0).at(0).toInt(), number);
    }
}

void TestSignals::anEarlierHandlerComesBack()
{
    ::signal(SIGTERM, earlierHandler);
    {
        TerminationSignals signals;
        QSignalSpy requested(&signals, &TerminationSignals::requested);
        ::raise(SIGTERM);
        QTRY_COMPARE(requested.size(), 1);
        QCOMPARE(earlierHandlerCalls, 0);
    }
    ::raise(SIGTERM);
    QCOMPARE(earlierHandlerCalls, 1);
    ::signal(SIGTERM, SIG_DFL);
}

void TestSignals::whatWasIgnoredStaysIgnored()
{
    ::signal(SIGHUP, SIG_IGN);
    TerminationSignals signals;
    QSignalSpy requested(&signals, &TerminationSignals::requested);
    ::raise(SIGHUP);
    ::raise(SIGTERM);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.at(0).at(0).toInt(), SIGTERM);
    ::signal(SIGHUP, SIG_DFL);
}

void TestSignals::endsAProgramByItsOwnWill()
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {u"--wait"_s});
    QVERIFY(program.waitForReadyRead(10'000));
    program.terminate();
    QVERIFY(program.waitForFinished(10'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 128 + SIGTERM);
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (QCoreApplication::arguments().contains(u"--wait"_s)) {
        TerminationSignals signals;
        QObject::connect(&signals, &TerminationSignals::requested, &app,
                         [](int number) { QCoreApplication::exit(128 + number); });
        std::puts("ready");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestSignals test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_signals_unix.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/e2e.h"
#include "windowwatch.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

// Console programs as an app starts them, none of which says windowsHide. Each writes a file when it runs.
const QByteArray startsOthers = "const { exec, fork, spawn } = require('child_process');\n"
                                "const [, script, number] = process.argv;\n"
                                "require('fs').writeFileSync('ran-' + (number || 0), '');\n"
                                "if (number === undefined) {\n"
                                "    spawn(process.execPath, [script, '1'], { stdio: 'ignore' });\n"
                                "    spawn('cmd.exe', ['/c', 'node', script, '2'], { stdio: 'ignore' });\n"
                                "    exec(`node ${script} 3`, () => {});\n"
                                "    fork(script, ['4']);\n"
                                "}\n"
                                "setInterval(() => {}, 1000);";
constexpr int programs = 5;

QString windowed()
{
    return QDir::toNativeSeparators(QCoreApplication::applicationDirPath() + "/tropero-test-windowed.exe"_L1);
}

} // namespace

/// Which windows there are, and what becomes of them. Needs a display: under Wine there are no windows without one.
class AppWindowsTest : public SandboxTest
{
    Q_OBJECT

    QProcessEnvironment environmentOfAnApp() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TROPERO_HOME"_s, m_box->home());
        return environment;
    }
    void startWindowed(const QStringList& more, const QStringList& options = {})
    {
        RUN_OK(QStringList{u"start"_s, windowed(), u"--name"_s, u"windowed"_s} + options
               + QStringList{u"--"_s, QDir::toNativeSeparators(m_box->folder())} + more);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_box->folder() + u"/shown"_s), 15'000);
    }

    /// The app and all that it starts have run; the next start shows it anew.
    bool haveRun() const
    {
        const auto marks = [this] { return QDir(m_box->folder()).entryList({u"ran-*"_s}); };
        if (!QTest::qWaitFor([&] { return marks().size() == programs; }, 30'000)) return false;
        const QStringList all = marks();
        for (const QString& mark : all) QFile::remove(m_box->folder() + u'/' + mark);
        return true;
    }

private Q_SLOTS:
    void theWatchSeesAWindow();
    void theWatchSeesAConsole();
    void noneOfAnApp();
    void noneOfACrash();
    void noneOfACluster();
    void stopClosesTheWindow();
    void whatDoesNotCloseIsEnded();
    void theWindowOfAChildIsClosed();
};

void AppWindowsTest::theWatchSeesAWindow()
{
    WindowWatch watch(m_box->home());
    QProcess program;
    program.setProcessEnvironment(environmentOfAnApp());
    program.start(windowed(), {QDir::toNativeSeparators(m_box->folder())});
    QVERIFY(program.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(watch.windows() > 0, 15'000);
    program.kill();
    (void)program.waitForFinished();
    QVERIFY2(watch.found().first().endsWith("TroperoTestWindow"_L1), qPrintable(watch.found().join(u", "_s)));
}

void AppWindowsTest::theWatchSeesAConsole()
{
    WindowWatch watch(m_box->home());
    QProcess shell;
    shell.setProcessEnvironment(environmentOfAnApp());
    // What a program without a console gets when it starts one that has to have one.
    shell.setCreateProcessArgumentsModifier([](QProcess::CreateProcessArguments* arguments) {
        arguments->flags = (arguments->flags & ~static_cast<unsigned long>(CREATE_NO_WINDOW)) | CREATE_NEW_CONSOLE;
        arguments->startupInfo->dwFlags &= ~static_cast<unsigned long>(STARTF_USESTDHANDLES);
    });
    shell.start(u"cmd.exe"_s, {u"/k"_s});
    QVERIFY(shell.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(watch.windows() > 0, 15'000);
    shell.kill();
    (void)shell.waitForFinished();
}

void AppWindowsTest::noneOfAnApp()
{
    m_box->file(u"tree.js"_s, startsOthers);
    m_box->file(u"shim.cmd"_s, "@echo off\r\nnode \"%~dp0tree.js\" %*\r\n");
    WindowWatch watch(m_box->home());
    RUN_OK({u"start"_s, u"tree.js"_s, u"--kill-timeout"_s, u"500"_s});
    QVERIFY(haveRun());
    RUN_OK({u"restart"_s, u"tree"_s});
    QVERIFY(haveRun());
    RUN_OK({u"stop"_s, u"tree"_s});
    RUN_OK({u"delete"_s, u"tree"_s});
    RUN_OK({u"start"_s, u"shim.cmd"_s, u"--kill-timeout"_s, u"500"_s});
    QVERIFY(haveRun());
    killHard(m_box->daemonPid()); // what a daemon does that was started from a prompt, and what one does that was not
    RUN_OK({u"restart"_s, u"shim"_s});
    QVERIFY(haveRun());
    RUN_OK({u"kill"_s});
    QVERIFY(watch.looks() > 10);
    QCOMPARE(watch.found(), QStringList());
}

void AppWindowsTest::noneOfACrash()
{
    m_box->file(u"crash.js"_s, "require('child_process').spawn('cmd.exe', ['/c', 'echo up'], { stdio: 'inherit' }).on('exit', () => process.exit(3));");
    WindowWatch watch(m_box->home());
    (void)m_box->run({u"start"_s, u"crash.js"_s, u"--restart-delay"_s, u"50"_s, u"--max-restarts"_s, u"100"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_box->restarts(u"crash"_s) >= 3, 20'000);
    RUN_OK({u"delete"_s, u"crash"_s});
    QCOMPARE(watch.found(), QStringList());
}

void AppWindowsTest::noneOfACluster()
{
    m_box->file(u"tree.js"_s, "require('child_process').spawn('cmd.exe', ['/c', 'node', 'idle.js'], { stdio: 'inherit' });\nsetInterval(() => {}, 1000);");
    WindowWatch watch(m_box->home());
    RUN_OK({u"start"_s, u"tree.js"_s, u"-i"_s, u"2"_s, u"--kill-timeout"_s, u"500"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_box->outLog(u"tree"_s, 0).contains("up") && m_box->outLog(u"tree"_s, 1).contains("up"), 30'000);
    RUN_OK({u"reload"_s, u"tree"_s});
    killHard(m_box->pid(u"tree"_s, 1));
    QTRY_COMPARE_WITH_TIMEOUT(m_box->restarts(u"tree"_s, 1), 2, 20'000);
    RUN_OK({u"scale"_s, u"tree"_s, u"1"_s});
    RUN_OK({u"delete"_s, u"tree"_s});
    QCOMPARE(watch.found(), QStringList());
}

void AppWindowsTest::stopClosesTheWindow()
{
    startWindowed({}, {u"--kill-timeout"_s, u"20000"_s});
    RUN_OK({u"stop"_s, u"windowed"_s});
    QVERIFY(QFile::exists(m_box->folder() + u"/closed"_s));
    const Outcome outcome = m_box->run({u"describe"_s, u"windowed"_s});
    QVERIFY2(outcome.out.contains("exit code 0"), outcome.out.constData()); // what is ended has another one
}

void AppWindowsTest::whatDoesNotCloseIsEnded()
{
    startWindowed({u"stay"_s}, {u"--kill-timeout"_s, u"1500"_s});
    RUN_OK({u"stop"_s, u"windowed"_s});
    QVERIFY(QFile::exists(m_box->folder() + u"/closed"_s)); // it was asked first
    QCOMPARE(m_box->appProcesses(), QList<qint64>());
}

void AppWindowsTest::theWindowOfAChildIsClosed()
{
    m_box->file(u"starts.js"_s, "const child = require('child_process').spawn(process.argv[2], [process.argv[3]], { stdio: 'ignore' });\n"
                                "child.on('exit', (code) => { require('fs').writeFileSync('left', String(code)); process.exit(0); });\n"
                                "process.on('SIGINT', () => {});");
    RUN_OK({u"start"_s, u"starts.js"_s, u"--kill-timeout"_s, u"20000"_s, u"--"_s, windowed(), QDir::toNativeSeparators(m_box->folder())});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_box->folder() + u"/shown"_s), 15'000);
    RUN_OK({u"stop"_s, u"starts"_s});
    QCOMPARE(readAll(m_box->folder() + u"/left"_s), QByteArray("0"));
    QVERIFY(QFile::exists(m_box->folder() + u"/closed"_s));
}

QTEST_GUILESS_MAIN(AppWindowsTest)
#include "tst_appwindows.moc"

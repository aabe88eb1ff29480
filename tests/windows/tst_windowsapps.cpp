// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/e2e.h"

#include <QDir>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

const QByteArray printArguments = "console.log(JSON.stringify(process.argv.slice(2))); setInterval(() => {}, 1000);";
const QByteArray stopsWithMarker = "process.on('SIGINT', () => { require('fs').writeFileSync('marker-' + (process.env.NODE_APP_INSTANCE || 0), 'asked'); process.exit(0); });\n"
                                   "console.log('up'); setInterval(() => {}, 1000);";

QStringList oddArguments()
{
    return {u"a b"_s, u"say \"hi\""_s, u"back\\"_s, u"back\\\"quote"_s, u"\\\\server\\share\\"_s, u"&calc"_s, u"a|b>c<d^e"_s, u""_s,
            u"ñandú ça 日本"_s, u"(x) !y! ;,="_s};
}

} // namespace

/// Real programs on Windows: what is different there.
class WindowsAppsTest : public SandboxTest
{
    Q_OBJECT

    QStringList argumentsSeenBy(const QString& app)
    {
        if (!QTest::qWaitFor([&] { return m_box->outLog(app).contains('\n'); }, 20'000)) return {u"(nothing)"_s};
        const QByteArray line = m_box->outLog(app).split('\n').first();
        QStringList seen;
        const QJsonArray array = QJsonDocument::fromJson(line).array();
        for (const QJsonValue& value : array) seen.append(value.toString());
        return seen;
    }

private Q_SLOTS:
    void stopRunsTheHandlerOfCtrlC();
    void stopRunsTheHandlerOfCtrlBreak();
    void stopRunsTheHandlerInEachWorker();
    void shutdownMessage();
    void nothingOfATreeIsLeft();
    void argumentsAreExact();
    void argumentsOfABatchFileAreExact();
    void percentSignsForABatchFile();
    void whatABatchFileCannotBeGivenIsRefused();
    void npmShim();
    void exitCodesAreNamed();
    void longAndForeignPaths();
    void twoHomesSideBySide();
};

void WindowsAppsTest::stopRunsTheHandlerOfCtrlC()
{
    m_box->file(u"app.js"_s, stopsWithMarker);
    RUN_OK({u"start"_s, u"app.js"_s, u"--kill-timeout"_s, u"15000"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->outLog(u"app"_s), QByteArray("up\n"), 15'000);
    RUN_OK({u"stop"_s, u"app"_s});
    QCOMPARE(readAll(m_box->folder() + u"/marker-0"_s), QByteArray("asked"));
    QCOMPARE(m_box->status(u"app"_s), u"stopped"_s);
    // The guard was on the app's console for a moment; it lives, and so does the next start.
    RUN_OK({u"start"_s, u"app"_s});
    QCOMPARE(m_box->status(u"app"_s), u"online"_s);
}

void WindowsAppsTest::stopRunsTheHandlerOfCtrlBreak()
{
    m_box->file(u"app.js"_s, QByteArray(stopsWithMarker).replace("SIGINT", "SIGBREAK"));
    m_box->file(u"app.config.json"_s, R"({"apps": [{"name": "app", "script": "app.js", "stop_signal": "SIGBREAK", "kill_timeout": "15s"}]})");
    RUN_OK({u"start"_s, u"app.config.json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->outLog(u"app"_s), QByteArray("up\n"), 15'000);
    RUN_OK({u"stop"_s, u"app"_s});
    QCOMPARE(readAll(m_box->folder() + u"/marker-0"_s), QByteArray("asked"));
    RUN_OK({u"start"_s, u"app"_s}); // the guard was on that console and outlives the event
    QCOMPARE(m_box->status(u"app"_s), u"online"_s);
}

void WindowsAppsTest::stopRunsTheHandlerInEachWorker()
{
    m_box->file(u"app.js"_s, stopsWithMarker);
    RUN_OK({u"start"_s, u"app.js"_s, u"-i"_s, u"2"_s, u"--kill-timeout"_s, u"15000"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->outLog(u"app"_s, 1), QByteArray("up\n"), 15'000);
    RUN_OK({u"stop"_s, u"1"_s});
    QCOMPARE(readAll(m_box->folder() + u"/marker-1"_s), QByteArray("asked"));
    QVERIFY(!QFile::exists(m_box->folder() + u"/marker-0"_s)); // the console is the whole cluster's
    RUN_OK({u"stop"_s, u"app"_s});
    QCOMPARE(readAll(m_box->folder() + u"/marker-0"_s), QByteArray("asked"));
}

void WindowsAppsTest::shutdownMessage()
{
    m_box->file(u"app.js"_s, "process.on('message', (m) => { if (m === 'shutdown') { require('fs').writeFileSync('marker', 'asked'); process.exit(0); } });\n"
                             "console.log('up'); setInterval(() => {}, 1000);");
    RUN_OK({u"start"_s, u"app.js"_s, u"--shutdown-with-message"_s, u"--kill-timeout"_s, u"15000"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->outLog(u"app"_s), QByteArray("up\n"), 15'000);
    RUN_OK({u"stop"_s, u"app"_s});
    QCOMPARE(readAll(m_box->folder() + u"/marker"_s), QByteArray("asked"));
}

void WindowsAppsTest::nothingOfATreeIsLeft()
{
    m_box->file(u"tree.js"_s, "const { spawn } = require('child_process');\n"
                              "for (const detached of [false, true]) spawn(process.execPath, ['-e', 'process.on(\"SIGINT\", () => {}); setInterval(() => {}, 1000)'], { detached, stdio: 'ignore' });\n"
                              "console.log('up'); setInterval(() => {}, 1000);");
    RUN_OK({u"start"_s, u"tree.js"_s, u"--kill-timeout"_s, u"500"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->appProcesses().size(), 3, 15'000);
    RUN_OK({u"stop"_s, u"tree"_s});
    QCOMPARE(m_box->appProcesses(), QList<qint64>());
    RUN_OK({u"start"_s, u"tree"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->appProcesses().size(), 3, 15'000);
    killHard(m_box->pid(u"tree"_s)); // a crash leaves no part of the old tree behind either
    QTRY_COMPARE_WITH_TIMEOUT(m_box->restarts(u"tree"_s), 1, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_box->appProcesses().size(), 3, 15'000);
}

void WindowsAppsTest::argumentsAreExact()
{
    m_box->file(u"print.js"_s, printArguments);
    const QStringList arguments = oddArguments() + QStringList{u"100%"_s, u"%PATH%"_s, u"%%x%%"_s, u"two\nlines"_s};
    RUN_OK(QStringList{u"start"_s, u"print.js"_s, u"--"_s} + arguments);
    QCOMPARE(argumentsSeenBy(u"print"_s), arguments);
}

void WindowsAppsTest::argumentsOfABatchFileAreExact()
{
    m_box->file(u"print.js"_s, printArguments);
    m_box->file(u"my tools/shim & co.cmd"_s, "@echo off\r\nnode \"%~dp0..\\print.js\" %*\r\n");
    RUN_OK(QStringList{u"start"_s, u"my tools/shim & co.cmd"_s, u"--name"_s, u"shim"_s, u"--"_s} + oddArguments());
    QCOMPARE(argumentsSeenBy(u"shim"_s), oddArguments());
}

void WindowsAppsTest::percentSignsForABatchFile()
{
    m_box->file(u"print.js"_s, printArguments);
    m_box->file(u"shim.cmd"_s, "@echo off\r\nnode \"%~dp0print.js\" %*\r\n");
    const QStringList arguments{u"100%"_s, u"%PATH%"_s, u"%OS% & %OS%"_s};
    RUN_OK(QStringList{u"start"_s, u"shim.cmd"_s, u"--"_s} + arguments);
    QCOMPARE(argumentsSeenBy(u"shim"_s), arguments);
}

void WindowsAppsTest::whatABatchFileCannotBeGivenIsRefused()
{
    m_box->file(u"shim.cmd"_s, "@echo ran\r\n");
    const Outcome outcome = m_box->run({u"start"_s, u"shim.cmd"_s, u"--"_s, u"x\ncalc"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("line break"), QByteArray(outcome.out + outcome.err).constData());
}

void WindowsAppsTest::npmShim()
{
    // As npm, pnpm and yarn are installed: a shell script and a .cmd of the same name.
    m_box->file(u"tools/npm"_s, "#!/bin/sh\nexit 99\n");
    m_box->file(u"tools/npm.cmd"_s, "@ECHO off\r\nnode \"%~dp0npm-cli.js\" %*\r\n");
    m_box->file(u"tools/npm-cli.js"_s, printArguments);
    const QString path = u"PATH="_s + QDir::toNativeSeparators(m_box->folder() + u"/tools"_s) + u';' + qEnvironmentVariable("PATH");
    const Outcome outcome = m_box->run({u"start"_s, u"npm"_s, u"--name"_s, u"web"_s, u"--"_s, u"run"_s, u"dev"_s}, {}, {path});
    QVERIFY2(outcome.code == 0, QByteArray(outcome.out + outcome.err).constData());
    QCOMPARE(argumentsSeenBy(u"web"_s), (QStringList{u"run"_s, u"dev"_s}));
    RUN_OK({u"stop"_s, u"web"_s});
    QCOMPARE(m_box->appProcesses(), QList<qint64>());
}

void WindowsAppsTest::exitCodesAreNamed()
{
    m_box->file(u"crash.js"_s, "process.exit(0xC0000005 | 0);");
    (void)m_box->run({u"start"_s, u"crash.js"_s, u"--no-autorestart"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->status(u"crash"_s), u"stopped"_s, 15'000);
    const Outcome outcome = m_box->run({u"describe"_s, u"crash"_s});
    QVERIFY2(outcome.out.contains("access violation"), outcome.out.constData());
}

void WindowsAppsTest::longAndForeignPaths()
{
    const QString folder = QString(120, u'a') + u'/' + QString(120, u'ñ') + u"/日本 🚀"_s;
    const QString script = m_box->file(folder + u"/app é.js"_s, "process.on('SIGINT', () => { require('fs').writeFileSync(require('path').join(__dirname, 'marker 🚀'), process.cwd()); process.exit(0); });\n"
                                                               "console.log('ran 🚀 in', require('path').basename(process.cwd())); setInterval(() => {}, 1000);");
    QVERIFY(script.size() > 260);
    m_box->file(u"naïve 🚀/there"_s, {});
    RUN_OK({u"start"_s, script, u"--name"_s, u"long"_s, u"--cwd"_s, m_box->folder() + u"/naïve 🚀"_s, u"--kill-timeout"_s, u"15000"_s, u"--output"_s, u"logs ñ/🚀.log"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_box->outLog(u"long"_s), QByteArray("ran 🚀 in naïve 🚀\n"), 15'000);
    QVERIFY2(m_box->run({u"describe"_s, u"long"_s}).out.contains("logs ñ\\🚀.log"), m_box->run({u"describe"_s, u"long"_s}).out.constData());
    RUN_OK({u"stop"_s, u"long"_s});
    QVERIFY(readAll(QFileInfo(script).path() + u"/marker 🚀"_s).endsWith("naïve 🚀"));
}

void WindowsAppsTest::twoHomesSideBySide()
{
    const Sandbox other;
    other.file(u"idle.js"_s, "setInterval(() => {}, 1000);");
    RUN_OK({u"start"_s, u"idle.js"_s});
    QCOMPARE(other.jlist().size(), 0);
    QCOMPARE(other.run({u"start"_s, u"idle.js"_s}).code, 0);
    QVERIFY(m_box->daemonPid() != other.daemonPid());
    QCOMPARE(m_box->run({u"kill"_s}).code, 0);
    QCOMPARE(other.status(u"idle"_s), u"online"_s);
}

QTEST_GUILESS_MAIN(WindowsAppsTest)
#include "tst_windowsapps.moc"

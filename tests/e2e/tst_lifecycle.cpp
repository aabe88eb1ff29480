// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include <QDir>

using namespace Qt::StringLiterals;

/// The commands on real programs, as a new user meets them.
class LifecycleTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyList()
    {
        RUN_OK({u"list"_s});
        QCOMPARE(m_box->run({u"jlist"_s}).out.trimmed(), QByteArray("[]"));
        QCOMPARE(m_box->run({u"stop"_s, u"all"_s}).code, 1);
    }

    void startStopRestartDelete()
    {
        RUN_OK({u"start"_s, u"echo.js"_s, u"--"_s, u"a b"_s, u"--x"_s});
        QCOMPARE(m_box->status(u"echo"_s), u"online"_s);
        const qint64 pid = m_box->pid(u"echo"_s);
        QVERIFY(isRunning(pid));
        QTRY_COMPARE(m_box->outLog(u"echo"_s), QByteArray("hello a b|--x\n"));

        RUN_OK({u"restart"_s, u"echo"_s});
        QVERIFY(!isRunning(pid));
        QCOMPARE(m_box->restarts(u"echo"_s), 1);
        QCOMPARE(m_box->status(u"echo"_s), u"online"_s);

        RUN_OK({u"stop"_s, u"0"_s});
        QCOMPARE(m_box->status(u"echo"_s), u"stopped"_s);
        QCOMPARE(m_box->pid(u"echo"_s), 0);
        QCOMPARE(m_box->appProcesses(), QList<qint64>());

        RUN_OK({u"start"_s, u"echo"_s});
        QCOMPARE(m_box->status(u"echo"_s), u"online"_s);
        QCOMPARE(m_box->restarts(u"echo"_s), 1);

        RUN_OK({u"delete"_s, u"all"_s});
        QCOMPARE(m_box->jlist().size(), 0);
        QCOMPARE(m_box->appProcesses(), QList<qint64>());
        QVERIFY(QDir(m_box->home() + u"/apps"_s).entryList(QDir::Files).isEmpty());
    }

    void sameScriptTwiceNeedsForce()
    {
        RUN_OK({u"start"_s, u"echo.js"_s});
        const Outcome again = m_box->run({u"start"_s, u"echo.js"_s});
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains("already"));
        RUN_OK({u"start"_s, u"echo.js"_s, u"-f"_s});
        QCOMPARE(m_box->jlist().size(), 2);
        RUN_OK({u"start"_s, u"echo.js"_s, u"--name"_s, u"other"_s});
        QCOMPARE(m_box->jlist().size(), 3);
        RUN_OK({u"stop"_s, u"echo"_s});
        QCOMPARE(m_box->status(u"echo"_s, 0), u"stopped"_s);
        QCOMPARE(m_box->status(u"echo"_s, 1), u"stopped"_s);
        QCOMPARE(m_box->status(u"other"_s), u"online"_s);
    }

    void selectors()
    {
        RUN_OK({u"start"_s, u"echo.js"_s, u"--name"_s, u"api"_s, u"--namespace"_s, u"shop"_s});
        RUN_OK({u"start"_s, u"echo.js"_s, u"--name"_s, u"web"_s, u"--namespace"_s, u"shop"_s});
        RUN_OK({u"start"_s, u"echo.js"_s, u"--name"_s, u"cron"_s});
        RUN_OK({u"stop"_s, u"shop"_s});
        QCOMPARE(m_box->status(u"api"_s), u"stopped"_s);
        QCOMPARE(m_box->status(u"web"_s), u"stopped"_s);
        QCOMPARE(m_box->status(u"cron"_s), u"online"_s);
        RUN_OK({u"restart"_s, u"/^(api|web)$/"_s});
        QCOMPARE(m_box->status(u"api"_s), u"online"_s);
        const Outcome unknown = m_box->run({u"stop"_s, u"crom"_s});
        QCOMPARE(unknown.code, 1);
        QVERIFY2(unknown.err.contains("cron"), unknown.err.constData());
        QCOMPARE(m_box->run({u"stop"_s, u"/[/"_s}).code, 1);
        QCOMPARE(m_box->run({u"id"_s, u"web"_s}).out.simplified(), QByteArray("[ 1 ]"));
        QCOMPARE(m_box->run({u"pid"_s, u"web"_s}).out.trimmed().toLongLong(), m_box->pid(u"web"_s));
    }

    void instancesGetTheirNumberAndPort()
    {
        m_box->file(u"env.sh"_s, "echo \"$NODE_APP_INSTANCE $PORT\"; exec sleep 1000\n");
        RUN_OK({u"start"_s, u"env.sh"_s, u"-i"_s, u"3"_s, u"--port"_s, u"4100"_s, u"--increment-var"_s, u"PORT"_s});
        QCOMPARE(m_box->jlist().size(), 3);
        for (int i = 0; i < 3; ++i) {
            QTRY_COMPARE(m_box->outLog(u"env"_s, i), QByteArray::number(i) + ' ' + QByteArray::number(4100 + i) + '\n');
        }
        RUN_OK({u"stop"_s, u"1"_s});
        QCOMPARE(m_box->status(u"env"_s, 0), u"online"_s);
        QCOMPARE(m_box->status(u"env"_s, 1), u"stopped"_s);
        RUN_OK({u"delete"_s, u"1"_s});
        QCOMPARE(m_box->jlist().size(), 2);
    }

    void whatCannotStartSaysWhy_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("missing") << QStringList{u"nothere.js"_s} << QByteArray("nothere.js");
        QTest::newRow("interpreter") << QStringList{u"echo.js"_s, u"--interpreter"_s, u"nosuchnode"_s} << QByteArray("nosuchnode");
        QTest::newRow("folder") << QStringList{u"echo.js"_s, u"--cwd"_s, u"/no/such/folder"_s} << QByteArray("/no/such/folder");
        QTest::newRow("option") << QStringList{u"echo.js"_s, u"--max-memry-restart"_s, u"5M"_s} << QByteArray("--max-memory-restart");
        QTest::newRow("value") << QStringList{u"echo.js"_s, u"--max-memory-restart"_s, u"lots"_s} << QByteArray("lots");
    }

    void whatCannotStartSaysWhy()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        const Outcome outcome = m_box->run(QStringList{u"start"_s} + arguments);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(said), QByteArray(outcome.out + outcome.err).constData());
    }

    void pathsWithSpacesQuotesAndAccents()
    {
        const QString path = m_box->file(u"mi carpeta ñ/it's \"ça\".js"_s, "console.log('ran'); setInterval(() => {}, 1000);");
        RUN_OK({u"start"_s, path, u"--name"_s, u"odd"_s});
        QTRY_COMPARE(m_box->outLog(u"odd"_s), QByteArray("ran\n"));
    }

    void npmStartIsStoppedWhole()
    {
        m_box->file(u"package.json"_s, R"({"name":"p","scripts":{"start":"node parent.js"}})");
        m_box->file(u"parent.js"_s, "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); setInterval(() => {}, 1000);");
        RUN_OK({u"start"_s, u"npm"_s, u"--name"_s, u"web"_s, u"--"_s, u"start"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_box->appProcesses().size() >= 3, 15'000);
        RUN_OK({u"stop"_s, u"web"_s});
        QCOMPARE(m_box->appProcesses(), QList<qint64>());
    }

    void escapedDescendantsAreStopped()
    {
        m_box->file(u"fork.sh"_s, "setsid sh -c '(trap \"\" INT TERM; exec env -u TROPERO_INSTANCE sleep 7777) & exit' & (setsid sleep 7778 &)\nexec sleep 7779\n");
        RUN_OK({u"start"_s, u"fork.sh"_s});
        QTRY_VERIFY(m_box->appProcesses().size() >= 2);
        RUN_OK({u"stop"_s, u"fork"_s});
        QProcess ps;
        ps.start(u"ps"_s, {u"-eww"_s, u"-o"_s, u"args"_s});
        QVERIFY(ps.waitForFinished());
        QVERIFY2(!ps.readAll().contains("sleep 777"), "a descendant is left");
    }

    void ignoredSignalsEndAtKillTimeout()
    {
        m_box->file(u"stubborn.js"_s, "process.on('SIGINT', () => {}); process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000);");
        RUN_OK({u"start"_s, u"stubborn.js"_s, u"--kill-timeout"_s, u"300"_s});
        QTRY_COMPARE(m_box->outLog(u"stubborn"_s), QByteArray("up\n"));
        RUN_OK({u"stop"_s, u"stubborn"_s});
        QCOMPARE(m_box->appProcesses(), QList<qint64>());
        QCOMPARE(m_box->status(u"stubborn"_s), u"stopped"_s);
    }

    void changedOptionsAreTakenOverAtRestart()
    {
        RUN_OK({u"start"_s, u"echo.js"_s});
        RUN_OK({u"restart"_s, u"echo"_s, u"--name"_s, u"renamed"_s, u"--max-memory-restart"_s, u"100M"_s});
        QCOMPARE(m_box->status(u"renamed"_s), u"online"_s);
        QCOMPARE(m_box->entry(u"renamed"_s)["pm2_env"_L1]["max_memory_restart"_L1].toInteger(), 100 * 1024 * 1024);
    }

    void environmentIsMasked()
    {
        RUN_OK({u"start"_s, u"echo.js"_s}, {}, {u"API_TOKEN=hunter2"_s, u"COLOR_OF=blue"_s});
        const Outcome masked = m_box->run({u"env"_s, u"0"_s});
        QVERIFY(masked.out.contains("COLOR_OF"));
        QVERIFY(masked.out.contains("blue"));
        QVERIFY(!masked.out.contains("hunter2"));
        QVERIFY(m_box->run({u"env"_s, u"0"_s, u"--reveal"_s}).out.contains("hunter2"));
        QVERIFY(!m_box->run({u"jlist"_s}).out.contains("hunter2"));
        QVERIFY(!m_box->run({u"describe"_s, u"0"_s}).out.contains("hunter2"));
        const QStringList files = QDir(m_box->home() + u"/apps"_s).entryList(QDir::Files);
        for (const QString& name : files) QVERIFY(!readAll(m_box->home() + u"/apps/"_s + name).contains("hunter2"));
    }

    void killRemovesAllAndResurrectBringsBack()
    {
        RUN_OK({u"start"_s, u"echo.js"_s});
        RUN_OK({u"kill"_s});
        QTRY_COMPARE(m_box->appProcesses(), QList<qint64>());
        QCOMPARE(m_box->jlist().size(), 0);
        RUN_OK({u"resurrect"_s});
        QCOMPARE(m_box->status(u"echo"_s), u"online"_s);
    }

    void sendSignalReachesTheApp()
    {
        m_box->file(u"usr.js"_s, "process.on('SIGUSR2', () => console.log('got it')); console.log('up'); setInterval(() => {}, 1000);");
        RUN_OK({u"start"_s, u"usr.js"_s});
        QTRY_COMPARE(m_box->outLog(u"usr"_s), QByteArray("up\n"));
        RUN_OK({u"sendSignal"_s, u"SIGUSR2"_s, u"usr"_s});
        QTRY_COMPARE(m_box->outLog(u"usr"_s), QByteArray("up\ngot it\n"));
        QCOMPARE(m_box->run({u"sendSignal"_s, u"SIGNOPE"_s, u"usr"_s}).code, 1);
    }
};

QTEST_GUILESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"

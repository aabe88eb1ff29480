// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

using namespace Qt::StringLiterals;

/// Restart policies on real programs.
class RestartsTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void fastCrashLoopGivesUpAndSaysWhy()
    {
        m_box->file(u"crash.sh"_s, "echo ran; exit 3\n");
        m_box->run({u"start"_s, u"crash.sh"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_box->status(u"crash"_s), u"errored"_s, 15'000);
        QCOMPARE(m_box->restarts(u"crash"_s), 15);
        QCOMPARE(m_box->outLog(u"crash"_s), QByteArray("ran\n").repeated(16));
        QCOMPARE(m_box->entry(u"crash"_s)["pm2_env"_L1]["exit_code"_L1].toInt(), 3);
        QVERIFY(m_box->run({u"describe"_s, u"crash"_s}).out.contains("exit code 3"));
        RUN_OK({u"stop"_s, u"crash"_s});
        QCOMPARE(m_box->status(u"crash"_s), u"stopped"_s);
    }

    void slowCrashLoopGivesUpToo()
    {
        m_box->file(u"slow.sh"_s, "sleep 0.3; exit 1\n");
        m_box->file(u"slow.json"_s, R"({"apps":[{"script":"slow.sh","max_restarts":4,"min_uptime":100,"restart_delay":50}]})");
        m_box->run({u"start"_s, u"slow.json"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_box->status(u"slow"_s), u"errored"_s, 15'000);
        QCOMPARE(m_box->restarts(u"slow"_s), 3);
    }

    void policyNever()
    {
        m_box->file(u"once.js"_s, "console.log('once');");
        RUN_OK({u"start"_s, u"once.js"_s, u"--no-autorestart"_s});
        QTRY_COMPARE(m_box->status(u"once"_s), u"stopped"_s);
        QCOMPARE(m_box->outLog(u"once"_s), QByteArray("once\n"));
        QCOMPARE(m_box->restarts(u"once"_s), 0);
    }

    void policyOnFailure()
    {
        m_box->file(u"job.js"_s, "const fs = require('fs'); if (!fs.existsSync('done')) { fs.writeFileSync('done', ''); process.exitCode = 1; }");
        m_box->file(u"job.json"_s, R"({"script":"job.js","restart":"on-failure"})");
        m_box->run({u"start"_s, u"job.json"_s});
        QTRY_COMPARE(m_box->status(u"job"_s), u"stopped"_s);
        QCOMPARE(m_box->restarts(u"job"_s), 1);
    }

    void stopExitCodes()
    {
        m_box->file(u"code.js"_s, "process.exitCode = 42;");
        m_box->run({u"start"_s, u"code.js"_s, u"--stop-exit-codes"_s, u"0 42"_s});
        QTRY_COMPARE(m_box->status(u"code"_s), u"stopped"_s);
        QCOMPARE(m_box->restarts(u"code"_s), 0);
    }

    void delayIsWaitedForAndCanBeStopped()
    {
        m_box->file(u"crash.js"_s, "process.exitCode = 1;");
        m_box->run({u"start"_s, u"crash.js"_s, u"--restart-delay"_s, u"60000"_s});
        QTRY_COMPARE(m_box->status(u"crash"_s), u"waiting restart"_s);
        QCOMPARE(m_box->pid(u"crash"_s), 0);
        RUN_OK({u"stop"_s, u"crash"_s});
        QCOMPARE(m_box->status(u"crash"_s), u"stopped"_s);
    }

    void signalDeathIsNamed()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--no-autorestart"_s});
        killHard(m_box->pid(u"idle"_s));
        QTRY_COMPARE(m_box->status(u"idle"_s), u"stopped"_s);
        QVERIFY(m_box->run({u"describe"_s, u"idle"_s}).out.contains("SIGKILL"));
    }

    void memoryLimitCountsTheTree()
    {
        m_box->file(u"parent.js"_s, "require('child_process').spawn(process.execPath, ['-e', \"globalThis.x = Buffer.alloc(150e6, 1); setInterval(() => {}, 1000)\"]); setInterval(() => {}, 1000);");
        RUN_OK({u"start"_s, u"parent.js"_s, u"--max-memory-restart"_s, u"120M"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_box->restarts(u"parent"_s) >= 1, 15'000);
        RUN_OK({u"stop"_s, u"parent"_s});
        QCOMPARE(m_box->appProcesses(), QList<qint64>());
    }

    void missingScriptIsErroredNotLooped()
    {
        const QString path = m_box->file(u"gone.js"_s, "setInterval(() => {}, 1000)");
        RUN_OK({u"start"_s, path});
        QFile::remove(path);
        QCOMPARE(m_box->run({u"restart"_s, u"gone"_s}).code, 1);
        QTRY_COMPARE(m_box->status(u"gone"_s), u"errored"_s);
        QVERIFY(m_box->run({u"describe"_s, u"gone"_s}).out.contains("gone.js"));
    }

    void resetForgets()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        RUN_OK({u"restart"_s, u"idle"_s});
        QCOMPARE(m_box->restarts(u"idle"_s), 1);
        RUN_OK({u"reset"_s, u"idle"_s});
        QCOMPARE(m_box->restarts(u"idle"_s), 0);
    }
};

QTEST_GUILESS_MAIN(RestartsTest)
#include "tst_restarts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include <QElapsedTimer>
#include <QOperatingSystemVersion>

using namespace Qt::StringLiterals;

/// What is left when the daemon or a guard dies, and how it comes back.
class DaemonLossTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void tenClientsStartOneDaemon()
    {
        std::vector<std::unique_ptr<QProcess>> clients;
        for (int i = 0; i < 10; ++i) clients.push_back(m_box->launch({u"ping"_s}));
        for (const auto& client : clients) {
            QVERIFY(client->waitForFinished(20'000));
            QCOMPARE(client->exitCode(), 0);
            QVERIFY(client->readAllStandardOutput().contains("pong"));
        }
        QTRY_COMPARE(m_box->daemons().size(), 1); // those that came too late may still be ending
        QCOMPARE(m_box->daemons(), QList<qint64>{m_box->daemonPid()});
    }

    void newDaemonHasItsAppsBack()
    {
        m_box->file(u"count.js"_s, "let n = 0; setInterval(() => console.log('line ' + n++), 5);");
        RUN_OK({u"start"_s, u"count.js"_s});
        RUN_OK({u"start"_s, u"idle.js"_s, u"-i"_s, u"2"_s});
        RUN_OK({u"stop"_s, u"2"_s});
        QTRY_VERIFY(m_box->outLog(u"count"_s).count('\n') > 20);
        const qint64 pid = m_box->pid(u"count"_s);
        const qint64 other = m_box->pid(u"idle"_s);
        const qint64 oldDaemon = m_box->daemonPid();
        const QString log = m_box->entry(u"count"_s)["pm2_env"_L1]["pm_out_log_path"_L1].toString();

        killHard(oldDaemon);
        QTRY_VERIFY(!isRunning(oldDaemon));
        const qsizetype before = readAll(log).count('\n');
        QTRY_VERIFY(readAll(log).count('\n') > before + 20); // logging goes on with no daemon

        QElapsedTimer elapsed;
        elapsed.start();
        RUN_OK({u"ping"_s});
        QTRY_COMPARE(m_box->status(u"count"_s), u"online"_s);
        const bool isWindows = QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows; // Wine, that is
        QVERIFY2(elapsed.elapsed() < (isWindows ? 30'000 : 3000), QByteArray::number(elapsed.elapsed()).constData());
        QVERIFY(m_box->daemonPid() != oldDaemon);
        QCOMPARE(m_box->pid(u"count"_s), pid);
        QCOMPARE(m_box->pid(u"idle"_s, 0), other);
        QCOMPARE(m_box->status(u"idle"_s, 1), u"stopped"_s);
        QCOMPARE(m_box->restarts(u"count"_s), 0);

        RUN_OK({u"stop"_s, u"count"_s});
        const QList<QByteArray> lines = readAll(log).trimmed().split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) QCOMPARE(lines.at(i), "line " + QByteArray::number(i));
    }

    void crashIsRestartedWithoutDaemon()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        const qint64 pid = m_box->pid(u"idle"_s);
        const QString log = m_box->entry(u"idle"_s)["pm2_env"_L1]["pm_out_log_path"_L1].toString();
        QTRY_COMPARE(readAll(log), QByteArray("up\n"));
        killHard(m_box->daemonPid());
        killHard(pid);
        QTRY_COMPARE(readAll(log), QByteArray("up\nup\n"));
        QTRY_COMPARE(m_box->restarts(u"idle"_s), 1);
        QVERIFY(m_box->pid(u"idle"_s) != pid);
    }

    void daemonRestartKeepsApps()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        const qint64 pid = m_box->pid(u"idle"_s);
        const qint64 daemon = m_box->daemonPid();
        RUN_OK({u"daemon"_s, u"restart"_s});
        QVERIFY(m_box->daemonPid() != daemon);
        QCOMPARE(m_box->pid(u"idle"_s), pid);
        QCOMPARE(m_box->status(u"idle"_s), u"online"_s);
    }

    void killedGuardTakesItsAppAndComesBack()
    {
        m_box->file(u"tree.sh"_s, "(setsid sleep 6661 &)\nexec sleep 6662\n");
        RUN_OK({u"start"_s, u"tree.sh"_s});
        RUN_OK({u"start"_s, u"idle.js"_s});
        const qint64 untouched = m_box->pid(u"idle"_s);
        const qint64 pid = m_box->pid(u"tree"_s);
        const qint64 guard = m_box->guardPid(u"tree"_s);
        QVERIFY(guard > 0);
        killHard(guard);
        QTRY_VERIFY(!isRunning(pid));
        QTRY_VERIFY(m_box->pid(u"tree"_s) > 0 && m_box->pid(u"tree"_s) != pid);
        QTRY_COMPARE(m_box->status(u"tree"_s), u"online"_s);
        QCOMPARE(m_box->pid(u"idle"_s), untouched);
        QTRY_COMPARE(m_box->appProcesses().size(), 3); // no second copy of the escaped sleep
    }

    void killedDaemonAndGuardLeaveNoSecondCopy()
    {
        m_box->file(u"tree.sh"_s, "(setsid sleep 6663 &)\nexec sleep 6664\n");
        RUN_OK({u"start"_s, u"tree.sh"_s});
        const qint64 guard = m_box->guardPid(u"tree"_s);
        killHard(m_box->daemonPid());
        killHard(guard);
        RUN_OK({u"ping"_s});
        QTRY_COMPARE(m_box->status(u"tree"_s), u"online"_s);
        QTRY_COMPARE(m_box->appProcesses().size(), 2);
    }

    void stoppedAppsStayStopped()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        RUN_OK({u"stop"_s, u"idle"_s});
        killHard(m_box->daemonPid());
        QCOMPARE(m_box->status(u"idle"_s), u"stopped"_s);
        RUN_OK({u"start"_s, u"idle"_s});
        QCOMPARE(m_box->status(u"idle"_s), u"online"_s);
    }
};

QTEST_GUILESS_MAIN(DaemonLossTest)
#include "tst_daemonloss.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include <QDir>
#include <QJsonDocument>
#include <QOperatingSystemVersion>
#include <QStandardPaths>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace {

QString target(const QString& name)
{
    return QStringLiteral(TROPERO_TEST_TARGETS) + u'/' + name;
}

/// Requests without an end to a server, from a process of its own.
class Load
{
public:
    explicit Load(const QString& port, int kept = 8, int fresh = 4)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"node"_s, {target(u"load.js"_s), port, QString::number(kept), QString::number(fresh)});
    }
    ~Load()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Answers so far.
    qint64 done()
    {
        m_process.write("n\n");
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10'000)) {}
        return m_process.readLine().mid(2).trimmed().toLongLong();
    }
    bool reach(qint64 count)
    {
        while (m_process.state() != QProcess::NotRunning) {
            if (done() >= count)
                return true;
        }
        return false;
    }
    QJsonObject end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(30'000);
        m_text = m_process.readAll();
        return QJsonDocument::fromJson(m_text.trimmed().split('\n').last()).object();
    }
    QByteArray text() const { return m_text; }

private:
    QProcess m_process;
    QByteArray m_text;
};

const QByteArray server = "const http = require('http');\n"
                          "http.createServer((q, s) => s.end('VERSION ' + process.env.NODE_APP_INSTANCE)).listen(process.env.SOCKET, () => console.log('listening VERSION'));\n";

QByteArray serverOf(const QByteArray& version)
{
    return QByteArray(server).replace("VERSION", version);
}

} // namespace

/// Cluster mode with the real programs under load.
class ClusterTest : public SandboxTest
{
    Q_OBJECT

    // Node cannot hand the connections of a named pipe to workers, so Windows has a port.
    QString socket() const { return m_port.isEmpty() ? m_box->folder() + u"/web.sock"_s : m_port; }
    void startWeb(const QByteArray& version, const QString& count, const QByteArray& scheduling = "rr")
    {
        m_box->file(u"web.js"_s, serverOf(version));
        m_box->file(u"web.config.json"_s, "{\"apps\": [{\"name\": \"web\", \"script\": \"web.js\", \"instances\": " + count.toUtf8()
                                              + ", \"scheduling\": \"" + scheduling + "\", \"ready_when\": \"listening\", \"listen_timeout\": \"20s\", \"kill_timeout\": \"10s\", \"env\": {\"SOCKET\": \""
                                              + socket().toUtf8() + "\"}}]}");
        RUN_OK({u"start"_s, u"web.config.json"_s});
    }
    QList<qint64> pids() const
    {
        QList<qint64> result;
        const QJsonArray all = m_box->jlist();
        for (const QJsonValue& one : all)
            result.append(one[u"pid"].toInteger());
        return result;
    }

    QString m_port;

private Q_SLOTS:
    void initTestCase()
    {
        QTcpServer free;
        if (QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows && free.listen(QHostAddress::LocalHost))
            m_port = QString::number(free.serverPort());
    }

    void noRequestIsLost_data()
    {
        QTest::addColumn<QByteArray>("scheduling");
        QTest::newRow("the primary accepts") << QByteArray("rr");
        // When a worker closes its share of the socket, connections that were given to it are reset; a bare cluster of Node loses them (under Wine), too.
        if (QOperatingSystemVersion::currentType() != QOperatingSystemVersion::Windows) QTest::newRow("the workers accept") << QByteArray("none");
    }

    void noRequestIsLost()
    {
        QFETCH(QByteArray, scheduling);
        // Under Wine a process takes ten times as long to start, and a request five times.
        const bool slow = QOperatingSystemVersion::currentType() == QOperatingSystemVersion::Windows;
        const int workers = slow ? 2 : 4;
        const int most = slow ? 3 : 8;
        const qint64 requests = slow ? 100 : 1'000;
        startWeb("one", QString::number(workers), scheduling);
        QCOMPARE(m_box->entry(u"web"_s)[u"pm2_env"][u"exec_mode"].toString(), u"cluster_mode"_s);
        Load load(socket());
        QVERIFY(load.reach(2 * requests));
        m_box->file(u"web.js"_s, serverOf("two"));
        RUN_OK({u"reload"_s, u"web"_s});
        QVERIFY(load.reach(load.done() + requests));
        RUN_OK({u"scale"_s, u"web"_s, QString::number(most)});
        QCOMPARE(m_box->jlist().size(), most);
        m_box->file(u"web.js"_s, serverOf("three"));
        RUN_OK({u"reload"_s, u"web"_s, u"--parallel"_s, u"4"_s});
        RUN_OK({u"scale"_s, u"web"_s, QString::number(2 - most)});
        QCOMPARE(m_box->jlist().size(), 2);
        QVERIFY(load.reach(load.done() + requests));
        const QJsonObject result = load.end();
        QVERIFY2(result[u"failures"].toInt(-1) == 0, load.text().constData());
        QVERIFY2(QByteArray(load.text()).contains("three"), load.text().constData());
        QCOMPARE(m_box->appProcesses().size(), 2); // the primary has written its title over its environment
    }

    void aKilledWorkerCostsOnlyItsOwnRequests()
    {
        startWeb("one", u"3"_s);
        Load load(socket(), 6, 2);
        QVERIFY(load.reach(1'000));
        const QList<qint64> before = pids();
        killHard(before.at(1));
        QTRY_VERIFY_WITH_TIMEOUT(m_box->restarts(u"web"_s, 1) == 1, 15'000);
        QVERIFY(load.reach(load.done() + 2'000));
        const QJsonObject result = load.end();
        QVERIFY2(result[u"failures"].toInt(-1) >= 0 && result[u"failures"].toInt() <= 8, load.text().constData());
        QCOMPARE(pids().at(0), before.at(0));
        QCOMPARE(pids().at(2), before.at(2));
    }

    void aBadVersionIsNotTakenForAGoodOne()
    {
        startWeb("good", u"2"_s);
        const QList<qint64> before = pids();
        m_box->file(u"web.js"_s, "throw new Error('the database is gone');");
        Load load(socket());
        QVERIFY(load.reach(200));
        const Outcome reload = m_box->run({u"reload"_s, u"web"_s});
        QCOMPARE(reload.code, 1);
        QVERIFY2((reload.out + reload.err).contains("the database is gone"), QByteArray(reload.out + reload.err).constData());
        QCOMPARE(pids(), before);
        QVERIFY(load.reach(load.done() + 500));
        const QJsonObject result = load.end();
        QVERIFY2(result[u"failures"].toInt(-1) == 0, load.text().constData());
        QVERIFY(!load.text().contains("bad"));
    }

    void newEnvironmentAndScriptPathTakeEffect()
    {
        startWeb("one", u"2"_s);
        const qint64 guard = m_box->guardPid(u"web"_s);
        m_box->file(u"other.js"_s, serverOf("other"));
        m_box->file(u"web.config.json"_s, "{\"apps\": [{\"name\": \"web\", \"script\": \"other.js\", \"instances\": 2, \"env\": {\"SOCKET\": \"" + socket().toUtf8() + "\"}}]}");
        Load load(socket());
        QVERIFY(load.reach(200));
        RUN_OK({u"reload"_s, u"web.config.json"_s});
        QVERIFY(load.reach(load.done() + 200));
        const QJsonObject result = load.end();
        QVERIFY2(result[u"failures"].toInt(-1) == 0 && load.text().contains("other 1"), load.text().constData());
        QCOMPARE(m_box->guardPid(u"web"_s), guard);
    }

    void scaleIsRemembered()
    {
        startWeb("one", u"2"_s);
        RUN_OK({u"scale"_s, u"web"_s, u"+1"_s});
        QCOMPARE(m_box->run({u"scale"_s, u"web"_s, u"3"_s}).code, 1); // nothing to do
        const qint64 daemon = m_box->daemonPid();
        const QList<qint64> before = pids();
        killHard(daemon);
        QTRY_VERIFY(!isRunning(daemon));
        QCOMPARE(m_box->jlist().size(), 3);
        QTRY_COMPARE(pids(), before);
        RUN_OK({u"scale"_s, u"web"_s, u"1"_s});
        QCOMPARE(pids(), before.first(1));
    }

    void aLostGuardBringsTheClusterBack()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"-i"_s, u"2"_s});
        const QList<qint64> before = pids();
        killHard(m_box->guardPid(u"idle"_s));
        QTRY_VERIFY_WITH_TIMEOUT(pids().size() == 2 && !pids().contains(0) && !pids().contains(before.at(0)) && !pids().contains(before.at(1)), 15'000);
        for (const qint64 pid : before)
            QVERIFY(!isRunning(pid));
        QVERIFY(m_box->run({u"describe"_s, u"idle"_s}).out.contains("primary"));
    }

    void forkModeSaysThatItRestarts()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        const Outcome reload = m_box->run({u"reload"_s, u"idle"_s});
        QCOMPARE(reload.code, 0);
        QVERIFY2((reload.out + reload.err).contains("fork mode"), QByteArray(reload.out + reload.err).constData());
        QCOMPARE(m_box->restarts(u"idle"_s), 1);
    }

    void otherProgramsShareSockets()
    {
        if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
            QSKIP("there is no Python");
        m_box->file(u"py.config.json"_s, "{\"apps\": [{\"name\": \"py\", \"script\": \"" + target(u"socket-server.py"_s).toUtf8()
                                             + "\", \"exec_mode\": \"cluster\", \"instances\": 2, \"listen\": [\"" + socket().toUtf8() + "\"], \"min_uptime\": 300}]}");
        RUN_OK({u"start"_s, u"py.config.json"_s});
        const QList<qint64> before = pids();
        QTRY_VERIFY(m_box->outLog(u"py"_s).startsWith("fds 1 "));
        Load load(socket(), 0, 6);
        QVERIFY(load.reach(300));
        RUN_OK({u"reload"_s, u"py"_s});
        for (const qint64 pid : pids())
            QVERIFY(!before.contains(pid));
        QVERIFY(load.reach(load.done() + 300));
        const QJsonObject result = load.end();
        QVERIFY2(result[u"failures"].toInt(-1) == 0, load.text().constData());
        QVERIFY(result[u"answers"].toArray().size() >= 4); // old and new ones have all answered
    }

    void metricsAndActionsOfTheApp()
    {
        m_box->file(u"app.js"_s, "process.send({type: 'axm:monitor', data: {Users: {value: 7}}});\n"
                                 "process.send({type: 'axm:action', data: {action_name: 'greet', arity: 1}});\n"
                                 "process.on('message', (m) => process.send({type: 'axm:reply', data: {action_name: 'greet', return: 'hello ' + (m.opts || 'you')}}));\n");
        RUN_OK({u"start"_s, u"app.js"_s});
        QTRY_COMPARE(m_box->entry(u"app"_s)[u"pm2_env"][u"axm_monitor"][u"Users"][u"value"].toInt(), 7);
        QTRY_VERIFY(m_box->run({u"describe"_s, u"app"_s}).out.contains("greet"));
        const Outcome reply = m_box->run({u"trigger"_s, u"app"_s, u"greet"_s, u"world"_s});
        QCOMPARE(reply.code, 0);
        QVERIFY2(reply.out.contains("hello world"), reply.out.constData());
        QCOMPARE(m_box->run({u"trigger"_s, u"app"_s, u"grate"_s}).code, 1);
    }

    void changedFilesReload()
    {
        QDir(m_box->folder()).mkpath(u"src"_s);
        m_box->file(u"src/web.js"_s, serverOf("one"));
        m_box->file(u"web.config.json"_s, "{\"apps\": [{\"name\": \"web\", \"script\": \"web.js\", \"cwd\": \"src\", \"instances\": 2, \"watch\": true, \"ready_when\": \"listening\", \"listen_timeout\": \"20s\", \"env\": {\"SOCKET\": \""
                                              + socket().toUtf8() + "\"}}]}");
        RUN_OK({u"start"_s, u"web.config.json"_s});
        Load load(socket());
        QVERIFY(load.reach(100));
        m_box->file(u"src/web.js"_s, serverOf("two"));
        QTRY_VERIFY_WITH_TIMEOUT(m_box->restarts(u"web"_s, 0) == 1 && m_box->restarts(u"web"_s, 1) == 1, 15'000);
        QVERIFY(load.reach(load.done() + 100));
        const QJsonObject result = load.end();
        QVERIFY2(result[u"failures"].toInt(-1) == 0 && load.text().contains("two 0"), load.text().constData());
        QVERIFY(m_box->run({u"describe"_s, u"web"_s}).out.contains("web.js changed"));
    }

    void scheduledRestarts()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--cron-restart"_s, u"* * * * * *"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_box->restarts(u"idle"_s) >= 2, 10'000);
        RUN_OK({u"stop"_s, u"idle"_s});
        QCOMPARE(m_box->status(u"idle"_s), u"stopped"_s);
    }
};

QTEST_GUILESS_MAIN(ClusterTest)
#include "tst_cluster.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// Ports and processes of the machine by the command line, with real ones.
class MachineTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyHoldsIt();
    void wrongPorts();
    void showsAndFreesANodeServer();
    void killsWhatIgnores();
    void treeGoesToo();
    void freesADatagramPort();
    void stopsAManagedApp();
    void listsNodes();

private:
    struct Started
    {
        std::unique_ptr<QProcess> process = std::make_unique<QProcess>();
        int port = 0;
        QString number() const { return QString::number(port); }
        ~Started()
        {
            if (!process || process->state() == QProcess::NotRunning) return;
            process->kill();
            process->waitForFinished();
        }
        Started() = default;
        Started(Started&&) = default;
    };

    // A program that prints the port that it got.
    Started holder(const QString& program, const QStringList& arguments)
    {
        Started started;
        started.process->setWorkingDirectory(m_box->folder());
        started.process->start(program, arguments);
        QByteArray said;
        while (!said.contains('\n') && started.process->waitForReadyRead(10'000))
            said += started.process->readAll();
        started.port = said.trimmed().toInt();
        return started;
    }
    Started nodeServer(const QByteArray& before = {})
    {
        const QString path = m_box->file(u"shop/src/holder.js"_s,
                                         before + "\nrequire('http').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port); });");
        m_box->file(u"shop/package.json"_s, R"({"name": "shop-web"})");
        return holder(u"node"_s, {path});
    }
    QJsonArray json(const QStringList& arguments) const
    {
        return QJsonDocument::fromJson(m_box->run(arguments + QStringList{u"--json"_s}).out).array();
    }
};

void MachineTest::nobodyHoldsIt()
{
    // A port that was just let go of.
    Started server = nodeServer();
    QVERIFY(server.port > 0);
    server.process->kill();
    QVERIFY(server.process->waitForFinished());
    const Outcome outcome = m_box->run({u"ports"_s, server.number()});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.out.contains("Nobody holds port"));
    RUN_OK({u"free"_s, server.number()});
    QVERIFY(m_box->daemons().isEmpty()); // neither starts one
}

void MachineTest::wrongPorts()
{
    for (const QString& word : {u"0"_s, u"65536"_s, u"web"_s, u"80/sctp"_s, u"-1"_s}) {
        const Outcome outcome = m_box->run({u"free"_s, u"--"_s, word});
        QVERIFY2(outcome.code == 1, qPrintable(word));
    }
    QCOMPARE(m_box->run({u"ports"_s, u"8o"_s}).code, 1);
}

void MachineTest::showsAndFreesANodeServer()
{
    Started server = nodeServer();
    QVERIFY(server.port > 0);
    const QJsonArray ports = json({u"ports"_s, server.number()});
    QCOMPARE(ports.size(), 1);
    QCOMPARE(ports[0]["pid"_L1].toInteger(), server.process->processId());
    QCOMPARE(ports[0]["title"_L1].toString(), u"holder.js"_s);
    QCOMPARE(ports[0]["project"_L1].toString(), u"shop-web"_s);
    QCOMPARE(ports[0]["address"_L1].toString(), u"127.0.0.1"_s);
    QVERIFY(m_box->run({u"ports"_s}).out.contains(server.number().toUtf8() + "/tcp"));

    const Outcome unasked = m_box->run({u"free"_s, server.number()});
    QCOMPARE(unasked.code, 1);
    QVERIFY2(unasked.err.contains("--yes"), unasked.err.constData());
    QVERIFY(unasked.err.contains("holder.js"));
    QCOMPARE(server.process->state(), QProcess::Running);
    // The UDP port of that number is another one.
    RUN_OK({u"free"_s, server.number() + u"/udp"_s, u"--yes"_s});
    QVERIFY(isRunning(server.process->processId()));

    const Outcome freed = m_box->run({u"free"_s, u":"_s + server.number(), u"-y"_s});
    QVERIFY2(freed.code == 0, freed.err.constData());
    QVERIFY2(freed.out.contains("Ended holder.js"), freed.out.constData());
    QVERIFY(server.process->waitForFinished());
    QCOMPARE(m_box->run({u"ports"_s, server.number()}).code, 1);
}

void MachineTest::killsWhatIgnores()
{
    Started server = nodeServer("process.on('SIGTERM', () => {});");
    QVERIFY(server.port > 0);
    const Outcome freed = m_box->run({u"free"_s, server.number(), u"--yes"_s, u"--kill-timeout"_s, u"200ms"_s, u"--json"_s});
    QVERIFY2(freed.code == 0, freed.err.constData());
    const QJsonObject result = QJsonDocument::fromJson(freed.out).object();
    QCOMPARE(result["free"_L1].toBool(), true);
    QCOMPARE(result["ended"_L1][0]["killed"_L1].toBool(), true);
}

void MachineTest::treeGoesToo()
{
    Started server = nodeServer("require('fs').writeFileSync(__dirname + '/child', String(require('child_process').spawn('sleep', ['1000'], {detached: true}).pid));");
    QVERIFY(server.port > 0);
    const qint64 child = readAll(m_box->folder() + u"/shop/src/child"_s).toLongLong();
    QVERIFY(isRunning(child));
    const Outcome freed = m_box->run({u"free"_s, server.number(), u"--yes"_s, u"--tree"_s});
    QVERIFY2(freed.code == 0, freed.err.constData());
    QVERIFY(freed.err.contains("with its child sleep"));
    QTRY_VERIFY(!isRunning(child));
}

void MachineTest::freesADatagramPort()
{
    Started holding = holder(u"python3"_s, {QStringLiteral(TROPERO_TEST_TARGETS "/datagrams.py")});
    QVERIFY(holding.port > 0);
    const QJsonArray ports = json({u"ports"_s, holding.number() + u"/udp"_s});
    QCOMPARE(ports.size(), 1);
    QCOMPARE(ports[0]["protocol"_L1].toString(), u"udp"_s);
    const Outcome tcp = m_box->run({u"free"_s, holding.number(), u"--yes"_s});
    QCOMPARE(tcp.code, 0);
    QVERIFY2(tcp.err.contains("/udp"), tcp.err.constData());
    QVERIFY(isRunning(holding.process->processId()));
    RUN_OK({u"free"_s, holding.number() + u"/udp"_s, u"--yes"_s});
    QVERIFY(holding.process->waitForFinished());
}

void MachineTest::stopsAManagedApp()
{
    m_box->file(u"web.js"_s, "require('http').createServer().listen(0, function () { console.log(this.address().port); });");
    RUN_OK({u"start"_s, u"web.js"_s});
    QTRY_VERIFY(m_box->outLog(u"web"_s).endsWith('\n'));
    const QString port = QString::fromLatin1(m_box->outLog(u"web"_s).trimmed());
    const QJsonArray ports = json({u"ports"_s, port});
    QVERIFY(!ports.isEmpty());
    QCOMPARE(ports[0]["app"_L1]["name"_L1].toString(), u"web"_s);
    const Outcome freed = m_box->run({u"free"_s, port, u"--yes"_s});
    QVERIFY2(freed.code == 0, QByteArray(freed.out + freed.err).constData());
    QVERIFY(freed.err.contains("tropero start web"));
    QCOMPARE(m_box->status(u"web"_s), u"stopped"_s);
    QCOMPARE(m_box->restarts(u"web"_s), 0);
    RUN_OK({u"start"_s, u"web"_s});
    QCOMPARE(m_box->status(u"web"_s), u"online"_s);
}

void MachineTest::listsNodes()
{
    Started server = nodeServer();
    QVERIFY(server.port > 0);
    RUN_OK({u"start"_s, u"idle.js"_s});
    const QJsonArray nodes = json({u"nodes"_s});
    QJsonObject mine;
    QJsonObject managed;
    for (const QJsonValue node : nodes) {
        if (node["pid"_L1].toInteger() == server.process->processId()) mine = node.toObject();
        if (node["pid"_L1].toInteger() == m_box->pid(u"idle"_s)) managed = node.toObject();
    }
    QCOMPARE(mine["runtime"_L1].toString(), u"node"_s);
    QCOMPARE(mine["project"_L1].toString(), u"shop-web"_s);
    QVERIFY(mine["app"_L1].isNull());
    QCOMPARE(mine["ports"_L1][0]["port"_L1].toInt(), server.port);
    QVERIFY(mine["memory"_L1].toInteger() > 1'000'000);
    QVERIFY(mine["cpu"_L1].toDouble() >= 0);
    QCOMPARE(managed["app"_L1]["name"_L1].toString(), u"idle"_s);
    QCOMPARE(managed["app"_L1]["number"_L1].toInt(-1), 0);
    const Outcome table = m_box->run({u"nodes"_s});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains("holder.js"));
    QVERIFY(table.out.contains("idle (id 0)"));
}

QTEST_GUILESS_MAIN(MachineTest)
#include "tst_machine.moc"

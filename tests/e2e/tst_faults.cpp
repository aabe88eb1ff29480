// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include "platform/files.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

/// Bad states of files and peers: one clear message, nothing lost.
class FaultsTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void truncatedAppFileIsPutAside()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"good"_s});
        RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"bad"_s});
        RUN_OK({u"stop"_s, u"all"_s});
        killHard(m_box->daemonPid());
        for (const qint64 guard : {m_box->guardPid(u"bad"_s)}) Q_UNUSED(guard);
        killHard(m_box->daemonPid());
        const QDir apps(m_box->home() + u"/apps"_s);
        const QStringList bad = apps.entryList({u"bad*.json"_s});
        QCOMPARE(bad.size(), 1);
        QFile file(apps.filePath(bad.first()));
        QVERIFY(file.resize(20));
        QCOMPARE(m_box->status(u"good"_s), u"stopped"_s);
        RUN_OK({u"start"_s, u"good"_s});
        QVERIFY(apps.entryList({u"bad*.broken"_s}).size() == 1 || m_box->status(u"bad"_s) == u"stopped"_s);
    }

    void foreignFilesAreLeftAlone()
    {
        QVERIFY(QDir().mkpath(m_box->home() + u"/apps"_s));
        QFile(m_box->home()).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QString note = m_box->home() + u"/apps/README.txt"_s;
        QFile file(note);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        RUN_OK({u"start"_s, u"idle.js"_s});
        QCOMPARE(readAll(note), QByteArray("mine"));
    }

    void homeThatCannotBeMadeIsExplained()
    {
        m_box->file(u"home"_s, "a file is in the way");
        const Outcome outcome = m_box->run({u"list"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("home"), outcome.err.constData());
    }

    void garbageOnTheSocketHurtsNobody()
    {
        RUN_OK({u"start"_s, u"idle.js"_s});
        const QString endpoint = tropero::platform::daemonEndpoint(m_box->home());
        for (const QByteArray& junk : {QByteArray("\0\1\2\n", 4), QByteArray(100'000, '['), QByteArray("{}\n"), QByteArray("\n\n\n"),
                                       QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"guard.hello\",\"params\":{\"app\":\"../../x\"}}\n"),
                                       QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"apps.create\",\"params\":{\"specs\":[7]}}\n")}) {
            QLocalSocket socket;
            socket.connectToServer(endpoint);
            QVERIFY(socket.waitForConnected(5000));
            socket.write(junk);
            socket.flush();
            socket.waitForReadyRead(200);
        }
        QList<QLocalSocket*> idle;
        QObject owner;
        for (int i = 0; i < 200; ++i) {
            idle.append(new QLocalSocket(&owner));
            idle.last()->connectToServer(endpoint);
        }
        QCOMPARE(m_box->status(u"idle"_s), u"online"_s);
    }

    void privateToTheUser()
    {
        RUN_OK({u"start"_s, u"echo.js"_s});
        QTRY_VERIFY(!m_box->outLog(u"echo"_s).isEmpty());
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(m_box->home()).permissions() & others, QFile::Permissions());
        for (const QString& name : {u"/run"_s, u"/run/daemon.sock"_s, u"/logs"_s, u"/logs/echo-0-out.log"_s, u"/apps"_s}) {
            QVERIFY2(QFileInfo(m_box->home() + name).exists(), qPrintable(name));
            QCOMPARE(QFileInfo(m_box->home() + name).permissions() & others, QFile::Permissions());
        }
    }

    void anotherUserIsRefused()
    {
        if (qEnvironmentVariable("USER") != u"root"_s && !QFileInfo(u"/root"_s).isWritable()) QSKIP("Needs root to act as another user");
        RUN_OK({u"ping"_s});
        // Opened up on purpose, so that only the check of the peer is left.
        for (const QString& path : {m_box->folder(), m_box->home(), m_box->home() + u"/run"_s, m_box->home() + u"/run/daemon.sock"_s}) {
            QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x7777)));
        }
        QProcess other;
        other.start(u"setpriv"_s, {u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, u"perl"_s, u"-MIO::Socket::UNIX"_s, u"-e"_s,
                                   u"$SIG{PIPE} = 'IGNORE'; my $s = IO::Socket::UNIX->new($ARGV[0]) or die 'cannot connect'; syswrite($s, qq({\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"daemon.ping\"}\\n)); print sysread($s, my $b, 100) // 'reset';"_s,
                                   m_box->home() + u"/run/daemon.sock"_s});
        QVERIFY(other.waitForFinished());
        const QByteArray out = other.readAllStandardOutput(), err = other.readAllStandardError();
        QVERIFY2(out == "0" || out == "reset", QByteArray(out + err).constData());
        RUN_OK({u"ping"_s});
    }

    void longHomePathWorks()
    {
        const QString home = m_box->folder() + u"/"_s + QString(90, u'h') + u"/"_s + QString(90, u'i');
        const QStringList environment{u"TROPERO_HOME="_s + home};
        QCOMPARE(m_box->run({u"start"_s, u"idle.js"_s}, {}, environment).code, 0);
        QVERIFY(m_box->run({u"jlist"_s}, {}, environment).out.contains("online"));
        QCOMPARE(m_box->run({u"kill"_s}, {}, environment).code, 0);
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"

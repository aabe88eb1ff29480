// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

QJsonObject eventOf(const QString& kind, int exitCode, const QString& to = u"waiting-restart"_s, const QString& from = u"online"_s)
{
    return {{u"app"_s, u"api-1"_s}, {u"name"_s, u"api"_s}, {u"number"_s, 3},   {u"kind"_s, kind},
            {u"exitCode"_s, exitCode}, {u"from"_s, from},  {u"to"_s, to}, {u"reason"_s, u"exit code %1"_s.arg(exitCode)}};
}

} // namespace

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTold_data()
    {
        QTest::addColumn<QJsonObject>("event");
        QTest::addColumn<bool>("all");
        QTest::addColumn<bool>("gaveUpOnly");
        QTest::newRow("crash") << eventOf(u"exit"_s, 1) << true << false;
        QTest::newRow("ended well") << eventOf(u"exit"_s, 0) << false << false;
        QTest::newRow("was stopped") << eventOf(u"exit"_s, 143, u"stopped"_s, u"stopping"_s) << false << false;
        QTest::newRow("last crash: giving up tells it") << eventOf(u"exit"_s, 1, u"errored"_s) << false << false;
        QTest::newRow("gave up") << eventOf(u"errored"_s, 1, u"errored"_s) << true << true;
        QTest::newRow("not started") << eventOf(u"start-failed"_s, 0, u"errored"_s) << true << true;
        QTest::newRow("online") << eventOf(u"online"_s, 0) << false << false;
    }

    void whatIsTold()
    {
        QFETCH(QJsonObject, event);
        QFETCH(bool, all);
        QFETCH(bool, gaveUpOnly);
        QCOMPARE(Notices().take(event, {}, Notices::Level::All, 0, 0).has_value(), all);
        QCOMPARE(Notices().take(event, {}, Notices::Level::GaveUp, 0, 0).has_value(), gaveUpOnly);
        QVERIFY(!Notices().take(event, {}, Notices::Level::None, 0, 0));
    }

    void aPauseForEachApp()
    {
        Notices notices;
        const auto crash = [&](qint64 now, const QString& app = u"api-1"_s) {
            QJsonObject one = eventOf(u"exit"_s, 1);
            one.insert("app"_L1, app);
            return notices.take(one, {}, Notices::Level::All, 30'000, now).has_value();
        };
        QVERIFY(crash(1'000));
        QVERIFY(!crash(2'000));
        QVERIFY(!crash(30'999));
        QVERIFY(crash(2'000, u"other"_s));
        QVERIFY(crash(31'000));
        QVERIFY(notices.take(eventOf(u"errored"_s, 1, u"errored"_s), {}, Notices::Level::All, 30'000, 31'001).has_value());
    }

    void portsInConflict_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("port");
        QTest::newRow("Node") << u"Error: listen EADDRINUSE: address already in use :::3000\n    at Server.setupListenHandle [as _listen2] (node:net:1463:16)"_s << 3000;
        QTest::newRow("Node, one address") << u"Error: listen EADDRINUSE: address already in use 127.0.0.1:5173"_s << 5173;
        QTest::newRow("Node, the object") << u"  code: 'EADDRINUSE',\n  errno: -98,\n  syscall: 'listen',\n  address: '::',\n  port: 8080\n}\n\nNode.js v18.19.0"_s << 8080;
        QTest::newRow("Go") << u"listen tcp :9090: bind: address already in use"_s << 9090;
        QTest::newRow("Go on Windows") << u"listen tcp 127.0.0.1:9091: bind: Only one usage of each socket address (protocol/network address/port) is normally permitted."_s << 9091;
        QTest::newRow("uvicorn") << u"ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', 8000): address already in use"_s << 0;
        QTest::newRow("Flask") << u"Address already in use\nPort 5000 is in use by another program."_s << 5000;
        QTest::newRow("says not which") << u"OSError: [Errno 98] Address already in use"_s << 0;
        QTest::newRow("the last one counts") << u"EADDRINUSE: address already in use :::1000\nlater\nlater\nlater\nlater\nEADDRINUSE: address already in use :::2000"_s << 2000;
        QTest::newRow("a time of day") << u"[12:30:45] bind: address already in use"_s << 0;
        QTest::newRow("a time and a port") << u"2026/11/23 16:20:01 listen tcp :9090: bind: address already in use"_s << 9090;
        QTest::newRow("end of a sentence") << u"EADDRINUSE: address already in use 127.0.0.1:3000."_s << 3000;
        QTest::newRow("no conflict") << u"listening on http://localhost:3000"_s << 0;
        QTest::newRow("no port at all") << u"EADDRINUSE at 99999"_s << 0;
        QTest::newRow("nothing") << QString() << 0;
    }

    void portsInConflict()
    {
        QFETCH(QString, text);
        QTEST(portInConflict(text), "port");
    }

    void theNoticeKnowsThePort()
    {
        const QTemporaryDir folder;
        QFile log(folder.filePath(u"error.log"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        const auto take = [&log](const QByteArray& text) {
            log.resize(0);
            log.seek(0);
            log.write(text);
            log.flush();
            return Notices().take(eventOf(u"exit"_s, 1), log.fileName(), Notices::Level::All, 0, 0)->port;
        };
        const QByteArray conflict = "Error: listen EADDRINUSE: address already in use :::3000\n";
        QCOMPARE(take(conflict + "    at Server.listen\n\nNode.js v18.19.0\n"), 3000);
        QCOMPARE(take("TypeError: nothing\n"), 0);
        QCOMPARE(take(conflict + QByteArray("a later line\n").repeated(40)), 0); // of an earlier run
        const auto notice = Notices().take(eventOf(u"exit"_s, 1), {}, Notices::Level::All, 0, 0);
        QCOMPARE(notice->number, 3);
        QCOMPARE(notice->appName, u"api"_s);
    }

    void namesWhatWentWrong()
    {
        const QTemporaryDir folder;
        QFile log(folder.filePath(u"error.log"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write(QByteArray(10'000, 'x') + "\nError: \x1b[31mno\tdatabase\x1b[0m\x07\n\n  \n");
        log.close();
        const auto notice = Notices().take(eventOf(u"exit"_s, 1), log.fileName(), Notices::Level::All, 0, 0);
        QVERIFY(notice);
        QCOMPARE(notice->title, u"api crashed"_s);
        QCOMPARE(notice->text, u"exit code 1\nError: no database"_s);
        QCOMPARE(tellingLineOf(folder.filePath(u"none.log"_s)), QString());
        const auto lineOf = [&log](const QByteArray& text) {
            if (!log.open(QIODevice::WriteOnly | QIODevice::Truncate)) return QString();
            log.write(text);
            log.close();
            return tellingLineOf(log.fileName());
        };
        QCOMPARE(lineOf("a.js:1\n  throw new TypeError('x')\n  ^\n\nTypeError: no cart\n    at f (a.js:1:2) {\n  code: 'E1',\n}\n\nNode.js v20.20.2\n"),
                 u"TypeError: no cart"_s);
        QCOMPARE(lineOf("Traceback (most recent call last):\n  File \"a.py\", line 1\nValueError: no number\n"), u"ValueError: no number"_s);
        QCOMPARE(lineOf("loading\nbye for now\n"), u"bye for now"_s);
        QCOMPARE(lineOf("Error: long ago\n" + QByteArray("line\n").repeated(40) + "the end\n"), u"the end"_s);
        QVERIFY(log.open(QIODevice::WriteOnly | QIODevice::Truncate));
        log.write(QByteArray(3'000, 'y'));
        log.close();
        QVERIFY(tellingLineOf(log.fileName()).size() < 250);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "tst_notices.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probeaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestProbeAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("http");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QString>("path");
        QTest::newRow("http") << u"http://127.0.0.1:3000/health?x=1&y=a b"_s.replace(u' ', u"%20"_s) << true << u"127.0.0.1"_s << 3000 << u"/health?x=1&y=a%20b"_s;
        QTest::newRow("no path, no port") << u"http://localhost"_s << true << u"localhost"_s << 80 << u"/"_s;
        QTest::newRow("query only") << u"HTTP://LocalHost:8080?a"_s << true << u"localhost"_s << 8080 << u"/?a"_s;
        QTest::newRow("IPv6") << u"http://[::1]:3000/"_s << true << u"::1"_s << 3000 << u"/"_s;
        QTest::newRow("tcp") << u" tcp://db.local:5432 "_s << false << u"db.local"_s << 5432 << QString();
        QTest::newRow("tcp with a slash") << u"tcp://127.0.0.1:5432/"_s << false << u"127.0.0.1"_s << 5432 << QString();
    }
    void addresses()
    {
        QFETCH(QString, url);
        const Result<ProbeAddress> address = ProbeAddress::parse(url);
        QVERIFY2(address, address ? "" : qUtf8Printable(address.error().message()));
        QTEST(address->http, "http");
        QTEST(address->host, "host");
        QTEST(address->port, "port");
        QTEST(address->path, "path");
    }

    void mistakes_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("code");
        const auto row = [](const char* url, ErrorCode code) { QTest::newRow(url) << QString::fromLatin1(url) << static_cast<int>(code); };
        row("https://localhost:3000/", ErrorCode::Unsupported);
        row("http://me:secret@localhost/", ErrorCode::Unsupported);
        row("localhost:3000", ErrorCode::InvalidArgument);
        row("3000", ErrorCode::InvalidArgument);
        row("", ErrorCode::InvalidArgument);
        row("ftp://localhost", ErrorCode::InvalidArgument);
        row("http://", ErrorCode::InvalidArgument);
        row("http://:3000/", ErrorCode::InvalidArgument);
        row("http://localhost:70000/", ErrorCode::InvalidArgument);
        row("tcp://localhost", ErrorCode::InvalidArgument);
        row("tcp://localhost:0", ErrorCode::InvalidArgument);
        row("tcp://localhost:3000/path", ErrorCode::InvalidArgument);
        row("http://local host/", ErrorCode::InvalidArgument);
        row("http://localhost/a\r\nX: y", ErrorCode::InvalidArgument);
    }
    void mistakes()
    {
        QFETCH(QString, url);
        QFETCH(int, code);
        const Result<ProbeAddress> address = ProbeAddress::parse(url);
        QVERIFY2(!address, address ? qUtf8Printable(address->path) : "");
        QCOMPARE(static_cast<int>(address.error().code), code);
        QVERIFY(!address.error().why.isEmpty());
        QVERIFY(!address.error().remedy.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProbeAddress)
#include "tst_probeaddress.moc"

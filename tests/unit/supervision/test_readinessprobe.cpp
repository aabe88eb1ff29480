// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/readinessprobe.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

/// Answers each request with what is set at that time; empty: never.
class Server
{
public:
    Server()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                ++connections;
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    request += socket->readAll();
                    if (!request.endsWith("\r\n\r\n") || answer.isEmpty())
                        return;
                    socket->write(answer);
                    if (closes)
                        socket->disconnectFromHost();
                });
            }
        });
    }

    bool listen(quint16 port = 0) { return m_server.listen(QHostAddress::LocalHost, port); }
    void close() { m_server.close(); }
    quint16 port() const { return m_server.serverPort(); }
    QString url(const QString& path = {}) const { return u"http://127.0.0.1:%1%2"_s.arg(port()).arg(path); }

    QByteArray answer;
    QByteArray request;
    bool closes = true;
    int connections = 0;

private:
    QTcpServer m_server;
};

} // namespace

class TestReadinessProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusDecides_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("failure"); ///< empty: ready
        QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") << QString();
        QTest::newRow("204, HTTP 1.0") << QByteArray("HTTP/1.0 204 No Content\r\n\r\n") << QString();
        QTest::newRow("302") << QByteArray("HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n") << QString();
        QTest::newRow("no reason") << QByteArray("HTTP/1.1 200\n\n") << QString();
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\n\r\n") << u"answered 404"_s;
        QTest::newRow("503") << QByteArray("HTTP/1.1 503 Starting\r\n\r\n") << u"answered 503"_s;
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9\r\n") << u"no HTTP"_s;
        QTest::newRow("a line without end") << QByteArray(100'000, 'x') << u"no HTTP"_s;
        QTest::newRow("half a line") << QByteArray("HTTP/1.1 20") << u"closed the connection"_s;
    }
    void statusDecides()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, failure);
        Server server;
        QVERIFY(server.listen());
        server.answer = answer;
        ReadinessProbe probe(server.url(u"/health?x=1"_s));
        QSignalSpy ready(&probe, &ReadinessProbe::ready);
        probe.start();
        if (failure.isEmpty()) {
            QTRY_COMPARE(ready.size(), 1);
            QVERIFY(!probe.isActive());
            QVERIFY2(server.request.startsWith("GET /health?x=1 HTTP/1.1\r\nHost: 127.0.0.1:"), server.request.constData());
        } else {
            QTRY_VERIFY2(probe.lastFailure().contains(failure), qUtf8Printable(probe.lastFailure()));
            QVERIFY(ready.isEmpty());
            QVERIFY(probe.isActive());
            server.request.clear();
            server.answer = "HTTP/1.1 200 OK\r\n\r\n";
            QTRY_COMPARE(ready.size(), 1);
        }
    }

    void readyBeforeTheConnectionEnds()
    {
        Server server;
        QVERIFY(server.listen());
        server.closes = false;
        server.answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        ReadinessProbe probe(server.url());
        QSignalSpy ready(&probe, &ReadinessProbe::ready);
        probe.start();
        QTRY_COMPARE(ready.size(), 1);
    }

    void waitsForAServerThatComesLater()
    {
        Server server;
        QVERIFY(server.listen());
        const quint16 port = server.port();
        server.close();
        ReadinessProbe probe(u"http://localhost:%1/"_s.arg(port));
        QSignalSpy ready(&probe, &ReadinessProbe::ready);
        probe.start();
        QTRY_VERIFY2(probe.lastFailure().contains(u"refuses"_s), qUtf8Printable(probe.lastFailure()));
        server.answer = "HTTP/1.1 200 OK\r\n\r\n";
        QVERIFY(server.listen(port));
        QTRY_COMPARE(ready.size(), 1);
    }

    void localhostMayBeIPv6Only()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
            QSKIP("no IPv6 here");
        ReadinessProbe probe(u"tcp://localhost:%1"_s.arg(server.serverPort()));
        QSignalSpy ready(&probe, &ReadinessProbe::ready);
        probe.start();
        QTRY_COMPARE(ready.size(), 1);
    }

    void tcpIsReadyWithTheConnection()
    {
        Server server;
        QVERIFY(server.listen());
        ReadinessProbe probe(u"tcp://127.0.0.1:%1"_s.arg(server.port()));
        QSignalSpy ready(&probe, &ReadinessProbe::ready);
        probe.start();
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(server.request.isEmpty());
    }

    void aSilentServerIsGivenUpAndAskedAgain()
    {
        Server server;
        QVERIFY(server.listen());
        ReadinessProbe probe(server.url());
        QSignalSpy ready(&probe, &ReadinessProbe::ready);
        QElapsedTimer timer;
        timer.start();
        probe.start();
        QTRY_VERIFY(probe.lastFailure().contains(u"no answer within"_s));
        QVERIFY(timer.elapsed() >= 1'900);
        QTRY_COMPARE(server.connections, 2);
        QVERIFY(ready.isEmpty());
    }

    void stoppedIsSilent()
    {
        Server server;
        QVERIFY(server.listen());
        server.answer = "HTTP/1.1 200 OK\r\n\r\n";
        ReadinessProbe probe(server.url());
        QSignalSpy ready(&probe, &ReadinessProbe::ready);
        probe.start();
        probe.stop();
        ReadinessProbe later(server.url());
        QSignalSpy laterReady(&later, &ReadinessProbe::ready);
        for (int time = 1; time <= 2; ++time) {
            later.start();
            QTRY_COMPARE(laterReady.size(), time);
        }
        QCOMPARE(server.connections, 2);
        QVERIFY(ready.isEmpty());
        probe.start();
        QTRY_COMPARE(ready.size(), 1);
        probe.start();
        QTRY_COMPARE(ready.size(), 2);
    }

    void ownersMayDeleteItWhenReady()
    {
        Server server;
        QVERIFY(server.listen());
        auto* probe = new ReadinessProbe(u"tcp://127.0.0.1:%1"_s.arg(server.port()), this);
        QSignalSpy gone(probe, &QObject::destroyed);
        connect(probe, &ReadinessProbe::ready, probe, &QObject::deleteLater);
        probe->start();
        QVERIFY(gone.wait());
    }

    void unusableAddresses()
    {
        QVERIFY(ReadinessProbe::check(u"http://localhost:3000"_s));
        QCOMPARE(ReadinessProbe::check(u"https://localhost:3000"_s).error().code, ErrorCode::Unsupported);
        ReadinessProbe probe(u"nonsense"_s);
        probe.start();
        QVERIFY(!probe.isActive());
        QVERIFY(probe.lastFailure().contains(u"nonsense"_s));
    }
};

QTEST_GUILESS_MAIN(TestReadinessProbe)
#include "test_readinessprobe.moc"

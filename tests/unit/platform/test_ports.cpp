// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/peer.h"
#include "platform/ports.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tropero::platform;

class TestPorts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhoListens();
    void listsAllOfTheMachine();
    void knowsItsPeer();

private:
    // Wine lists sockets without their owners.
    static bool ownersAreKnown()
    {
        return std::ranges::any_of(listeningPorts(), [](const ListeningPort& port) {
            return port.protocol == ListeningPort::Protocol::Tcp && port.owner != 0;
        });
    }

    const qint64 m_self = QCoreApplication::applicationPid();
};

void TestPorts::findsWhoListens()
{
    QVERIFY(listeningPortsOf({m_self}).value(m_self).isEmpty());
    QTcpServer four;
    QTcpServer six;
    QVERIFY(four.listen(QHostAddress::LocalHost));
    if (!ownersAreKnown()) QSKIP("this system does not tell who listens");
    QList<int> expected{four.serverPort()};
    if (six.listen(QHostAddress::LocalHostIPv6)) expected.append(six.serverPort());
    std::ranges::sort(expected);
    QCOMPARE(listeningPortsOf({m_self, 1}).value(m_self), expected);
    const QList<qint64> many(50, m_self);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(listeningPortsOf(many).size(), 1);
    qInfo("50 processes: %lld us", timer.nsecsElapsed() / 1000);
    four.close();
    six.close();
    QVERIFY(listeningPortsOf({m_self}).isEmpty());
    QVERIFY(listeningPortsOf({}).isEmpty());
}

void TestPorts::listsAllOfTheMachine()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QUdpSocket datagrams;
    QVERIFY(datagrams.bind(QHostAddress::LocalHost, 0));
    if (!ownersAreKnown()) QSKIP("this system does not tell who listens");
    const QList<ListeningPort> ports = listeningPorts();
    const auto holds = [&](ListeningPort::Protocol protocol, int number) {
        return std::ranges::any_of(ports, [&](const ListeningPort& port) {
            return port.protocol == protocol && port.port == number && port.address == "127.0.0.1"_L1 &&
                   port.owner == m_self;
        });
    };
    QVERIFY(holds(ListeningPort::Protocol::Tcp, server.serverPort()));
    QVERIFY(holds(ListeningPort::Protocol::Udp, datagrams.localPort()));
}

void TestPorts::knowsItsPeer()
{
    QLocalServer server;
    QVERIFY(server.listen(u"tropero-test-%1"_s.arg(m_self)));
    QLocalSocket client;
    client.connectToServer(server.serverName());
    QTRY_VERIFY(server.hasPendingConnections());
    const std::unique_ptr<QLocalSocket> accepted(server.nextPendingConnection());
    QVERIFY(client.waitForConnected());
    QVERIFY(isPeerSameUser(accepted->socketDescriptor()));
    QVERIFY(isPeerSameUser(client.socketDescriptor()));
    QCOMPARE(peerPid(accepted->socketDescriptor()), m_self);
    QVERIFY(!isPeerSameUser(-1));
    QCOMPARE(peerPid(-1), 0);
}

QTEST_GUILESS_MAIN(TestPorts)
#include "test_ports.moc"

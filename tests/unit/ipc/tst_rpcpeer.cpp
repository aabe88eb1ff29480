// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpcpair.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSignalSpy>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

class RpcPeerTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RpcPair> m_pair;
    std::unique_ptr<RpcPeer> m_client;

private Q_SLOTS:
    void init()
    {
        m_pair = std::make_unique<RpcPair>();
        QVERIFY(m_pair->server.listen(m_pair->endpoint));
        m_client = m_pair->connectPeer();
        QVERIFY(m_client);
        QTRY_VERIFY(m_pair->serverSide);
    }

    void cleanup()
    {
        m_client.reset();
        m_pair.reset();
    }

    void callIsAnswered()
    {
        m_pair->serverSide->setHandler(method::ping, [](const QJsonObject& params, const Responder& responder) {
            responder.reply(params["value"_L1].toInt() + 1);
            responder.reply(99); // a second answer does nothing
        });
        QList<int> answers;
        for (int i = 0; i < 50; ++i) {
            m_client->call(method::ping, {{u"value"_s, i}}, this, [&](const Result<QJsonValue>& result) { answers.append(result->toInt()); });
        }
        QTRY_COMPARE(answers.size(), 50);
        QCOMPARE(answers.first(), 1);
        QCOMPARE(answers.last(), 50);
    }

    void lateAnswerArrives()
    {
        std::optional<Responder> kept;
        m_pair->serverSide->setHandler(method::ping, [&](const QJsonObject&, const Responder& responder) { kept = responder; });
        QString answer;
        m_client->call(method::ping, {}, this, [&](const Result<QJsonValue>& result) { answer = result->toString(); });
        QTRY_VERIFY(kept.has_value());
        QVERIFY(answer.isEmpty());
        kept->reply(u"late"_s);
        QTRY_COMPARE(answer, u"late"_s);
    }

    void errorsTravelWhole()
    {
        const Error error{ErrorCode::NoSpace, u"Cannot save"_s, u"/x"_s, u"disk full"_s, u"Free some space"_s};
        m_pair->serverSide->setHandler(method::ping, [&](const QJsonObject&, const Responder& responder) { responder.fail(error); });
        Error received;
        m_client->call(method::ping, {}, this, [&](const Result<QJsonValue>& result) { received = result.error(); });
        QTRY_COMPARE(received, error);
    }

    void unknownMethodIsRefusedAndTheConnectionLives()
    {
        Error received;
        m_client->call(QLatin1StringView("no.such"), {}, this, [&](const Result<QJsonValue>& result) { received = result.error(); });
        QTRY_COMPARE(received.code, ErrorCode::InvalidArgument);
        QCOMPARE(received.subject, u"no.such"_s);
        QVERIFY(m_client->isOpen());
    }

    void timeoutIsReportedOnce()
    {
        m_pair->serverSide->setHandler(method::ping, [](const QJsonObject&, const Responder&) {});
        QList<ErrorCode> codes;
        m_client->call(method::ping, {}, this, [&](const Result<QJsonValue>& result) { codes.append(result.error().code); }, 20);
        QTRY_COMPARE(codes, QList<ErrorCode>{ErrorCode::Timeout});
        m_client->close();
        QTRY_VERIFY(!m_client->isOpen());
        QCOMPARE(codes.size(), 1);
    }

    void lostConnectionFailsPendingCalls()
    {
        m_pair->serverSide->setHandler(method::ping, [&](const QJsonObject&, const Responder&) { m_pair->serverSide->close(); });
        QSignalSpy closed(m_client.get(), &RpcPeer::closed);
        ErrorCode code = ErrorCode::Internal;
        m_client->call(method::ping, {}, this, [&](const Result<QJsonValue>& result) { code = result.error().code; });
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(code, ErrorCode::Unavailable);
        ErrorCode later = ErrorCode::Internal;
        m_client->call(method::ping, {}, this, [&](const Result<QJsonValue>& result) { later = result.error().code; });
        QTRY_COMPARE(later, ErrorCode::Unavailable);
    }

    void callbackIsDroppedWithItsContext()
    {
        std::optional<Responder> kept;
        m_pair->serverSide->setHandler(method::ping, [&](const QJsonObject&, const Responder& responder) { kept = responder; });
        bool called = false;
        auto context = std::make_unique<QObject>();
        m_client->call(method::ping, {}, context.get(), [&](const Result<QJsonValue>&) { called = true; });
        QTRY_VERIFY(kept.has_value());
        context.reset();
        kept->reply(true);
        bool after = false;
        m_pair->serverSide->setHandler(method::status, [](const QJsonObject&, const Responder& responder) { responder.reply(true); });
        m_client->call(method::status, {}, this, [&](const Result<QJsonValue>&) { after = true; });
        QTRY_VERIFY(after);
        QVERIFY(!called);
    }

    void notificationsKeepTheirOrder()
    {
        QList<int> seen;
        m_client->setListener(notification::event, [&](const QJsonObject& params) { seen.append(params["n"_L1].toInt()); });
        for (int i = 0; i < 1000; ++i) m_pair->serverSide->notify(notification::event, {{u"n"_s, i}});
        QTRY_COMPARE(seen.size(), 1000);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void largeMessagesPass()
    {
        const QString text(4'000'000, u'x');
        m_pair->serverSide->setHandler(method::ping, [&](const QJsonObject& params, const Responder& responder) { responder.reply(params["t"_L1]); });
        qsizetype size = 0;
        m_client->call(method::ping, {{u"t"_s, text}}, this, [&](const Result<QJsonValue>& result) { size = result->toString().size(); });
        QTRY_COMPARE_WITH_TIMEOUT(size, text.size(), 20'000);
    }

    void tooLargeRequestEndsOnlyThatConnection()
    {
        m_pair->serverSide = nullptr;
        const std::unique_ptr<RpcPeer> other = m_pair->connectPeer();
        QTRY_VERIFY(m_pair->serverSide);
        m_pair->serverSide->setHandler(method::ping, [](const QJsonObject&, const Responder& responder) { responder.reply(u"pong"_s); });
        QSignalSpy closed(m_client.get(), &RpcPeer::closed);
        m_client->call(method::ping, {{u"t"_s, QString(maxRequestBytes + 10, u'x')}}, this, [](const Result<QJsonValue>&) {});
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 20'000);
        QString answer;
        other->call(method::ping, {}, this, [&](const Result<QJsonValue>& result) { answer = result->toString(); });
        QTRY_COMPARE(answer, u"pong"_s);
    }

    void garbageEndsTheConnection()
    {
        QLocalSocket raw;
        raw.connectToServer(m_pair->endpoint);
        QVERIFY(raw.waitForConnected(5000));
        raw.write("this is not json\n");
        QTRY_COMPARE(raw.state(), QLocalSocket::UnconnectedState);
        const auto answer = RpcMessage::fromLine(raw.readAll().trimmed());
        QVERIFY(answer);
        QCOMPARE(answer->kind, RpcMessage::Kind::ErrorReply);
    }

    void refusedPeerGetsNothing()
    {
        m_pair->serverSide = nullptr;
        m_pair->admit = false;
        QLocalSocket raw;
        raw.connectToServer(m_pair->endpoint);
        QTRY_COMPARE(raw.state(), QLocalSocket::UnconnectedState);
        QVERIFY(!m_pair->serverSide);
        QVERIFY(raw.readAll().isEmpty());
    }

    void socketIsForItsUserOnly()
    {
        const QFileInfo info(m_pair->endpoint);
        if (!info.exists()) QSKIP("Named pipes have no file");
        QCOMPARE(info.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    }

    void staleSocketIsReplaced()
    {
        m_client.reset();
        RpcServer second([](qintptr) { return true; });
        m_pair->server.close();
        QVERIFY(second.listen(m_pair->endpoint));
    }

    void manyMayConnectAtOnce()
    {
        QObject owner;
        int connected = 0;
        for (int i = 0; i < 200; ++i) { // with no turn of the event loop between, so nobody is accepted meanwhile
            auto* const socket = new QLocalSocket(&owner);
            socket->connectToServer(m_pair->endpoint);
            if (socket->state() == QLocalSocket::ConnectedState) ++connected;
        }
        if (!QFileInfo::exists(m_pair->endpoint)) QSKIP("Named pipes have no queue");
        QCOMPARE(connected, 200);
    }

    void slowReaderIsDropped()
    {
        QLocalSocket raw;
        m_pair->serverSide = nullptr;
        raw.setReadBufferSize(1);
        raw.connectToServer(m_pair->endpoint);
        QVERIFY(raw.waitForConnected(5000));
        QTRY_VERIFY(m_pair->serverSide);
        RpcPeer* peer = m_pair->serverSide;
        QSignalSpy closed(peer, &RpcPeer::closed);
        const QJsonObject big{{u"t"_s, QString(1'000'000, u'x')}};
        for (int i = 0; i < 100 && peer->isOpen(); ++i) peer->notify(notification::event, big);
        QVERIFY(!peer->isOpen());
        QTRY_COMPARE(closed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RpcPeerTest)
#include "tst_rpcpeer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/methods.h"
#include "ipc/rpcmessage.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

/// Single quotes made double, for readable samples.
static QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

class RpcMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips()
    {
        const QJsonObject params{{u"a"_s, 1}, {u"text"_s, u"ñ\n\"quoted\""_s}};
        const RpcMessage request = *RpcMessage::fromLine(RpcMessage::request(7, u"apps.list"_s, params).toLine());
        QCOMPARE(request.kind, RpcMessage::Kind::Request);
        QCOMPARE(request.id.toInteger(), 7);
        QCOMPARE(request.method, u"apps.list"_s);
        QCOMPARE(request.params, params);

        const RpcMessage notification = *RpcMessage::fromLine(RpcMessage::notification(u"event"_s, {}).toLine());
        QCOMPARE(notification.kind, RpcMessage::Kind::Notification);

        const RpcMessage reply = *RpcMessage::fromLine(RpcMessage::reply(u"abc"_s, QJsonArray{1, 2}).toLine());
        QCOMPARE(reply.kind, RpcMessage::Kind::Reply);
        QCOMPARE(reply.id.toString(), u"abc"_s);
        QCOMPARE(reply.result.toArray().size(), 2);

        const Error error{ErrorCode::NotFound, u"Cannot start"_s, u"app.js"_s, u"no such file"_s, u"Check the path"_s};
        const RpcMessage failed = *RpcMessage::fromLine(RpcMessage::errorReply(3, error).toLine());
        QCOMPARE(failed.kind, RpcMessage::Kind::ErrorReply);
        QCOMPARE(failed.error, error);
    }

    void emptyResultIsStillAReply()
    {
        const RpcMessage reply = *RpcMessage::fromLine(RpcMessage::reply(1, QJsonValue(QJsonValue::Undefined)).toLine());
        QCOMPARE(reply.kind, RpcMessage::Kind::Reply);
        QVERIFY(reply.result.isNull());
    }

    void foreignErrorsAreUnderstood()
    {
        const auto message = RpcMessage::fromLine(json("{'jsonrpc':'2.0','id':1,'error':{'code':-32601,'message':'nope'}}"));
        QVERIFY(message);
        QCOMPARE(message->error.code, ErrorCode::InvalidArgument);
        QCOMPARE(message->error.what, u"nope"_s);
    }

    void refusesWhatIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no json") << QByteArray("hello");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("no version") << json("{'id':1,'method':'x'}");
        QTest::newRow("old version") << json("{'jsonrpc':'1.0','id':1,'method':'x'}");
        QTest::newRow("method is a number") << json("{'jsonrpc':'2.0','id':1,'method':5}");
        QTest::newRow("params is text") << json("{'jsonrpc':'2.0','id':1,'method':'x','params':'y'}");
        QTest::newRow("id is an object") << json("{'jsonrpc':'2.0','id':{},'method':'x'}");
        QTest::newRow("nothing") << json("{'jsonrpc':'2.0','id':1}");
        QTest::newRow("cut") << json("{'jsonrpc':'2.0','id':1,'meth");
        QTest::newRow("too deep") << json("{'jsonrpc':'2.0','method':'x','params':{'a':") + QByteArray(maxDepth, '[')
                + QByteArray(maxDepth, ']') + "}}";
        QTest::newRow("very deep") << QByteArray(1'000'000, '[');
    }

    void refusesWhatIsNoMessage()
    {
        QFETCH(QByteArray, line);
        const auto message = RpcMessage::fromLine(line);
        QVERIFY(!message);
        QCOMPARE(message.error().code, ErrorCode::Protocol);
        QVERIFY(!message.error().message().isEmpty());
    }

    void bracketsInStringsAreNoDepth()
    {
        const QByteArray line = "{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"params\":{\"a\":\"" + QByteArray(500, '[') + "\\\\\\\"[[\"}}";
        QVERIFY(RpcMessage::fromLine(line));
    }

    void survivesMutations()
    {
        const QByteArray good = RpcMessage::request(1, u"apps.create"_s, {{u"specs"_s, QJsonArray{QJsonObject{{u"script"_s, u"a.js"_s}}}}}).toLine();
        QRandomGenerator random(1);
        int refused = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bad = good;
            for (int n = random.bounded(1, 4); n > 0; --n) bad[random.bounded(int(bad.size()))] = char(random.bounded(256));
            if (!RpcMessage::fromLine(bad)) ++refused;
        }
        QVERIFY(refused > 1000);
    }
};

QTEST_APPLESS_MAIN(RpcMessageTest)
#include "tst_rpcmessage.moc"

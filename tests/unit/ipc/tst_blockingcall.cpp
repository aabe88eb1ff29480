// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpcpair.h"

#include "ipc/blockingcall.h"

#include <QThread>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

/// Runs a server in a thread of its own, as the daemon is a process of its own.
class ServerThread : public QThread
{
    Q_OBJECT

public:
    explicit ServerThread(QString endpoint) : m_endpoint(std::move(endpoint)) {}
    ~ServerThread() override
    {
        quit();
        wait();
    }

Q_SIGNALS:
    void listening();

protected:
    void run() override
    {
        RpcServer server([](qintptr) { return true; });
        QObject::connect(&server, &RpcServer::connected, &server, [](RpcPeer* peer) {
            peer->setHandler(method::ping, [](const QJsonObject&, const Responder& responder) { responder.reply(u"pong"_s); });
            peer->setHandler(method::status, [](const QJsonObject&, const Responder&) {});
            peer->setHandler(method::hello, [peer](const QJsonObject&, const Responder&) { peer->close(); });
            peer->setHandler(method::appsList, [](const QJsonObject&, const Responder& responder) {
                responder.fail({ErrorCode::NotFound, u"No app"_s, {}, {}, {}});
            });
        });
        if (server.listen(m_endpoint)) Q_EMIT listening();
        exec();
    }

private:
    QString m_endpoint;
};

class BlockingCallTest : public QObject
{
    Q_OBJECT

private:
    RpcPair m_names; // only for its endpoint
    std::unique_ptr<ServerThread> m_server;
    BlockingConnection m_connection;

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ServerThread>(m_names.endpoint);
        bool up = false;
        connect(m_server.get(), &ServerThread::listening, this, [&] { up = true; });
        m_server->start();
        QTRY_VERIFY(up);
        QVERIFY(m_connection.open(m_names.endpoint, 5000));
    }

    void answers()
    {
        for (int i = 0; i < 20; ++i) QCOMPARE(m_connection.call(method::ping, {}, 5000)->toString(), u"pong"_s);
    }

    void errors() { QCOMPARE(m_connection.call(method::appsList, {}, 5000).error().code, ErrorCode::NotFound); }
    void timeout() { QCOMPARE(m_connection.call(method::status, {}, 50).error().code, ErrorCode::Timeout); }
    void lost() { QCOMPARE(m_connection.call(method::hello, {}, 5000).error().code, ErrorCode::Unavailable); }

    void cancel()
    {
        int looks = 0;
        const auto result = m_connection.call(method::status, {}, -1, [&] { return ++looks < 3; });
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(looks, 3);
    }

    void nobodyThere()
    {
        BlockingConnection other;
        QCOMPARE(other.open(m_names.endpoint + u"-none"_s, 200).error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(BlockingCallTest)
#include "tst_blockingcall.moc"

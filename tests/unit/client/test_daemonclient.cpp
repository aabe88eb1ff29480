// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "ipc/methods.h"
#include "ipc/rpcserver.h"
#include "platform/files.h"
#include "unit/brackets.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;
using State = DaemonClient::State;

namespace {

/// Answers hello and state.subscribe as a daemon does.
class FakeDaemon : public QObject
{
public:
    explicit FakeDaemon(const QString& endpoint)
        : m_server([](qintptr) { return true; })
    {
        connect(&m_server, &ipc::RpcServer::connected, this, [this](ipc::RpcPeer* peer) {
            peer->setParent(this);
            m_peer = peer;
            peer->setHandler(ipc::method::hello, [this](const QJsonObject& params, const ipc::Responder& responder) {
                if (refuse)
                    responder.fail({ErrorCode::Unsupported, u"Other version"_s, {}, {}, {}});
                else
                    responder.reply(QJsonObject{{u"protocol"_s, params.value("protocol"_L1)}});
            });
            peer->setHandler(ipc::method::stateSubscribe, [this](const QJsonObject&, const ipc::Responder& responder) {
                ++subscriptions;
                responder.reply(QJsonObject{{u"apps"_s, QJsonArray{QJsonObject{{u"id"_s, u"api"_s}}}}});
            });
            peer->setHandler(ipc::method::instancesStop, [](const QJsonObject&, const ipc::Responder& responder) {
                responder.fail({ErrorCode::NotFound, u"No such app"_s, u"none"_s, u"the port 80 is in use by nginx"_s, {}});
            });
            peer->setHandler(ipc::method::ping, [](const QJsonObject&, const ipc::Responder& responder) { responder.reply(u"pong"_s); });
        });
        if (const auto listening = m_server.listen(endpoint); !listening)
            qFatal("%s", qPrintable(listening.error().message()));
    }
    void notify(QLatin1StringView method, const QJsonObject& params) { m_peer->notify(method, params); }

    int subscriptions = 0;
    bool refuse = false;

private:
    ipc::RpcServer m_server;
    QPointer<ipc::RpcPeer> m_peer;
};

} // namespace

class TestDaemonClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(platform::ensurePrivateFolder(m_folder->filePath(u"run"_s)));
        m_location = {m_folder->path(), platform::daemonEndpoint(m_folder->path()), {}};
    }

    void errorsComeInTheLanguageOfNow()
    {
        FakeDaemon daemon(m_location.endpoint);
        DaemonClient client(m_location);
        client.open();
        QTRY_COMPARE(client.state(), State::Connected);
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        Error error;
        client.call(ipc::method::instancesStop, {}, this, [&error](const Result<QJsonValue>& result) { error = result.error(); });
        const bool answered = QTest::qWaitFor([&error] { return !error.what.isEmpty(); });
        QCoreApplication::removeTranslator(&brackets);
        QVERIFY(answered);
        QCOMPARE(error.what, u"<No such app>"_s);
        QCOMPARE(error.why, u"<the port 80 is in use by nginx>"_s);
        QCOMPARE(error.subject, u"none"_s);
    }

    void connectsAndSubscribes()
    {
        FakeDaemon daemon(m_location.endpoint);
        DaemonClient client(m_location);
        StateMirror mirror(client, true);
        QSignalSpy reset(&mirror, &StateMirror::reset);
        client.open();
        QCOMPARE(client.state(), State::Connecting);
        QTRY_COMPARE(client.state(), State::Connected);
        QTRY_COMPARE(reset.size(), 1);
        QVERIFY(mirror.app(u"api"_s));
        QCOMPARE(client.lastError(), Error());
        QSignalSpy events(&mirror, &StateMirror::eventHappened);
        daemon.notify(ipc::notification::event, {{u"kind"_s, u"exit"_s}});
        daemon.notify(ipc::notification::stateChanged, {{u"removed"_s, QJsonArray{u"api"_s}}});
        QTRY_COMPARE(events.size(), 1);
        QTRY_VERIFY(mirror.apps().empty());
    }

    void callsAreAnswered()
    {
        FakeDaemon daemon(m_location.endpoint);
        DaemonClient client(m_location);
        client.open();
        QTRY_COMPARE(client.state(), State::Connected);
        Result<QJsonValue> answer;
        client.call(ipc::method::ping, {}, this, [&](const Result<QJsonValue>& result) { answer = result; });
        QTRY_VERIFY(answer && answer->toString() == "pong"_L1);
    }

    void lossIsSaidAfterAWhileAndTheStateStays()
    {
        auto daemon = std::make_unique<FakeDaemon>(m_location.endpoint);
        DaemonClient client(m_location);
        StateMirror mirror(client, false);
        client.open();
        QTRY_VERIFY(mirror.app(u"api"_s));
        daemon.reset();
        QTRY_COMPARE(client.state(), State::Connecting);
        QTRY_COMPARE(client.state(), State::Lost);
        QVERIFY(mirror.app(u"api"_s));
        QVERIFY(!client.lastError().message().isEmpty());
        Result<QJsonValue> answer = QJsonValue();
        client.call(ipc::method::ping, {}, this, [&](const Result<QJsonValue>& result) { answer = result; });
        QVERIFY(!answer);
        daemon = std::make_unique<FakeDaemon>(m_location.endpoint);
        QTRY_COMPARE(client.state(), State::Connected);
        QTRY_COMPARE(daemon->subscriptions, 1);
        QCOMPARE(client.lastError(), Error());
    }

    void aQuickReturnIsNoLoss()
    {
        auto daemon = std::make_unique<FakeDaemon>(m_location.endpoint);
        DaemonClient client(m_location);
        client.open();
        QTRY_COMPARE(client.state(), State::Connected);
        QSignalSpy states(&client, &DaemonClient::stateChanged);
        daemon = nullptr;
        daemon = std::make_unique<FakeDaemon>(m_location.endpoint);
        QTRY_COMPARE(states.size(), 2);
        QCOMPARE(states.at(0).constFirst().value<State>(), State::Connecting);
        QCOMPARE(states.at(1).constFirst().value<State>(), State::Connected);
    }

    void aDaemonOfAnotherVersionIsAnError()
    {
        FakeDaemon daemon(m_location.endpoint);
        daemon.refuse = true;
        DaemonClient client(m_location);
        client.open();
        QTRY_COMPARE(client.state(), State::Lost);
        QCOMPARE(client.lastError().what, u"Other version"_s);
    }

    void aMissingDaemonProgramIsSaid()
    {
        DaemonClient client(m_location); // no program
        client.open();
        QTRY_COMPARE(client.state(), State::Lost);
        QCOMPARE(client.lastError().code, ErrorCode::NotFound);
    }

    void aProgramThatEndsAtOnceIsNotWaitedForLong()
    {
        m_location.program = QStringLiteral(TROPERO_TEST_BIN "/../tests/test_optionparser"); // ends at once and never listens
        QElapsedTimer clock;
        clock.start();
        ipc::BlockingConnection connection;
        const auto connected = connectOrLaunch(connection, m_location);
        QVERIFY(!connected);
        QVERIFY2(clock.elapsed() < 9'000, qPrintable(QString::number(clock.elapsed())));
    }

    void launchingCanBeCancelled()
    {
        m_location.program = QStringLiteral(TROPERO_TEST_BIN "/../tests/test_optionparser");
        ipc::BlockingConnection connection;
        const auto connected = connectOrLaunch(connection, m_location, [] { return false; });
        QVERIFY(!connected);
        QCOMPARE(connected.error().code, ErrorCode::Cancelled);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    DaemonLocation m_location;
};

QTEST_GUILESS_MAIN(TestDaemonClient)
#include "test_daemonclient.moc"

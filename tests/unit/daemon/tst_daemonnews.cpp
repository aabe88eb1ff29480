// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon tells of changes, at once and afterwards.
#include "daemonfixture.h"

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

class DaemonNewsTest : public DaemonTest
{
    Q_OBJECT

private Q_SLOTS:
    void subscribersGetDifferencesAndEvents()
    {
        auto follower = m->connectClient();
        QList<QJsonObject> changes;
        QList<QJsonObject> events;
        follower->setListener(notification::stateChanged, [&](const QJsonObject& params) { changes.append(params); });
        follower->setListener(notification::event, [&](const QJsonObject& params) { events.append(params); });
        bool subscribed = false;
        follower->call(method::stateSubscribe, {}, this, [&](const Result<QJsonValue>& result) { subscribed = result.has_value(); });
        QTRY_VERIFY(subscribed);
        m->create({m->spec(u"api"_s)});
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(changes.constFirst()["apps"_L1].toArray().at(0).toObject()["spec"_L1].toObject()["name"_L1].toString(), u"api"_s);
        QTRY_VERIFY(!events.isEmpty());
        QCOMPARE(events.constFirst()["kind"_L1].toString(), u"created"_s);
        QCOMPARE(events.constFirst()["name"_L1].toString(), u"api"_s);
        m->guards.at(0)->instance(0)->restarts = 7;
        m->guards.at(0)->tell();
        // In the app as a whole when something of that changed at the same time.
        const auto restarts = [&changes] {
            const QJsonObject last = changes.constLast();
            const QJsonArray instances = last["apps"_L1].toArray().at(0).toObject()["instances"_L1].toArray();
            return (instances.isEmpty() ? last["instances"_L1].toArray() : instances).at(0).toObject()["restarts"_L1].toInt();
        };
        QTRY_COMPARE(restarts(), 7);
        changes.clear();
        m->call(method::instancesDelete, m->target(u"api"_s));
        QTRY_VERIFY(!changes.isEmpty() && !changes.constLast()["removed"_L1].toArray().isEmpty());
    }

    void differencesAreBatched()
    {
        auto follower = m->connectClient();
        m->create({m->spec(u"api"_s)});
        int changes = 0;
        int restarts = 0;
        follower->setListener(notification::stateChanged, [&](const QJsonObject& params) {
            ++changes;
            restarts = params["instances"_L1].toArray().at(0).toObject()["restarts"_L1].toInt();
        });
        bool subscribed = false;
        follower->call(method::stateSubscribe, {}, this, [&](const Result<QJsonValue>& result) { subscribed = result.has_value(); });
        QTRY_VERIFY(subscribed);
        QElapsedTimer clock;
        clock.start();
        for (int i = 1; i <= 500; ++i) {
            m->guards.at(0)->instance(0)->restarts = i;
            m->guards.at(0)->tell();
            if (i % 50 == 0) QCoreApplication::processEvents();
        }
        QTRY_COMPARE(restarts, 500);
        QVERIFY2(changes <= clock.elapsed() / 100 + 2, qPrintable(QString::number(changes)));
    }

    void metricsGoOnlyToThoseWhoAsk()
    {
        m->create({m->spec(u"api"_s)});
        auto plain = m->connectClient();
        auto withMetrics = m->connectClient();
        int plainChanges = 0;
        double memory = 0;
        plain->setListener(notification::stateChanged, [&](const QJsonObject&) { ++plainChanges; });
        withMetrics->setListener(notification::stateChanged, [&](const QJsonObject& params) {
            memory = params["instances"_L1].toArray().at(0).toObject()["memory"_L1].toDouble();
        });
        int subscribed = 0;
        const auto count = [&](const Result<QJsonValue>& result) { subscribed += result ? 1 : 0; };
        plain->call(method::stateSubscribe, {}, this, count);
        withMetrics->call(method::stateSubscribe, {{u"metrics"_s, true}}, this, count);
        QTRY_COMPARE(subscribed, 2);
        QTRY_VERIFY_WITH_TIMEOUT(memory > 0, 5000); // of this test, whose pid the fake instance has
        QCOMPARE(plainChanges, 0);
    }

    void historyIsRecorded()
    {
        m->create({m->spec(u"api"_s)});
        FakeGuard& guard = *m->guards.at(0);
        guard.instance(0)->metrics = {{u"users"_s, QJsonObject{{u"value"_s, u"3.5"_s}, {u"unit"_s, u"people"_s}}},
                                        {u"version"_s, QJsonObject{{u"value"_s, u"1.2.3"_s}}}};
        guard.tell();
        QTRY_VERIFY(!m->firstInstance()["metrics"_L1].toObject().isEmpty());
        m->call(method::appsList); // measures
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const auto series = m->call(method::historyMetrics, {{u"number"_s, 0}, {u"since"_s, now - 60'000}, {u"until"_s, now + 60'000}});
        QVERIFY(series);
        QCOMPARE(series->toObject()["step"_L1].toInt(), 1000);
        QVERIFY(series->toObject()["points"_L1].toArray().size() >= 1);
        QTRY_COMPARE(m->call(method::historyMetrics, {{u"number"_s, 0}, {u"since"_s, now - 60'000}})->toObject()["metrics"_L1].toObject(),
                     QJsonObject({{u"users"_s, u"people"_s}})); // no text
        const auto users = m->call(method::historyMetrics, {{u"number"_s, 0}, {u"since"_s, now - 60'000}, {u"metric"_s, u"users"_s}});
        QVERIFY(users);
        QCOMPARE(users->toObject()["metric"_L1].toString(), u"users"_s);
        QCOMPARE(users->toObject()["points"_L1][0][1].toDouble(), 3.5);
        m->call(method::instancesDelete, m->target(u"api"_s));
        const QJsonArray events = m->list(method::historyEvents, "events"_L1, m->target(u"api"_s)); // by the name of a deleted app
        QCOMPARE(events[0].toObject()["kind"_L1].toString(), u"created"_s);
        QCOMPARE(events.last().toObject()["kind"_L1].toString(), u"deleted"_s);
        QCOMPARE(m->call(method::historyMetrics, {{u"number"_s, 0}}).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(DaemonNewsTest)
#include "tst_daemonnews.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// How often figures are taken: as often as the most impatient client wants.
#include "daemonfixture.h"

#include "daemon/sampler.h"
#include "daemon/subscriptions.h"

#include <QSignalSpy>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

namespace {

AppSpec spec()
{
    AppSpec spec;
    spec.name = u"api"_s;
    spec.script = u"/srv/api.js"_s;
    return spec;
}

} // namespace

class SamplingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asOftenAsIsWanted()
    {
        AppRegistry registry(u"/tmp"_s);
        ManagedApp& app = registry.create(spec(), {});
        InstanceStatus running = app.instances.constFirst();
        running.pid = 4711;
        running.state = InstanceState::Online;
        registry.setInstance(app, running);
        int looks = 0;
        Sampler sampler(registry, [&looks] {
            ++looks;
            return QList<platform::ProcessUsage>();
        });
        sampler.setFollowed(100);
        QTRY_VERIFY_WITH_TIMEOUT(looks >= 8, 5'000); // at the usual pace it would be half of that
        sampler.setFollowed(60'000);
        const int before = looks;
        // Another one's third look comes after the second that one a second would bring.
        int otherLooks = 0;
        Sampler other(registry, [&otherLooks] {
            ++otherLooks;
            return QList<platform::ProcessUsage>();
        });
        other.setFollowed(750);
        QTRY_VERIFY_WITH_TIMEOUT(otherLooks >= 3, 10'000);
        QCOMPARE(looks, before);
        sampler.looked(false); // a command asks in between
        QCOMPARE(looks, before + 1);
        QTRY_VERIFY_WITH_TIMEOUT(looks >= before + 2, 5'000); // and keeps them fresh for a while
    }

    void theMostImpatientCounts()
    {
        AppRegistry registry(u"/tmp"_s);
        Subscriptions subscriptions(registry);
        DaemonFixture m;
        QVERIFY(m.start());
        const auto slow = m.connectClient();
        const auto fast = m.connectClient();
        subscriptions.add(slow.get(), 10'000);
        QCOMPARE(subscriptions.fastestMs(), 10'000);
        subscriptions.add(fast.get(), 500);
        QCOMPARE(subscriptions.fastestMs(), 500);
        subscriptions.add(fast.get(), 0);
        QCOMPARE(subscriptions.fastestMs(), 10'000);
        subscriptions.remove(slow.get());
        QCOMPARE(subscriptions.fastestMs(), 0);
        QVERIFY(!subscriptions.anyWithMetrics());
        subscriptions.remove(fast.get());
    }

    /// Through the protocol; the instance of the fake guard is this process.
    void asSubscribed()
    {
        DaemonFixture m;
        QVERIFY(m.start());
        m.create({m.spec(u"api"_s)});
        int told = 0;
        m.client->setListener(notification::stateChanged, [&told](const QJsonObject& params) {
            if (params.contains("instances"_L1)) ++told;
        });
        QVERIFY(m.call(method::stateSubscribe, {{u"metrics"_s, true}, {u"interval"_s, 250}}));
        // Something has to change for a figure to be told.
        QByteArray ballast;
        QTimer grow;
        QObject::connect(&grow, &QTimer::timeout, &grow, [&ballast] { ballast.append(QByteArray(2 << 20, 'x')); });
        grow.start(50);
        QTRY_VERIFY_WITH_TIMEOUT(told >= 12, 8'000);
        m.client->setListener(notification::stateChanged, [](const QJsonObject&) {});
    }

    void percentAtAnyPace_data()
    {
        QTest::addColumn<int>("pace");
        for (const int pace : {500, 1000, 5000, 10'000}) QTest::addRow("%d ms", pace) << pace;
    }
    void percentAtAnyPace()
    {
        QFETCH(int, pace);
        TreeMetrics trees;
        const MeasuredRoot root{0, 100, 50, 1'000, true, false};
        const auto at = [&](qint64 now, quint64 busyMs) {
            platform::ProcessUsage row;
            row.id = {100, 7};
            row.parent = 50;
            row.cpuMicroseconds = busyMs * 1000;
            return trees.measure({row}, {root}, now, [](const platform::ProcessId&) { return -1; }).value(0).cpu;
        };
        (void)at(10'000, 100);
        QCOMPARE(at(10'000 + pace, 100 + static_cast<quint64>(pace) / 4), 25.0);
    }
};

QTEST_GUILESS_MAIN(SamplingTest)
#include "tst_sampling.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrorfixture.h"

#include "models/recentapps.h"

#include <QSignalSpy>
#include <QTest>

using namespace tropero;
using namespace tropero::test;

class RecentAppsTest : public QObject
{
    Q_OBJECT

    MirrorFixture m_fixture;

    static QStringList idsOf(const RecentApps& recent)
    {
        QStringList ids;
        for (const RecentApps::Entry& entry : recent.entries()) ids.append(entry.id);
        return ids;
    }

private Q_SLOTS:
    void theLastOnesInTheOrderOfTheList()
    {
        RecentApps recent(m_fixture.mirror, 3);
        QVERIFY(recent.entries().isEmpty());
        QSignalSpy changed(&recent, &RecentApps::changed);
        AppStatus named = app(u"four"_s, {instance(4, 0, InstanceState::Online, 2'000)});
        named.spec.name = u"Four & more"_s;
        m_fixture.mirror.applySnapshot(snapshot({app(u"one"_s, {instance(1, 0, InstanceState::Online, 1'000)}),
                                                 app(u"two"_s, {instance(2, 0, InstanceState::Online, 9'000)}),
                                                 app(u"three"_s, {instance(3, 0, InstanceState::Stopped)}), named,
                                                 app(u"five"_s, {instance(5, 0, InstanceState::Online, 500), instance(6, 1, InstanceState::Online, 3'000)})}));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(idsOf(recent), (QStringList{u"two"_s, u"four"_s, u"five"_s}));
        QCOMPARE(recent.entries()[1].name, u"Four & more"_s);

        // One of them starts again, and figures come: nothing moves.
        m_fixture.mirror.applyChange(instanceChange(u"five"_s, {instance(6, 1, InstanceState::Online, 20'000)}));
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 1);

        // Another one starts, and takes the place of the oldest.
        m_fixture.mirror.applyChange(instanceChange(u"three"_s, {instance(3, 0, InstanceState::Online, 30'000)}));
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(idsOf(recent), (QStringList{u"two"_s, u"three"_s, u"five"_s}));

        m_fixture.mirror.applySnapshot(snapshot({}));
        QTRY_COMPARE(changed.size(), 3);
        QVERIFY(recent.entries().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RecentAppsTest)
#include "tst_recentapps.moc"

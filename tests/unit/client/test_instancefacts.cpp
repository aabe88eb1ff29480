// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/instancefacts.h"
#include "client/packageversion.h"
#include "core/policytext.h"
#include "platform/sharedsockets.h"

#include <QTest>

#include <algorithm>

using namespace tropero;
using namespace Qt::StringLiterals;

class TestInstanceFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAReloadMayCost()
    {
        ClusterPolicy policy;
        QVERIFY(schedulingCaution(policy, true).isEmpty());
        policy.scheduling = Scheduling::None;
        QVERIFY(!schedulingCaution(policy, true).isEmpty());
        QVERIFY(schedulingCaution(policy, false).isEmpty());
        policy.listen = {u"3000"_s};
        QVERIFY(schedulingCaution(policy, true).isEmpty());
    }

    void itIsSaidOnThisSystem()
    {
        AppStatus app;
        app.spec.execMode = ExecMode::Cluster;
        app.spec.cluster.scheduling = Scheduling::None;
        app.instances.append(InstanceStatus());
        PackageVersions versions;
        const QList<FactSection> sections = instanceFacts(app, app.instances.first(), 1'000, versions);
        const auto cluster = std::ranges::find(sections, u"Cluster"_s, &FactSection::title);
        QVERIFY(cluster != sections.end());
        const auto caution = std::ranges::find(cluster->facts, u"caution"_s, &Fact::name);
        QCOMPARE(caution != cluster->facts.end(), platform::sharedSocketsReset());
    }
};

QTEST_GUILESS_MAIN(TestInstanceFacts)
#include "test_instancefacts.moc"

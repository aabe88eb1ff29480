// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/appregistry.h"
#include "daemon/lognaming.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

AppSpec specNamed(const QString& name, int instances = 1)
{
    AppSpec spec;
    spec.name = name;
    spec.script = u"server.js"_s;
    spec.cwd = u"/srv"_s;
    spec.instances = instances;
    return spec;
}

} // namespace

class AppRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersCountUpAndAreNotReusedWhileOthersLive()
    {
        AppRegistry registry(u"/logs"_s);
        ManagedApp& first = registry.create(specNamed(u"a"_s, 2), {});
        ManagedApp& second = registry.create(specNamed(u"b"_s), {});
        QCOMPARE(first.numbers(), QList<int>({0, 1}));
        QCOMPARE(second.numbers(), QList<int>({2}));
        registry.remove(second.id);
        QCOMPARE(registry.create(specNamed(u"c"_s), {}).numbers(), QList<int>({3}));
    }

    void numbersBeginAtZeroAgainWhenTheListIsEmpty()
    {
        AppRegistry registry(u"/logs"_s);
        registry.remove(registry.create(specNamed(u"a"_s, 3), {}).id);
        QCOMPARE(registry.create(specNamed(u"b"_s), {}).numbers(), QList<int>({0}));
    }

    void numbersGoOnBehindRestoredOnes()
    {
        AppRegistry registry(u"/logs"_s);
        registry.restore({u"a-0001"_s, specNamed(u"a"_s), u"a"_s, {{7, 0, true, false, 5}}});
        QCOMPARE(registry.create(specNamed(u"b"_s), {}).numbers(), QList<int>({8}));
        // A second app with the same number gets another one.
        const ManagedApp& twin = registry.restore({u"a-0001"_s, specNamed(u"a"_s), u"a"_s, {{7, 0, true, false, 5}}});
        QCOMPARE(twin.numbers(), QList<int>({9}));
        QVERIFY(twin.id != u"a-0001"_s);
        QCOMPARE(twin.logBase, u"a-2"_s);
    }

    void aDeletedInstanceLeavesItsIndexToTheNextOne()
    {
        AppRegistry registry(u"/logs"_s);
        ManagedApp& app = registry.create(specNamed(u"a"_s, 3), {});
        registry.removeInstances(app, {1});
        QCOMPARE(app.spec.instances, 2);
        QCOMPARE(registry.addInstances(app, 3), QList<int>({3}));
        QCOMPARE(app.instance(3)->index, 1);
    }

    void idIsReadableAndSafe()
    {
        const QString id = newAppId(u"My Äpp/../x"_s, {});
        QVERIFY2(QRegularExpression(u"^[a-z0-9-]+-[0-9a-f]{4}$"_s).match(id).hasMatch(), qPrintable(id));
        QVERIFY(newAppId(u"///"_s, {}).startsWith(u"app-"_s));
    }

    void logBaseIsUnique_data()
    {
        QTest::addColumn<QString>("nameSpace");
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"default"_s << QStringList() << u"api"_s;
        QTest::newRow("namespace") << u"shop"_s << QStringList() << u"shop-api"_s;
        QTest::newRow("taken") << u"default"_s << QStringList{u"api"_s} << u"api-2"_s;
        QTest::newRow("taken twice") << u"default"_s << QStringList{u"API"_s, u"api-2"_s} << u"api-3"_s;
    }

    void logBaseIsUnique()
    {
        QFETCH(QString, nameSpace);
        QFETCH(QStringList, taken);
        QFETCH(QString, expected);
        AppSpec spec = specNamed(u"api"_s);
        spec.nameSpace = nameSpace;
        QCOMPARE(uniqueLogBase(spec, QSet<QString>(taken.begin(), taken.end())), expected);
    }

    void logPathsFollowTheSpec()
    {
        AppSpec spec = specNamed(u"api"_s);
        QCOMPARE(logPaths(spec, u"api"_s, 1, true, u"/logs"_s).out, u"/logs/api-1-out.log"_s);
        QCOMPARE(logPaths(spec, u"api"_s, 1, true, u"/logs"_s).error, u"/logs/api-1-error.log"_s);
        spec.logs.outFile = u"sub/o.log"_s;
        spec.logs.errorFile = u"/dev/null"_s;
        QVERIFY(logPaths(spec, u"api"_s, 1, true, u"/logs"_s).out.endsWith(u"/srv/sub/o-1.log"_s));
        QVERIFY(logPaths(spec, u"api"_s, 0, false, u"/logs"_s).out.endsWith(u"/srv/sub/o.log"_s));
        QCOMPARE(logPaths(spec, u"api"_s, 0, false, u"/logs"_s).error, QString());
        spec.logs.merge = true;
        QVERIFY(logPaths(spec, u"api"_s, 1, true, u"/logs"_s).out.endsWith(u"/srv/sub/o.log"_s));
        spec.logs.outFile.clear();
        QCOMPARE(logPaths(spec, u"api"_s, 1, true, u"/logs"_s).out, u"/logs/api-out.log"_s);
        spec.logs.disabled = true;
        QCOMPARE(logPaths(spec, u"api"_s, 1, true, u"/logs"_s).out, QString());
    }

    void whatTheGuardSaysIsTakenOverButNotWhatIsWanted()
    {
        AppRegistry registry(u"/logs"_s);
        ManagedApp& app = registry.create(specNamed(u"a"_s), {});
        QSignalSpy changed(&registry, &AppRegistry::instanceChanged);
        InstanceStatus status;
        status.number = 0;
        status.state = InstanceState::Online;
        status.pid = 42;
        status.wantedUp = false;
        registry.updateInstance(app, status);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(app.instance(0)->pid, 42);
        QVERIFY(app.instance(0)->wantedUp);
        QCOMPARE(app.instance(0)->outLog, u"/logs/a-0-out.log"_s);
        registry.setMetrics({{0, {12.5, 4096, 2, 3}}});
        registry.updateInstance(app, status);
        QCOMPARE(changed.size(), 1); // nothing new
        QCOMPARE(app.instance(0)->memory, 4096);
        status.pid = 43;
        registry.updateInstance(app, status);
        QCOMPARE(app.instance(0)->memory, 0); // another process
    }

    void anEndByItselfForGoodIsRemembered()
    {
        AppRegistry registry(u"/logs"_s);
        ManagedApp& app = registry.create(specNamed(u"a"_s), {});
        QSignalSpy record(&registry, &AppRegistry::recordChanged);
        InstanceStatus status = *app.instance(0);
        status.hasExited = true;
        status.wantedUp = false; // its guard was told to end: no verdict of the app's own
        registry.updateInstance(app, status);
        QVERIFY(!app.hasFinished(*app.instance(0)));
        status.wantedUp = true;
        registry.updateInstance(app, status);
        QVERIFY(app.hasFinished(*app.instance(0)));
        QVERIFY(app.isAtRest(*app.instance(0)));
        QCOMPARE(record.size(), 1);
        QVERIFY(AppRecord::of(app).instances.constFirst().finished);
        registry.setWanted(app, {0}, true);
        QVERIFY(!app.hasFinished(*app.instance(0)));
    }

    void secretsAreMaskedAndPutBack()
    {
        AppSpec spec = specNamed(u"a"_s);
        spec.env = {{u"DB_PASSWORD"_s, u"hush"_s}, {u"PORT"_s, u"1"_s}};
        spec.envProfiles = {{u"production"_s, {{u"API_TOKEN"_s, u"hush"_s}}}};
        AppSpec shown = maskedSpec(spec);
        QCOMPARE(shown.env.value(u"DB_PASSWORD"_s), maskedValue());
        QCOMPARE(shown.env.value(u"PORT"_s), u"1"_s);
        QCOMPARE(shown.envProfiles.value(u"production"_s).value(u"API_TOKEN"_s), maskedValue());
        shown.env.insert(u"PORT"_s, u"2"_s);
        restoreMasked(shown, spec);
        QCOMPARE(shown.env.value(u"DB_PASSWORD"_s), u"hush"_s);
        QCOMPARE(shown.env.value(u"PORT"_s), u"2"_s);
        QCOMPARE(shown.envProfiles, spec.envProfiles);
    }
};

QTEST_GUILESS_MAIN(AppRegistryTest)
#include "tst_appregistry.moc"

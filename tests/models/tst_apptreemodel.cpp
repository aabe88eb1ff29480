// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrorfixture.h"

#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace tropero;
using namespace tropero::test;

class AppTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAndTexts();
    void parentsAddUp();
    void onlyChangedColumnsAreReported();
    void neverResets();
    void timePasses();
    void namespaces();
    void appsMoveBetweenNamespaces();
    void modesAndNames();
    void randomChangesEqualAFreshModel_data();
    void randomChangesEqualAFreshModel();
    void filterAndSort();
    void filterFindsInstances();
    void persistentIndexesSurvive();
};

namespace {

QString dump(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        text += QString(depth, u' ');
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            text += index.data().toString() + u'|' + index.data(SortRole).toString() + u'|';
        }
        const QModelIndex first = model.index(row, 0, parent);
        text += first.data(KeyRole).toString() + u'|' + first.data(DetailRole).toString() + u'|' +
                first.data(StateRole).toString() + u'|' + first.data(SearchRole).toString() + u'\n';
        text += dump(model, first, depth + 1);
    }
    return text;
}

InstanceState randomState(QRandomGenerator& random)
{
    return static_cast<InstanceState>(random.bounded(instanceStateCount));
}

} // namespace

void AppTreeModelTest::rowsAndTexts()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror, nullptr, [] { return qint64(3'725'000); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    InstanceStatus online = instance(0, 0, InstanceState::Online, 5'000);
    online.cpu = 12.34;
    online.memory = 402LL * 1024 * 1024;
    online.ports = {3000};
    InstanceStatus waiting = instance(1, 0, InstanceState::WaitingRestart);
    waiting.restartAt = 3'725'000 + 3'200;
    waiting.reason = u"exit code 1"_s;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {online}), app(u"mailer"_s, {waiting})}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, NameColumn), u"api"_s);
    QCOMPARE(text(0, StateColumn), u"Online"_s);
    QCOMPARE(text(0, PidColumn), u"4000"_s);
    QCOMPARE(text(0, UptimeColumn), u"1 h 2 m"_s);
    QCOMPARE(text(0, CpuColumn), u"12.3 %"_s);
    QCOMPARE(text(0, MemoryColumn), u"402\u00a0MB"_s);
    QCOMPARE(text(0, PortsColumn), u"3000"_s);
    QCOMPARE(text(1, StateColumn), u"Restart in 4 s"_s);
    QCOMPARE(text(1, MemoryColumn), u"\u2013"_s);
    QCOMPARE(model.index(1, NameColumn).data(DetailRole).toString(), u"exit code 1"_s);
    QCOMPARE(model.indexOf(u"mailer"_s), model.index(1, 0));
    QVERIFY(!model.indexOf(u"nobody"_s).isValid());
}

void AppTreeModelTest::parentsAddUp()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror, nullptr, [] { return qint64(100'000); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    InstanceStatus a = instance(0, 0, InstanceState::Online);
    a.cpu = 5;
    a.memory = 1 << 20;
    a.restarts = 1;
    InstanceStatus b = instance(1, 1, InstanceState::Errored);
    b.restarts = 16;
    InstanceStatus c = instance(2, 2, InstanceState::Online);
    c.cpu = 7.5;
    c.memory = 2 << 20;
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {a, b, c})}));
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(model.rowCount(top), 3);
    QCOMPARE(top.siblingAtColumn(CpuColumn).data(SortRole).toDouble(), 12.5);
    QCOMPARE(top.siblingAtColumn(MemoryColumn).data(SortRole).toLongLong(), 3 << 20);
    QCOMPARE(top.siblingAtColumn(RestartsColumn).data().toString(), u"17"_s);
    QCOMPARE(top.siblingAtColumn(StateColumn).data().toString(), u"2 of 3 online"_s);
    QCOMPARE(top.data(StateRole).toInt(), static_cast<int>(InstanceState::Errored));
    QCOMPARE(top.data(NumbersRole).value<QList<int>>(), (QList<int>{0, 1, 2}));
    QCOMPARE(model.index(1, 0, top).data(KeyRole).toString(), u"api/1"_s);
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {a})}));
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
}

void AppTreeModelTest::onlyChangedColumnsAreReported()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror, nullptr, [] { return qint64(100'000); });
    InstanceStatus a = instance(0, 0, InstanceState::Online);
    f.mirror.applySnapshot(snapshot({app(u"api"_s, {a})}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    a.cpu = 40;
    f.mirror.applyChange(instanceChange(u"api"_s, {a}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().column(), int(CpuColumn));
    QCOMPARE(changed.first().at(1).toModelIndex().column(), int(CpuColumn));
    changed.clear();
    f.mirror.applyChange(instanceChange(u"api"_s, {a}));
    QCOMPARE(changed.size(), 0);
}

void AppTreeModelTest::neverResets()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    f.mirror.applySnapshot(snapshot({app(u"a"_s, {instance(0, 0, InstanceState::Online)}),
                                     app(u"b"_s, {instance(1, 0, InstanceState::Online)})}));
    const QPersistentModelIndex b = model.indexOf(u"b"_s);
    // The first app gets a later number: the order turns around, the rows stay the same ones.
    f.mirror.applySnapshot(snapshot({app(u"b"_s, {instance(1, 0, InstanceState::Online)}),
                                     app(u"a"_s, {instance(2, 0, InstanceState::Online)})}));
    QCOMPARE(reset.size(), 0);
    QVERIFY(b.isValid());
    QCOMPARE(b.data().toString(), u"b"_s);
    QCOMPARE(b.row(), 0);
}

void AppTreeModelTest::timePasses()
{
    MirrorFixture f;
    qint64 now = 10'000;
    AppTreeModel model(f.mirror, nullptr, [&now] { return now; });
    f.mirror.applySnapshot(snapshot({app(u"a"_s, {instance(0, 0, InstanceState::Online, 5'000)}),
                                     app(u"b"_s, {instance(1, 0, InstanceState::Stopped)})}));
    QCOMPARE(model.index(0, UptimeColumn).data().toString(), u"5 s"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    now = 12'000;
    QVERIFY(changed.wait(5'000));
    QCOMPARE(model.index(0, UptimeColumn).data().toString(), u"7 s"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), model.index(0, UptimeColumn));
}

void AppTreeModelTest::namespaces()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror, nullptr, [] { return qint64(100'000); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto in = [](const char* name, AppStatus status) {
        status.spec.nameSpace = QString::fromLatin1(name);
        return status;
    };
    InstanceStatus a = instance(0, 0, InstanceState::Online);
    a.cpu = 30;
    a.memory = 600LL << 20;
    InstanceStatus b = instance(1, 1, InstanceState::Online);
    b.cpu = 1.4;
    b.memory = 12LL << 20;
    a.restarts = 5;
    b.restarts = 2;
    f.mirror.applySnapshot(snapshot({app(u"alone"_s, {instance(9, 0, InstanceState::Online)})}));
    QCOMPARE(model.index(0, 0).data(KindRole).toInt(), int(AppRow::Kind::App)); // only the default one
    f.mirror.applySnapshot(snapshot({in("shop", app(u"api"_s, {a, b})),
                                     in("tools", app(u"reports"_s, {instance(2, 0, InstanceState::Stopped)})),
                                     in("shop", app(u"web"_s, {instance(3, 0, InstanceState::Errored)}))}));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex shop = model.index(0, 0);
    QCOMPARE(shop.data().toString(), u"shop"_s);
    QCOMPARE(shop.data(KeyRole).toString(), u"/shop"_s);
    QCOMPARE(shop.data(DetailRole).toString(), u"2 app(s)"_s);
    // The sums stand in the columns of what they are sums of.
    QCOMPARE(shop.siblingAtColumn(StateColumn).data().toString(), u"2 of 3 online"_s);
    QCOMPARE(shop.siblingAtColumn(CpuColumn).data().toString(), u"31.4 %"_s);
    QCOMPARE(shop.siblingAtColumn(MemoryColumn).data().toString(), u"612\u00a0MB"_s);
    QCOMPARE(shop.siblingAtColumn(RestartsColumn).data().toString(), u"7"_s);
    QCOMPARE(shop.siblingAtColumn(UptimeColumn).data().toString(), QString());
    QCOMPARE(shop.data(NumbersRole).value<QList<int>>(), (QList<int>{0, 1, 3}));
    QCOMPARE(shop.data(StateRole).toInt(), int(InstanceState::Errored));
    QCOMPARE(shop.siblingAtColumn(PidColumn).data().toString(), QString());
    QCOMPARE(model.rowCount(shop), 2);
    QCOMPARE(model.indexOf(u"web"_s).parent(), shop);
    QCOMPARE(model.indexOf(u"api/1"_s).parent().parent(), shop);
    QCOMPARE(model.index(1, 0).data(DetailRole).toString(), u"1 app(s)"_s);
    // One change, one new sum.
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    a.cpu = 10;
    b.cpu = 2;
    f.mirror.applyChange(instanceChange(u"api"_s, {a, b}));
    QTRY_COMPARE(shop.siblingAtColumn(CpuColumn).data().toString(), u"12.0 %"_s);
    QCOMPARE(std::ranges::count_if(changed,
                                   [](const auto& one) {
                                       return one.at(0).toModelIndex().data(KindRole).toInt() ==
                                              int(AppRow::Kind::Namespace);
                                   }),
             1);
}

void AppTreeModelTest::appsMoveBetweenNamespaces()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror);
    AppFilterModel filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto both = [](const QString& name) {
        AppStatus moved =
            app(u"a"_s, {instance(0, 0, InstanceState::Online), instance(1, 1, InstanceState::Online)});
        moved.spec.nameSpace = name;
        return snapshot({moved, app(u"b"_s, {instance(2, 0, InstanceState::Online)})});
    };
    f.mirror.applySnapshot(both(u"default"_s));
    const QPersistentModelIndex first = model.indexOf(u"a/0"_s);
    const QPersistentModelIndex shown = filter.mapFromSource(model.indexOf(u"a/1"_s));
    const QPersistentModelIndex other = filter.mapFromSource(model.indexOf(u"b"_s));
    for (const QString& name : {u"shop"_s, u"tools"_s, u"default"_s, u"shop"_s}) {
        f.mirror.applyChange(both(name));
        QVERIFY(first.isValid());
        QCOMPARE(first.data(KeyRole).toString(), u"a/0"_s);
        QVERIFY(shown.isValid());
        QCOMPARE(shown.data(KeyRole).toString(), u"a/1"_s);
        QCOMPARE(other.data(KeyRole).toString(), u"b"_s);
        const QModelIndex group = shown.parent().parent();
        QCOMPARE(group.isValid() ? group.data().toString() : u"default"_s, name);
    }
}

void AppTreeModelTest::modesAndNames()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror);
    AppStatus cluster =
        app(u"api"_s, {instance(0, 0, InstanceState::Online), instance(1, 1, InstanceState::Online)});
    cluster.spec.execMode = ExecMode::Cluster;
    AppStatus one = app(u"one"_s, {instance(4, 0, InstanceState::Online)});
    one.spec.watch.enabled = true;
    f.mirror.applySnapshot(snapshot(
        {cluster,
         app(u"two"_s, {instance(2, 0, InstanceState::Online), instance(3, 1, InstanceState::Online)}),
         one}));
    const auto mode = [&](const QString& key) {
        return model.indexOf(key).siblingAtColumn(ModeColumn).data().toString();
    };
    QCOMPARE(mode(u"api"_s), u"cluster \u00d72"_s);
    QCOMPARE(mode(u"two"_s), u"fork \u00d72"_s);
    QCOMPARE(mode(u"one"_s), u"fork"_s);
    QCOMPARE(mode(u"api/1"_s), QString());
    QCOMPARE(model.indexOf(u"api/1"_s).data().toString(), u"worker 1"_s);
    QCOMPARE(model.indexOf(u"two/3"_s).data().toString(), u"instance 1"_s);
    QCOMPARE(model.indexOf(u"one"_s).siblingAtColumn(WatchColumn).data().toString(), u"On"_s);
    QVERIFY(model.indexOf(u"one"_s).data(DetailRole).toString().contains(u"watching"_s));
    QVERIFY(!model.columns().at(WatchColumn).shownAtFirst);
    QCOMPARE(model.headerData(CpuColumn, Qt::Horizontal, Qt::TextAlignmentRole).toInt(),
             int(Qt::AlignVCenter | Qt::AlignLeft));
}

void AppTreeModelTest::randomChangesEqualAFreshModel_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void AppTreeModelTest::randomChangesEqualAFreshModel()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    MirrorFixture f;
    const AppTreeModel::Clock clock = [] { return qint64(900'000); };
    AppTreeModel model(f.mirror, nullptr, clock);
    AppFilterModel filter;
    filter.setSourceModel(&model);
    filter.sort(static_cast<int>(random.bounded(11)),
                random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    QList<AppStatus> apps;
    int nextNumber = 0;
    const auto change = [&](InstanceStatus& status) {
        const InstanceStatus fresh =
            instance(status.number, status.index, randomState(random), 1'000 * random.bounded(1, 800));
        status = fresh;
        status.cpu = random.bounded(200);
        status.memory = random.bounded(1 << 28);
        status.restarts = static_cast<int>(random.bounded(20));
        if (random.bounded(3) == 0) status.ports = {static_cast<int>(random.bounded(1000, 9999))};
        if (random.bounded(3) == 0) status.reason = u"reason %1"_s.arg(random.bounded(5));
    };
    const auto changeNamespace = [&](AppStatus& moved) {
        // At times all of them are back in the default one, and the level of namespaces goes away.
        if (random.bounded(4) == 0) {
            for (AppStatus& one : apps)
                one.spec.nameSpace = u"default"_s;
        } else {
            moved.spec.nameSpace = random.bounded(3) == 0 ? u"default"_s : u"ns%1"_s.arg(random.bounded(3));
        }
    };
    for (int step = 0; step < 80; ++step) {
        const int what = static_cast<int>(random.bounded(12));
        if (what < 3 || apps.isEmpty()) {
            QList<InstanceStatus> instances;
            for (int i = static_cast<int>(random.bounded(1, 5)); i > 0; --i)
                instances.append(
                    instance(nextNumber++, static_cast<int>(instances.size()), InstanceState::Online));
            apps.insert(random.bounded(int(apps.size()) + 1), app(u"app%1"_s.arg(nextNumber), instances));
            if (random.bounded(3) == 0) changeNamespace(apps[random.bounded(int(apps.size()))]);
            f.mirror.applyChange(snapshot({apps}));
        } else if (what == 3) {
            const AppStatus gone = apps.takeAt(random.bounded(int(apps.size())));
            f.mirror.applyChange({{u"removed"_s, QJsonArray{gone.id}}});
        } else if (what == 4) {
            AppStatus& grown = apps[random.bounded(int(apps.size()))];
            grown.instances.append(
                instance(nextNumber++, static_cast<int>(grown.instances.size()), InstanceState::Launching));
            f.mirror.applyChange(snapshot({grown}));
        } else if (what == 5) {
            AppStatus& shrunk = apps[random.bounded(int(apps.size()))];
            if (shrunk.instances.size() > 1) {
                const InstanceStatus gone =
                    shrunk.instances.takeAt(random.bounded(int(shrunk.instances.size())));
                f.mirror.applyChange({{u"removedInstances"_s, QJsonArray{gone.number}}});
            }
        } else if (what == 6) {
            f.mirror.applySnapshot(snapshot(apps));
        } else if (what == 7) {
            filter.setFilterText(random.bounded(2) ? QString()
                                                   : u"reason"_s.left(static_cast<int>(random.bounded(4))));
        } else if (what >= 10) {
            changeNamespace(apps[random.bounded(int(apps.size()))]);
            f.mirror.applyChange(snapshot(apps));
        } else {
            AppStatus& changed = apps[random.bounded(int(apps.size()))];
            InstanceStatus& status = changed.instances[random.bounded(int(changed.instances.size()))];
            change(status);
            f.mirror.applyChange(instanceChange(changed.id, {status}));
        }
        QCoreApplication::sendPostedEvents(); // the sums of namespaces
        const AppTreeModel fresh(f.mirror, nullptr, clock);
        QCOMPARE(dump(model), dump(fresh));
    }
    filter.setFilterText({});
    QCOMPARE(filter.rowCount(), model.rowCount());
    QCOMPARE(reset.size(), 0);
}

void AppTreeModelTest::filterAndSort()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror);
    AppFilterModel filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    InstanceStatus api = instance(0, 0, InstanceState::Online);
    api.cpu = 9;
    api.ports = {3000};
    InstanceStatus web = instance(1, 0, InstanceState::Online);
    web.cpu = 10;
    f.mirror.applySnapshot(snapshot({app(u"web"_s, {web}), app(u"api"_s, {api}),
                                     app(u"docs"_s, {instance(2, 0, InstanceState::Stopped)})}));
    const auto names = [&] {
        QStringList list;
        for (int row = 0; row < filter.rowCount(); ++row)
            list.append(filter.index(row, 0).data().toString());
        return list;
    };
    filter.sort(CpuColumn, Qt::DescendingOrder);
    QCOMPARE(names(), (QStringList{u"web"_s, u"api"_s, u"docs"_s}));
    filter.sort(NameColumn, Qt::AscendingOrder);
    QCOMPARE(names(), (QStringList{u"api"_s, u"docs"_s, u"web"_s}));
    filter.sort(CpuColumn, Qt::DescendingOrder);
    web.cpu = 1;
    f.mirror.applyChange(instanceChange(u"web"_s, {web}));
    QTRY_COMPARE(names(), (QStringList{u"api"_s, u"web"_s, u"docs"_s}));
    filter.sort(-1);
    QCOMPARE(names(), (QStringList{u"api"_s, u"web"_s, u"docs"_s}));
    // New rows stand where the daemon has them.
    f.mirror.applySnapshot(
        snapshot({app(u"web"_s, {web}), app(u"new"_s, {instance(1, 0, InstanceState::Stopped)}),
                  app(u"api"_s, {instance(5, 0, InstanceState::Online)}),
                  app(u"docs"_s, {instance(6, 0, InstanceState::Stopped)})}));
    QTRY_COMPARE(names(), (QStringList{u"web"_s, u"new"_s, u"api"_s, u"docs"_s}));
    f.mirror.applySnapshot(snapshot({app(u"web"_s, {web}), app(u"api"_s, {api}),
                                     app(u"docs"_s, {instance(2, 0, InstanceState::Stopped)})}));
    filter.setFilterText(u":3000"_s);
    QCOMPARE(names(), QStringList{u"api"_s});
    filter.setFilterText(u"  srv  STOPPED "_s);
    QCOMPARE(names(), QStringList{u"docs"_s});
    filter.setFilterText(u"nothing"_s);
    QCOMPARE(filter.rowCount(), 0);
}

void AppTreeModelTest::filterFindsInstances()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror);
    AppFilterModel filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    InstanceStatus second = instance(1, 1, InstanceState::Errored);
    InstanceStatus first = instance(0, 0, InstanceState::Online);
    first.ports = {3000};
    AppStatus api = app(u"api"_s, {first, second});
    api.spec.nameSpace = u"shop"_s;
    AppStatus web = app(u"web"_s, {instance(2, 0, InstanceState::Online)});
    web.spec.nameSpace = u"shop"_s;
    f.mirror.applySnapshot(snapshot({api, web, app(u"docs"_s, {instance(3, 0, InstanceState::Stopped)})}));
    const auto found = [&](const QString& text) {
        filter.setFilterText(text);
        QStringList keys;
        const auto add = [&](const QModelIndex& parent, const auto& self) -> void {
            for (int row = 0; row < filter.rowCount(parent); ++row) {
                keys.append(filter.index(row, 0, parent).data(KeyRole).toString());
                self(filter.index(row, 0, parent), self);
            }
        };
        add({}, add);
        return keys.join(u' ');
    };
    QCOMPARE(found({}), u"/shop api api/0 api/1 web /default docs"_s);
    QCOMPARE(found(u"errored"_s), u"/shop api api/1"_s); // just the one that it is about
    QCOMPARE(found(u"Gave"_s), u"/shop api api/1"_s);    // as it is called in the window
    QCOMPARE(found(u"online"_s), u"/shop api api/0 web"_s);
    QCOMPARE(found(u"api errored"_s), u"/shop api api/1"_s);
    QCOMPARE(found(u":3000"_s), u"/shop api api/0"_s);
    QCOMPARE(found(u"shop"_s), u"/shop api api/0 api/1 web"_s);
    QCOMPARE(found(u"4002"_s), u"/shop web"_s);
    // A state that changes while the filter is set.
    filter.setFilterText(u"errored"_s);
    second.state = InstanceState::Online;
    f.mirror.applyChange(instanceChange(u"api"_s, {second}));
    QTRY_COMPARE(filter.rowCount(), 0);
    QSignalSpy changes(&filter, &AppFilterModel::filterChanged);
    filter.setFilterText(u"  errored"_s);
    QCOMPARE(changes.size(), 0);
}

void AppTreeModelTest::persistentIndexesSurvive()
{
    MirrorFixture f;
    AppTreeModel model(f.mirror);
    f.mirror.applySnapshot(snapshot(
        {app(u"a"_s, {instance(0, 0, InstanceState::Online), instance(1, 1, InstanceState::Online)})}));
    const QPersistentModelIndex second = model.indexOf(u"a/1"_s);
    QVERIFY(second.isValid());
    f.mirror.applyChange(instanceChange(u"a"_s, {instance(1, 1, InstanceState::Stopped)}));
    f.mirror.applyChange(snapshot({app(u"b"_s, {instance(2, 0, InstanceState::Online)})}));
    f.mirror.applyChange({{u"removedInstances"_s, QJsonArray{0}}});
    QVERIFY(!second.isValid()); // one instance is left: the app's row stands for it
    QCOMPARE(model.indexOf(u"a"_s).data(NumbersRole).value<QList<int>>(), QList<int>{1});
}

QTEST_GUILESS_MAIN(AppTreeModelTest)
#include "tst_apptreemodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrorfixture.h"

#include "models/apptreemodel.h"

#include <QAbstractItemModelTester>
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
    void timePasses();
    void namespaces();
    void modesAndNames();
};

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

QTEST_GUILESS_MAIN(AppTreeModelTest)
#include "tst_apptreemodel.moc"

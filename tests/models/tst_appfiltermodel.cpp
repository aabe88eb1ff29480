// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrorfixture.h"

#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;

class AppFilterModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterAndSort();
    void filterFindsInstances();
};

void AppFilterModelTest::filterAndSort()
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

void AppFilterModelTest::filterFindsInstances()
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

QTEST_GUILESS_MAIN(AppFilterModelTest)
#include "tst_appfiltermodel.moc"

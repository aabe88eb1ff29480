// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that come, go and move are the same rows for those who hold them.
#include "mirrorfixture.h"

#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;

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

class AppTreeChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverResets();
    void appsMoveBetweenNamespaces();
    void persistentIndexesSurvive();
    void randomChangesEqualAFreshModel_data();
    void randomChangesEqualAFreshModel();
};

void AppTreeChangesTest::neverResets()
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

void AppTreeChangesTest::appsMoveBetweenNamespaces()
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

void AppTreeChangesTest::persistentIndexesSurvive()
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

void AppTreeChangesTest::randomChangesEqualAFreshModel_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void AppTreeChangesTest::randomChangesEqualAFreshModel()
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

QTEST_GUILESS_MAIN(AppTreeChangesTest)
#include "tst_apptreechanges.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirrorfixture.h"

#include "desktop/apptreeview.h"
#include "desktop/sparkline.h"
#include "desktop/theme.h"
#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"
#include "models/metricshistory.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QtTest>

#include <array>
#include <cmath>

using namespace tropero;
using namespace tropero::test;

namespace {

AppStatus in(const char* nameSpace, AppStatus status)
{
    status.spec.nameSpace = QString::fromLatin1(nameSpace);
    return status;
}

/// shop: api (2 workers, port 3000 and 3001), web; tools: job.
QList<AppStatus> someApps()
{
    InstanceStatus first = instance(0, 0, InstanceState::Online);
    first.ports = {3000, 3001};
    first.cpu = 20;
    first.memory = 100LL << 20;
    InstanceStatus second = instance(1, 1, InstanceState::Online);
    return {in("shop", app(u"api"_s, {first, second})),
            in("shop", app(u"web"_s, {instance(2, 0, InstanceState::Online)})),
            in("tools", app(u"job"_s, {instance(3, 0, InstanceState::Errored)}))};
}

struct TreeFixture : MirrorFixture
{
    Theme theme{*qApp};
    MetricsHistory history{mirror};
    AppTreeModel model{mirror};
    AppFilterModel filter;
    std::unique_ptr<AppTreeView> view;

    explicit TreeFixture(const QList<AppStatus>& apps = someApps())
    {
        filter.setSourceModel(&model);
        mirror.applySnapshot(snapshot(apps));
        makeView();
    }

    void makeView()
    {
        view = std::make_unique<AppTreeView>(model, filter, history, theme);
        view->resize(1200, 400);
        view->show();
    }

    QModelIndex at(const QString& key, int column = NameColumn) const
    {
        return filter.mapFromSource(model.indexOf(key)).siblingAtColumn(column);
    }
};

} // namespace

class AppTreeTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl& url) { m_opened.append(url.toString()); }

private Q_SLOTS:
    void namespacesStayAsTheyWereLeft();
    void filterOpensNamespaces();
    void namespaceStandsForItsApps();
    void updatesKeepTheView();
    void rowsThatComeAndGoLeaveTheOthers();
    void columnsAreOrderedAndRemembered();
    void narrowTreeLeavesOut();
    void portsAreLinks();
    void curvesMoveOn();
    void contentOfHiddenRowsIsTold();
    void sparklineHasGaps();
    void sparklineRanges();

private:
    QStringList m_opened;
};

void AppTreeTest::namespacesStayAsTheyWereLeft()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"tree.ini"_s), QSettings::IniFormat);
    TreeFixture f{QList<AppStatus>()};
    f.mirror.applySnapshot(snapshot(someApps()));
    QTRY_VERIFY(f.view->isExpanded(f.at(u"/shop"_s))); // open at first
    QVERIFY(f.view->isExpanded(f.at(u"/tools"_s)));
    QVERIFY(!f.view->isExpanded(f.at(u"api"_s)));
    f.view->expand(f.at(u"api"_s));
    f.view->collapse(f.at(u"/tools"_s));
    // Away and back again.
    f.mirror.applySnapshot(snapshot({}));
    f.mirror.applySnapshot(snapshot(someApps()));
    QTRY_VERIFY(f.view->isExpanded(f.at(u"/shop"_s)));
    QVERIFY(f.view->isExpanded(f.at(u"api"_s)));
    QVERIFY(!f.view->isExpanded(f.at(u"/tools"_s)));
    f.view->save(settings);
    f.makeView();
    f.view->restore(settings);
    QVERIFY(f.view->isExpanded(f.at(u"/shop"_s)));
    QVERIFY(f.view->isExpanded(f.at(u"api"_s)));
    QVERIFY(!f.view->isExpanded(f.at(u"/tools"_s)));
    // The level of namespaces comes and goes; what is selected and open stays.
    f.view->selectKey(u"api/1"_s);
    QList<AppStatus> flat = someApps();
    for (AppStatus& app : flat)
        app.spec.nameSpace = u"default"_s;
    f.mirror.applySnapshot(snapshot(flat));
    QVERIFY(!f.at(u"api"_s).parent().isValid());
    QVERIFY(f.view->isExpanded(f.at(u"api"_s)));
    QCOMPARE(f.view->selectedKeys(), QStringList{u"api/1"_s});
    f.mirror.applySnapshot(snapshot(someApps()));
    QTRY_VERIFY(f.view->isExpanded(f.at(u"/shop"_s)));
    QVERIFY(f.view->isExpanded(f.at(u"api"_s)));
    QVERIFY(!f.view->isExpanded(f.at(u"/tools"_s)));
    QCOMPARE(f.view->selectedKeys(), QStringList{u"api/1"_s});
}

void AppTreeTest::filterOpensNamespaces()
{
    TreeFixture f;
    f.view->restore(QSettings());
    f.view->collapse(f.at(u"/tools"_s));
    f.filter.setFilterText(u"job"_s);
    QVERIFY(!f.at(u"/shop"_s).isValid());
    QVERIFY(f.view->isExpanded(f.at(u"/tools"_s)));
    f.filter.setFilterText({});
    QVERIFY(!f.view->isExpanded(f.at(u"/tools"_s)));
    QVERIFY(f.view->isExpanded(f.at(u"/shop"_s)));
}

void AppTreeTest::namespaceStandsForItsApps()
{
    TreeFixture f;
    QCOMPARE(f.view->firstApp(), f.at(u"api"_s));
    f.view->selectKey(u"/shop"_s);
    QCOMPARE(f.view->currentIndex().data(NumbersRole).value<QList<int>>(), (QList<int>{0, 1, 2}));
    QVERIFY(f.view->currentIndex().data(AppIdRole).toString().isEmpty());
}

void AppTreeTest::updatesKeepTheView()
{
    QList<AppStatus> apps;
    for (int i = 0; i < 60; ++i) {
        AppStatus one = app(u"app%1"_s.arg(i), {instance(10 * i, 0, InstanceState::Online),
                                                instance(10 * i + 1, 1, InstanceState::Online)});
        one.spec.nameSpace = i % 2 ? u"shop"_s : u"tools"_s;
        apps.append(one);
    }
    TreeFixture f(apps);
    f.view->restore(QSettings());
    f.view->sortByColumn(CpuColumn, Qt::DescendingOrder);
    f.view->expand(f.at(u"app7"_s));
    f.view->selectKey(u"app40"_s);
    QTRY_VERIFY(f.view->verticalScrollBar()->maximum() > 20);
    f.view->verticalScrollBar()->setValue(20);
    for (int round = 0; round < 5; ++round) {
        for (AppStatus& one : apps) {
            for (InstanceStatus& status : one.instances) {
                status.cpu = (status.number * 37 + round * 11) % 100;
                status.memory = (1 + status.number * 3 + round) << 20;
            }
            f.mirror.applyChange(instanceChange(one.id, one.instances));
        }
        if (round == 3) {
            f.mirror.applyChange({{u"removed"_s, QJsonArray{u"app59"_s}}});
            apps.removeLast();
            f.mirror.applyChange(snapshot({app(u"new"_s, {instance(999, 0, InstanceState::Online)})}));
        }
        QTest::qWait(1);
        QCOMPARE(f.view->selectedKeys(), QStringList{u"app40"_s});
        QVERIFY(f.view->isExpanded(f.at(u"app7"_s)));
        QCOMPARE(f.view->verticalScrollBar()->value(), 20);
    }
}

void AppTreeTest::rowsThatComeAndGoLeaveTheOthers()
{
    QList<AppStatus> apps;
    for (int i = 0; i < 60; ++i)
        apps.append(app(u"app%1"_s.arg(i), {instance(i, 0, InstanceState::Online)}));
    TreeFixture f(apps.mid(5));
    QTRY_VERIFY(f.view->verticalScrollBar()->maximum() > 20);
    f.view->verticalScrollBar()->setValue(20);
    const auto top = [&] { return f.view->indexAt({0, 0}).data().toString(); };
    QCOMPARE(top(), u"app25"_s);
    f.mirror.applyChange(snapshot({apps.at(0), apps.at(1), apps.at(3)}));
    QTRY_COMPARE(f.view->verticalScrollBar()->value(), 23);
    QCOMPARE(top(), u"app25"_s);
    f.mirror.applyChange({{u"removed"_s, QJsonArray{u"app0"_s, u"app7"_s}}});
    QTRY_COMPARE(f.view->verticalScrollBar()->value(), 21);
    QCOMPARE(top(), u"app25"_s);
    QTest::keyClick(f.view.get(), Qt::Key_End);
    QCOMPARE(f.view->verticalScrollBar()->value(), f.view->verticalScrollBar()->maximum());
}

void AppTreeTest::columnsAreOrderedAndRemembered()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"tree.ini"_s), QSettings::IniFormat);
    TreeFixture f;
    QHeaderView* header = f.view->header();
    QVERIFY(header->sectionsMovable());
    QVERIFY(!header->isFirstSectionMovable());
    QVERIFY(f.view->isColumnHidden(WatchColumn));
    header->moveSection(header->visualIndex(MemoryColumn), 1);
    f.view->setColumnChosen(WatchColumn, true);
    f.view->setColumnChosen(PidColumn, false);
    header->resizeSection(UptimeColumn, 133);
    f.view->save(settings);
    f.makeView();
    f.view->restore(settings);
    header = f.view->header();
    QCOMPARE(header->visualIndex(MemoryColumn), 1);
    QCOMPARE(header->visualIndex(StateColumn), 2);
    QCOMPARE(header->visualIndex(NameColumn), 0);
    QVERIFY(!f.view->isColumnHidden(WatchColumn));
    QVERIFY(f.view->isColumnHidden(PidColumn));
    QCOMPARE(f.view->columnWidth(UptimeColumn), 133);
}

void AppTreeTest::narrowTreeLeavesOut()
{
    TreeFixture f;
    const int wide = f.view->columnWidth(CpuColumn);
    f.view->resize(700, 300);
    QVERIFY(f.view->isColumnHidden(PidColumn));
    QVERIFY(!f.view->isColumnHidden(CpuColumn));
    QVERIFY(f.view->columnWidth(CpuColumn) < wide); // without the curve
    QVERIFY(f.view->columnWidth(NameColumn) >= f.theme.scaled(200));
    f.view->resize(1200, 300);
    QVERIFY(!f.view->isColumnHidden(PidColumn));
    QCOMPARE(f.view->columnWidth(CpuColumn), wide);
}

void AppTreeTest::portsAreLinks()
{
    QDesktopServices::setUrlHandler(u"http"_s, this, "openUrl");
    TreeFixture f;
    f.view->restore(QSettings());
    QVERIFY(QTest::qWaitForWindowExposed(f.view.get()));
    QVERIFY(!f.view->isColumnHidden(PortsColumn));
    const QRect cell = f.view->visualRect(f.at(u"api"_s, PortsColumn));
    const QPoint first(cell.left() + f.theme.scaled(14), cell.center().y());
    QTest::mouseMove(f.view->viewport(), first);
    QTRY_COMPARE(f.view->viewport()->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseClick(f.view->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(m_opened, QStringList{u"http://localhost:3000"_s});
    QCOMPARE(f.view->selectedKeys(), QStringList{u"api"_s});
    QCOMPARE(f.view->selectedPorts(), (QList<int>{3000, 3001}));
    // Beside a port, and on a row that has none.
    const QPoint beside = f.view->visualRect(f.at(u"web"_s, PortsColumn)).center();
    QTest::mouseMove(f.view->viewport(), beside);
    QTRY_COMPARE(f.view->viewport()->cursor().shape(), Qt::ArrowCursor);
    QTest::mouseClick(f.view->viewport(), Qt::LeftButton, {}, beside);
    QTest::mouseClick(f.view->viewport(), Qt::LeftButton, Qt::ControlModifier, first);
    QCOMPARE(m_opened.size(), 1);
    QDesktopServices::unsetUrlHandler(u"http"_s);
}

void AppTreeTest::curvesMoveOn()
{
    struct Paints : QObject
    {
        int count = 0;
        bool eventFilter(QObject*, QEvent* event) override
        {
            if (event->type() == QEvent::Paint) ++count;
            return false;
        }
    };
    TreeFixture f;
    QVERIFY(QTest::qWaitForWindowExposed(f.view.get()));
    Paints paints;
    f.view->viewport()->installEventFilter(&paints);
    QTRY_VERIFY_WITH_TIMEOUT(paints.count >= 2, 10'000);
    f.view->setLive(false);
    QCoreApplication::processEvents();
    paints.count = 0;
    f.view->hide();
    QCoreApplication::processEvents();
    QCOMPARE(paints.count, 0);
}

void AppTreeTest::contentOfHiddenRowsIsTold()
{
    TreeFixture f;
    f.filter.setFilterText(u"job"_s);
    QSignalSpy updates(f.view.get(), &AppTreeView::contentUpdated);
    InstanceStatus web = instance(2, 0, InstanceState::Errored);
    f.mirror.applyChange(instanceChange(u"web"_s, {web}));
    QVERIFY(!updates.isEmpty());
}

void AppTreeTest::sparklineHasGaps()
{
    QImage image(120, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    std::array<float, 60> values;
    values.fill(50);
    for (size_t i = 20; i < 40; ++i)
        values[i] = NAN;
    QPainter painter(&image);
    paintSparkline(painter, image.rect(), values, {0, 100}, Qt::blue);
    painter.end();
    const auto column = [&](int x) {
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            inked += image.pixel(x, y) != qRgb(255, 255, 255);
        return inked;
    };
    QVERIFY(column(20) >= 9 && column(20) <= 13); // half as high: line and area
    QCOMPARE(column(60), 0);
    QVERIFY(column(110) >= 9);
}

void AppTreeTest::sparklineRanges()
{
    const float idle[] = {0, 0.5F, NAN};
    QCOMPARE(rangeFromZero(idle, 10).high, 10.0F);
    const float busy[] = {40, NAN, 90};
    QCOMPARE(rangeFromZero(busy, 10).high, 90.0F);
    const float steady[] = {100, 100, 100};
    QVERIFY(rangeAround(steady).low < 90 && rangeAround(steady).high > 110); // a line in the middle
    const float nothing[] = {NAN, NAN};
    QVERIFY(rangeAround(nothing).high > rangeAround(nothing).low);
    const float growing[] = {10, 20, 170};
    QVERIFY(rangeAround(growing).low >= 0 && rangeAround(growing).high >= 170);
}

QTEST_MAIN(AppTreeTest)
#include "tst_apptree.moc"

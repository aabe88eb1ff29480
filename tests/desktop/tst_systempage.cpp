// SPDX-License-Identifier: GPL-3.0-or-later
#include "systemsamples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/systemactions.h"
#include "desktop/systempage.h"
#include "desktop/systemtable.h"
#include "desktop/theme.h"
#include "models/processendings.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

/// The page without a daemon, filled by hand until it is shown.
struct Bench
{
    Theme theme{*qApp};
    DaemonClient client{DaemonLocation{}};
    StateMirror mirror{client, false};
    ProcessEndings endings;
    SystemPage page{mirror, endings, theme};

    Bench()
    {
        page.resize(1300, 700);
        page.setSnapshot(sampleMachine());
    }
    // Shown without looking at this machine, whose processes would take the place of the samples.
    void showStill()
    {
        page.show();
        page.monitor().setActive(false);
        QSignalSpy looks(&page.monitor(), &SystemMonitor::sampled);
        looks.wait(5'000); // the one under way
        page.setSnapshot(sampleMachine());
    }
    int rows() const { return page.table().model()->rowCount(); }
    QModelIndex find(const QString& text, int column) const
    {
        const QAbstractItemModel& model = *page.table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, column).data().toString() == text) return model.index(row, column);
        return {};
    }
    void select(const QString& text, int column)
    {
        page.table().selectionModel()->setCurrentIndex(find(text, column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    QAction* action(const char* name) const { return page.actions().findChild<QAction*>(QString::fromLatin1(name)); }
    QMessageBox* question() const { return page.findChild<QMessageBox*>(u"endQuestion"_s); }
};

} // namespace

class SystemPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatRunsJavaScript();
    void findsAPort();
    void looksOnlyWhileShown();
    void emptyPagesHelp();
    void keepsTheSelection();
    void actionsFitTheSelection();
    void offersToPutUnderTropero();
    void asksWithASafeAnswer();
    void endsARealProcess();
    void tellsFailures();
    void keysWork();
    void columnsGiveWay();
    void namesTheAppsOfTheMirror();
    void everythingHasAName();
    void remembers();
    void roundOfManyIsQuick();
};

void SystemPageTest::showsWhatRunsJavaScript()
{
    Bench bench;
    QCOMPARE(bench.rows(), 7);
    bench.page.findChild<QToolButton*>(u"allProcesses"_s)->setChecked(true);
    QCOMPARE(bench.rows(), 9);
    bench.page.showSection(SystemPage::Section::Ports);
    QCOMPARE(bench.rows(), 6);
}

void SystemPageTest::findsAPort()
{
    Bench bench;
    bench.page.showPort(3000);
    QCOMPARE(bench.page.section(), SystemPage::Section::Ports);
    QCOMPARE(bench.rows(), 1);
    QCOMPARE(bench.page.table().model()->index(0, 3).data().toString(), u"server.js"_s);
}

void SystemPageTest::looksOnlyWhileShown()
{
    Bench bench;
    QSignalSpy looks(&bench.page.monitor(), &SystemMonitor::sampled);
    QVERIFY(!bench.page.monitor().isActive());
    bench.page.show();
    QVERIFY(bench.page.monitor().isActive());
    QVERIFY(looks.wait(10'000));
    bench.page.hide();
    QVERIFY(!bench.page.monitor().isActive());
    looks.clear();
    // One that was set going later comes to its second look.
    SystemMonitor other;
    QSignalSpy otherLooks(&other, &SystemMonitor::sampled);
    other.setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(otherLooks.size(), 2, 20'000);
    QVERIFY(looks.isEmpty());
}

void SystemPageTest::emptyPagesHelp()
{
    Bench bench;
    bench.showStill();
    auto* filter = bench.page.findChild<QLineEdit*>(u"systemFilter"_s);
    auto* title = bench.page.findChild<QLabel*>(u"emptyTitle"_s);
    QVERIFY(!title->isVisible());
    filter->setText(u"<b>nothing</b>"_s);
    QVERIFY(title->isVisible());
    QCOMPARE(title->textFormat(), Qt::PlainText);
    auto* button = title->parentWidget()->findChild<QPushButton*>();
    QVERIFY(button && button->isVisible());
    button->click();
    QVERIFY(filter->text().isEmpty());
    QVERIFY(!title->isVisible());
    bench.page.setSnapshot(std::make_shared<MachineSnapshot>());
    QVERIFY(title->isVisible());
    QVERIFY(title->text().contains(u"Node"_s));
}

void SystemPageTest::keepsTheSelection()
{
    Bench bench;
    bench.select(u"5133"_s, 2);
    auto next = sampleMachine();
    next->processes.removeIf([](const MachineProcess& process) { return process.id.pid < 4'870; });
    next->processes.last().cpu = 99;
    bench.page.setSnapshot(next);
    QCOMPARE(bench.page.table().selectedProcesses().size(), 1);
    QCOMPARE(bench.page.table().selectedProcesses().first().pid, 5133);
    // A later process of that pid is not the selected one.
    auto later = sampleMachine();
    for (MachineProcess& process : later->processes)
        process.id.startTime += 1;
    bench.page.setSnapshot(later);
    QVERIFY(bench.page.table().selectedProcesses().isEmpty());
    QVERIFY(!bench.page.actions().end()->isEnabled());
}

void SystemPageTest::actionsFitTheSelection()
{
    Bench bench;
    QVERIFY(!bench.action("stop")->isEnabled());
    QVERIFY(!bench.action("copy")->isEnabled());
    bench.select(u"4877"_s, 2);
    QVERIFY(bench.action("stop")->isEnabled());
    QVERIFY(bench.action("endtree")->isEnabled());
    QVERIFY(bench.action("apps")->isEnabled());
    QVERIFY(!bench.action("add")->isEnabled()); // it is there already
    QSignalSpy shown(&bench.page, &SystemPage::showApp);
    bench.action("apps")->trigger();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toString(), u"api"_s);
    bench.action("copy")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"4877"_s);
    bench.select(u"5133"_s, 2);
    QVERIFY(!bench.action("apps")->isEnabled());
    bench.page.showSection(SystemPage::Section::Ports);
    bench.select(u"5432"_s, 0); // of another user
    QVERIFY(!bench.action("stop")->isEnabled());
}

void SystemPageTest::offersToPutUnderTropero()
{
    Bench bench;
    QSignalSpy launches(&bench.page, &SystemPage::launchRequested);
    bench.select(u"5120"_s, 2); // wrote over its command line
    QVERIFY(!bench.action("add")->isEnabled());
    bench.select(u"6402"_s, 2);
    QVERIFY(!bench.action("add")->isEnabled()); // its folder is not known
    bench.select(u"6001"_s, 2);
    QVERIFY(bench.action("add")->isEnabled());
    bench.action("add")->trigger();
    QCOMPARE(launches.size(), 1);
    const auto spec = launches.first().first().value<AppSpec>();
    QCOMPARE(spec.name, u"queue"_s);
    QVERIFY(spec.cwd.endsWith(u"/projects/queue"_s));
}

void SystemPageTest::asksWithASafeAnswer()
{
    Bench bench;
    bench.showStill();
    bench.select(u"4877"_s, 2);
    bench.action("stop")->trigger();
    QMessageBox* box = bench.question();
    QVERIFY(box);
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QVERIFY(box->text().contains(u"server.js"_s));
    QVERIFY(box->informativeText().contains(u"4877"_s));
    QVERIFY(box->informativeText().contains(u"shop-api"_s));
    QVERIFY(box->informativeText().contains(u"Show in Apps"_s)); // it is managed
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    bench.action("stop")->trigger(); // asks once
    QCOMPARE(bench.page.findChildren<QMessageBox*>().size(), 1);
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!bench.question());
    QVERIFY(!bench.endings.isEnding());
    bench.page.findChild<QToolButton*>(u"allProcesses"_s)->setChecked(true);
    bench.select(u"4850"_s, 2);
    bench.action("endtree")->trigger();
    QVERIFY(bench.question());
    QVERIFY(bench.question()->informativeText().contains(u"guard"_s));
    bench.question()->close();
}

void SystemPageTest::endsARealProcess()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"-wait"_s});
    QVERIFY(child.waitForReadyRead(20'000));
    Bench bench;
    bench.page.findChild<QToolButton*>(u"allProcesses"_s)->setChecked(true);
    bench.page.show();
    const QString pid = QString::number(child.processId());
    QTRY_VERIFY_WITH_TIMEOUT(bench.find(pid, 2).isValid(), 10'000);
    bench.select(pid, 2);
    bench.action("stop")->trigger();
    QVERIFY(bench.question());
    QSignalSpy failures(&bench.page, &SystemPage::failed);
    QTest::mouseClick(bench.question()->findChild<QPushButton*>(u"danger"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.find(pid, 2).isValid(), 10'000);
    QTRY_VERIFY(!bench.question());
    QCOMPARE(failures.size(), 0);
}

void SystemPageTest::tellsFailures()
{
    Bench bench;
    QSignalSpy failures(&bench.page, &SystemPage::failed);
    Q_EMIT bench.page.actions().ended({.ended = {}, .killed = {}, .problems = {{ErrorCode::Timeout, u"It stays"_s, u"4711"_s, u"it does"_s, {}}}});
    QCOMPARE(failures.size(), 1);
    QVERIFY(failures.first().first().toString().contains(u"4711"_s));
}

void SystemPageTest::keysWork()
{
    Bench bench;
    bench.showStill();
    bench.page.activateWindow();
    bench.page.focusFilter();
    auto* filter = bench.page.findChild<QLineEdit*>(u"systemFilter"_s);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"vite"_s);
    QCOMPARE(bench.rows(), 1);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(bench.page.table().hasFocus());
    QTest::keyClick(&bench.page.table(), Qt::Key_Space);
    QCOMPARE(bench.page.table().selectedProcesses().size(), 1);
    QTest::keyClick(&bench.page.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"4210"_s);
    QTest::keyClick(&bench.page.table(), Qt::Key_Delete);
    QVERIFY(bench.question());
    bench.question()->close();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(bench.rows(), 7);
}

void SystemPageTest::namesTheAppsOfTheMirror()
{
    // This program as an instance of an app whose guard is whatever started it.
    const auto self = platform::readProcess(QCoreApplication::applicationPid());
    QVERIFY(self);
    if (self->parent == 0) QSKIP("this system does not tell who started it");
    Bench bench;
    AppStatus app;
    app.id = u"web-1"_s;
    app.spec.name = u"web"_s;
    app.guardPid = self->parent;
    InstanceStatus instance;
    instance.number = 5;
    instance.pid = self->id.pid;
    app.instances = {instance};
    bench.mirror.applySnapshot({{u"apps"_s, QJsonArray{app.toJson()}}});
    bench.page.findChild<QToolButton*>(u"allProcesses"_s)->setChecked(true);
    bench.page.show();
    const QString pid = QString::number(self->id.pid);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find(pid, 2).isValid(), 10'000);
    QCOMPARE(bench.find(pid, 2).siblingAtColumn(1).data().toString(), u"web, id 5"_s);
}

void SystemPageTest::columnsGiveWay()
{
    Bench bench;
    bench.showStill();
    const auto hidden = [&] { return bench.page.table().header()->hiddenSectionCount(); };
    bench.page.resize(1500, 600);
    QTRY_COMPARE(hidden(), 0);
    bench.page.resize(520, 600);
    QTRY_VERIFY(hidden() > 3);
    QVERIFY(!bench.page.table().isColumnHidden(0));
    QVERIFY(!bench.page.table().isColumnHidden(2));
    QVERIFY(!bench.page.table().isColumnHidden(3));
    QVERIFY2(bench.page.minimumSizeHint().width() <= 520, QByteArray::number(bench.page.minimumSizeHint().width()).constData());
}

void SystemPageTest::everythingHasAName()
{
    Bench bench;
    bench.showStill();
    for (QWidget* widget : bench.page.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void SystemPageTest::remembers()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    {
        Bench bench;
        bench.page.table().sortByColumn(5, Qt::DescendingOrder);
        bench.page.findChild<QToolButton*>(u"allProcesses"_s)->setChecked(true);
        bench.page.showSection(SystemPage::Section::Ports);
        bench.page.save(settings);
    }
    Bench bench;
    bench.page.restore(settings);
    QCOMPARE(bench.page.section(), SystemPage::Section::Ports);
    bench.page.showSection(SystemPage::Section::Processes);
    QCOMPARE(bench.rows(), 9);
    QCOMPARE(bench.page.table().header()->sortIndicatorSection(), 5);
}

void SystemPageTest::roundOfManyIsQuick()
{
    Bench bench;
    bench.showStill();
    const auto many = crowdedMachine(1'000);
    bench.page.setSnapshot(many);
    QCOMPARE(bench.rows(), 1'000);
    for (MachineProcess& process : many->processes)
        process.cpu += 1;
    bench.page.table().sortByColumn(4, Qt::DescendingOrder); // by CPU: every figure changes, and with it every place
    QElapsedTimer clock;
    clock.start();
    const SystemRows rows = systemRows(*many, QDateTime::currentMSecsSinceEpoch()); // in another thread while the page is seen
    const qint64 worked = clock.nsecsElapsed() / 1'000;
    QSignalSpy changes(bench.page.table().model(), &QAbstractItemModel::dataChanged);
    clock.start();
    bench.page.showLook(many, rows);
    const qint64 merged = clock.nsecsElapsed() / 1'000;
    QCoreApplication::processEvents();
    qInfo("1000 processes: worked out in %lld us, merged in %lld us, drawn after %lld us", worked, merged, clock.nsecsElapsed() / 1'000);
    QCOMPARE(changes.size(), 1);
    QVERIFY(merged < 250'000);
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(u"-wait"_s)) {
        std::puts("waiting");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    SystemPageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_systempage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The real window against a daemon in this process.
#include "eventloopgap.h"
#include "samples.h"
#include "windowbench.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/actionbar.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/detailspane.h"
#include "desktop/detailsview.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "desktop/selectionpane.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailsAndActions();
    void logOfTheSelection();
    void daemonLostAndFound();
    void manyChangesDoNotFreeze();
    void remembersItsState();
    void filterByKeyboard();
    void everyControlHasAName();
};

void WindowTest::detailsAndActions()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    InstanceStatus worker = *b.daemon.instance(1);
    worker.metrics = {{u"Orders & more"_s, QJsonObject{{u"value"_s, 42}, {u"unit"_s, u"/s"_s}}}};
    worker.actions = QStringList{u"flush cache"_s, u"<b>&gc"_s};
    b.daemon.setInstance(worker);
    b.tree().selectKey(u"api"_s);
    AppsPage& page = b.window->apps();
    page.selectionPane().showPageNamed(u"details"_s);
    auto* choice = page.details().findChild<QComboBox*>(u"detailsChoice"_s);
    QTRY_COMPARE(choice->count(), 4);
    choice->setCurrentIndex(choice->findData(1));
    const QAbstractItemModel& facts = *page.details().view().model();
    const auto fact = [&facts](const QString& name) {
        const QModelIndexList found = facts.match(facts.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        return found.isEmpty() ? QString() : found.first().siblingAtColumn(1).data().toString();
    };
    QTRY_COMPARE(fact(u"Orders & more"_s), u"42 /s"_s);
    QCOMPARE(fact(u"pid"_s), QString::number(worker.pid));
    // A figure that changes leaves the selection alone.
    QTreeView& view = page.details().view();
    view.setCurrentIndex(facts.index(3, 0));
    worker.metrics = {{u"Orders & more"_s, QJsonObject{{u"value"_s, 43}, {u"unit"_s, u"/s"_s}}}};
    b.daemon.setInstance(worker);
    QTRY_COMPARE(fact(u"Orders & more"_s), u"43 /s"_s);
    QCOMPARE(view.currentIndex().row(), 3);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(facts.index(3, 1).data().toString()));

    b.daemon.calls.clear();
    auto* bar = page.details().findChild<ActionBar*>();
    QTRY_COMPARE(bar->findChildren<QPushButton*>().size(), 2);
    bar->findChild<QLineEdit*>(u"actionParameter"_s)->setText(u"all"_s);
    bar->findChildren<QPushButton*>().first()->click();
    QTRY_COMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().params["action"_L1].toString(), u"flush cache"_s);
    QCOMPARE(b.daemon.calls.first().params["target"_L1].toInt(), 1);
    const auto* answer = bar->findChild<QLabel*>(u"actionAnswer"_s);
    QTRY_VERIFY(answer->text().contains(u"flush cache"_s) && answer->text().contains(u"all"_s));
    b.daemon.failNext({ErrorCode::Timeout, u"No answer"_s, u"api"_s, {}, {}});
    bar->findChildren<QPushButton*>().last()->click();
    QTRY_COMPARE(b.notices().size(), 1);
}

void WindowTest::logOfTheSelection()
{
    WindowBench b;
    const QString home = b.daemon.location().home;
    b.daemon.setPastEvents(sampleEvents());
    QVERIFY(b.connectTo(sampleApps(home)));
    LogLines& lines = b.window->apps().log().lines();
    b.tree().selectKey(u"api"_s);
    QTRY_COMPARE(lines.rowCount(), 12); // eleven lines and the mark of a restart
    b.tree().selectKey(u"web"_s);
    QTRY_COMPARE(lines.rowCount(), 0);
    QFile log(home + u"/web-0-out.log"_s);
    QVERIFY(log.open(QIODevice::Append));
    log.write("ready\n");
    log.flush();
    QTRY_COMPARE(lines.rowCount(), 1);
    QCOMPARE(lines.index(0).data().toString(), u"ready"_s);
    b.daemon.sendEvent({{u"at"_s, QDateTime::currentMSecsSinceEpoch()},
                        {u"number"_s, 4},
                        {u"kind"_s, u"restart"_s},
                        {u"reason"_s, u"exit code 3"_s}});
    QTRY_COMPARE(lines.rowCount(), 2);
    QVERIFY(lines.index(1).data().toString().contains(u"exit code 3"_s));
    b.daemon.sendEvent({{u"at"_s, 1}, {u"number"_s, 0}, {u"kind"_s, u"restart"_s}});
    log.write("again\n");
    log.flush();
    QTRY_COMPARE(lines.rowCount(), 3); // the event of another app is not shown
}

void WindowTest::daemonLostAndFound()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.tree().selectKey(u"web"_s);
    b.tree().expand(b.indexOf(u"api"_s));
    EventLoopGap gap;
    b.daemon.stop();
    QTRY_COMPARE_WITH_TIMEOUT(b.client.state(), DaemonClient::State::Lost, 10'000);
    QTRY_COMPARE(b.notices().size(), 1);
    QVERIFY(!b.action("stop")->isEnabled());
    QCOMPARE(b.stateOf(u"web"_s), u"Online"_s); // the last known state stays
    QVERIFY(b.daemon.start());
    QTRY_COMPARE_WITH_TIMEOUT(b.client.state(), DaemonClient::State::Connected, 10'000);
    QTRY_VERIFY(b.notices().isEmpty());
    QTRY_VERIFY(b.action("stop")->isEnabled());
    QCOMPARE(b.tree().selectedKeys(), QStringList{u"web"_s});
    QVERIFY(b.tree().isExpanded(b.indexOf(u"api"_s)));
    QVERIFY2(gap.longestMs() < 200, qPrintable(u"%1 ms"_s.arg(gap.longestMs())));
}

void WindowTest::manyChangesDoNotFreeze()
{
    WindowBench b;
    QVERIFY(b.connectTo(crowdedApps(200)));
    b.tree().sortByColumn(CpuColumn, Qt::DescendingOrder);
    QCoreApplication::processEvents();
    QSignalSpy shown(&b.mirror, &StateMirror::instancesChanged);
    EventLoopGap gap;
    for (int round = 0; round < 10; ++round) {
        QList<InstanceStatus> changed;
        for (const AppStatus& app : b.daemon.apps()) {
            for (InstanceStatus status : app.instances) {
                status.cpu = (round * 37 + status.number * 11) % 100;
                changed.append(status);
            }
        }
        b.daemon.setInstances(changed);
        QVERIFY(shown.wait(5000));
    }
    const int last = b.daemon.apps().last().instances.first().number;
    QTRY_COMPARE(b.mirror.apps().back().instances.first().cpu, b.daemon.instance(last)->cpu);
    QVERIFY2(gap.longestWorkMs() < 200, qPrintable(u"%1 ms"_s.arg(gap.longestWorkMs())));
}

void WindowTest::remembersItsState()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.window->resize(1000, 700);
    b.tree().sortByColumn(MemoryColumn, Qt::DescendingOrder);
    b.tree().setColumnChosen(PortsColumn, false);
    b.tree().setColumnChosen(NumberColumn, true);
    b.tree().selectKey(u"image-cache"_s);
    b.tree().expand(b.tree().currentIndex());
    b.window->close();
    b.window.reset();
    QVERIFY(QFile::exists(b.daemon.location().home + u"/desktop.ini"_s));
    b.window = b.makeWindow();
    QCOMPARE(b.window->size(), QSize(1000, 700));
    QCOMPARE(b.tree().header()->sortIndicatorSection(), int(MemoryColumn));
    QVERIFY(!b.tree().isColumnChosen(PortsColumn));
    QVERIFY(b.tree().isColumnChosen(NumberColumn));
    QTRY_COMPARE(b.tree().selectedKeys(), QStringList{u"image-cache"_s});
    QVERIFY(b.tree().isExpanded(b.tree().currentIndex()));
}

void WindowTest::filterByKeyboard()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    QApplication::setActiveWindow(b.window.get());
    QTest::keySequence(b.window.get(), QKeySequence::Find);
    auto* filter = b.window->findChild<QLineEdit*>(u"filter"_s);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"tools"_s);
    QVERIFY(b.stateOf(u"api"_s).isEmpty());
    QVERIFY(!b.stateOf(u"reports"_s).isEmpty());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(!b.stateOf(u"api"_s).isEmpty());
    QTRY_VERIFY(b.tree().hasFocus());
    QTest::keyClick(b.window.get(), Qt::Key_F6);
    QTRY_VERIFY(b.window->apps().log().view().hasFocus());
}

void WindowTest::everyControlHasAName()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    for (const QWidget* widget : b.window->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->inherits("QLabel"))
            continue;
        QAccessibleInterface* accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        QVERIFY2(
            accessible && !accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"

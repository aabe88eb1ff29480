// SPDX-License-Identifier: GPL-3.0-or-later
// The real window against a daemon in this process.
#include "eventloopgap.h"
#include "fakedaemon.h"
#include "samples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/actionbar.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/detailspane.h"
#include "desktop/detailsview.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "desktop/mainwindow.h"
#include "desktop/noticebar.h"
#include "desktop/selectionpane.h"
#include "desktop/launchdialog.h"
#include "desktop/theme.h"
#include "ipc/methods.h"
#include "models/settings.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

/// A daemon and a window that looks at it.
struct Bench
{
    FakeDaemon daemon;
    Theme theme{*qApp};
    DaemonClient client{daemon.location()};
    StateMirror mirror{client, true};
    Settings settings{daemon.location().home + u"/desktop.ini"_s};
    std::unique_ptr<MainWindow> window = makeWindow();

    std::unique_ptr<MainWindow> makeWindow()
    {
        auto made =
            std::make_unique<MainWindow>(client, mirror, theme, settings);
        made->show();
        return made;
    }

    bool connectTo(const QList<AppStatus>& apps)
    {
        daemon.setApps(apps);
        if (!daemon.start()) return false;
        client.open();
        return QTest::qWaitFor(
            [&] {
                return client.state() == DaemonClient::State::Connected &&
                       mirror.apps().size() == static_cast<size_t>(apps.size());
            },
            10'000);
    }

    AppTreeView& tree() const { return window->apps().tree(); }
    QAction* action(const char* name) const { return window->findChild<QAction*>(QString::fromLatin1(name)); }
    QStringList notices() const
    {
        QStringList texts;
        for (const NoticeBar* bar : window->findChildren<NoticeBar*>()) {
            if (!bar->text().isEmpty()) texts.append(bar->text());
        }
        return texts;
    }
    QString stateOf(const QString& key) const
    {
        return indexOf(key).siblingAtColumn(StateColumn).data().toString();
    }
    QModelIndex indexOf(const QString& key) const
    {
        const QAbstractItemModel& model = *tree().model();
        return model.match(model.index(0, NameColumn), KeyRole, key, 1, Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
};

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyThenFirstApp();
    void actionsFollowTheSelection();
    void startStopRestart();
    void detailsAndActions();
    void deleteCanBeUndone();
    void failuresAreShown();
    void logOfTheSelection();
    void daemonLostAndFound();
    void manyChangesDoNotFreeze();
    void remembersItsState();
    void filterByKeyboard();
    void everyControlHasAName();
};

void WindowTest::emptyThenFirstApp()
{
    Bench b;
    QVERIFY(b.connectTo({}));
    auto* launch = b.window->findChild<QPushButton*>(u"primary"_s);
    QVERIFY(launch);
    QTRY_VERIFY(b.window->findChildren<QPushButton*>(u"primary"_s).size() == 2);
    QTest::keySequence(b.window.get(), QKeySequence::New);
    auto* dialog = b.window->findChild<LaunchDialog*>();
    QVERIFY(dialog);
    QTemporaryDir folder;
    QFile script(folder.filePath(u"hello.js"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    dialog->setPath(script.fileName());
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"primary"_s), Qt::LeftButton);
    QTRY_COMPARE(b.stateOf(u"hello"_s), u"Online"_s);
    QTRY_COMPARE(b.tree().selectedKeys(), QStringList{u"hello"_s});
    QCOMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::appsCreate));
    QVERIFY(b.daemon.calls.first().params["shellEnvironment"_L1].toObject().contains(u"PATH"_s));
}

void WindowTest::actionsFollowTheSelection()
{
    Bench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    const auto enabled = [&](const QString& key) {
        b.tree().selectKey(key);
        QTest::qWait(0);
        QString text;
        for (const char* name : {"start", "stop", "restart", "delete"})
            text += QString::fromLatin1(b.action(name)->isEnabled() ? "+" : "-");
        return text;
    };
    QTRY_COMPARE(enabled(u"web"_s), u"-+++"_s);
    QTRY_COMPARE(enabled(u"docs"_s), u"+-++"_s);
    QTRY_COMPARE(enabled(u"legacy-sync"_s), u"+-++"_s);
    QTRY_COMPARE(enabled(u"mailer"_s), u"++++"_s);
    QTRY_COMPARE(enabled(u"search"_s), u"-+++"_s);
    b.tree().clearSelection();
    QTRY_VERIFY(!b.action("delete")->isEnabled());
}

void WindowTest::startStopRestart()
{
    Bench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.tree().selectKey(u"api"_s);
    QTRY_VERIFY(b.action("stop")->isEnabled());
    QTest::keyClick(b.window.get(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(b.stateOf(u"api"_s), u"Stopped"_s);
    QCOMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().params["target"_L1].toArray(), (QJsonArray{0, 1, 2, 3}));
    QTRY_VERIFY(b.action("start")->isEnabled());
    QVERIFY(!b.action("stop")->isEnabled());
    b.action("start")->trigger();
    QTRY_COMPARE(b.stateOf(u"api"_s), u"Online"_s);
    b.daemon.calls.clear();
    b.tree().expand(b.indexOf(u"api"_s));
    b.tree().selectKey(u"api/2"_s);
    QTRY_VERIFY(b.action("restart")->isEnabled());
    b.action("restart")->trigger();
    QTRY_COMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().params["target"_L1].toArray(), QJsonArray{2});
    QCOMPARE(b.tree().selectedKeys(), QStringList{u"api/2"_s});
    b.action("scale")->trigger();
    auto* question = b.window->findChild<QInputDialog*>(u"scaleQuestion"_s);
    QVERIFY(question);
    QCOMPARE(question->intValue(), 4);
    question->setIntValue(6);
    question->accept();
    QTRY_COMPARE(b.daemon.calls.size(), 2);
    QCOMPARE(b.daemon.calls.last().method, u"apps.scale"_s);
    QCOMPARE(b.daemon.calls.last().params["count"_L1].toInt(), 6);
}

void WindowTest::detailsAndActions()
{
    Bench b;
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

void WindowTest::deleteCanBeUndone()
{
    Bench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.tree().selectKey(u"api"_s);
    QTRY_VERIFY(b.action("delete")->isEnabled());
    b.action("delete")->trigger();
    // Stopped and out of sight, but still there.
    QTRY_COMPARE(b.stateOf(u"api"_s), QString());
    QTRY_COMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::instancesStop));
    QTRY_COMPARE(b.mirror.app(u"api"_s)->instances.first().state, InstanceState::Stopped);
    QVERIFY(b.notices().join(u' ').contains(u"api"_s));
    QPushButton* undo = nullptr;
    for (QPushButton* button : b.window->findChildren<QPushButton*>(u"noticeAction"_s)) {
        if (button->isVisible()) undo = button;
    }
    QVERIFY(undo);
    undo->click();
    QTRY_COMPARE(b.stateOf(u"api"_s), u"Online"_s);
    QCOMPARE(b.daemon.calls.last().method, QString(ipc::method::instancesStart));
    QVERIFY(b.notices().isEmpty());

    b.window->deletes().setPatience(50);
    b.tree().selectAll();
    QTRY_VERIFY(b.action("delete")->isEnabled());
    b.action("delete")->trigger();
    QTRY_VERIFY(b.mirror.apps().empty());
    QCOMPARE(b.daemon.calls.last().method, QString(ipc::method::instancesDelete));
    QCOMPARE(b.daemon.calls.last().params["target"_L1].toArray().size(), 12);
    QTRY_VERIFY(b.notices().isEmpty());
}

void WindowTest::failuresAreShown()
{
    Bench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.tree().selectKey(u"docs"_s);
    QTRY_VERIFY(b.action("start")->isEnabled());
    b.daemon.failNext({ErrorCode::MissingInterpreter, u"Cannot start the app"_s, u"docs.js"_s,
                       u"there is no node in PATH"_s, u"Install Node.js"_s});
    b.action("start")->trigger();
    QTRY_COMPARE(b.notices().size(), 1);
    QVERIFY(b.notices().first().contains(u"no node in PATH"_s));
}

void WindowTest::logOfTheSelection()
{
    Bench b;
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
    Bench b;
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
    Bench b;
    QVERIFY(b.connectTo(crowdedApps(200)));
    b.tree().sortByColumn(CpuColumn, Qt::DescendingOrder);
    QTest::qWait(1);
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
        QTest::qWait(20);
    }
    const int last = b.daemon.apps().last().instances.first().number;
    QTRY_COMPARE(b.mirror.apps().back().instances.first().cpu, b.daemon.instance(last)->cpu);
    QVERIFY2(gap.longestWorkMs() < 200, qPrintable(u"%1 ms"_s.arg(gap.longestWorkMs())));
}

void WindowTest::remembersItsState()
{
    Bench b;
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
    Bench b;
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
    Bench b;
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

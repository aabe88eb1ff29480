// SPDX-License-Identifier: GPL-3.0-or-later
// What a day with the window is: real daemon, real guards, real Node apps.
#include "realbench.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/instancecommands.h"
#include "desktop/launchdialog.h"
#include "desktop/logpane.h"
#include "desktop/noticebar.h"
#include "desktop/notifications.h"
#include "desktop/notifier.h"
#include "desktop/tray.h"
#include "desktop/workerstepper.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTcpServer>
#include <QToolButton>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto server = R"(
const http = require('http');
http.createServer((request, response) => response.end(String(process.pid))).listen(0, '127.0.0.1', () => console.log('serving as ' + process.pid));
)";

constexpr auto crashesOnce = R"(
const fs = require('fs');
if (!fs.existsSync(process.argv[2])) {
    fs.writeFileSync(process.argv[2], '');
    setTimeout(() => { throw new Error('the first time is the worst'); }, 1200);
}
setInterval(() => {}, 1000);
)";

} // namespace

class RealAppsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void clusterFromDialogToReloadAndScale();
    void crashIsToldAndRestarted();
    void takenPortLeadsToItsHolder();
    void deleteIsUndone();
    void droppedScriptOpensTheDialog();
    void logIsSearched();
    void trayStopsAndStarts();
    void languageIsSwitchedOnALiveWindow();
};

void RealAppsTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) QSKIP("needs Node");
}

void RealAppsTest::clusterFromDialogToReloadAndScale()
{
    RealBench b;
    QVERIFY(b.open());
    QVERIFY(b.launch(b.script(u"server.js"_s, server), u"shop"_s, 2));
    QTRY_COMPARE_WITH_TIMEOUT(b.pidsBelow(u"shop"_s).size(), 2, 20'000);
    QCOMPARE(b.text(u"shop"_s, ModeColumn), u"cluster ×2"_s);
    b.select(u"shop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(b.logContains(u"serving as "_s + b.pidsBelow(u"shop"_s).first()), 10'000);

    // One worker dies: only that one is replaced.
    const QStringList before = b.pidsBelow(u"shop"_s);
    QCOMPARE(QProcess::execute(u"kill"_s, {u"-9"_s, before.first()}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(b.pidsBelow(u"shop"_s).size() == 2 && !b.pidsBelow(u"shop"_s).contains(before.first()), 20'000);
    QVERIFY(b.pidsBelow(u"shop"_s).contains(before.last()));
    QTRY_COMPARE(b.text(u"shop"_s, RestartsColumn), u"1"_s);

    const QStringList old = b.pidsBelow(u"shop"_s);
    b.trigger("reload");
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const QStringList now = b.pidsBelow(u"shop"_s);
            return now.size() == 2 && !now.contains(old.first()) && !now.contains(old.last());
        }(),
        30'000);
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"shop"_s), u"Online"_s, 10'000);

    auto* stepper = b.window->findChild<WorkerStepper*>();
    QVERIFY(stepper && stepper->isVisible());
    QTRY_COMPARE(stepper->shown(), 2);
    QTest::mouseClick(stepper->findChildren<QToolButton*>().last(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(b.pidsBelow(u"shop"_s).size(), 3, 20'000);
    QTest::mouseClick(stepper->findChildren<QToolButton*>().first(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(b.pidsBelow(u"shop"_s).size(), 2, 20'000);
}

void RealAppsTest::crashIsToldAndRestarted()
{
    RealBench b;
    QVERIFY(b.open());
    Tray tray(*b.mirror, b.window->commands(), *b.settings, *b.theme);
    Notifications notifications(*b.mirror, b.window->commands(), *b.settings, tray, nullptr);
    QSignalSpy told(&notifications, &Notifications::notified);
    const QString path = b.script(u"fragile.js"_s, crashesOnce);
    b.window->openLaunchDialog(path);
    auto* dialog = b.window->findChild<LaunchDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>(u"arguments"_s)->setText(b.home.filePath(u"was-here"_s));
    auto* launch = dialog->findChild<QPushButton*>(u"primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launch->isEnabled(), 10'000);
    QTest::mouseClick(launch, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(b.text(u"fragile"_s, RestartsColumn), u"1"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"fragile"_s), u"Online"_s, 20'000);
    QTRY_COMPARE(told.size(), 1);
    const auto notice = told.first().first().value<Notice>();
    QVERIFY2(notice.text.contains(u"the first time is the worst"_s), qPrintable(notice.text));
    b.select(u"fragile"_s);
    QTRY_VERIFY_WITH_TIMEOUT(b.logContains(u"the first time is the worst"_s), 10'000);
}

void RealAppsTest::takenPortLeadsToItsHolder()
{
    RealBench b;
    QVERIFY(b.open());
    Tray tray(*b.mirror, b.window->commands(), *b.settings, *b.theme);
    Notifications notifications(*b.mirror, b.window->commands(), *b.settings, tray, nullptr);
    QObject::connect(&notifications, &Notifications::portConflict, b.window.get(), &MainWindow::showPortConflict);
    QTcpServer holder; // this process has the port
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(holder.serverPort());
    const QString script = b.script(u"late.js"_s, "require('http').createServer().listen(" + port + ", '127.0.0.1');\n");
    b.window->openLaunchDialog(script);
    auto* launch = b.window->findChild<LaunchDialog*>()->findChild<QPushButton*>(u"primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launch->isEnabled(), 10'000);
    QTest::mouseClick(launch, Qt::LeftButton);
    QPushButton* show = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (NoticeBar* bar : b.window->findChildren<NoticeBar*>())
                if (bar->isVisible() && bar->text().contains(QString::fromLatin1(port)) && bar->text().contains("tst_realapps"_L1))
                    show = bar->findChild<QPushButton*>(u"noticeAction"_s);
            return show != nullptr;
        }(),
        30'000);
    QTest::mouseClick(show, Qt::LeftButton);
    QTRY_COMPARE(b.window->page(), u"system"_s);
}

void RealAppsTest::deleteIsUndone()
{
    RealBench b;
    QVERIFY(b.open());
    QVERIFY(b.launch(b.script(u"server.js"_s, server), u"shop"_s));
    b.select(u"shop"_s);
    b.trigger("delete");
    QPushButton* undo = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (NoticeBar* bar : b.window->findChildren<NoticeBar*>())
                if (auto* button = bar->findChild<QPushButton*>(); bar->isVisible() && button && button->isVisible()) undo = button;
            return undo != nullptr;
        }(),
        10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!b.rowOf(u"shop"_s).isValid() || b.state(u"shop"_s) != "Online"_L1, 10'000);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"shop"_s), u"Online"_s, 20'000);
}

void RealAppsTest::droppedScriptOpensTheDialog()
{
    RealBench b;
    QVERIFY(b.open());
    const QString path = b.script(u"dropped.js"_s, server);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(b.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(b.window.get(), &drop);
    LaunchDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = b.window->findChild<LaunchDialog*>()) && dialog->isVisible());
    auto* launch = dialog->findChild<QPushButton*>(u"primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launch->isEnabled(), 10'000);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"dropped"_s), u"Online"_s, 20'000);
}

void RealAppsTest::logIsSearched()
{
    RealBench b;
    QVERIFY(b.open());
    QVERIFY(b.launch(b.script(u"talker.js"_s, "for (let i = 0; i < 2000; ++i) console.log('line ' + i);\nsetInterval(() => {}, 1000);\n"), u"talker"_s));
    b.select(u"talker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(b.window->apps().log().lines().rowCount() >= 2'000, true, 15'000);
    auto* field = b.window->findChild<QLineEdit*>(u"logSearch"_s);
    QVERIFY(field);
    QTest::keyClicks(field, u"line 19"_s);
    QTRY_COMPARE_WITH_TIMEOUT(b.window->apps().log().lines().hits(), 111, 10'000); // 19, 190 to 199, 1900 to 1999
}

void RealAppsTest::trayStopsAndStarts()
{
    RealBench b;
    QVERIFY(b.open());
    Tray tray(*b.mirror, b.window->commands(), *b.settings, *b.theme);
    QVERIFY(b.launch(b.script(u"server.js"_s, server), u"shop"_s));
    const auto choose = [&tray](const QString& text) {
        Q_EMIT tray.menu().aboutToShow();
        for (QAction* app : tray.menu().actions()) {
            if (!app->menu() || !app->text().contains("shop"_L1)) continue;
            Q_EMIT app->menu()->aboutToShow();
            for (QAction* action : app->menu()->actions()) {
                if (action->text() != text || !action->isEnabled()) continue;
                action->trigger();
                return true;
            }
        }
        return false;
    };
    QVERIFY(choose(u"Stop"_s));
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"shop"_s), u"Stopped"_s, 20'000);
    QTRY_VERIFY(choose(u"Start"_s));
    QTRY_COMPARE_WITH_TIMEOUT(b.state(u"shop"_s), u"Online"_s, 20'000);
}

void RealAppsTest::languageIsSwitchedOnALiveWindow()
{
    RealBench b;
    b.settings->set(setting::language, u"en"_s);
    QVERIFY(b.open());
    QVERIFY(b.launch(b.script(u"server.js"_s, server), u"shop"_s));
    b.settings->set(setting::language, u"es"_s);
    QTRY_COMPARE(b.state(u"shop"_s), u"En línea"_s);
    b.settings->set(setting::language, u"en"_s);
    QTRY_COMPARE(b.state(u"shop"_s), u"Online"_s);
}

QTEST_MAIN(RealAppsTest)
#include "tst_realapps.moc"

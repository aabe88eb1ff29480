// SPDX-License-Identifier: GPL-3.0-or-later
// The tray, a second start, the end.
#include "shellbench.h"

#include "desktop/quitquestion.h"
#include "desktop/singleinstance.h"
#include "desktop/tray.h"
#include "desktop/trayicon.h"
#include "ipc/methods.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QThread>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

QAction* find(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions()) {
        if (action->text().startsWith(text)) return action;
    }
    return nullptr;
}

} // namespace

class TrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trayShowsTheWorst()
    {
        ShellBench b;
        Tray tray(b.mirror, b.window.commands(), b.settings, b.theme);
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        QTRY_VERIFY2(tray.toolTip().contains(u"1 gave up"_s), qPrintable(tray.toolTip()));
        const QImage bad = tray.icon().pixmap(32, 32).toImage();
        QList<AppStatus> fine = sampleApps(b.daemon.location().home);
        fine.removeIf([](const AppStatus& app) { return app.instances.first().state != InstanceState::Online; });
        b.daemon.setApps(fine);
        QTRY_VERIFY2(!tray.toolTip().contains(u"gave up"_s), qPrintable(tray.toolTip()));
        QVERIFY(tray.icon().pixmap(32, 32).toImage() != bad);
        QCOMPARE(worstState({}), InstanceState::Stopped);
    }

    void trayMenuActs()
    {
        ShellBench b;
        Tray tray(b.mirror, b.window.commands(), b.settings, b.theme);
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        Q_EMIT tray.menu().aboutToShow();
        QAction* web = find(tray.menu(), u"web"_s);
        QVERIFY(web && web->menu());
        QVERIFY(find(*web->menu(), u"Open localhost:5173"_s));
        QSignalSpy wanted(&tray, &Tray::appRequested);
        find(*web->menu(), u"Show log"_s)->trigger();
        QCOMPARE(wanted.first().first().toString(), u"web"_s);
        find(*web->menu(), u"Stop"_s)->trigger();
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::instancesStop));
        QAction* all = find(tray.menu(), u"All apps"_s);
        find(*all->menu(), u"Restart all"_s)->trigger();
        QTRY_COMPARE(b.daemon.calls.size(), 2);
        QCOMPARE(b.daemon.calls.last().params["target"_L1].toArray().size(), 12);
        QSignalSpy quit(&tray, &Tray::quitRequested);
        find(tray.menu(), u"Quit"_s)->trigger();
        QCOMPARE(quit.size(), 1);
    }

    void aSecondStartComesForward()
    {
        const QTemporaryDir home;
        SingleInstance first(home.path());
        const Result<bool> claimed = first.claim({});
        QVERIFY2(claimed && *claimed, claimed ? "" : qPrintable(claimed.error().message()));
        QSignalSpy handed(&first, &SingleInstance::handedOver);
        // As another process would: its call blocks while this thread answers.
        Result<bool> second = true;
        const std::unique_ptr<QThread> other(QThread::create([&] { second = SingleInstance(home.path()).claim({{u"/srv/app.js"_s}, u"web"_s}); }));
        other->start();
        QTRY_COMPARE(handed.size(), 1);
        QTRY_VERIFY(other->isFinished());
        QVERIFY(second && !*second);
        QCOMPARE(handed.first().first().value<WindowWishes>(), (WindowWishes{{u"/srv/app.js"_s}, u"web"_s}));
    }

    void closingHidesOrEnds()
    {
        ShellBench b;
        QVERIFY(b.connectTo({}));
        QSignalSpy hidden(&b.window, &MainWindow::hidden);
        QSignalSpy ended(&b.window, &MainWindow::closedForGood);
        b.window.setHidesOnClose(true);
        b.window.close();
        QVERIFY(!b.window.isVisible());
        QCOMPARE(hidden.size(), 1);
        QCOMPARE(ended.size(), 0);
        b.window.comeForward();
        QVERIFY(b.window.isVisible());
        b.window.setHidesOnClose(false);
        b.window.close();
        QCOMPARE(ended.size(), 1);
    }

    void quittingAsksWhetherAppsGoOn()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        QuitQuestion question(b.client, b.mirror);
        QSignalSpy quit(&question, &QuitQuestion::quit);
        question.ask(&b.window);
        question.ask(&b.window); // still one
        QCOMPARE(b.window.findChildren<QMessageBox*>().size(), 1);
        auto* box = b.window.findChild<QMessageBox*>(u"quitQuestion"_s);
        QCOMPARE(box->defaultButton()->objectName(), u"goOn"_s);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!b.window.findChild<QMessageBox*>());
        QCOMPARE(quit.size(), 0);
        question.ask(&b.window);
        b.window.findChild<QPushButton*>(u"goOn"_s)->click();
        QTRY_COMPARE(quit.size(), 1);
        QVERIFY(b.daemon.calls.isEmpty());
        question.ask(&b.window);
        b.window.findChild<QMessageBox*>(u"quitQuestion"_s)->findChild<QPushButton*>(u"danger"_s)->click();
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::instancesStop));
        QTRY_COMPARE(quit.size(), 2);
        b.daemon.setApps({});
        QTRY_VERIFY(b.mirror.apps().empty());
        question.ask(&b.window);
        QCOMPARE(quit.size(), 3);
    }
};

QTEST_MAIN(TrayTest)
#include "tst_tray.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Tools for the selected apps.
#include "shellbench.h"

#include "desktop/appspage.h"
#include "desktop/apptools.h"
#include "desktop/apptreeview.h"
#include "desktop/noticebar.h"
#include "desktop/workerstepper.h"
#include "ipc/methods.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class AppToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolsAroundAnApp_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("file and line") << u"code --goto {file}:{line}"_s << QStringList{u"code"_s, u"--goto"_s, u"/a b/{line}.js:7"_s};
        QTest::newRow("no place named") << u"gvim -f"_s << QStringList{u"gvim"_s, u"-f"_s, u"/a b/{line}.js"_s};
        QTest::newRow("folder") << u"\"my term\" --dir={folder}"_s << QStringList{u"my term"_s, u"--dir=/a b"_s};
    }

    void toolsAroundAnApp()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, words);
        QCOMPARE(filledCommand(pattern, u"/a b/{line}.js"_s, 7, u"/a b"_s), words);
    }

    void toolsOfTheSelection()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        const auto action = [&b](const char* name) { return b.window.findChild<QAction*>(QString::fromLatin1(name)); };
        b.window.apps().tree().selectKey(u"web"_s);
        QTRY_COMPARE(action("browse")->text(), u"Open localhost:5173 in the browser"_s);
        action("copyPid")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::number(b.mirror.app(u"web"_s)->instances.first().pid));
        action("copyCommand")->trigger();
        QVERIFY2(QGuiApplication::clipboard()->text().startsWith(u"tropero start vite.js"_s), qPrintable(QGuiApplication::clipboard()->text()));
        QVERIFY(b.settings.set(setting::editor, u"/no/such/editor {file}"_s));
        action("openEditor")->trigger();
        QTRY_VERIFY(b.window.findChildren<NoticeBar*>().at(1)->text().contains(u"/no/such/editor"_s));
        b.window.apps().tree().selectKey(u"docs"_s);
        QTRY_VERIFY(!action("browse")->isEnabled());
        QVERIFY(!action("copyPid")->isEnabled());
        b.window.apps().tree().selectAll();
        QTRY_VERIFY(!action("openFolder")->isEnabled());
    }

    void stepsOfWorkersAreOneCommand()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        auto* stepper = b.window.findChild<WorkerStepper*>();
        auto* more = stepper->findChild<QToolButton*>(u"moreWorkers"_s);
        auto* fewer = stepper->findChild<QToolButton*>(u"fewerWorkers"_s);
        b.window.apps().tree().selectKey(u"api"_s);
        QTRY_COMPARE(stepper->shown(), 4);
        QVERIFY(more->isEnabled() && fewer->isEnabled());
        more->click();
        more->click();
        QCOMPARE(stepper->shown(), 6);
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::appsScale));
        QCOMPARE(b.daemon.calls.first().params["count"_L1].toInt(), 6);
        // There and back again is nothing to be asked for.
        b.window.apps().tree().selectKey(u"web"_s);
        QTRY_COMPARE(stepper->shown(), 1);
        QVERIFY(!fewer->isEnabled());
        more->click();
        fewer->click();
        QCOMPARE(stepper->shown(), 1);
        b.window.apps().tree().selectAll();
        QTRY_VERIFY(!more->isEnabled());
        QCOMPARE(b.daemon.calls.size(), 1);
        b.window.apps().tree().selectKey(u"api"_s);
        QTRY_VERIFY(more->isEnabled());
        b.daemon.stop();
        QTRY_VERIFY(!more->isEnabled());
    }
};

QTEST_MAIN(AppToolsTest)
#include "tst_apptools.moc"

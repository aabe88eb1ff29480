// SPDX-License-Identifier: GPL-3.0-or-later
// What the system's own menus and a second start want of the window.
#include "shellbench.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/launchdialog.h"
#include "desktop/shellintegration.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>

using namespace tropero;
using namespace tropero::test;

class JumpListTest : public QObject
{
    Q_OBJECT

    static bool says(const QWidget& window, const QString& text)
    {
        const QList<QLabel*> labels = window.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }

private Q_SLOTS:
    void theMenuHasTheApps()
    {
        ShellBench b;
        const ShellIntegration shell(b.window, b.mirror, b.theme);
        QCOMPARE(shell.taskbarMenu().items.size(), 0);
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        QTRY_COMPARE(shell.taskbarMenu().items.size(), 6); // of eight
        const platform::TaskbarMenu menu = shell.taskbarMenu();
        QCOMPARE(menu.tasks.size(), 2);
        QVERIFY(!menu.tasks[0].console && menu.tasks[1].console);
        QCOMPARE(menu.category, u"Recent apps"_s);
        for (const platform::TaskbarTask& item : menu.items) {
            QCOMPARE(item.arguments.size(), 2);
            QCOMPARE(item.arguments[0], u"--show"_s);
            QVERIFY(b.mirror.app(item.arguments[1]));
            QCOMPARE(item.title, b.mirror.app(item.arguments[1])->spec.name);
            QCOMPARE(item.program, qApp->applicationFilePath());
            QVERIFY(!item.console); // its window would be minimised
        }
    }

    void theAppIsShown_data()
    {
        QTest::addColumn<bool>("byName");
        QTest::addColumn<bool>("atStart");
        QTest::newRow("by its id") << false << false;
        QTest::newRow("by its name") << true << false;
        QTest::newRow("before the apps are known") << false << true;
    }
    void theAppIsShown()
    {
        QFETCH(bool, byName);
        QFETCH(bool, atStart);
        ShellBench b;
        QList<AppStatus> apps = sampleApps(b.daemon.location().home);
        apps.last().spec.name = u"The Last & Least"_s;
        const WindowWishes wishes{{}, byName ? apps.last().spec.name : apps.last().id};
        if (atStart) b.window.fulfil(wishes);
        QVERIFY(b.connectTo(apps));
        if (!atStart) {
            b.window.showPage(u"settings"_s);
            b.window.hide();
            b.window.fulfil(wishes);
        }
        QTRY_COMPARE(b.window.apps().tree().selectedKeys(), QStringList{apps.last().id});
        QVERIFY(b.window.isVisible());
        QCOMPARE(b.window.page(), u"apps"_s);
        QVERIFY(!b.window.findChild<LaunchDialog*>());
    }

    void anAppThatIsGoneIsSaid()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        QTRY_COMPARE(b.mirror.apps().size(), 8U);
        const QStringList before = b.window.apps().tree().selectedKeys();
        b.window.fulfil({{}, u"<b>gone</b>"_s});
        QTRY_VERIFY(says(b.window, u"<b>gone</b>"_s) || says(b.window, u"&lt;b&gt;gone"_s));
        QCOMPARE(b.window.apps().tree().selectedKeys(), before);
    }

    void aFileOpensTheLaunchDialog()
    {
        ShellBench b;
        const QTemporaryDir folder;
        const QString script = folder.path() + u"/100% ñandú & co/a b.js"_s;
        QVERIFY(QDir().mkpath(QFileInfo(script).path()));
        QFile file(script);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("setInterval(() => {}, 1000);\n") > 0);
        file.close();
        b.window.fulfil({{script}, {}});
        QVERIFY(!b.window.findChild<LaunchDialog*>()); // not before there is a daemon
        QVERIFY(b.connectTo({}));
        auto* dialog = b.window.findChild<LaunchDialog*>();
        QVERIFY(dialog);
        const auto* field = dialog->findChild<QLineEdit*>(u"script"_s);
        QVERIFY(field);
        QTRY_COMPARE(QDir::fromNativeSeparators(field->text()), script);
    }
};

QTEST_MAIN(JumpListTest)
#include "tst_jumplist.moc"

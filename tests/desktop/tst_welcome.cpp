// SPDX-License-Identifier: GPL-3.0-or-later
// First steps.
#include "shellbench.h"

#include "desktop/appspage.h"
#include "desktop/commandpalette.h"
#include "desktop/pm2import.h"
#include "desktop/welcomepage.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class WelcomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newUsersAreWelcomedOnce()
    {
        qputenv("PM2_HOME", "/no/such/place");
        ShellBench b;
        QVERIFY(b.connectTo({}));
        const auto welcome = [&b] {
            const auto* page = b.window.findChild<WelcomePage*>();
            return page && page->isVisible();
        };
        QTRY_VERIFY(welcome());
        auto* page = b.window.findChild<WelcomePage*>();
        QVERIFY(page->findChild<QPushButton*>(u"welcomeImport"_s)->isHidden()); // there is no PM2
        auto* sample = page->findChild<QPushButton*>(u"primary"_s);
        QTRY_VERIFY(sample->isEnabled());
        sample->click();
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().params["specs"_L1][0]["name"_L1].toString(), u"hello"_s);
        QTRY_VERIFY(!welcome()); // its app is shown
        QVERIFY(b.window.apps().isVisible());
        // Not again by itself, but when it is asked for.
        b.daemon.setApps({});
        QTRY_VERIFY(b.mirror.apps().empty());
        MainWindow later(b.client, b.mirror, b.theme, b.settings);
        later.show();
        Q_EMIT b.mirror.reset();
        QVERIFY(!later.findChild<WelcomePage*>());
        CommandPalette* palette = b.openPalette();
        QTest::keyClicks(palette->findChild<QLineEdit*>(), u"welcome"_s);
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(welcome());
        QTest::keyClick(page, Qt::Key_Escape);
        QVERIFY(!welcome());
    }

    void whoHasAppsIsNotWelcomed()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        QVERIFY(!b.window.findChild<WelcomePage*>());
    }

    void theWelcomeOffersTheListOfPm2()
    {
        const QTemporaryDir pm2;
        QFile list(pm2.filePath(u"dump.pm2"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(R"([{"name": "old", "pm_exec_path": "/srv/old.js", "pm_cwd": "/srv", "exec_mode": "fork_mode"}])");
        list.close();
        qputenv("PM2_HOME", QFile::encodeName(pm2.path()));
        ShellBench b;
        QVERIFY(b.connectTo({}));
        QTRY_VERIFY(b.window.findChild<QPushButton*>(u"welcomeImport"_s));
        auto* import = b.window.findChild<QPushButton*>(u"welcomeImport"_s);
        QTRY_VERIFY(import->isVisible() && import->isEnabled());
        import->click();
        QVERIFY(b.window.findChild<QMessageBox*>(u"pm2Import"_s));
        QTest::keyClick(b.window.findChild<QMessageBox*>(u"pm2Import"_s), Qt::Key_Escape);
        QTRY_VERIFY(!b.window.findChild<QMessageBox*>());
        b.window.findChild<QPushButton*>(u"welcomeClose"_s)->click();
        QVERIFY(b.window.apps().isVisible());
        qputenv("PM2_HOME", "/no/such/place");
    }

    void firstSteps()
    {
        ShellBench b;
        QSettings(b.settings.file(), QSettings::IniFormat).setValue(u"window/welcomed"_s, true);
        const QTemporaryDir pm2;
        QFile list(pm2.filePath(u"dump.pm2"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(R"([{"name": "old", "pm_exec_path": "/srv/old.js", "pm_cwd": "/srv", "exec_mode": "fork_mode"}])");
        list.close();
        qputenv("PM2_HOME", QFile::encodeName(pm2.path()));
        QVERIFY(b.connectTo({}));
        auto* import = b.window.findChild<QPushButton*>(u"importPm2"_s);
        QTRY_VERIFY(import->isVisible());
        import->click();
        auto* box = b.window.findChild<QMessageBox*>(u"pm2Import"_s);
        QVERIFY(box && box->informativeText().contains(u"old"_s));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!b.window.findChild<QMessageBox*>());
        QVERIFY(b.daemon.calls.isEmpty());
        import->click();
        b.window.findChild<QPushButton*>(u"import"_s)->click();
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().params["specs"_L1][0]["name"_L1].toString(), u"old"_s);
        b.daemon.setApps({});
        QTRY_VERIFY(b.window.findChild<QPushButton*>(u"sample"_s)->isVisible());
        b.window.findChild<QPushButton*>(u"sample"_s)->click();
        QTRY_COMPARE(b.daemon.calls.size(), 2);
        const QString script = b.daemon.calls.last().params["specs"_L1][0]["script"_L1].toString();
        QVERIFY(QFileInfo(script).size() > 500);
        qputenv("PM2_HOME", "/no/such/place");
        QVERIFY(!Pm2Import::isPossible());
    }
};

QTEST_MAIN(WelcomeTest)
#include "tst_welcome.moc"

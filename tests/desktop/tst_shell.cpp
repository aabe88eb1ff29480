// SPDX-License-Identifier: GPL-3.0-or-later
// What is around the pages: side bar, settings, palette, first steps.
#include "shellbench.h"

#include "desktop/activitypage.h"
#include "desktop/appspage.h"
#include "desktop/apptools.h"
#include "desktop/apptreeview.h"
#include "desktop/commandpalette.h"
#include "desktop/noticebar.h"
#include "desktop/pm2import.h"
#include "desktop/settingseffects.h"
#include "desktop/settingspage.h"
#include "desktop/shortcutsheet.h"
#include "desktop/sidebar.h"
#include "desktop/launchdialog.h"
#include "desktop/systempage.h"
#include "desktop/welcomepage.h"
#include "desktop/windowcommands.h"
#include "desktop/workerstepper.h"
#include "ipc/methods.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

CommandPalette* openPalette(ShellBench& b)
{
    QTest::keyClick(&b.window, Qt::Key_K, Qt::ControlModifier);
    return b.window.findChild<CommandPalette*>();
}

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAndSideBar()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        auto* side = b.window.findChild<SideBar*>();
        QCOMPARE(b.window.page(), u"apps"_s);
        QTRY_VERIFY(side->findChild<QToolButton*>(u"side-apps"_s)->accessibleName().contains(u'8'));
        side->findChild<QToolButton*>(u"side-settings"_s)->click();
        QCOMPARE(b.window.page(), u"settings"_s);
        QVERIFY(b.window.findChild<SettingsPage*>()->isVisible());
        QTest::keyClick(&b.window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(b.window.page(), u"apps"_s);
        QVERIFY(b.window.apps().isVisible());
        QTest::keyClick(&b.window, Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(b.window.page(), u"settings"_s);
        QTest::keyClick(&b.window, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(b.window.page(), u"apps"_s);
        QTest::keyClick(&b.window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(b.window.page(), u"system"_s);
        auto* system = b.window.findChild<SystemPage*>();
        QVERIFY(system && system->isVisible());
        Q_EMIT system->countChanged(23);
        QVERIFY(side->findChild<QToolButton*>(u"side-system"_s)->accessibleName().contains(u"23"_s));
        QTest::keyClick(&b.window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(b.window.page(), u"activity"_s);
        b.daemon.sendEvent({{u"at"_s, QDateTime::currentMSecsSinceEpoch()}, {u"app"_s, u"web"_s}, {u"name"_s, u"web"_s}, {u"number"_s, 4},
                            {u"kind"_s, u"restart"_s}, {u"reason"_s, u"a very own reason"_s}});
        const auto told = [&b] {
            for (const QAbstractItemView* view : b.window.findChild<ActivityPage*>()->findChildren<QAbstractItemView*>()) {
                const QAbstractItemModel* model = view->model();
                for (int row = 0; model && row < model->rowCount(); ++row) {
                    for (int column = 0; column < model->columnCount(); ++column) {
                        if (model->index(row, column).data().toString().contains(u"a very own reason"_s)) return true;
                    }
                }
            }
            return false;
        };
        QTRY_VERIFY(told());
        Q_EMIT system->showApp(u"web"_s);
        QCOMPARE(b.window.page(), u"apps"_s);
        QTRY_COMPARE(b.window.apps().tree().selectedKeys(), QStringList{u"web"_s});
        AppSpec found;
        found.script = qApp->applicationFilePath();
        found.args = QStringList{u"a b"_s};
        found.cwd = QDir::tempPath();
        found.interpreterArgs = QStringList{u"--inspect"_s};
        Q_EMIT system->launchRequested(found);
        auto* dialog = b.window.findChild<LaunchDialog*>();
        QVERIFY(dialog);
        QSignalSpy launched(dialog, &LaunchDialog::launchRequested);
        dialog->findChild<QPushButton*>(u"primary"_s)->click();
        QTRY_COMPARE(launched.size(), 1);
        const AppSpec spec = launched.first().first().value<QList<AppSpec>>().value(0);
        QCOMPARE(spec.args, found.args);
        QCOMPARE(spec.interpreterArgs, found.interpreterArgs);
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        const int wide = side->width();
        b.window.resize(600, 500);
        QTRY_VERIFY(side->width() < wide / 2);
        QCOMPARE(side->findChild<QToolButton*>(u"side-settings"_s)->toolTip(), u"Settings"_s);
    }

    void settingsCountAtOnce()
    {
        ShellBench b;
        const SettingsEffects effects(b.settings, b.theme, b.language);
        QVERIFY(b.connectTo({}));
        b.window.showPage(u"settings"_s);
        auto* page = b.window.findChild<SettingsPage*>();
        auto* look = page->findChild<QComboBox*>(QString(setting::appearance));
        look->setCurrentIndex(look->findData(u"dark"_s));
        Q_EMIT look->activated(look->currentIndex());
        QVERIFY(b.theme.tokens().dark);
        QCOMPARE(b.settings.text(setting::appearance), u"dark"_s);
        page->findChild<QSpinBox*>(QString(setting::notificationPause))->setValue(77);
        QCOMPARE(b.settings.value(setting::notificationPause).toInt(), 77);
        page->findChild<QCheckBox*>(QString(setting::startAtLogin))->click();
        QVERIFY(QFile::exists(b.config.filePath(u"autostart/tropero.desktop"_s)));
        auto* editor = page->findChild<QLineEdit*>(QString(setting::editor));
        editor->setText(u"code {file}"_s);
        Q_EMIT editor->editingFinished();
        QCOMPARE(b.settings.text(setting::editor), u"code {file}"_s);
        // Each control has a name for those who cannot see it.
        for (const SettingField& field : settingFields()) {
            if (field.section.isEmpty()) continue; // set elsewhere
            const auto* control = page->findChild<QWidget*>(field.key);
            QVERIFY2(control, qPrintable(field.key));
            const auto* box = qobject_cast<const QCheckBox*>(control);
            QCOMPARE(box ? box->text() : control->accessibleName(), field.title);
        }
    }

    void newAppsBeginWithThePoliciesOfTheSettings()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        QVERIFY(b.settings.set(setting::newAppMaxRestarts, 5));
        AppSpec found;
        found.name = u"later"_s;
        found.script = qApp->applicationFilePath();
        found.cwd = QDir::tempPath();
        b.window.showPage(u"system"_s);
        Q_EMIT b.window.findChild<SystemPage*>()->launchRequested(found);
        auto* dialog = b.window.findChild<LaunchDialog*>();
        QVERIFY(dialog);
        QSignalSpy launched(dialog, &LaunchDialog::launchRequested);
        auto* launch = dialog->findChild<QPushButton*>(u"primary"_s);
        QTRY_VERIFY(launch->isEnabled());
        launch->click();
        QTRY_COMPARE(launched.size(), 1);
        QCOMPARE(launched.first().first().value<QList<AppSpec>>().first().restart.maxRestarts, 5);
    }

    void theLanguageChangesLive()
    {
        ShellBench b;
        const SettingsEffects effects(b.settings, b.theme, b.language);
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        b.window.showPage(u"settings"_s);
        QAction* stop = b.window.findChild<QAction*>(u"stop"_s);
        QCOMPARE(stop->text(), u"Stop"_s);
        QVERIFY(b.settings.set(setting::language, u"es"_s));
        QTRY_COMPARE(stop->text(), u"Parar"_s);
        QTRY_VERIFY(b.window.findChild<QToolButton*>(u"side-settings"_s)->accessibleName() != u"Settings"_s);
        auto* page = b.window.findChild<SettingsPage*>();
        const auto title = [page] { return page->findChild<QLabel*>(u"pageTitle"_s)->text(); };
        QTRY_VERIFY(title() != u"Settings"_s);
        QVERIFY(b.settings.set(setting::language, u"en"_s));
        QTRY_COMPARE(stop->text(), u"Stop"_s);
        QTRY_COMPARE(title(), u"Settings"_s);
    }

    void paletteDoesWhatIsTyped()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        CommandPalette* palette = openPalette(b);
        QVERIFY(palette);
        auto* field = palette->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"restart web"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::instancesRestart));
        QTRY_VERIFY(!b.window.findChild<CommandPalette*>());
        palette = openPalette(b);
        field = palette->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"show settings"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(b.window.page(), u"settings"_s);
        QTRY_VERIFY(!b.window.findChild<CommandPalette*>());
        palette = openPalette(b);
        auto* list = palette->findChild<QListView*>();
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClicks(palette->findChild<QLineEdit*>(), u"no such thing"_s);
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(!list->isVisible()); // but a word about it
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return); // nothing to do
        QTest::keyClick(palette, Qt::Key_Escape);
        QTRY_VERIFY(!b.window.findChild<CommandPalette*>());
        QCOMPARE(b.daemon.calls.size(), 1);
        palette = openPalette(b);
        QTest::keyClicks(palette->findChild<QLineEdit*>(), u"edit web"_s);
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY(b.window.findChild<LaunchDialog*>());
        QCOMPARE(b.window.findChild<LaunchDialog*>()->findChild<QLineEdit*>(u"name"_s)->text(), u"web"_s);
    }

    void shortcutsOnOneSheet()
    {
        ShellBench b;
        b.window.show();
        QApplication::setActiveWindow(&b.window);
        QTest::keyClick(&b.window, Qt::Key_F1);
        auto* sheet = b.window.findChild<ShortcutSheet*>();
        QVERIFY(sheet);
        QStringList texts;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            texts.append(label->text());
        for (const QString& expected : {u"Restart"_s, u"Command palette"_s, u"Ctrl+K"_s, u"Filter"_s})
            QVERIFY2(texts.contains(expected), qPrintable(texts.join(u'|')));
    }

    void everyActionIsInPaletteAndSheet_data()
    {
        QTest::addColumn<QString>("page");
        for (const char* page : {"apps", "system", "activity", "settings"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void everyActionIsInPaletteAndSheet()
    {
        QFETCH(QString, page);
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        b.window.apps().tree().selectKey(u"web"_s);
        b.window.showPage(page);
        QCoreApplication::processEvents();
        QSet<QString> offered;
        for (const PaletteEntry& entry : paletteEntries(b.window, b.mirror, b.window.commands(), b.theme))
            offered.insert(entry.title);
        QStringList keys;
        for (const ShortcutLine& line : shortcutLines(b.window))
            keys.append(line.keys.toString());
        int checked = 0;
        for (const QAction* action : b.window.findChildren<QAction*>()) {
            const QString text = QString(action->text()).remove(u'\u2026').remove(u'&');
            if (text.isEmpty() || action->isSeparator() || action->menu()) continue;
            // An action stands where a widget shows it or hears its key; what no widget has is of no menu that is open now.
            const QObjectList places = action->associatedObjects();
            const bool inView = std::ranges::any_of(places, [&](const QObject* place) {
                const auto* widget = qobject_cast<const QWidget*>(place);
                return widget && widget->isVisible();
            });
            if (inView && action->isEnabled() && action->objectName() != "palette"_L1) {
                QVERIFY2(offered.contains(text), qPrintable(text));
                ++checked;
            }
            if (!action->shortcut().isEmpty()) QVERIFY2(keys.contains(action->shortcut().toString()), qPrintable(text));
        }
        QVERIFY2(checked > 15, qPrintable(QString::number(checked)));
    }

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
        CommandPalette* palette = openPalette(b);
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

    void curvesBeginWithThePast()
    {
        ShellBench b;
        b.daemon.setAnswer(ipc::method::historyMetrics, sampleMetrics);
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        const auto filled = [&b] {
            const auto samples = b.window.apps().history().samples(MetricsHistory::Metric::Cpu, {4});
            return std::ranges::count_if(samples, [](float value) { return !std::isnan(value); });
        };
        QTRY_VERIFY(filled() > 50);
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

    void figuresOnlyWhileSeen()
    {
        ShellBench b;
        QVERIFY(b.connectTo({}));
        QSignalSpy reset(&b.mirror, &StateMirror::reset);
        QTRY_VERIFY(b.daemon.metricsWanted());
        b.window.hide();
        QTRY_VERIFY(!b.daemon.metricsWanted());
        b.window.comeForward();
        QTRY_VERIFY(b.daemon.metricsWanted());
        QVERIFY(reset.size() >= 2);
    }
};

QTEST_MAIN(ShellTest)
#include "tst_shell.moc"

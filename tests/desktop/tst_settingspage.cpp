// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellbench.h"

#include "desktop/launchdialog.h"
#include "desktop/settingseffects.h"
#include "desktop/settingspage.h"
#include "desktop/systempage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"

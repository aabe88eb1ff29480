// SPDX-License-Identifier: GPL-3.0-or-later
// What is around the pages.
#include "shellbench.h"

#include "desktop/activitypage.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/launchdialog.h"
#include "desktop/settingseffects.h"
#include "desktop/settingspage.h"
#include "desktop/sidebar.h"
#include "desktop/systempage.h"
#include "ipc/methods.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

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

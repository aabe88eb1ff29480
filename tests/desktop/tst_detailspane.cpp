// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellbench.h"

#include "desktop/appspage.h"
#include "desktop/apptools.h"
#include "desktop/apptreeview.h"
#include "desktop/selectionpane.h"
#include "models/mutedapps.h"
#include "models/settings.h"

#include <QAction>
#include <QCheckBox>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class DetailsPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notificationsAreSwitched()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        b.window.apps().tree().selectKey(u"api"_s);
        b.window.apps().selectionPane().showPageNamed(u"details"_s);
        auto* box = b.window.findChild<QCheckBox*>(u"detailsNotify"_s);
        QVERIFY(box);
        QTRY_VERIFY(box->isVisible() && box->isEnabled());
        QVERIFY(box->isChecked());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(isMuted(b.settings, u"api"_s));
        QVERIFY(!box->isChecked());
        QVERIFY(b.window.findChild<QAction*>(u"mute"_s)->isChecked()); // the menu says the same
        QVERIFY(setMuted(b.settings, u"api"_s, false)); // on the settings page, say
        QTRY_VERIFY(box->isChecked());
        b.window.apps().tree().selectKey(u"web"_s);
        QVERIFY(box->isChecked());
    }

    void figuresAreAskedForAsTheSettingSays()
    {
        ShellBench b;
        QVERIFY(b.settings.set(setting::sampling, u"5"_s));
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        QCOMPARE(b.daemon.metricsInterval(), 5000);
        QVERIFY(b.settings.set(setting::sampling, u"0.5"_s));
        QTRY_COMPARE(b.daemon.metricsInterval(), 500);
    }
};

QTEST_MAIN(DetailsPaneTest)
#include "tst_detailspane.moc"

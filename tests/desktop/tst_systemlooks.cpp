// SPDX-License-Identifier: GPL-3.0-or-later
// What a look costs the system page: only the table that is seen is merged.
#include "systemsamples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/systempage.h"
#include "desktop/systemtable.h"
#include "desktop/theme.h"
#include "models/processendings.h"
#include "models/systemrows.h"

#include <QApplication>
#include <QDateTime>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class SystemLooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsSeen()
    {
        Theme theme(*qApp);
        DaemonClient client{DaemonLocation{}};
        StateMirror mirror(client, false);
        ProcessEndings endings;
        SystemPage page(mirror, endings, theme);
        page.resize(1000, 600);
        page.show();
        page.monitor().setActive(false);
        const auto* processes = page.findChild<SystemTable*>(u"systemProcesses"_s);
        const auto* ports = page.findChild<SystemTable*>(u"systemPorts"_s);
        page.setSnapshot(test::crowdedMachine(50));
        QCOMPARE(processes->model()->rowCount(), 50);
        QCOMPARE(ports->model()->rowCount(), 0);
        page.showSection(SystemPage::Section::Ports);
        QCOMPARE(ports->model()->rowCount(), 50);
        page.table().selectAll();
        page.setSnapshot(test::crowdedMachine(60));
        QCOMPARE(ports->model()->rowCount(), 60);
        QCOMPARE(page.table().selectedProcesses().size(), 50);
        QCOMPARE(processes->model()->rowCount(), 50);
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&page, &language);
        QCOMPARE(ports->model()->rowCount(), 60);
        page.showSection(SystemPage::Section::Processes);
        QCOMPARE(processes->model()->rowCount(), 60);
    }
};

QTEST_MAIN(SystemLooksTest)
#include "tst_systemlooks.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Command palette and sheet of shortcuts.
#include "shellbench.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/commandpalette.h"
#include "desktop/launchdialog.h"
#include "desktop/shortcutsheet.h"
#include "desktop/windowcommands.h"
#include "ipc/methods.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSet>

#include <algorithm>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paletteDoesWhatIsTyped()
    {
        ShellBench b;
        QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
        CommandPalette* palette = b.openPalette();
        QVERIFY(palette);
        auto* field = palette->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"restart web"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::instancesRestart));
        QTRY_VERIFY(!b.window.findChild<CommandPalette*>());
        palette = b.openPalette();
        field = palette->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"show settings"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(b.window.page(), u"settings"_s);
        QTRY_VERIFY(!b.window.findChild<CommandPalette*>());
        palette = b.openPalette();
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
        palette = b.openPalette();
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
};

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"

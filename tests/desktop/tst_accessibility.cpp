// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a screen reader meets it: through the accessibility interface and the keyboard alone.
#include "shellbench.h"
#include "systemsamples.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "desktop/selectionpane.h"
#include "desktop/systempage.h"
#include "ipc/methods.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QSet>
#include <QtTest>

#include <functional>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

using Visit = std::function<void(QAccessibleInterface&)>;

/// Everything below that is seen, but the cells of tables, which are many.
void walk(QAccessibleInterface* one, const Visit& visit)
{
    if (!one || !one->isValid() || one->state().invisible) return;
    visit(*one);
    if (one->tableInterface()) return;
    for (int i = 0; i < one->childCount(); ++i)
        walk(one->child(i), visit);
}

QString nameOf(const QAccessibleInterface& one)
{
    return one.text(QAccessible::Name);
}

QString described(const QAccessibleInterface& one)
{
    const QObject* object = one.object();
    return u"%1 '%2' of class %3, role %4"_s.arg(object ? object->objectName() : QString(), nameOf(one),
                                                 QLatin1StringView(object ? object->metaObject()->className() : "none"))
        .arg(static_cast<int>(one.role()));
}

bool isControl(const QAccessibleInterface& one)
{
    static const QSet<int> roles = {QAccessible::Button,  QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ComboBox,
                                    QAccessible::SpinBox, QAccessible::Slider,   QAccessible::EditableText, QAccessible::PageTab,
                                    QAccessible::Table,   QAccessible::Tree,     QAccessible::List,         QAccessible::ButtonMenu,
                                    QAccessible::Link,    QAccessible::Chart};
    return roles.contains(one.role());
}

QAccessibleInterface* find(QWidget& root, const std::function<bool(const QAccessibleInterface&)>& fits)
{
    QAccessibleInterface* found = nullptr;
    walk(QAccessible::queryAccessibleInterface(&root), [&](QAccessibleInterface& one) {
        if (!found && fits(one)) found = &one;
    });
    return found;
}

QAccessibleInterface* findNamed(QWidget& root, QAccessible::Role role, const QString& name)
{
    return find(root, [&](const QAccessibleInterface& one) { return one.role() == role && nameOf(one) == name; });
}

bool press(QAccessibleInterface* one)
{
    if (!one || !one->actionInterface()) return false;
    one->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    return true;
}

/// What is wrong with what is shown: controls without a name, controls that the keyboard cannot come to.
QStringList faults(QWidget& root)
{
    QStringList wrong;
    walk(QAccessible::queryAccessibleInterface(&root), [&](QAccessibleInterface& one) {
        const auto* widget = qobject_cast<const QWidget*>(one.object());
        if (widget && (widget->objectName().startsWith("qt_"_L1) || widget->inherits("QScrollBar"))) return;
        // Arrow keys go through buttons of which one is chosen, and through the palette's list from its field.
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isPart = widget && (widget->focusProxy() || (button && button->group()) || widget->window()->inherits("tropero::CommandPalette"));
        if (isControl(one) && nameOf(one).isEmpty() && !(widget && qobject_cast<QComboBox*>(widget->parentWidget())) &&
            !(widget && widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox")))
            wrong.append(u"no name: "_s + described(one));
        if (isControl(one) && widget && widget->isEnabled() && !isPart && widget->focusPolicy() == Qt::NoFocus &&
            !(one.state().focusable))
            wrong.append(u"not by keyboard: "_s + described(one));
        if (one.role() == QAccessible::NoRole) wrong.append(u"no role: "_s + described(one));
    });
    return wrong;
}

/// The widgets that Tab comes to, from where the focus is until it is there again.
QSet<QWidget*> reachedByTab(QWidget& window)
{
    QSet<QWidget*> reached;
    for (int i = 0; i < 300; ++i) {
        QWidget* focused = window.focusWidget();
        if (focused && reached.contains(focused)) break;
        if (focused) reached.insert(focused);
        QTest::keyClick(focused ? focused : &window, Qt::Key_Tab);
    }
    return reached;
}

} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void everyPageHasNamesAndKeys_data();
    void everyPageHasNamesAndKeys();
    void tabComesEverywhere_data() { everyPageHasNamesAndKeys_data(); }
    void tabComesEverywhere();
    void dialogsHaveNamesAndKeys_data();
    void dialogsHaveNamesAndKeys();
    void tableIsReadCellByCell();
    void logIsReadLineByLine();
    void linesAreSelectedByKeyboard();
    void buttonsWorkThroughTheInterface();
    void messagesAreSpoken();

private:
    static bool open(ShellBench& b, const QString& page, const QString& lower);
};

bool AccessibilityTest::open(ShellBench& b, const QString& page, const QString& lower)
{
    b.daemon.setPastEvents(sampleEvents());
    b.daemon.setAnswer(ipc::method::historyMetrics, sampleMetrics);
    b.daemon.setAnswer(ipc::method::appsEnvironment, sampleEnvironment);
    b.window.resize(1280, 860);
    if (!b.connectTo(sampleApps(b.daemon.location().home))) return false;
    if (page == "system"_L1) b.window.showPage(page);
    if (auto* system = b.window.findChild<SystemPage*>()) system->setSnapshot(sampleMachine());
    b.window.showPage(page);
    if (page == "apps"_L1) {
        b.window.apps().tree().setFocus();
        b.window.apps().selectionPane().showPageNamed(lower);
    }
    QCoreApplication::processEvents();
    b.window.activateWindow();
    return QTest::qWaitForWindowActive(&b.window, 5'000);
}

void AccessibilityTest::everyPageHasNamesAndKeys_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("lower");
    for (const char* lower : {"log", "charts", "details", "environment", "events"})
        QTest::addRow("apps, %s", lower) << u"apps"_s << QString::fromLatin1(lower);
    for (const char* page : {"system", "activity", "settings"})
        QTest::addRow("%s", page) << QString::fromLatin1(page) << QString();
}

void AccessibilityTest::everyPageHasNamesAndKeys()
{
    QFETCH(QString, page);
    QFETCH(QString, lower);
    ShellBench b;
    QVERIFY(open(b, page, lower));
    QCOMPARE(b.window.page(), page);
    int controls = 0;
    walk(QAccessible::queryAccessibleInterface(&b.window), [&](QAccessibleInterface& one) { controls += isControl(one); });
    QVERIFY2(controls >= 6, qPrintable(QString::number(controls))); // the page is really there
    const QStringList wrong = faults(b.window);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void AccessibilityTest::tabComesEverywhere()
{
    QFETCH(QString, page);
    QFETCH(QString, lower);
    ShellBench b;
    QVERIFY(open(b, page, lower));
    const QSet<QWidget*> reached = reachedByTab(b.window);
    QStringList missed;
    for (QWidget* widget : b.window.findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || !widget->isVisible() || !widget->isEnabled() || widget->focusProxy()) continue;
        if (widget->inherits("QHeaderView") || reached.contains(widget)) continue;
        missed.append(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ' + widget->accessibleName());
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

void AccessibilityTest::dialogsHaveNamesAndKeys_data()
{
    QTest::addColumn<QString>("action");
    for (const char* action : {"launch", "palette", "shortcuts"})
        QTest::addRow("%s", action) << QString::fromLatin1(action);
}

void AccessibilityTest::dialogsHaveNamesAndKeys()
{
    QFETCH(QString, action);
    ShellBench b;
    QVERIFY(open(b, u"apps"_s, u"log"_s));
    auto* does = b.window.findChild<QAction*>(action);
    QVERIFY2(does, qPrintable(action));
    does->trigger();
    QDialog* dialog = nullptr;
    QTRY_VERIFY([&] {
        for (QDialog* one : b.window.findChildren<QDialog*>())
            if (one->isVisible()) dialog = one;
        return dialog != nullptr;
    }());
    QVERIFY(!dialog->windowTitle().isEmpty());
    const QStringList wrong = faults(*dialog);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!b.window.findChild<QDialog*>() || !b.window.findChild<QDialog*>()->isVisible());
}

void AccessibilityTest::tableIsReadCellByCell()
{
    ShellBench b;
    QVERIFY(open(b, u"apps"_s, u"log"_s));
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(&b.window.apps().tree());
    QVERIFY(tree && tree->tableInterface());
    QCOMPARE(tree->role(), QAccessible::Tree);
    QAccessibleTableInterface& table = *tree->tableInterface();
    QVERIFY(table.rowCount() >= 8);
    QStringList columns;
    for (int column = 0; column < table.columnCount(); ++column)
        columns.append(table.columnDescription(column));
    const int state = static_cast<int>(columns.indexOf(u"State"_s));
    QVERIFY2(state > 0, qPrintable(columns.join(u'|')));
    bool isRead = false;
    for (int row = 0; row < table.rowCount(); ++row) {
        QAccessibleInterface* name = table.cellAt(row, 0);
        QVERIFY(name && !nameOf(*name).isEmpty()); // a row that says nothing is not there for many
        if (!nameOf(*name).startsWith("web"_L1)) continue;
        isRead = true;
        QVERIFY(nameOf(*table.cellAt(row, state)).endsWith("Online"_L1));
    }
    QVERIFY(isRead);
}

void AccessibilityTest::logIsReadLineByLine()
{
    ShellBench b;
    QVERIFY(open(b, u"apps"_s, u"log"_s));
    LogView& view = b.window.apps().log().view();
    QAccessibleInterface* log = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(log);
    QCOMPARE(log->role(), QAccessible::List);
    QTRY_VERIFY(log->childCount() >= 8);
    QStringList heard;
    for (int i = 0; i < log->childCount(); ++i) {
        QCOMPARE(log->child(i)->role(), QAccessible::ListItem);
        QVERIFY(!log->child(i)->rect().isEmpty());
        QCOMPARE(log->indexOfChild(log->child(i)), i);
        heard.append(nameOf(*log->child(i)));
    }
    QVERIFY2(heard.filter(u"error output"_s).filter(u"TypeError"_s).size() == 1, qPrintable(heard.join(u'\n')));

    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Up);
    QAccessibleInterface* first = log->focusChild();
    QVERIFY(first && first->state().focused);
    const QString before = nameOf(*first);
    QTest::keyClick(&view, Qt::Key_Down);
    QAccessibleInterface* second = log->focusChild();
    QVERIFY(second);
    QVERIFY2(nameOf(*second) != before, qPrintable(before));
}

void AccessibilityTest::linesAreSelectedByKeyboard()
{
    ShellBench b;
    QVERIFY(open(b, u"apps"_s, u"log"_s));
    LogView& view = b.window.apps().log().view();
    QTRY_VERIFY(view.seenRows().size() >= 8);
    view.setFocus();
    view.showRow(view.seenRows().at(2).row);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedText().count(u'\n'), 2);
    QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(view.selectedText().count(u'\n'), 1);
    const QString down = view.selectedText();
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(view.selectedText().count(u'\n'), 1); // now the line above the first, and that
    QVERIFY(view.selectedText() != down);
}

void AccessibilityTest::buttonsWorkThroughTheInterface()
{
    ShellBench b;
    QVERIFY(open(b, u"apps"_s, u"log"_s));
    QVERIFY(press(find(b.window, [](const QAccessibleInterface& one) { return isControl(one) && nameOf(one) == "Settings"_L1; })));
    QTRY_COMPARE(b.window.page(), u"settings"_s);
    QAccessibleInterface* box = findNamed(b.window, QAccessible::CheckBox, u"Start in the tray, without the window"_s);
    QVERIFY(box);
    const bool before = box->state().checked;
    QVERIFY(box->actionInterface());
    box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(static_cast<bool>(box->state().checked), !before);

    QVERIFY(press(find(b.window, [](const QAccessibleInterface& one) { return isControl(one) && nameOf(one).startsWith("Apps"_L1); })));
    QTRY_COMPARE(b.window.page(), u"apps"_s);
    QAccessibleInterface* filter = findNamed(b.window, QAccessible::EditableText, u"Filter apps"_s);
    QVERIFY(filter);
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(&b.window.apps().tree());
    const int rows = tree->tableInterface()->rowCount();
    filter->setText(QAccessible::Value, u"mailer"_s);
    QTRY_VERIFY(tree->tableInterface()->rowCount() < rows);
}

void AccessibilityTest::messagesAreSpoken()
{
    ShellBench b;
    QVERIFY(open(b, u"apps"_s, u"log"_s));
    b.window.showFailure(u"That did not work"_s);
    QTRY_VERIFY(find(b.window, [](const QAccessibleInterface& one) {
        return one.role() == QAccessible::AlertMessage && nameOf(one).contains("That did not work"_L1);
    }));
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"

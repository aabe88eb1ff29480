// SPDX-License-Identifier: GPL-3.0-or-later
// The page of variables.
#include "launchfixture.h"

#include "desktop/environmentimport.h"
#include "desktop/launchdialog.h"
#include "desktop/launchenvironment.h"
#include "desktop/sectionlist.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LaunchVariablesTest : public LaunchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void variablesByKeyboard();
    void importShowsWhatChanges();
    void badVariablesAreMarked();
};

void LaunchVariablesTest::variablesByKeyboard()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.setPath(m_script);
    dialog.showSection(1);
    auto* table = dialog.findChild<QTableView*>(u"variables"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Insert);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor && table->isAncestorOf(editor));
    QTest::keyClicks(editor, u"API_TOKEN"_s);
    QTest::keyClick(editor, Qt::Key_Tab);
    QTRY_VERIFY(QApplication::focusWidget() != editor && qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"s3cret"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EnvironmentTable& model = dialog.findChild<LaunchEnvironment*>()->model();
    QTRY_COMPARE(model.variables(), (EnvironmentMap{{u"API_TOKEN"_s, u"s3cret"_s}}));
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"API_TOKEN="_s), patience);
    QVERIFY(!command(dialog).contains(u"s3cret"_s));
    QCOMPARE(model.index(0, EnvironmentTable::Value).data().toString(), maskedValue());
    dialog.findChild<LaunchEnvironment*>()->findChild<QPushButton*>(u"chip"_s)->click();
    QCOMPARE(model.index(0, EnvironmentTable::Value).data().toString(), u"s3cret"_s);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(model.rowCount(), 0);
}

void LaunchVariablesTest::importShowsWhatChanges()
{
    const QString file = write(u".env"_s, "NODE_ENV=production\nPORT=3000\nAPI_TOKEN=abc\n");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    auto* page = dialog.findChild<LaunchEnvironment*>();
    page->model().append({u"NODE_ENV"_s, u"development"_s});
    page->model().append({u"PORT"_s, u"3000"_s});
    page->importFile(file);
    QTRY_VERIFY_WITH_TIMEOUT(page->findChild<EnvironmentImport*>(), patience);
    auto* question = page->findChild<EnvironmentImport*>();
    QStringList texts;
    for (const QLabel* label : question->findChildren<QLabel*>())
        texts.append(label->text());
    const QString all = texts.join(u'|');
    QVERIFY2(all.contains(u"1 new"_s) && all.contains(u"1 changed"_s), qPrintable(all));
    QCOMPARE(page->model().variables().value(u"NODE_ENV"_s), u"development"_s);
    question->findChild<QPushButton*>(u"primary"_s)->click();
    QCOMPARE(page->model().variables(), (EnvironmentMap{{u"NODE_ENV"_s, u"production"_s}, {u"PORT"_s, u"3000"_s}, {u"API_TOKEN"_s, u"abc"_s}}));
    QGuiApplication::clipboard()->setText(u"A=1\nB='two words'"_s);
    QTRY_VERIFY(!page->findChild<EnvironmentImport*>());
    dialog.findChild<QPushButton*>(u"pasteVariables"_s)->click();
    QTRY_VERIFY(page->findChild<EnvironmentImport*>());
    page->findChild<EnvironmentImport*>()->findChild<QPushButton*>(u"primary"_s)->click();
    QCOMPARE(page->model().variables().value(u"B"_s), u"two words"_s);
}

void LaunchVariablesTest::badVariablesAreMarked()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.setPath(m_script);
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
    EnvironmentTable& model = dialog.findChild<LaunchEnvironment*>()->model();
    model.append({u"A"_s, u"1"_s});
    const int second = model.append({u"A"_s, u"2"_s});
    QTRY_VERIFY(!launchButton(dialog)->isEnabled());
    QVERIFY(!dialog.findChild<SectionList*>()->item(1)->toolTip().isEmpty());
    model.remove({second});
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
}

QTEST_MAIN(LaunchVariablesTest)
#include "tst_launchvariables.moc"

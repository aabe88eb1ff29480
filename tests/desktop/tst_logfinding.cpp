// SPDX-License-Identifier: GPL-3.0-or-later
// A place in the log by its text or its time.
#include "logpanebench.h"

#include "desktop/logbar.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"

#include <QDateTime>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LogFindingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchesWhileTyping();
    void jumpsToTime();
};

void LogFindingTest::searchesWhileTyping()
{
    LogPaneBench b;
    b.write(numbered(1000), 1'000'000'000);
    b.open();
    QTRY_COMPARE(b.pane.lines().rowCount(), 1000);
    b.pane.focusSearch();
    QTest::keyClicks(b.bar().field(), u"line 77"_s);
    QTRY_COMPARE(b.pane.lines().hits(), 11);
    auto* count = b.bar().findChild<QLabel*>(u"dim"_s);
    QTRY_COMPARE(count->text(), u"11 found"_s);
    QTest::keyClick(b.bar().field(), Qt::Key_Return); // following: from the first row seen, then from the other end
    QTRY_COMPARE(count->text(), u"1 of 11"_s);
    QVERIFY(!b.pane.view().isFollowing());
    QTest::keyClick(b.bar().field(), Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 11"_s);
    QCOMPARE(b.pane.view().currentRow(), 770);
    QTest::keyClick(b.bar().field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(b.pane.view().currentRow(), 77);
    b.bar().action(LogBar::Switch::Regex)->setChecked(true);
    b.bar().field()->setText(u"(line"_s);
    QTRY_VERIFY(b.bar().field()->property("failed").toBool());
    b.bar().field()->setText(u"e (77|88)$"_s);
    QTRY_COMPARE(b.pane.lines().hits(), 2);
    QVERIFY(!b.bar().field()->property("failed").toBool());
    b.bar().action(LogBar::Switch::OnlyMatches)->setChecked(true);
    QTRY_COMPARE(b.pane.lines().rowCount(), 2);
    QTest::keyClick(b.bar().field(), Qt::Key_Escape);
    QTRY_COMPARE(b.pane.lines().rowCount(), 1000);
}

void LogFindingTest::jumpsToTime()
{
    LogPaneBench b;
    const QDateTime begin(QDate(2026, 1, 31), QTime(10, 0));
    for (int i = 0; i < 300; ++i)
        b.write("line " + QByteArray::number(i) + '\n', begin.addSecs(i).toMSecsSinceEpoch() * 1'000'000);
    b.pane.showTime(begin.addSecs(100).toMSecsSinceEpoch()); // before it is open
    b.open();
    QTRY_COMPARE(b.pane.view().currentRow(), 100);
    QTest::keyClick(&b.pane.view(), Qt::Key_G, Qt::ControlModifier);
    auto* question = b.pane.findChild<QInputDialog*>(u"timeQuestion"_s);
    QVERIFY(question);
    question->setTextValue(u"2026-01-31 10:03:20"_s);
    question->accept();
    QTRY_COMPARE(b.pane.view().currentRow(), 200);
    QSignalSpy failed(&b.pane, &LogPane::failed);
    QTest::keyClick(&b.pane.view(), Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(b.pane.findChild<QInputDialog*>(u"timeQuestion"_s));
    question = b.pane.findChild<QInputDialog*>(u"timeQuestion"_s);
    question->setTextValue(u"soon"_s);
    question->accept();
    QTRY_COMPARE(failed.size(), 1);
}

QTEST_MAIN(LogFindingTest)
#include "tst_logfinding.moc"

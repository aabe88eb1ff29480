// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logselection.h"
#include "desktop/logview.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollBar>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

QList<LogLine> numbered(int first, int count)
{
    QList<LogLine> lines;
    for (int i = first; i < first + count; ++i) {
        LogLine line;
        line.text = "line " + QByteArray::number(i);
        line.time = 1'700'000'000'000'000'000 + i;
        line.number = 0;
        line.isError = i % 7 == 0;
        lines.append(line);
    }
    return lines;
}

} // namespace

class LogViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsUntilScrolledUp();
    void staysInPlaceWhileOldLinesLeave();
    void selectsAndCopies();
    void selectionStaysOnItsLines();
    void hugeLinesAreCheap();
    void paintsWhatItShould();
};

void LogViewTest::followsUntilScrolledUp()
{
    Theme theme(*qApp);
    LogLines lines;
    LogView view(lines, theme);
    view.resize(600, 300);
    view.show();
    lines.append(numbered(0, 200));
    QVERIFY(view.isFollowing());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.verticalScrollBar()->setValue(1'000);
    QVERIFY(!view.isFollowing());
    lines.append(numbered(200, 50));
    QCOMPARE(view.verticalScrollBar()->value(), 1'000);
    QCOMPARE(view.newLines(), 50);
    auto* jump = view.findChild<QPushButton*>(u"newLines"_s);
    QVERIFY(jump->isVisible());
    QVERIFY(jump->text().contains(u"50"_s));
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(view.isFollowing());
    QVERIFY(!jump->isVisible());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(!view.isFollowing());
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.isFollowing());
    lines.clear();
    QCOMPARE(view.newLines(), 0);
}

void LogViewTest::staysInPlaceWhileOldLinesLeave()
{
    Theme theme(*qApp);
    LogLines lines(nullptr, 300);
    LogView view(lines, theme);
    view.resize(600, 300);
    view.show();
    lines.append(numbered(0, 300));
    view.verticalScrollBar()->setValue(150 * view.rowHeight());
    const QString shown = lines.index(150).data().toString();
    lines.append(numbered(300, 40));
    QCOMPARE(lines.rowCount(), 300);
    QCOMPARE(view.verticalScrollBar()->value(), 110 * view.rowHeight());
    QCOMPARE(lines.index(110).data().toString(), shown);
    QVERIFY(!view.isFollowing());
}

void LogViewTest::selectsAndCopies()
{
    Theme theme(*qApp);
    LogLines lines;
    LogView view(lines, theme);
    view.resize(600, 300);
    view.show();
    lines.append(numbered(0, 4));
    QTest::keySequence(&view, QKeySequence::SelectAll);
    QVERIFY(view.hasSelection());
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"line 0\nline 1\nline 2\nline 3"_s);
    // A click before the text takes the whole line, with Shift up to the one clicked.
    const int half = view.rowHeight() / 2 + 7;
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, half + view.rowHeight()));
    QCOMPARE(view.selectedText(), u"line 1"_s);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      QPoint(590, half + 2 * view.rowHeight()));
    QCOMPARE(view.selectedText(), u"line 1\nline 2"_s);
    lines.append(numbered(4, 10));
    QCOMPARE(view.selectedText(), u"line 1\nline 2"_s);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, QPoint(150, half));
    QVERIFY(QStringList({u"line"_s, u"0"_s}).contains(view.selectedText()));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.hasSelection());
}

void LogViewTest::selectionStaysOnItsLines()
{
    LogSelection selection;
    selection.begin({5, 2});
    selection.extend({3, 1});
    QCOMPARE(selection.first(), (LogPosition{3, 1}));
    QCOMPARE(selection.last(), (LogPosition{5, 2}));
    selection.rowsInserted(4, 10);
    QCOMPARE(selection.last(), (LogPosition{15, 2}));
    selection.rowsRemoved(0, 2);
    QCOMPARE(selection.first(), (LogPosition{1, 1}));
    selection.rowsRemoved(0, 4);
    QCOMPARE(selection.first(), (LogPosition{0, 0}));
    selection.rowsRemoved(0, 100);
    QVERIFY(selection.isEmpty());
}

void LogViewTest::hugeLinesAreCheap()
{
    Theme theme(*qApp);
    LogLines lines;
    LogView view(lines, theme);
    view.resize(900, 600);
    view.show();
    QList<LogLine> batch;
    for (int i = 0; i < 30; ++i) {
        LogLine line;
        line.text = QByteArray(1024 * 1024, 'x');
        line.time = i + 1;
        batch.append(line);
    }
    lines.append(batch);
    QElapsedTimer timer;
    timer.start();
    view.grab();
    QVERIFY2(timer.elapsed() < 1'500, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    view.selectAll();
    QCOMPARE(view.selectedText().size(), 30 * 1024 * 1024 + 29);
}

void LogViewTest::paintsWhatItShould()
{
    Theme theme(*qApp);
    theme.setChoice(Theme::Choice::Light);
    LogLines lines;
    LogView view(lines, theme);
    view.resize(600, 200);
    view.show();
    LogLine error;
    error.text = "bad";
    error.isError = true;
    error.time = 1;
    LogLine tinted;
    tinted.text = "\x1b[48;2;255;0;0m          ";
    tinted.time = 2;
    lines.append({error, tinted});
    const QImage image = view.grab().toImage();
    const int middle = 7 + view.rowHeight() / 2;
    QCOMPARE(image.pixelColor(1, middle), theme.tokens().bad); // the mark of stderr
    bool red = false;
    for (int x = 0; x < image.width(); ++x)
        red = red || image.pixelColor(x, middle + view.rowHeight()) == QColor(255, 0, 0);
    QVERIFY(red);
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"

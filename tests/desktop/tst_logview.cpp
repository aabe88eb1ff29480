// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logselection.h"
#include "desktop/logview.h"
#include "desktop/theme.h"
#include "models/logscanner.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

/// A view of a log file that the test writes.
struct Bench
{
    QTemporaryDir folder;
    Theme theme{*qApp};
    LogLines lines;
    LogView view{lines, theme};
    QFile out{folder.filePath(u"out.log"_s)};
    QFile error{folder.filePath(u"error.log"_s)};
    std::optional<LogScanner> scanner;

    explicit Bench(const QByteArray& text, const QByteArray& errors = {}, QSize size = {600, 300})
    {
        (void)out.open(QIODevice::WriteOnly);
        (void)error.open(QIODevice::WriteOnly);
        write(out, text);
        write(error, errors);
        view.resize(size);
        view.show();
        scanner.emplace(QList<LogTail::Source>{{0, out.fileName(), error.fileName()}});
        older(100'000'000);
    }
    static void write(QFile& file, const QByteArray& text)
    {
        file.write(text);
        file.flush();
    }
    void older(qint64 bytes)
    {
        for (int i = 0; i < 2; ++i) {
            LogDelta delta;
            scanner->readOlder(bytes, delta);
            lines.apply(delta);
        }
    }
    void add(const QByteArray& text)
    {
        write(out, text);
        for (int i = 0; i < 4; ++i) {
            LogDelta delta;
            const auto look = scanner->readNewer(delta);
            lines.apply(delta, look.continued);
        }
    }
};

QByteArray numbered(int first, int count)
{
    QByteArray text;
    for (int i = first; i < first + count; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

class LogViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsUntilScrolledUp();
    void staysInPlaceWhileOlderLinesCome();
    void selectsAndCopies();
    void selectionStaysOnItsLines();
    void hugeLinesAreCheap();
    void paintsWhatItShould();
    void wraps();
    void bookmarks();
    void linksAreActivated();
    void fontSize();
};

void LogViewTest::followsUntilScrolledUp()
{
    Bench b(numbered(0, 200));
    QVERIFY(b.view.isFollowing());
    QCOMPARE(b.view.verticalScrollBar()->value(), b.view.verticalScrollBar()->maximum());
    b.view.verticalScrollBar()->setValue(50);
    QVERIFY(!b.view.isFollowing());
    b.add(numbered(200, 50));
    QCOMPARE(b.view.verticalScrollBar()->value(), 50);
    QCOMPARE(b.view.newLines(), 50);
    auto* jump = b.view.findChild<QPushButton*>(u"newLines"_s);
    QVERIFY(jump->isVisible());
    QVERIFY(jump->text().contains(u"50"_s));
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(b.view.isFollowing());
    QVERIFY(!jump->isVisible());
    QCOMPARE(b.view.verticalScrollBar()->value(), b.view.verticalScrollBar()->maximum());
    QTest::keyClick(&b.view, Qt::Key_Home);
    QVERIFY(!b.view.isFollowing());
    QTest::keyClick(&b.view, Qt::Key_End);
    QVERIFY(b.view.isFollowing());
    b.lines.clear();
    QCOMPARE(b.view.newLines(), 0);
}

void LogViewTest::staysInPlaceWhileOlderLinesCome()
{
    Bench b(numbered(0, 20'000));
    b.lines.clear();
    b.scanner.emplace(QList<LogTail::Source>{{0, b.out.fileName(), {}}});
    b.older(4'000);
    b.view.verticalScrollBar()->setValue(300);
    const QString shown = b.lines.index(300).data().toString();
    const int before = b.lines.rowCount();
    b.older(8'000);
    QVERIFY(b.lines.rowCount() > before);
    QCOMPARE(b.lines.index(b.view.verticalScrollBar()->value()).data().toString(), shown);
    QVERIFY(!b.view.isFollowing());
    QCOMPARE(b.view.newLines(), 0); // they are not new
}

void LogViewTest::selectsAndCopies()
{
    Bench b(numbered(0, 4));
    LogView& view = b.view;
    QTest::keySequence(&view, QKeySequence::SelectAll);
    QVERIFY(view.hasSelection());
    QTest::keySequence(&view, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"line 0\nline 1\nline 2\nline 3"_s);
    // A click before the text takes the whole line, with Shift up to the one clicked.
    const int half = view.rowHeight() / 2 + 7;
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, half + view.rowHeight()));
    QCOMPARE(view.selectedText(), u"line 1"_s);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(590, half + 2 * view.rowHeight()));
    QCOMPARE(view.selectedText(), u"line 1\nline 2"_s);
    b.add(numbered(4, 3));
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
    QByteArray text;
    for (int i = 0; i < 20; ++i)
        text += QByteArray(1024 * 1024, 'x') + '\n';
    Bench b(text, {}, {900, 600});
    QElapsedTimer timer;
    timer.start();
    b.view.grab();
    QVERIFY2(timer.elapsed() < 1'500, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    b.view.selectAll();
    QCOMPARE(b.view.selectedText().size(), 20 * 1024 * 1024 + 19);
}

void LogViewTest::paintsWhatItShould()
{
    Bench b("\x1b[48;2;255;0;0m          \n", "bad\n", {600, 200});
    b.theme.setChoice(Theme::Choice::Light);
    const bool isFirst = b.lines.row(0).isError;
    const QImage image = b.view.grab().toImage();
    const int middle = 7 + b.view.rowHeight() / 2;
    const int other = middle + b.view.rowHeight();
    QCOMPARE(image.pixelColor(1, isFirst ? middle : other), b.theme.tokens().bad); // the mark of stderr
    bool red = false;
    for (int x = 0; x < image.width(); ++x)
        red = red || image.pixelColor(x, isFirst ? other : middle) == QColor(255, 0, 0);
    QVERIFY(red);
}

void LogViewTest::wraps()
{
    Bench b(numbered(0, 5) + QByteArray(1000, 'x') + "\nlast\n");
    LogView::Options options = b.view.options();
    QVERIFY(b.view.horizontalScrollBar()->maximum() >= 0);
    options.wrap = true;
    b.view.setOptions(options);
    b.view.grab();
    QCOMPARE(b.view.horizontalScrollBar()->maximum(), 0);
    QVERIFY(b.view.verticalScrollBar()->value() > 0); // the long line takes more than a view of rows
    QVERIFY(b.view.isFollowing());
    QTest::keyClick(&b.view, Qt::Key_Up);
    QVERIFY(!b.view.isFollowing());
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(&b.view, Qt::Key_Up);
    QCOMPARE(b.view.verticalScrollBar()->value(), 0);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(&b.view, Qt::Key_Down);
    QVERIFY(b.view.isFollowing());
}

void LogViewTest::bookmarks()
{
    Bench b(numbered(0, 500));
    b.view.toggleBookmark(20);
    b.view.toggleBookmark(300);
    b.view.showRow(100);
    b.view.goToBookmark(true);
    QCOMPARE(b.view.currentRow(), 300);
    b.view.goToBookmark(true);
    QCOMPARE(b.view.currentRow(), 20);
    b.view.goToBookmark(false);
    QCOMPARE(b.view.currentRow(), 300);
    b.view.toggleBookmark(300);
    QVERIFY(!b.view.isBookmarked(300));
    QVERIFY(b.view.isBookmarked(20));
    QVERIFY(b.lines.setQuery({.text = u"line 2"_s, .onlyMatches = true}));
    QTRY_VERIFY(!b.lines.isSearching());
    QVERIFY(b.view.isBookmarked(b.lines.rowOf(*b.lines.idOf(1)))); // "line 20" is the second match
}

void LogViewTest::linksAreActivated()
{
    const auto links = findLogLinks(u"at x (src/cart.js:48:19) see https://a.b/c?d=1. or /srv/a.ts:7, 10:41:07 javascript:alert(1)"_s);
    QCOMPARE(links.size(), 3);
    QCOMPARE(links.at(0).target, u"src/cart.js"_s);
    QCOMPARE(links.at(0).line, 48);
    QCOMPARE(links.at(0).column, 19);
    QCOMPARE(links.at(1).target, u"https://a.b/c?d=1"_s);
    QVERIFY(!links.at(1).isFile());
    QCOMPARE(links.at(2).target, u"/srv/a.ts"_s);
    QCOMPARE(findLogLinks(u"C:\\srv\\a.js:3:4 file:///srv/b.js:9"_s).at(0).target, u"C:\\srv\\a.js"_s);
    QVERIFY(findLogLinks(u"ftp://a/b file:///etc/passwd 127.0.0.1:25 localhost:80"_s).isEmpty());
    QElapsedTimer timer;
    timer.start();
    findLogLinks(QString(100'000, u'a') + u":1"_s + QString(100'000, u':'));
    QVERIFY(timer.elapsed() < 1'000);

    Bench b("src/cart.js:48:19 failed\n");
    LogView::Options options = b.view.options();
    options.showTime = false;
    options.fileLinks = true;
    b.view.setOptions(options);
    QSignalSpy activated(&b.view, &LogView::linkActivated);
    const int half = b.view.rowHeight() / 2 + 7;
    QTest::mouseClick(b.view.viewport(), Qt::LeftButton, {}, QPoint(40, half));
    QCOMPARE(activated.size(), 1);
    QTest::mouseClick(b.view.viewport(), Qt::LeftButton, {}, QPoint(550, half));
    QCOMPARE(activated.size(), 1);
}

void LogViewTest::fontSize()
{
    Bench b(numbered(0, 50));
    const int usual = b.view.rowHeight();
    QTest::keyClick(&b.view, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(&b.view, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(b.view.rowHeight() > usual);
    QVERIFY(b.view.isFollowing());
    QTest::keyClick(&b.view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(b.view.rowHeight(), usual);
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"

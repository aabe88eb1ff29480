// SPDX-License-Identifier: GPL-3.0-or-later
#include "logfiles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LogLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans();
    void mergedByTime();
    void longLines();
    void openLineGrows();
    void marksFindTheirPlace();
    void colourGoesOn();
    void hideAndShow();
    void jumpToTime();
};

void LogLinesTest::spans()
{
    LogSpans spans;
    spans.pushBack(10, 5);
    spans.pushBack(15, 5);
    spans.pushFront(7, 2);
    spans.pushFront(5, 2);
    QCOMPARE(spans.runs(), 2);
    QCOMPARE(spans.first(), -4);
    QCOMPARE(spans.at(-4), 5);
    QCOMPARE(spans.at(0), 10);
    QCOMPARE(spans.at(9), 19);
    QCOMPARE(spans.runLength(-4), 4);
    QCOMPARE(spans.lowerBound(9), 0);
    QCOMPARE(spans.lowerBound(6), -3);
    QCOMPARE(spans.lowerBound(1), -4);
    QCOMPARE(spans.lowerBound(99), spans.end());
}

void LogLinesTest::mergedByTime()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    const LogFile error(folder.filePath(u"error.log"_s));
    out.write("a\nb\n", 1000);
    error.line("c", 2000);
    out.line("d", 3000);
    error.write("e\nf\n", 4000);
    LogScanner scanner({{0, out.path(), error.path()}});
    LogLines lines;
    QAbstractItemModelTester tester(&lines, strict);
    readAll(scanner, lines);
    QCOMPARE(texts(lines).join(QString()), u"abcdef"_s);
    QVERIFY(lines.row(2).isError);
    QCOMPARE(lines.row(3).time, 3000);
    out.line("g", 5000);
    error.line("h", 6000);
    out.line("i", 7000);
    readMore(scanner, lines);
    QCOMPARE(texts(lines).join(QString()), u"abcdefghi"_s);
}

void LogLinesTest::longLines()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    out.line("before", 1);
    out.line(QByteArray(3'000'000, 'x') + "end", 2);
    out.line("after", 3);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    readAll(scanner, lines);
    QCOMPARE(lines.rowCount(), 3);
    QCOMPARE(lines.index(2).data().toString(), u"after"_s);
    QCOMPARE(lines.row(1).text.size(), 64 * 1024);
    QVERIFY(lines.wholeText(1, 100'000'000).endsWith("xend"));
    QCOMPARE(lines.wholeText(1, 100).size(), 100);
    QVERIFY(lines.setQuery({.text = u"xend"_s}));
    QTRY_VERIFY(!lines.isSearching());
    QCOMPARE(lines.hits(), 1);
}

void LogLinesTest::openLineGrows()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    out.write("first\npro", 1);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    readAll(scanner, lines);
    QCOMPARE(texts(lines), (QStringList{u"first"_s, u"pro"_s}));
    QSignalSpy changed(&lines, &QAbstractItemModel::dataChanged);
    out.write("mpt> ", 2);
    readMore(scanner, lines);
    QCOMPARE(texts(lines), (QStringList{u"first"_s, u"prompt> "_s}));
    QVERIFY(!changed.isEmpty());
    out.write("yes\nnext\n", 3);
    readMore(scanner, lines);
    QCOMPARE(texts(lines), (QStringList{u"first"_s, u"prompt> yes"_s, u"next"_s}));
}

void LogLinesTest::marksFindTheirPlace()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    for (int i = 1; i <= 200; ++i)
        out.line(QByteArray::number(i), i * 10);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    QAbstractItemModelTester tester(&lines, strict);
    LogDelta delta;
    scanner.readOlder(100, delta);
    lines.apply(delta);
    lines.addMark(15, 0, u"early"_s, LogRow::Tone::Bad); // between lines that are not known yet
    lines.addMark(5, 0, u"first"_s, LogRow::Tone::Bad);
    lines.addMark(1995, 0, u"late"_s, LogRow::Tone::Calm);
    lines.addMark(2015, 0, u"after"_s, LogRow::Tone::Calm);
    lines.addMark(2015, 0, u"after"_s, LogRow::Tone::Calm);
    QVERIFY(!texts(lines).contains(u"early"_s));
    readAll(scanner, lines, 100);
    out.line("201", 2010);
    out.line("202", 2020);
    readMore(scanner, lines);
    QStringList expected{u"first"_s, u"1"_s, u"early"_s};
    for (int i = 2; i <= 202; ++i) {
        if (i == 200) expected.append(u"late"_s);
        if (i == 202) expected.append(u"after"_s);
        expected.append(QString::number(i));
    }
    QCOMPARE(texts(lines), expected);
    QCOMPARE(lines.row(2).kind, LogRow::Kind::Mark);
    QCOMPARE(lines.row(2).tone, LogRow::Tone::Bad);
    QVERIFY(!lines.idOf(2));
    QCOMPARE(lines.rowOf(*lines.idOf(3)), 3);
    // Among filtered lines, too.
    QVERIFY(lines.setQuery({.text = u"19"_s, .onlyMatches = true}));
    QTRY_VERIFY(!lines.isSearching());
    QCOMPARE(lines.hits(), 12);
    QCOMPARE(lines.rowCount(), 12 + 4);
    QCOMPARE(texts(lines).mid(0, 3), (QStringList{u"first"_s, u"early"_s, u"19"_s}));
}

void LogLinesTest::colourGoesOn()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    out.write("\x1b[31mred begins\nstill red\n\x1b[0mover\n", 1);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    readAll(scanner, lines);
    QCOMPARE(lines.row(1).style.foreground.value, 1u);
    QCOMPARE(lines.row(0).style, AnsiStyle{});
    QCOMPARE(lines.index(0).data().toString(), u"red begins"_s);
}

void LogLinesTest::hideAndShow()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    out.line("old", 1);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    QAbstractItemModelTester tester(&lines, strict);
    readAll(scanner, lines);
    lines.hideAll();
    QCOMPARE(lines.rowCount(), 0);
    QVERIFY(lines.isHiding());
    out.line("new", 2);
    readMore(scanner, lines);
    QCOMPARE(texts(lines), (QStringList{u"new"_s}));
    lines.showAll();
    QCOMPARE(texts(lines), (QStringList{u"old"_s, u"new"_s}));
}

void LogLinesTest::jumpToTime()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    for (int i = 0; i < 5000; ++i)
        out.line("line " + QByteArray::number(i), 1000 + i * 10);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    readAll(scanner, lines);
    QCOMPARE(lines.rowAfter(0), 0);
    QCOMPARE(lines.rowAfter(1000), 1);
    QCOMPARE(lines.rowAfter(20'995), 2000);
    QCOMPARE(lines.rowAfter(9'999'999), 5000);
}

QTEST_GUILESS_MAIN(LogLinesTest)
#include "tst_loglines.moc"

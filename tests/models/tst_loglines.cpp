// SPDX-License-Identifier: GPL-3.0-or-later
#include "logfiles.h"

#include "models/logfeed.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class LogLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans();
    void mergedByTime();
    void rotatedFilesAreIncluded();
    void rotationIsFollowed();
    void withoutIndex();
    void emptiedIsTold();
    void longLines();
    void openLineGrows();
    void marksFindTheirPlace();
    void hiddenInstances();
    void colourGoesOn();
    void searchAndFilter();
    void levelsAndStreams();
    void hideAndShow();
    void jumpToTime();
    void randomUse();
    void feedPausesAndGoesOn();
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

void LogLinesTest::rotatedFilesAreIncluded()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    QStringList expected;
    for (int i = 0; i < 3; ++i) {
        for (int k = 0; k < 100; ++k) {
            expected.append(u"%1-%2"_s.arg(i).arg(k));
            out.line(expected.last().toUtf8(), 1 + i * 1000 + k);
        }
        if (i < 2) {
            LogFile(out.path() + u".1"_s).rotate(2);
            QFile::rename(out.path() + u".1.2"_s, out.path() + u".2"_s);
            QFile::rename(out.path() + u".1.2.idx"_s, out.path() + u".2.idx"_s);
            out.rotate(1);
        }
    }
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    readAll(scanner, lines, 300);
    QCOMPARE(texts(lines), expected);
}

void LogLinesTest::rotationIsFollowed()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    out.line("one", 1);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    QAbstractItemModelTester tester(&lines, strict);
    readAll(scanner, lines);
    out.line("two", 2);
    out.rotate(1);
    out.line("three", 3);
    readMore(scanner, lines);
    QCOMPARE(texts(lines), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    out.line("four", 4);
    readMore(scanner, lines);
    QCOMPARE(texts(lines).last(), u"four"_s);
    QFile::remove(out.path() + u".1"_s);
    QFile::remove(out.path() + u".1.idx"_s);
    LogReader reader(lines.store()); // what was removed shows as gone, not as another file's text
    QVERIFY(reader.row(lines.store().first()).isGone);
}

void LogLinesTest::withoutIndex()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"plain.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("one\n\nthree\n");
    file.flush();
    LogScanner scanner({{0, file.fileName(), {}}});
    LogLines lines;
    readAll(scanner, lines);
    QCOMPARE(texts(lines), (QStringList{u"one"_s, QString(), u"three"_s}));
    QCOMPARE(lines.row(0).time, 0);
    file.write("four\n");
    file.flush();
    readMore(scanner, lines);
    QCOMPARE(texts(lines).last(), u"four"_s);
}

void LogLinesTest::emptiedIsTold()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    out.line("a longer line", 1);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    readAll(scanner, lines);
    QFile::remove(out.path());
    QFile::remove(logIndexPath(out.path()));
    QVERIFY(readMore(scanner, lines).truncated);
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

void LogLinesTest::hiddenInstances()
{
    QTemporaryDir folder;
    const LogFile one(folder.filePath(u"one.log"_s));
    const LogFile two(folder.filePath(u"two.log"_s));
    for (int i = 1; i <= 5; ++i) {
        one.line("one " + QByteArray::number(i), i * 100);
        two.line("two " + QByteArray::number(i), i * 100 + 50);
    }
    LogScanner scanner({{1, one.path(), {}}, {2, two.path(), {}}});
    LogLines lines;
    QAbstractItemModelTester tester(&lines, strict);
    readAll(scanner, lines);
    lines.addMark(225, 1, u"mark one"_s, LogRow::Tone::Bad);
    lines.addMark(275, 2, u"mark two"_s, LogRow::Tone::Bad);
    lines.addMark(900, 2, u"end two"_s, LogRow::Tone::Bad);
    QCOMPARE(lines.rowCount(), 13);
    const QStringList all = texts(lines);
    LogQuery without;
    without.hidden = {2};
    QVERIFY(lines.setQuery(without));
    QTRY_COMPARE(lines.rowCount(), 6);
    QCOMPARE(texts(lines), (QStringList{u"one 1"_s, u"one 2"_s, u"mark one"_s, u"one 3"_s, u"one 4"_s, u"one 5"_s}));
    QCOMPARE(lines.shownMarks().size(), 1);
    lines.addMark(275, 2, u"mark two"_s, LogRow::Tone::Bad); // known, though not seen
    two.line("two 6", 1000);
    one.line("one 6", 1100);
    readMore(scanner, lines);
    QTRY_COMPARE(lines.rowCount(), 7);
    QVERIFY(lines.setQuery({}));
    QTRY_COMPARE(lines.rowCount(), 15);
    QCOMPARE(texts(lines), all + QStringList({u"two 6"_s, u"one 6"_s})); // the last mark was before it
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

void LogLinesTest::searchAndFilter()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    for (int i = 0; i < 1000; ++i)
        out.line("\x1b[32mline\x1b[0m " + QByteArray::number(i), i + 1);
    LogScanner scanner({{0, out.path(), {}}});
    LogLines lines;
    QAbstractItemModelTester tester(&lines, strict);
    readAll(scanner, lines);
    QVERIFY(lines.setQuery({.text = u"^LINE \\d*7$"_s, .isRegex = true}));
    QTRY_VERIFY(!lines.isSearching());
    QCOMPARE(lines.hits(), 100);
    QCOMPARE(lines.rowCount(), 1000);
    QCOMPARE(lines.hitAfter(-1).value_or(-1), 7);
    QCOMPARE(lines.hitAfter(7).value_or(-1), 17);
    QCOMPARE(lines.hitBefore(17).value_or(-1), 7);
    QVERIFY(!lines.hitBefore(7));
    QVERIFY(!lines.hitAfter(997));
    QCOMPARE(lines.hitNumber(17), 2);
    QCOMPARE(lines.hitNumber(18), 0);
    out.line("line 7777", 2000);
    readMore(scanner, lines);
    QTRY_COMPARE(lines.hits(), 101);
    LogQuery query = lines.query();
    query.onlyMatches = true;
    QVERIFY(lines.setQuery(query));
    QTRY_COMPARE(lines.rowCount(), 101);
    QCOMPARE(lines.index(1).data().toString(), u"line 17"_s);
    out.line("line 8", 2001);
    out.line("line 87", 2002);
    readMore(scanner, lines);
    QTRY_COMPARE(lines.rowCount(), 102);
    query.matchCase = true;
    QVERIFY(lines.setQuery(query));
    QTRY_VERIFY(!lines.isSearching());
    QCOMPARE(lines.rowCount(), 0);
    query.text = u"(line"_s;
    const auto refused = lines.setQuery(query);
    QVERIFY(!refused);
    QVERIFY(lines.query().text != query.text);
    QVERIFY(lines.setQuery({}));
    QCOMPARE(lines.rowCount(), 1003);
}

void LogLinesTest::levelsAndStreams()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    const LogFile error(folder.filePath(u"error.log"_s));
    out.line("info a", 1);
    error.line("error b", 2);
    error.line("    at b.js:1:2", 3);
    out.line("{\"level\":40,\"msg\":\"c\"}", 4);
    error.line("no level", 5);
    LogScanner scanner({{0, out.path(), error.path()}});
    LogLines lines;
    readAll(scanner, lines);
    QVERIFY(lines.setQuery({.text = {}, .levels = 1 << static_cast<int>(LogLevel::Error)}));
    QTRY_COMPARE(lines.rowCount(), 2);
    QCOMPARE(lines.index(1).data().toString(), u"    at b.js:1:2"_s);
    QVERIFY(lines.setQuery({.text = {}, .levels = (1 << static_cast<int>(LogLevel::Error)) | (1 << static_cast<int>(LogLevel::Warning))}));
    QTRY_COMPARE(lines.rowCount(), 3);
    QVERIFY(lines.setQuery({.text = {}, .showError = false}));
    QTRY_COMPARE(lines.rowCount(), 2);
    QVERIFY(lines.setQuery({.text = u"b"_s, .showOut = false}));
    QTRY_COMPARE(lines.hits(), 2);
    QCOMPARE(lines.rowCount(), 3);
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

/// Files that grow, rotate and are read in any order of steps show what a list sorted by time shows.
void LogLinesTest::randomUse()
{
    for (quint32 seed = 1; seed <= 12; ++seed) {
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        const LogFile files[] = {LogFile(folder.filePath(u"a.log"_s)), LogFile(folder.filePath(u"b.log"_s))};
        int rotations[] = {0, 0};
        QStringList expected;
        qint64 time = 1;
        const auto write = [&] {
            const int which = random.bounded(2);
            QByteArray text;
            for (int i = random.bounded(1, 40); i > 0; --i) {
                const QByteArray line = QByteArray::number(time) + '/' + QByteArray::number(i) +
                                        QByteArray(random.bounded(10) == 0 ? random.bounded(9000) : 0, 'z');
                expected.append(QString::fromUtf8(line));
                text += line + '\n';
            }
            files[which].write(text, time++);
            if (random.bounded(12) == 0) files[which].rotate(++rotations[which] + 100);
        };
        for (int i = 0; i < 60; ++i)
            write();
        LogScanner scanner({{0, files[0].path(), files[1].path()}});
        LogLines lines;
        QAbstractItemModelTester tester(&lines, strict);
        for (int i = 0; i < 25; ++i) {
            LogDelta older;
            scanner.readOlder(random.bounded(200, 20'000), older);
            lines.apply(older);
            if (random.bounded(2) == 0) write();
            readMore(scanner, lines);
        }
        readAll(scanner, lines, 5'000);
        QCOMPARE(texts(lines), expected);
        QVERIFY(lines.setQuery({.text = u"7/"_s, .onlyMatches = true}));
        QTRY_VERIFY(!lines.isSearching());
        QCOMPARE(texts(lines), expected.filter(u"7/"_s));
    }
}

void LogLinesTest::feedPausesAndGoesOn()
{
    QTemporaryDir folder;
    const LogFile out(folder.filePath(u"out.log"_s));
    out.line("one", 1);
    LogFeed feed;
    LogLines lines;
    connect(&feed, &LogFeed::found, &lines, &LogLines::apply);
    feed.open({{0, out.path(), {}}});
    QTRY_COMPARE(lines.rowCount(), 1);
    QTRY_VERIFY(lines.store().isComplete());
    feed.setPaused(true);
    out.line("two", 2);
    feed.setPaused(false);
    QTRY_COMPARE(lines.rowCount(), 2);
    QSignalSpy truncated(&feed, &LogFeed::truncated);
    QFile::remove(out.path());
    QFile::remove(logIndexPath(out.path()));
    QTRY_COMPARE(truncated.size(), 1);
}

QTEST_GUILESS_MAIN(LogLinesTest)
#include "tst_loglines.moc"

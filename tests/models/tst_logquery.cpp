// SPDX-License-Identifier: GPL-3.0-or-later
// Search and filters.
#include "logfiles.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LogQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hiddenInstances();
    void searchAndFilter();
    void levelsAndStreams();
};

void LogQueryTest::hiddenInstances()
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

void LogQueryTest::searchAndFilter()
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

void LogQueryTest::levelsAndStreams()
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

QTEST_GUILESS_MAIN(LogQueryTest)
#include "tst_logquery.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Files that grow, rotate and are emptied while they are read.
#include "logfiles.h"

#include "models/logfeed.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LogFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rotatedFilesAreIncluded();
    void rotationIsFollowed();
    void withoutIndex();
    void emptiedIsTold();
    void randomUse();
    void feedPausesAndGoesOn();
};

void LogFilesTest::rotatedFilesAreIncluded()
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

void LogFilesTest::rotationIsFollowed()
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

void LogFilesTest::withoutIndex()
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

void LogFilesTest::emptiedIsTold()
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

/// Files that grow, rotate and are read in any order of steps show what a list sorted by time shows.
void LogFilesTest::randomUse()
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

void LogFilesTest::feedPausesAndGoesOn()
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

QTEST_GUILESS_MAIN(LogFilesTest)
#include "tst_logfiles.moc"

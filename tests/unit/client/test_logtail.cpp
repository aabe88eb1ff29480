// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/logtail.h"
#include "core/logindex.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

qint64 nowNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

/// Writes as a guard does: the index entry first, then the bytes.
class Writer
{
public:
    explicit Writer(QString path)
        : m_path(std::move(path))
    {
    }

    void write(const QByteArray& bytes, qint64 time = nowNs())
    {
        append(logIndexPath(m_path), encodeLogIndexEntry({m_size, time}));
        writeWithoutIndex(bytes);
    }
    void writeWithoutIndex(const QByteArray& bytes)
    {
        append(m_path, bytes);
        m_size += bytes.size();
    }
    void rotate()
    {
        for (int number = 3; number >= 1; --number) {
            const QString from = number == 1 ? m_path : m_path + u'.' + QString::number(number - 1);
            const QString to = m_path + u'.' + QString::number(number);
            QFile::remove(to);
            QFile::remove(logIndexPath(to));
            QFile::rename(from, to);
            QFile::rename(logIndexPath(from), logIndexPath(to));
        }
        m_size = 0;
    }
    void flush()
    {
        QFile(logIndexPath(m_path)).resize(0);
        QFile(m_path).resize(0);
        m_size = 0;
    }

private:
    static void append(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QString m_path;
    qint64 m_size = 0;
};

QList<QByteArray> texts(const QList<LogLine>& lines)
{
    QList<QByteArray> result;
    for (const LogLine& line : lines)
        result.append(line.text);
    return result;
}

/// Everything that follow() said so far.
class Collector : public QObject
{
public:
    explicit Collector(LogTail& tail)
    {
        connect(&tail, &LogTail::appended, this, [this](const QList<LogLine>& more) { lines += more; });
    }
    QList<QByteArray> got() const { return texts(lines); }
    QByteArray joined(bool isError) const
    {
        QByteArray all;
        for (const LogLine& line : lines)
            if (line.isError == isError)
                all += line.text + (line.partial ? "" : "\n");
        return all;
    }
    QList<LogLine> lines;
};

} // namespace

class TestLogTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void lastLinesOfBothStreamsAreMergedByTime()
    {
        Writer out(path("a-out.log"));
        Writer error(path("a-error.log"));
        out.write("one\n", 100);
        error.write("two\n", 200);
        out.write("three\nfour\n", 300);
        error.write("five\n", 400);
        LogTail tail({source("a", 7)});
        const auto lines = tail.readLast(4);
        QCOMPARE(texts(lines), (QList<QByteArray>{"two", "three", "four", "five"}));
        QCOMPARE(lines.at(0).isError, true);
        QCOMPARE(lines.at(1).isError, false);
        QCOMPARE(lines.at(1).time, 300);
        QCOMPARE(lines.at(3).number, 7);
    }

    void lastLinesReachIntoRotatedFiles()
    {
        Writer out(path("a-out.log"));
        out.write("1\n2\n", 100);
        out.rotate();
        out.write("3\n", 200);
        out.rotate();
        out.write("4\n", 300);
        LogTail tail({source("a", 0)});
        QCOMPARE(texts(tail.readLast(3)), (QList<QByteArray>{"2", "3", "4"}));
        QCOMPARE(texts(tail.readLast(30)), (QList<QByteArray>{"1", "2", "3", "4"}));
    }

    void lastLines_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("count");
        QTest::addColumn<QList<QByteArray>>("expected");
        using Lines = QList<QByteArray>;
        QTest::newRow("empty file") << QByteArray() << 3 << Lines{};
        QTest::newRow("one feed") << QByteArray("\n") << 3 << Lines{""};
        QTest::newRow("blank lines") << QByteArray("a\n\n\nb\n") << 3 << Lines{"", "", "b"};
        QTest::newRow("no feed at the end") << QByteArray("a\nb") << 3 << Lines{"a", "b"};
        QTest::newRow("only a part") << QByteArray("abc") << 1 << Lines{"abc"};
        QTest::newRow("fewer than asked") << QByteArray("a\nb\n") << 9 << Lines{"a", "b"};
        QTest::newRow("none asked") << QByteArray("a\nb\n") << 0 << Lines{};
        QTest::newRow("NUL bytes") << QByteArray("a\0b\nc\0\n", 7) << 2 << Lines{QByteArray("a\0b", 3), QByteArray("c\0", 2)};
        QTest::newRow("line over a block") << QByteArray(200'000, 'x') + "\nend\n" << 2 << Lines{QByteArray(200'000, 'x'), "end"};
    }
    void lastLines()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, count);
        Writer(path("a-out.log")).write(content, 100);
        LogTail tail({source("a", 0)});
        const auto lines = tail.readLast(count);
        QTEST(texts(lines), "expected");
        for (const LogLine& line : lines)
            QCOMPARE(line.partial, &line == &lines.constLast() && !content.endsWith('\n'));
    }

    void aHugeLineComesInPieces()
    {
        const QByteArray huge(3 * 1024 * 1024 + 17, 'y');
        Writer out(path("a-out.log"));
        out.write("before\n" + huge + "\nafter\n", 100);
        LogTail tail({source("a", 0)});
        const auto lines = tail.readLast(10);
        QCOMPARE(lines.constFirst().text, "before");
        QCOMPARE(lines.constLast().text, "after");
        QByteArray joined;
        for (const LogLine& line : lines.sliced(1, lines.size() - 2)) {
            QVERIFY(line.text.size() <= 1024 * 1024);
            joined += line.text;
        }
        QCOMPARE(joined, huge);
        QVERIFY(lines.at(1).partial);
        QVERIFY(!lines.at(lines.size() - 2).partial);
    }

    void followGoesOnWhereTheLastLinesEnded()
    {
        Writer out(path("a-out.log"));
        Writer error(path("a-error.log"));
        out.write("old\n");
        LogTail tail({source("a", 0)});
        Collector collector(tail);
        QCOMPARE(texts(tail.readLast(5)), QList<QByteArray>{"old"});
        out.write("between\n");
        tail.follow();
        QTRY_COMPARE(collector.got(), QList<QByteArray>{"between"});
        error.write("from a file that did not exist\n");
        out.write("later\n");
        QTRY_COMPARE(collector.got(), (QList<QByteArray>{"between", "from a file that did not exist", "later"}));
    }

    void manySmallWritesKeepTheirOrder()
    {
        Writer out(path("a-out.log"));
        Writer error(path("a-error.log"));
        LogTail tail({source("a", 0)});
        Collector collector(tail);
        tail.follow();
        QList<QByteArray> expected;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray text = QByteArray::number(i);
            (i % 3 == 0 ? error : out).write(text + '\n');
            expected.append(text);
            if (i % 200 == 0)
                QTest::qWait(1);
        }
        QTRY_COMPARE(collector.lines.size(), expected.size());
        QCOMPARE(collector.got(), expected);
    }

    void aRotationLosesAndRepeatsNothing()
    {
        Writer out(path("a-out.log"));
        LogTail tail({source("a", 0)});
        QSignalSpy truncated(&tail, &LogTail::truncated);
        Collector collector(tail);
        tail.follow();
        out.write("a\n");
        QTRY_COMPARE(collector.got(), QList<QByteArray>{"a"});
        out.write("b\nbegun ");
        out.rotate();
        out.write("and ended\nc\n");
        out.rotate();
        out.write("d\n");
        QTRY_COMPARE(collector.joined(false), QByteArray("a\nb\nbegun and ended\nc\nd\n"));
        QCOMPARE(truncated.size(), 0);
    }

    void rotationWhileNothingIsWrittenYet()
    {
        Writer out(path("a-out.log"));
        out.write("a\n");
        LogTail tail({source("a", 0)});
        QSignalSpy truncated(&tail, &LogTail::truncated);
        Collector collector(tail);
        tail.follow();
        out.rotate();
        QTest::qWait(400); // longer than the patience with a half done rotation
        out.write("b\n");
        QTRY_COMPARE(collector.got(), QList<QByteArray>{"b"});
        QCOMPARE(truncated.size(), 0);
    }

    void aFlushIsSaidAndReadingBeginsAnew()
    {
        Writer out(path("a-out.log"));
        out.write("a long line of old content\n");
        LogTail tail({source("a", 4)});
        QSignalSpy truncated(&tail, &LogTail::truncated);
        Collector collector(tail);
        tail.follow();
        out.flush();
        QTRY_COMPARE(truncated.size(), 1);
        QCOMPARE(truncated.constFirst().constFirst().toInt(), 4);
        out.write("new\n");
        QTRY_COMPARE(collector.got(), QList<QByteArray>{"new"});
    }

    void aFlushThatIsOvertakenByNewOutput()
    {
        Writer out(path("a-out.log"));
        out.write("old\n");
        LogTail tail({source("a", 4)});
        Collector collector(tail);
        tail.follow();
        out.flush();
        out.write("more than there was before the flush\n");
        QTRY_COMPARE(collector.got(), QList<QByteArray>{"more than there was before the flush"});
    }

    void aBegunLineIsShownAndContinued()
    {
        Writer out(path("a-out.log"));
        LogTail tail({source("a", 0)});
        Collector collector(tail);
        tail.follow();
        out.write("Password: ");
        QTRY_COMPARE(collector.lines.size(), 1);
        QVERIFY(collector.lines.constFirst().partial);
        out.write("ok\nnext\n");
        QTRY_COMPARE(collector.lines.size(), 3);
        QCOMPARE(collector.joined(false), QByteArray("Password: ok\nnext\n"));
    }

    void bytesStayAsTheyAre()
    {
        QByteArray bytes;
        for (int i = 0; i < 300'000; ++i)
            bytes += static_cast<char>((i * 7919LL) >> 3);
        bytes += '\n';
        Writer out(path("a-out.log"));
        LogTail tail({source("a", 0)});
        Collector collector(tail);
        tail.follow();
        out.write(bytes.left(100'001));
        out.write(bytes.mid(100'001));
        QTRY_COMPARE(collector.joined(false).size(), bytes.size());
        QCOMPARE(collector.joined(false), bytes);
    }

    void logsWithoutAnIndexAreReadToo()
    {
        Writer out(path("a-out.log"));
        out.writeWithoutIndex("a\nb\n");
        LogTail tail({source("a", 0)});
        Collector collector(tail);
        QCOMPARE(texts(tail.readLast(1)), QList<QByteArray>{"b"});
        tail.follow();
        out.writeWithoutIndex("c\n");
        QTRY_COMPARE(collector.got(), QList<QByteArray>{"c"});
    }

    void aFileSharedByInstancesIsReadOnce()
    {
        Writer out(path("a-out.log"));
        out.write("a\n");
        LogTail tail({source("a", 0), source("a", 1)});
        QCOMPARE(texts(tail.readLast(5)), QList<QByteArray>{"a"});
    }

    void aBatchIsBounded()
    {
        Writer out(path("a-out.log"));
        LogTail tail({source("a", 0)});
        qint64 largest = 0;
        qint64 total = 0;
        connect(&tail, &LogTail::appended, this, [&](const QList<LogLine>& lines) {
            qint64 bytes = 0;
            for (const LogLine& line : lines)
                bytes += line.text.size();
            largest = std::max(largest, bytes);
            total += bytes;
        });
        tail.follow();
        const QByteArray line(999, 'x');
        QByteArray block;
        for (int i = 0; i < 20'000; ++i)
            block += line + '\n';
        out.write(block);
        QTRY_COMPARE_WITH_TIMEOUT(total, 20'000LL * 999, 20'000);
        QVERIFY2(largest <= 4 * 1024 * 1024 + 1024, qPrintable(QString::number(largest)));
    }

    void theSizeOfTheFileDoesNotMatter()
    {
        const auto fill = [this](const char* name, int megabytes) {
            Writer out(path(name));
            const QByteArray block = QByteArray(127, 'z') + '\n';
            QByteArray megabyte;
            for (int i = 0; i < 8192; ++i)
                megabyte += block;
            for (int i = 0; i < megabytes; ++i)
                out.write(megabyte, 100 + i);
        };
        fill("small-out.log", 1);
        fill("large-out.log", 200);
        const auto measure = [this](const QString& name) {
            QElapsedTimer clock;
            clock.start();
            for (int i = 0; i < 100; ++i) {
                LogTail tail({source(name, 0)});
                if (tail.readLast(15).size() != 15)
                    return qint64(-1);
            }
            return clock.nsecsElapsed();
        };
        const qint64 small = measure(u"small"_s);
        const qint64 large = measure(u"large"_s);
        QVERIFY(small > 0 && large > 0);
        QVERIFY2(large < small * 5, qPrintable(u"%1 ns and %2 ns"_s.arg(small).arg(large)));
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    LogTail::Source source(const QString& app, int number) const
    {
        return {number, m_folder->filePath(app + "-out.log"_L1), m_folder->filePath(app + "-error.log"_L1)};
    }
    LogTail::Source source(const char* app, int number) const { return source(QString::fromLatin1(app), number); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLogTail)
#include "test_logtail.moc"

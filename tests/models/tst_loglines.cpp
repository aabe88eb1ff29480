// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loglines.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

LogLine line(const QByteArray& text, qint64 time, bool partial = false, bool isError = false, int number = 0)
{
    LogLine made;
    made.text = text;
    made.time = time;
    made.isError = isError;
    made.number = number;
    made.partial = partial;
    return made;
}

QStringList texts(const LogLines& lines)
{
    QStringList list;
    for (int row = 0; row < lines.rowCount(); ++row)
        list.append(lines.index(row).data().toString());
    return list;
}

} // namespace

class LogLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchesAreOneInsert();
    void boundedByLines();
    void boundedByBytes();
    void piecesAreJoined();
    void piecesOfTwoStreams();
    void marksFindTheirPlace();
    void colourGoesOn();
    void randomUse();
};

void LogLinesTest::batchesAreOneInsert()
{
    LogLines lines;
    QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&lines, &QAbstractItemModel::rowsInserted);
    QList<LogLine> batch;
    for (int i = 0; i < 500; ++i)
        batch.append(line(QByteArray::number(i), i + 1));
    lines.append(batch);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(lines.rowCount(), 500);
    lines.append({});
    QCOMPARE(inserted.size(), 1);
}

void LogLinesTest::boundedByLines()
{
    LogLines lines(nullptr, 100);
    QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 250; ++i)
        lines.append({line(QByteArray::number(i), i + 1)});
    QCOMPARE(lines.rowCount(), 100);
    QCOMPARE(lines.dropped(), 150);
    QCOMPARE(lines.index(0).data().toString(), u"150"_s);
    QCOMPARE(lines.index(99).data().toString(), u"249"_s);
}

void LogLinesTest::boundedByBytes()
{
    LogLines lines(nullptr, 1000, 10'000);
    for (int i = 0; i < 50; ++i)
        lines.append({line(QByteArray(1000, 'x'), i + 1)});
    QCOMPARE(lines.rowCount(), 10);
    lines.append({line(QByteArray(50'000, 'y'), 100)});
    QCOMPARE(lines.rowCount(), 1); // the newest line stays, however long
}

void LogLinesTest::piecesAreJoined()
{
    LogLines lines;
    QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
    lines.append({line("before", 1), line("one ", 2, true)});
    lines.append({line("line", 3, true)});
    lines.append({line(".", 4), line("next", 5)});
    QCOMPARE(texts(lines), (QStringList{u"before"_s, u"one line."_s, u"next"_s}));
    lines.append({line("open", 6, true)});
    lines.append({line("", 7), line("after", 8)}); // an empty rest only ends it
    QCOMPARE(texts(lines).mid(3), (QStringList{u"open"_s, u"after"_s}));
    lines.append({line("a", 9, true), line("b", 10, true), line("c", 11)});
    QCOMPARE(texts(lines).last(), u"abc"_s);
}

void LogLinesTest::piecesOfTwoStreams()
{
    LogLines lines;
    lines.append({line("out ", 1, true), line("error ", 2, true, true), line("other", 3, false, false, 7)});
    lines.addMark(2, 0, u"mark"_s, LogRow::Tone::Calm);
    lines.append({line("goes on", 4, false, true), line("too", 5)});
    QCOMPARE(texts(lines), (QStringList{u"out too"_s, u"error goes on"_s, u"mark"_s, u"other"_s}));
}

void LogLinesTest::marksFindTheirPlace()
{
    LogLines lines;
    QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
    lines.append({line("a", 10), line("b", 20)});
    lines.addMark(15, 0, u"between"_s, LogRow::Tone::Warning);
    lines.addMark(40, 0, u"early"_s, LogRow::Tone::Bad);
    lines.append({line("c", 30), line("d", 50)});
    QCOMPARE(texts(lines), (QStringList{u"a"_s, u"between"_s, u"b"_s, u"c"_s, u"early"_s, u"d"_s}));
    QCOMPARE(lines.row(4).kind, LogRow::Kind::Mark);
    QCOMPARE(lines.row(4).tone, LogRow::Tone::Bad);
}

void LogLinesTest::colourGoesOn()
{
    LogLines lines;
    lines.append({line("\x1b[31mred begins", 1), line("out of it", 2, false, true), line("still red", 3)});
    QCOMPARE(lines.row(2).style.foreground.value, 1u);
    QCOMPARE(lines.row(1).style, AnsiStyle{});
    QCOMPARE(lines.index(0).data().toString(), u"red begins"_s);
}

void LogLinesTest::randomUse()
{
    for (quint32 seed = 1; seed <= 10; ++seed) {
        QRandomGenerator random(seed);
        LogLines lines(nullptr, 60, 2'000);
        QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
        qint64 time = 1;
        for (int step = 0; step < 300; ++step) {
            QList<LogLine> batch;
            for (int i = random.bounded(5); i > 0; --i)
                batch.append(line(QByteArray(random.bounded(30), 'a'), ++time, random.bounded(4) == 0,
                                  random.bounded(3) == 0, random.bounded(3)));
            lines.append(batch);
            if (random.bounded(5) == 0)
                lines.addMark(time + random.bounded(20) - 10, 0, u"mark"_s, LogRow::Tone::Calm);
            if (random.bounded(100) == 0) lines.clear();
            QVERIFY(lines.rowCount() <= 60);
        }
    }
}

QTEST_GUILESS_MAIN(LogLinesTest)
#include "tst_loglines.moc"

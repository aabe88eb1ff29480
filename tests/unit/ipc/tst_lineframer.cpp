// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/lineframer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tropero;
using tropero::ipc::LineFramer;

class LineFramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLines()
    {
        LineFramer framer(100);
        QVERIFY(framer.append("one\ntwo\r\n\nthr"));
        QCOMPARE(framer.next(), QByteArray("one"));
        QCOMPARE(framer.next(), QByteArray("two"));
        QCOMPARE(framer.next(), QByteArray(""));
        QVERIFY(!framer.next());
        QVERIFY(framer.append("ee\n"));
        QCOMPARE(framer.next(), QByteArray("three"));
        QVERIFY(!framer.next());
    }

    void anyCutGivesTheSameLines()
    {
        QRandomGenerator random(42);
        QByteArray text;
        QList<QByteArray> expected;
        for (int i = 0; i < 200; ++i) {
            QByteArray line(random.bounded(300), char('a' + i % 26));
            expected.append(line);
            text += line + '\n';
        }
        LineFramer framer(300);
        QList<QByteArray> lines;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype size = qMin<qsizetype>(1 + random.bounded(700), text.size() - at);
            QVERIFY(framer.append(QByteArrayView(text).sliced(at, size)));
            at += size;
            while (const auto line = framer.next()) lines.append(*line);
        }
        QCOMPARE(lines, expected);
    }

    void refusesEndlessLine()
    {
        LineFramer framer(1000);
        QVERIFY(framer.append(QByteArray(1000, 'x')));
        const Result<void> tooLong = framer.append("x");
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().code, ErrorCode::Protocol);

        LineFramer whole(10);
        QVERIFY(whole.append("1234567890\n1"));
        QVERIFY(!LineFramer(10).append("12345678901\n"));
    }

    void manyLinesMayExceedTheLimitTogether()
    {
        LineFramer framer(10);
        QVERIFY(framer.append(QByteArray("12345678\n").repeated(1000)));
        int count = 0;
        while (framer.next()) ++count;
        QCOMPARE(count, 1000);
    }
};

QTEST_APPLESS_MAIN(LineFramerTest)
#include "tst_lineframer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/lineformatter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestLineFormatter : public QObject
{
    Q_OBJECT

    const QDateTime m_time{QDate(2026, 3, 4), QTime(5, 6, 7, 89)};

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("qt");
        QTest::newRow("PM2's default") << u"YYYY-MM-DDTHH:mm:ss"_s << u"yyyy-MM-dd'T'HH:mm:ss"_s;
        QTest::newRow("milliseconds") << u"YYYY-MM-DD HH:mm:ss.SSS Z"_s << u"yyyy-MM-dd HH:mm:ss.zzz t"_s;
        QTest::newRow("literal") << u"[at] D.M.YY"_s << u"'at' d.M.yy"_s;
        QTest::newRow("half days") << u"DD hh:mm A"_s << u"dd hh:mm AP"_s;
        QTest::newRow("Qt") << u"yyyy-MM-dd hh:mm:ss.zzz"_s << u"yyyy-MM-dd hh:mm:ss.zzz"_s;
    }
    void formats()
    {
        QFETCH(QString, given);
        QTEST(qtDateFormat(given), "qt");
    }

    void datesOncePerLine()
    {
        LineFormatter formatter({u"HH:mm:ss"_s, false, {}, 0, {}});
        QByteArray out;
        for (const char* piece : {"one\ntw", "o\n", "\n", "thr", "ee"})
            out += formatter.feed(QByteArrayView(piece), m_time);
        QCOMPARE(out, "05:06:07: one\n05:06:07: two\n05:06:07: \n");
        QCOMPARE(formatter.finish(m_time), "05:06:07: three\n");
        QCOMPARE(formatter.finish(m_time), QByteArray());
    }

    void multibyteAcrossChunks()
    {
        LineFormatter formatter({{}, true, u"err"_s, 7, u"app"_s});
        const QByteArray text = QByteArray("\xc3\xb1" "and\xc3\xba \xf0\x9f\x90\x8e\n");
        QByteArray out;
        for (const char byte : text)
            out += formatter.feed(QByteArrayView(&byte, 1), m_time);
        const QJsonObject line = QJsonDocument::fromJson(out).object();
        QCOMPARE(line[u"message"].toString(), u"ñandú 🐎"_s);
        QCOMPARE(line[u"type"].toString(), u"err"_s);
        QCOMPARE(line[u"process_id"].toInt(), 7);
        QCOMPARE(line[u"app_name"].toString(), u"app"_s);
        QCOMPARE(line[u"timestamp"].toString(), m_time.toUTC().toString(Qt::ISODateWithMs));
        QCOMPARE(out.count('\n'), 1);
    }

    void longLinesDoNotPileUp()
    {
        LineFormatter formatter({u"ss"_s, false, {}, 0, {}});
        const QByteArray piece(10'000, 'x');
        QByteArray out;
        for (int i = 0; i < 100; ++i) {
            out += formatter.feed(piece, m_time);
            QVERIFY(out.size() >= (i + 1) * piece.size() - LineFormatter::maxPartial);
        }
        out += formatter.feed("\nnext\n", m_time);
        QCOMPARE(out, "07: " + QByteArray(1'000'000, 'x') + "\n07: next\n");
    }

    void unformattedKeepsBytes()
    {
        LineFormatter formatter({});
        const QByteArray bytes("a\0b\xff\n\r\nc\n", 9);
        QCOMPARE(formatter.feed(bytes, m_time), bytes);
        QCOMPARE(formatter.finish(m_time), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestLineFormatter)
#include "test_lineformatter.moc"

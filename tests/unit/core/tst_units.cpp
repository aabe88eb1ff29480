// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class UnitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void badDurations_data();
    void badDurations();
    void sizes_data();
    void sizes();
    void badSizes_data();
    void badSizes();
    void formatsSizes_data();
    void formatsSizes();
    void formatsUptimes_data();
    void formatsUptimes();
    void formatsDurations_data();
    void formatsDurations();
};

void UnitsTest::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("0") << qint64(0);
    QTest::newRow("1500") << qint64(1500);
    QTest::newRow("500ms") << qint64(500);
    QTest::newRow("10s") << qint64(10'000);
    QTest::newRow("10 sec") << qint64(10'000);
    QTest::newRow("5m") << qint64(300'000);
    QTest::newRow("5min") << qint64(300'000);
    QTest::newRow("1h") << qint64(3'600'000);
    QTest::newRow("2d") << qint64(172'800'000);
    QTest::newRow("1.5s") << qint64(1'500);
    QTest::newRow(".5s") << qint64(500);
    QTest::newRow("0.9999ms") << qint64(0);
    QTest::newRow("  3 S ") << qint64(3'000);
    QTest::newRow("3650d") << qint64(315'360'000'000);
}

void UnitsTest::durations()
{
    const Result<Milliseconds> duration = parseDuration(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(duration);
    QTEST(static_cast<qint64>(duration->count()), "milliseconds");
}

void UnitsTest::badDurations_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", " ", "-1", "-1s", "+5s", "s", "1x", "1ss", "1 2", "1.2.3s", "1,5s", "1e9", "inf", "nan", "0x10",
                             "3651d", "99999999999999999999999d", ".", "10s5"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("very long") << QString(100'000, u'9');
    QTest::newRow("other digits") << u"١٢s"_s;
}

void UnitsTest::badDurations()
{
    QFETCH(QString, text);
    const Result<Milliseconds> duration = parseDuration(text);
    QVERIFY(!duration);
    QCOMPARE(duration.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(duration.error().subject, text);
    QVERIFY(!duration.error().why.isEmpty());
}

void UnitsTest::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("0") << qint64(0);
    QTest::newRow("1048576") << qint64(1'048'576);
    QTest::newRow("512K") << qint64(524'288);
    QTest::newRow("100M") << qint64(104'857'600);
    QTest::newRow("100m") << qint64(104'857'600);
    QTest::newRow("100MB") << qint64(104'857'600);
    QTest::newRow("100MiB") << qint64(104'857'600);
    QTest::newRow("100 mib") << qint64(104'857'600);
    QTest::newRow("1.5G") << qint64(1'610'612'736);
    QTest::newRow("2T") << qint64(2'199'023'255'552);
    QTest::newRow("10B") << qint64(10);
}

void UnitsTest::sizes()
{
    const Result<qint64> size = parseSize(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(size);
    QTEST(*size, "bytes");
}

void UnitsTest::badSizes_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "-1", "-5M", "M", "1X", "1KK", "1.2.3M", "1e5", "null", "inf", "99999999999999999999T", "100M5"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void UnitsTest::badSizes()
{
    QFETCH(QString, text);
    const Result<qint64> size = parseSize(text);
    QVERIFY(!size);
    QCOMPARE(size.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(size.error().subject, text);
}

void UnitsTest::formatsSizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64(0) << u"0 B"_s;
    QTest::newRow("1023") << qint64(1023) << u"1023 B"_s;
    QTest::newRow("1024") << qint64(1024) << u"1.0 KB"_s;
    QTest::newRow("1536") << qint64(1536) << u"1.5 KB"_s;
    QTest::newRow("87.4 MB") << qint64(91'645'542) << u"87.4 MB"_s;
    QTest::newRow("99.94 KB") << qint64(102'338) << u"99.9 KB"_s;
    QTest::newRow("99.99 KB") << qint64(102'390) << u"100 KB"_s;
    QTest::newRow("just below a MB") << qint64(1'048'575) << u"1.0 MB"_s;
    QTest::newRow("512 MB") << qint64(512LL * 1024 * 1024) << u"512 MB"_s;
    QTest::newRow("5 GB") << qint64(5'368'709'120) << u"5.0 GB"_s;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"8.0 EB"_s;
    QTest::newRow("negative") << qint64(-2048) << u"-2.0 KB"_s;
}

void UnitsTest::formatsSizes()
{
    QFETCH(qint64, bytes);
    QTEST(formatSize(bytes), "text");
}

void UnitsTest::formatsUptimes_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5'000) << u"0s"_s;
    QTest::newRow("0") << qint64(0) << u"0s"_s;
    QTest::newRow("999 ms") << qint64(999) << u"0s"_s;
    QTest::newRow("42 s") << qint64(42'900) << u"42s"_s;
    QTest::newRow("59 s") << qint64(59'999) << u"59s"_s;
    QTest::newRow("1 min") << qint64(60'000) << u"1m"_s;
    QTest::newRow("12 min") << qint64(779'000) << u"12m"_s;
    QTest::newRow("3 h") << qint64(3 * 3'600'000 + 5) << u"3h"_s;
    QTest::newRow("4 d") << qint64(4 * 86'400'000LL) << u"4D"_s;
}

void UnitsTest::formatsUptimes()
{
    QFETCH(qint64, milliseconds);
    QTEST(formatUptime(Milliseconds(milliseconds)), "text");
}

void UnitsTest::formatsDurations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64(0) << u"0 ms"_s;
    QTest::newRow("100") << qint64(100) << u"100 ms"_s;
    QTest::newRow("999") << qint64(999) << u"999 ms"_s;
    QTest::newRow("1500") << qint64(1500) << u"1.5 s"_s;
    QTest::newRow("1600") << qint64(1600) << u"1.6 s"_s;
    QTest::newRow("15000") << qint64(15'000) << u"15 s"_s;
    QTest::newRow("59949") << qint64(59'949) << u"59.9 s"_s;
    QTest::newRow("59990") << qint64(59'990) << u"1 min"_s;
    QTest::newRow("10 min") << qint64(600'000) << u"10 min"_s;
    QTest::newRow("90 min") << qint64(5'400'000) << u"1.5 h"_s;
    QTest::newRow("7 d") << qint64(604'800'000) << u"7 d"_s;
}

void UnitsTest::formatsDurations()
{
    QFETCH(qint64, milliseconds);
    QTEST(formatDuration(Milliseconds(milliseconds)), "text");
}

QTEST_GUILESS_MAIN(UnitsTest)
#include "tst_units.moc"

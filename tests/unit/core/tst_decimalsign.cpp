// SPDX-License-Identifier: GPL-3.0-or-later
// Durations and sizes with the decimal sign of the user's language.
#include "core/policytext.h"
#include "core/translation.h"
#include "core/units.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace std::chrono_literals;

class DecimalSignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void asTheLanguageHasIt()
    {
        QLocale::setDefault(QLocale(u"es_ES"_s));
        QCOMPARE(formatDuration(1600ms), u"1,6 s"_s);
        QCOMPARE(formatDuration(90s), u"1,5 min"_s);
        QCOMPARE(formatDuration(2s), u"2 s"_s);
        QCOMPARE(formatSize(3 << 19), u"1,5 MB"_s);
        QCOMPARE(formatPercent(6.26), u"6,3%"_s);
        QCOMPARE(formatPercent(101.4, 0), u"101%"_s);
        QCOMPARE(formatPercent(0, 1, QLocale::c()), u"0.0%"_s);
        StopPolicy policy;
        policy.killTimeout = 1600ms;
        QVERIFY(stopSentence(policy).contains(u"1,6 s"_s));
        QCOMPARE(formatDuration(1600ms, QLocale::c()), u"1.6 s"_s);
        QLocale::setDefault(QLocale(u"en_GB"_s));
        QCOMPARE(formatDuration(1600ms), u"1.6 s"_s);
    }

    void whatIsShownCanBeTyped()
    {
        QLocale::setDefault(QLocale(u"es_ES"_s));
        QCOMPARE(parseDuration(formatDuration(1600ms)).value_or(0ms), 1600ms);
        QCOMPARE(parseDuration(u"1.6s"_s).value_or(0ms), 1600ms);
        QCOMPARE(parseSize(u"1,5G"_s).value_or(0), 3LL << 29);
        QVERIFY(!parseDuration(u"1,000,000"_s));
        QLocale::setDefault(QLocale::c());
        QVERIFY(!parseDuration(u"1,6s"_s)); // 1 600 to others
    }

    void figuresGoWithTheWords()
    {
        QCOMPARE(figuresBeside(u"es"_s).decimalPoint(), QLocale(QLocale::system().language() == QLocale::Spanish ? QLocale::system() : QLocale(u"es"_s)).decimalPoint());
        QCOMPARE(figuresBeside(u"en"_s).decimalPoint(), u"."_s);
    }
};

QTEST_GUILESS_MAIN(DecimalSignTest)
#include "tst_decimalsign.moc"

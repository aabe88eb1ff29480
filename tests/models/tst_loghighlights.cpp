// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loghighlights.h"

#include <QtTest>

#include <ctime>

using namespace tropero;
using namespace Qt::StringLiterals;
using Color = LogHighlight::Color;

class LogHighlightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptAsJson()
    {
        const QList<LogHighlight> rules{{u"a, \"b\" \u00fc"_s, false, true, Color::Red, true, true}, {u"x+"_s, true, false, Color::Grey, false, false}};
        QCOMPARE(LogHighlights::fromJson(LogHighlights::toJson(rules)), rules);
        QVERIFY(LogHighlights::toJson({}).isEmpty());
        QVERIFY(LogHighlights::fromJson(u"nonsense"_s).isEmpty());
        QVERIFY(LogHighlights::fromJson(u"[{\"text\":\"a\",\"color\":\"pink\"},7,{\"color\":\"red\"}]"_s).isEmpty());
        QCOMPARE(LogHighlights::fromJson(LogHighlights::toJson(QList<LogHighlight>(80, rules.first()))).size(), LogHighlights::mostRules);
    }

    void findsInCharacters()
    {
        LogHighlights highlights;
        highlights.setRules({{u"\\d+"_s, true, false, Color::Blue, false, true}});
        const auto found = highlights.find(u"\u00fc\U0001F600 took 17 ms, then 3"_s); // begins behind three UTF-16 units
        QVERIFY(!found.line);
        QCOMPARE(found.ranges.size(), 2);
        QCOMPARE(found.ranges.at(0).begin, 9);
        QCOMPARE(found.ranges.at(0).length, 2);
        QCOMPARE(found.ranges.at(1).begin, 21);
    }

    void theUpperRuleCounts()
    {
        LogHighlights highlights;
        QList<LogHighlight> rules{{u"slow"_s, false, false, Color::Amber, true, true}, {u"query"_s, false, false, Color::Green, true, true},
                                  {u"SLOW"_s, false, true, Color::Red, false, true}, {u"low"_s, false, false, Color::Violet, false, true}};
        highlights.setRules(rules);
        auto found = highlights.find(u"Slow query"_s);
        QCOMPARE(found.line, Color::Amber);
        QCOMPARE(found.ranges.size(), 1); // "SLOW" is another case
        QCOMPARE(highlights.find(u"SLOW"_s).ranges.last().color, Color::Red); // covers the one below it
        rules.first().isOn = false;
        highlights.setRules(rules);
        QCOMPARE(highlights.find(u"Slow query"_s).line, Color::Green);
        QVERIFY(!highlights.find(u"nothing"_s).line);
    }

    void whatCannotBeUsedIsSaid()
    {
        const LogHighlight broken{u"(a"_s, true, false, Color::Red, true, true};
        QVERIFY(!LogHighlights::problemOf(broken).isEmpty());
        QVERIFY(LogHighlights::problemOf({u"(a"_s, false, false, Color::Red, true, true}).isEmpty());
        LogHighlights highlights;
        highlights.setRules({broken, {u"a"_s, false, false, Color::Blue, true, true}});
        QCOMPARE(highlights.find(u"(a"_s).line, Color::Blue); // the others go on
        QCOMPARE(highlights.rules().size(), 2);
    }

    void costsAScreenLittle()
    {
        LogHighlights highlights;
        QList<LogHighlight> rules;
        for (int i = 0; i < 20; ++i)
            rules.append({u"(a|b)*c%1|id=\\d+"_s.arg(i), true, false, Color::Blue, i % 2 == 0, true});
        highlights.setRules(rules);
        const QString line = u"2026-01-02T10:11:12.123Z [INFO] api GET /products?page=2 200 7.9 ms id=12345678 abababababab"_s;
        (void)highlights.find(line);
        const std::clock_t before = std::clock(); // of this process: also true on a crowded machine
        for (int i = 0; i < 60; ++i)
            (void)highlights.find(line + QString::number(i));
        const double took = 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        qInfo("60 lines, 20 rules: %.2f ms", took);
        QVERIFY2(took < 200, "a debug build");
    }
};

QTEST_GUILESS_MAIN(LogHighlightsTest)
#include "tst_loghighlights.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selector.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

const QList<Selectable> instances{
    {5, u"worker"_s, u"jobs"_s, u"/srv/jobs/worker.py"_s},
    {0, u"api"_s, u"web"_s, u"/srv/web/api.js"_s},
    {1, u"api"_s, u"web"_s, u"/srv/web/api.js"_s},
    {2, u"front end"_s, u"web"_s, u"/srv/web/front end.js"_s},
    {3, u"7"_s, u"default"_s, u"/srv/seven"_s},
    {4, u"eight"_s, u"8"_s, u"/srv/eight"_s},
    {7, u"jobs"_s, u"default"_s, {}},
    {8, u"nine"_s, u"default"_s, u"/srv/web/worker"_s},
    {9, u"año"_s, u"default"_s, u"/srv/año.js"_s},
};

} // namespace

class SelectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selects_data();
    void selects();
    void notFound_data();
    void notFound();
    void allOfNothing();
    void allIsNeverAName();
    void badRegex();
    void longRegex();
    void hostileRegexEnds();
    void suggestsNearestName();
};

void SelectorTest::selects_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("all, ascending") << u"all"_s << QList<int>{0, 1, 2, 3, 4, 5, 7, 8, 9};
    QTest::newRow("name") << u"api"_s << QList<int>{0, 1};
    QTest::newRow("name with a space") << u"front end"_s << QList<int>{2};
    QTest::newRow("name with an accent") << u"año"_s << QList<int>{9};
    QTest::newRow("name before namespace") << u"jobs"_s << QList<int>{7};
    QTest::newRow("name before script") << u"worker"_s << QList<int>{5};
    QTest::newRow("namespace") << u"web"_s << QList<int>{0, 1, 2};
    QTest::newRow("number as a name") << u"7"_s << QList<int>{3};
    QTest::newRow("number as a namespace") << u"8"_s << QList<int>{4};
    QTest::newRow("number as an id") << u"5"_s << QList<int>{5};
    QTest::newRow("id 0") << u"0"_s << QList<int>{0};
    QTest::newRow("absolute script") << u"/srv/jobs/worker.py"_s << QList<int>{5};
    QTest::newRow("relative script") << u"api.js"_s << QList<int>{0, 1};
    QTest::newRow("script with dots") << u"../jobs/./worker.py"_s << QList<int>{5};
    QTest::newRow("regex") << u"/^(api|nine)$/"_s << QList<int>{0, 1, 8};
    QTest::newRow("regex, part") << u"/e/"_s << QList<int>{2, 4, 5, 8};
    QTest::newRow("regex, accents") << u"/ñ/"_s << QList<int>{9};
    QTest::newRow("regex, case counts") << u"/(?i)API/"_s << QList<int>{0, 1};
}

void SelectorTest::selects()
{
    QFETCH(QString, word);
    const Result<QList<int>> numbers = selectInstances(word, u"/srv/web"_s, instances);
    QVERIFY2(numbers, qPrintable(numbers ? QString() : numbers.error().message()));
    QTEST(*numbers, "expected");
}

void SelectorTest::notFound_data()
{
    QTest::addColumn<QString>("word");
    for (const char* word : {"nothing", "6", "-1", "99999999999999", "API", "/API/", "/nomatch/", "/", "//", "al", "api.py", "/srv/web",
                             "api ", "*", "..", "(", "NaN"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void SelectorTest::notFound()
{
    QFETCH(QString, word);
    const Result<QList<int>> numbers = selectInstances(word, u"/srv/web"_s, instances);
    QVERIFY(!numbers);
    QCOMPARE(numbers.error().code, ErrorCode::NotFound);
    QCOMPARE(numbers.error().subject, word);
}

void SelectorTest::allOfNothing()
{
    const Result<QList<int>> numbers = selectInstances(u"all"_s, {}, {});
    QVERIFY(!numbers);
    QCOMPARE(numbers.error().code, ErrorCode::NotFound);
    QCOMPARE(selectInstances({}, {}, instances).error().code, ErrorCode::InvalidArgument);
}

void SelectorTest::allIsNeverAName()
{
    const QList<Selectable> list{{0, u"all"_s, u"default"_s, {}}, {1, u"b"_s, u"default"_s, {}}};
    QCOMPARE(selectInstances(u"all"_s, {}, list).value(), QList<int>({0, 1}));
}

void SelectorTest::badRegex()
{
    const Result<QList<int>> numbers = selectInstances(u"/ap(i/"_s, {}, instances);
    QVERIFY(!numbers);
    QCOMPARE(numbers.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(numbers.error().subject, u"/ap(i/"_s);
    QVERIFY2(numbers.error().why.endsWith(u"at position 5"_s), qPrintable(numbers.error().why));
    QCOMPARE(selectInstances(u"/*/"_s, {}, instances).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(selectInstances(u"/[z-a]/"_s, {}, instances).error().code, ErrorCode::InvalidArgument);
}

void SelectorTest::longRegex()
{
    const auto regexOf = [](qsizetype length) { return u'/' + QString(length, u'a') + u'/'; };
    QCOMPARE(selectInstances(regexOf(1000), {}, instances).error().code, ErrorCode::NotFound);
    const Error error = selectInstances(regexOf(1001), {}, instances).error();
    QCOMPARE(error.code, ErrorCode::InvalidArgument);
    QVERIFY(error.subject.size() < 100);
}

void SelectorTest::hostileRegexEnds()
{
    QList<Selectable> many;
    for (int i = 0; i < 100; ++i)
        many.append({i, QString(200, u'a') + u'b', u"default"_s, {}});
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!selectInstances(u"/^(a+)+$/"_s, {}, many));
    QVERIFY(!selectInstances(u"/(a|aa|a?)*c$/"_s, {}, many));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void SelectorTest::suggestsNearestName()
{
    QVERIFY(selectInstances(u"wroker"_s, {}, instances).error().remedy.contains(u"'worker'"_s));
    QVERIFY(selectInstances(u"defualt"_s, {}, instances).error().remedy.contains(u"'default'"_s));
    QVERIFY(selectInstances(u"zzzzzz"_s, {}, instances).error().remedy.contains(u"tropero list"_s));
}

QTEST_GUILESS_MAIN(SelectorTest)
#include "tst_selector.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nearest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class NearestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearest_data();
    void nearest();
    void firstOfEqualsWins();
    void exactBeatsNear();
    void hugeWordsAreQuick();
};

void NearestTest::nearest_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing letter") << u"restrt"_s << u"restart"_s;
    QTest::newRow("extra letter") << u"dellete"_s << u"delete"_s;
    QTest::newRow("wrong letter") << u"desxribe"_s << u"describe"_s;
    QTest::newRow("swapped") << u"lsit"_s << u"list"_s;
    QTest::newRow("case") << u"RESTART"_s << u"restart"_s;
    QTest::newRow("a swap and a letter") << u"edscribeb"_s << u"describe"_s;
    QTest::newRow("one swap in a short word") << u"snete"_s << QString();
    QTest::newRow("too far") << u"xyzzy"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("nothing in common") << u"x"_s << QString();
    QTest::newRow("short, one off") << u"is"_s << u"id"_s;
    QTest::newRow("accents") << u"añejp"_s << u"añejo"_s;
}

void NearestTest::nearest()
{
    QFETCH(QString, word);
    QTEST(nearestMatch(word, {u"list"_s, u"restart"_s, u"delete"_s, u"describe"_s, u"id"_s, u"añejo"_s, QString()}), "expected");
}

void NearestTest::firstOfEqualsWins()
{
    QCOMPARE(nearestMatch(u"app3"_s, {u"app1"_s, u"app2"_s}), u"app1"_s);
    QCOMPARE(nearestMatch(u"app3"_s, {}), QString());
}

void NearestTest::exactBeatsNear()
{
    QCOMPARE(nearestMatch(u"app2"_s, {u"app1"_s, u"app2"_s}), u"app2"_s);
}

void NearestTest::hugeWordsAreQuick()
{
    const QString huge(1'000'000, u'a');
    QCOMPARE(nearestMatch(huge, {huge, u"a"_s}), QString());
    QCOMPARE(nearestMatch(u"list"_s, {huge, u"list1"_s}), u"list1"_s);
}

QTEST_GUILESS_MAIN(NearestTest)
#include "tst_nearest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/eventoutbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

/// Adds events whose instance numbers count on.
void add(EventOutbox& box, int from, int count)
{
    for (int number = from; number < from + count; ++number) {
        InstanceEvent event;
        event.number = number;
        box.add(event);
    }
}

QList<int> numbers(const QJsonObject& news)
{
    QList<int> result;
    for (const QJsonValue& event : news[u"events"].toArray())
        result.append(event[u"number"].toInt());
    return result;
}

} // namespace

class TestEventOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsToldOnce()
    {
        EventOutbox box;
        QVERIFY(box.isEmpty() && !box.hasNews());
        add(box, 0, 2);
        QVERIFY(box.hasNews());
        QCOMPARE(numbers(box.takeNews()), QList<int>({0, 1}));
        QVERIFY(!box.hasNews() && !box.isEmpty());
        add(box, 2, 1);
        const QJsonObject news = box.takeNews();
        QCOMPARE(numbers(news), QList<int>{2});
        QCOMPARE(news[u"firstEvent"].toInt(), 2);
    }

    void whatIsNotConfirmedIsToldAgain()
    {
        EventOutbox box;
        add(box, 0, 2);
        box.takeNews();
        const qint64 told = box.told();
        add(box, 2, 2);
        box.takeNews();
        box.confirm(told);
        box.forgetTold();
        const QJsonObject news = box.takeNews();
        QCOMPARE(numbers(news), QList<int>({2, 3}));
        QCOMPARE(news[u"firstEvent"].toInt(), 2);
        box.confirm(box.told());
        QVERIFY(box.isEmpty());
        box.confirm(told); // an answer that comes late takes nothing back
        QCOMPARE(box.takeNews()[u"firstEvent"].toInt(), 4);
    }

    void theOldestGoesWhenItIsFull()
    {
        EventOutbox box;
        add(box, 0, EventOutbox::capacity + 3);
        const QJsonObject news = box.takeNews();
        QCOMPARE(news[u"events"].toArray().size(), EventOutbox::capacity);
        QCOMPARE(news[u"firstEvent"].toInt(), 3);
        add(box, EventOutbox::capacity + 3, 1); // pushes out one that was told
        QCOMPARE(numbers(box.takeNews()), QList<int>{EventOutbox::capacity + 3});
        box.confirm(3 + EventOutbox::capacity);
        box.forgetTold();
        QCOMPARE(numbers(box.takeNews()), QList<int>{EventOutbox::capacity + 3});
    }
};

QTEST_GUILESS_MAIN(TestEventOutbox)
#include "test_eventoutbox.moc"

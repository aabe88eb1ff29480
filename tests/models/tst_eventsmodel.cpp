// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventsmodel.h"
#include "models/eventtext.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class EventsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_model.clear(); }
    void newestFirst();
    void theSameOneOnce();
    void words();
    void filters();
    void bounded();

private:
    static QJsonObject event(qint64 at, const QString& kind, const QString& reason = {}, int number = 3)
    {
        return {{u"at"_s, at}, {u"number"_s, number}, {u"name"_s, u"api"_s}, {u"kind"_s, kind}, {u"reason"_s, reason}};
    }

    EventsModel m_model;
    EventsFilter m_filter;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester m_filterTester{&m_filter, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void EventsModelTest::newestFirst()
{
    m_model.addEvents({event(1000, u"online"_s), event(3000, u"exit"_s), event(3000, u"restart"_s)});
    QCOMPARE(m_model.rowCount(), 3);
    QCOMPARE(m_model.entry(0).kind, u"restart"_s); // of the same moment the one that came last
    QCOMPARE(m_model.entry(2).kind, u"online"_s);
    const QPersistentModelIndex kept(m_model.index(2, 0));
    QVERIFY(m_model.addEvent(event(4000, u"online"_s)));
    QVERIFY(m_model.addEvent(event(2000, u"stop"_s)));
    QCOMPARE(m_model.entry(0).at, 4000);
    QCOMPARE(m_model.entry(3).at, 2000);
    QCOMPARE(kept.row(), 4);
}

void EventsModelTest::theSameOneOnce()
{
    m_model.addEvents({event(1000, u"online"_s), event(2000, u"stop"_s)});
    QVERIFY(!m_model.addEvent(event(1000, u"online"_s)));
    QVERIFY(m_model.addEvent(event(1000, u"online"_s, {}, 4))); // another instance
    m_model.addEvents({event(1000, u"online"_s), event(2000, u"stop"_s), event(3000, u"exit"_s)});
    QCOMPARE(m_model.rowCount(), 4);
}

void EventsModelTest::words()
{
    QJsonObject crash = event(1000, u"exit"_s, u"exit code 1"_s);
    crash.insert(u"exitCode"_s, 1);
    crash.insert(u"pid"_s, 77);
    m_model.addEvents({crash, event(2000, u"something-new"_s, u"<b>why</b>\nand more"_s)});
    QCOMPARE(m_model.entry(1).tone, EventEntry::Tone::Bad);
    QCOMPARE(m_model.entry(1).sentence(), u"Process ended \u00b7 exit code 1 \u00b7 pid 77"_s);
    crash.insert(u"from"_s, u"stopping"_s); // it was told to
    QCOMPARE(eventEntry(crash).tone, EventEntry::Tone::Calm);
    // In the log of its instance the same stands as a mark.
    const std::optional<EventMark> mark = eventMark(crash);
    QVERIFY(mark);
    QCOMPARE(mark->text, u"ended \u00b7 exit code 1 \u00b7 pid 77"_s);
    QCOMPARE(mark->time, 1000 * 1'000'000LL);
    QCOMPARE(eventMark(event(5, u"start-failed"_s))->tone, LogRow::Tone::Bad);
    QVERIFY(!eventMark(event(5, u"created"_s)));
    QVERIFY(!eventMark(event(5, u"something-new"_s)));
    // What is not known yet is shown as it is, and is no markup.
    QCOMPARE(m_model.index(0, EventsModel::What).data().toString(), u"something-new"_s);
    QCOMPARE(m_model.index(0, EventsModel::Why).data().toString(), u"<b>why</b> and more"_s);
    QVERIFY(m_model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
    QCOMPARE(m_model.index(0, EventsModel::Instance).data().toString(), u"api"_s);
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.setLabels({{3, u"api 2"_s}});
    m_model.setLabels({{3, u"api 2"_s}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model.index(0, EventsModel::Instance).data().toString(), u"api 2"_s);
    QVERIFY(m_model.line(1).contains(u"api 2  Process ended"_s));
    m_model.setLabels({});
}

void EventsModelTest::filters()
{
    m_filter.setSourceModel(&m_model);
    m_model.addEvents({event(1000, u"online"_s), event(2000, u"restart"_s, u"over the limit"_s), event(3000, u"errored"_s, u"16 crashes"_s),
                       event(4000, u"note"_s, u"odd"_s)});
    const auto count = [this](EventsFilter::Sort sort) {
        m_filter.setSort(sort);
        return m_filter.rowCount();
    };
    QCOMPARE(count(EventsFilter::Sort::All), 4);
    QCOMPARE(count(EventsFilter::Sort::Problems), 2);
    QCOMPARE(count(EventsFilter::Sort::Runs), 2);
    QCOMPARE(count(EventsFilter::Sort::Renewals), 1);
    QCOMPARE(count(EventsFilter::Sort::Notes), 1);
    m_filter.setSort(EventsFilter::Sort::All);
    m_filter.setText(u"LIMIT"_s);
    QCOMPARE(m_filter.rowCount(), 1);
    m_filter.setText({});
    QVERIFY(m_model.addEvent(event(5000, u"log-loss"_s)));
    QCOMPARE(m_filter.rowCount(), 5);
}

void EventsModelTest::bounded()
{
    QJsonArray many;
    for (int i = 0; i < EventsModel::maxEvents + 10; ++i)
        many.append(event(i, u"online"_s));
    m_model.addEvents(many);
    QCOMPARE(m_model.rowCount(), EventsModel::maxEvents);
    QVERIFY(!m_model.addEvent(event(1, u"stop"_s))); // older than all that are kept
    QVERIFY(m_model.addEvent(event(1'000'000, u"stop"_s)));
    QCOMPARE(m_model.rowCount(), EventsModel::maxEvents);
    QCOMPARE(m_model.entry(0).kind, u"stop"_s);
}

QTEST_GUILESS_MAIN(EventsModelTest)
#include "tst_eventsmodel.moc"

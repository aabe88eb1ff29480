// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervision/crontimer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

/// A timer whose clock is moved by hand.
class Moved
{
public:
    explicit Moved(const QString& pattern) : timer(CronSchedule::parse(pattern).value(), nullptr, [this] { return now; })
    {
        QObject::connect(&timer, &CronTimer::due, &timer, [this](const QDateTime& time) { fired.append(time.toString(u"dd HH:mm:ss"_s)); });
        timer.start();
    }

    void to(int day, QTime time)
    {
        now = QDateTime(QDate(2024, 5, day), time, Qt::UTC);
        timer.check();
    }
    void by(qint64 seconds)
    {
        now = now.addSecs(seconds);
        timer.check();
    }

    QDateTime now{QDate(2024, 5, 10), QTime(12, 0, 0), Qt::UTC};
    QStringList fired;
    CronTimer timer;
};

} // namespace

class TestCronTimer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesByTheRealClock()
    {
        CronTimer timer(CronSchedule::parse(u"* * * * * *"_s).value());
        QSignalSpy due(&timer, &CronTimer::due);
        timer.start();
        QVERIFY(timer.isActive());
        QTRY_VERIFY_WITH_TIMEOUT(due.size() >= 3, 10'000);
        QList<qint64> times;
        for (const QList<QVariant>& each : std::as_const(due))
            times.append(each.constFirst().toDateTime().toSecsSinceEpoch());
        for (qsizetype i = 1; i < times.size(); ++i)
            QVERIFY(times.at(i) > times.at(i - 1));
        timer.stop();
        QVERIFY(!timer.isActive());
        QVERIFY(!timer.nextDue().isValid());
    }

    void eachTimeOnce()
    {
        Moved box(u"*/10 * * * *"_s);
        QCOMPARE(box.timer.nextDue().time(), QTime(12, 10));
        box.by(599);
        QVERIFY(box.fired.isEmpty());
        box.by(1);
        QCOMPARE(box.fired, QStringList{u"10 12:10:00"_s});
        box.by(0);
        box.by(1);
        box.by(500);
        QCOMPARE(box.fired.size(), 1);
        box.by(99);
        QCOMPARE(box.fired.size(), 2);
    }

    void sleepIsOneCatchingUp()
    {
        Moved box(u"*/10 * * * *"_s);
        box.to(11, QTime(9, 5));
        QCOMPARE(box.fired, QStringList{u"11 09:00:00"_s});
        QCOMPARE(box.timer.nextDue().time(), QTime(9, 10));
    }

    void yearsOfSleepTakeNoTime()
    {
        Moved box(u"* * * * * *"_s);
        box.now = box.now.addYears(20);
        box.timer.check();
        QCOMPARE(box.fired.size(), 1);
    }

    void sleepWithoutADueTimeIsNothing()
    {
        Moved box(u"0 3 * * *"_s);
        box.to(11, QTime(2, 59));
        QVERIFY(box.fired.isEmpty());
        box.to(11, QTime(3, 0));
        QCOMPARE(box.fired.size(), 1);
    }

    void aClockThatIsSetBackRepeatsNothing()
    {
        Moved box(u"*/10 * * * *"_s);
        box.by(600);
        QCOMPARE(box.fired.size(), 1);
        box.by(-300);
        box.by(300);
        QCOMPARE(box.fired.size(), 1);
        box.by(600);
        QCOMPARE(box.fired.size(), 2);
    }

    void aDayForwardAndBack()
    {
        Moved box(u"0 * * * *"_s);
        box.by(24 * 3600 + 60);
        QCOMPARE(box.fired, QStringList{u"11 12:00:00"_s});
        box.by(-24 * 3600);
        QCOMPARE(box.fired.size(), 1);
        QCOMPARE(box.timer.nextDue(), QDateTime(QDate(2024, 5, 10), QTime(13, 0), Qt::UTC));
        for (int hour = 1; hour <= 23; ++hour)
            box.by(3600);
        QCOMPARE(box.fired.size(), 24);
        box.by(3600); // 11 May 12:00 had its turn
        QCOMPARE(box.fired.size(), 24);
        box.by(3600);
        QCOMPARE(box.fired.size(), 25);
    }

    void aScheduleThatEnds()
    {
        Moved box(u"0 0 29 2 *"_s);
        box.now = QDateTime(QDate(2096, 2, 28), QTime(23, 59), Qt::UTC);
        box.timer.start();
        box.by(60);
        QCOMPARE(box.fired.size(), 1);
        QVERIFY(!box.timer.nextDue().isValid());
        QVERIFY(box.timer.isActive());
        box.by(86400);
        QCOMPARE(box.fired.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCronTimer)
#include "test_crontimer.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cron.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

QDateTime utc(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QString shown(const std::optional<QDateTime>& time)
{
    return time ? time->toString(u"yyyy-MM-dd HH:mm:ss"_s) : u"none"_s;
}

/// The next times, with their distance from UTC where the clock changes.
QStringList following(const QString& pattern, QDateTime after, int count)
{
    const Result<CronSchedule> schedule = CronSchedule::parse(pattern);
    QStringList times;
    for (int i = 0; schedule && i < count; ++i) {
        const std::optional<QDateTime> next = schedule->next(after);
        if (!next)
            break;
        times.append(next->toString(u"dd HH:mm"_s) + u'+' + QString::number(next->offsetFromUtc() / 3600));
        after = *next;
    }
    return times;
}

/// One field as the plainest reading of cron has it.
bool fits(const QString& field, int value, int least, int most)
{
    const QStringList parts = field.split(u',');
    for (const QString& part : parts) {
        const int step = part.contains(u'/') ? part.section(u'/', 1).toInt() : 1;
        const QString range = part.section(u'/', 0, 0);
        const int from = range == u"*" ? least : range.section(u'-', 0, 0).toInt();
        const int to = range == u"*" || (!range.contains(u'-') && part.contains(u'/')) ? most : range.section(u'-', -1).toInt();
        if (value >= from && value <= to && (value - from) % step == 0)
            return true;
    }
    return false;
}

} // namespace

class TestCron : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void next_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* pattern, const char* after, const char* expected) {
            QTest::newRow(pattern) << QString::fromLatin1(pattern) << QString::fromLatin1(after) << QString::fromLatin1(expected);
        };
        row("* * * * *", "2024-01-01 00:00:00", "2024-01-01 00:01:00");
        row("* * * * * *", "2024-01-01 00:00:00", "2024-01-01 00:00:01");
        row("*/5 * * * *", "2024-01-01 00:03:10", "2024-01-01 00:05:00");
        row("*/15 * * * * *", "2024-01-01 23:59:50", "2024-01-02 00:00:00");
        row("0 3 * * *", "2024-01-01 03:00:00", "2024-01-02 03:00:00");
        row("30 8-18/2 * * mon-fri", "2024-01-05 18:30:00", "2024-01-08 08:30:00");
        row("0 0 1 jan *", "2024-01-01 00:00:00", "2025-01-01 00:00:00");
        row("0 0 * * 7", "2024-01-01 00:00:00", "2024-01-07 00:00:00");
        row("0 0 * * 0", "2024-01-01 00:00:00", "2024-01-07 00:00:00");
        row("0 0 * * SUN", "2024-01-01 00:00:00", "2024-01-07 00:00:00");
        row("0 0 * * fri-sun", "2024-01-01 00:00:00", "2024-01-05 00:00:00");
        row("0 0 * * 5-7", "2024-01-06 12:00:00", "2024-01-07 00:00:00");
        row("0 0 L * *", "2024-02-01 00:00:00", "2024-02-29 00:00:00");
        row("0 0 l 2 ?", "2025-01-01 00:00:00", "2025-02-28 00:00:00");
        row("0 0 15,L * *", "2024-04-15 00:00:00", "2024-04-30 00:00:00");
        row("0 0 29 2 *", "2024-03-01 00:00:00", "2028-02-29 00:00:00");
        row("0 0 29 2 * ", "2097-01-01 00:00:00", "none");
        row("0 0 13 * 5", "2024-01-01 00:00:00", "2024-01-05 00:00:00"); // either of the two
        row("0 0 13 * 5  ", "2024-01-12 00:00:00", "2024-01-13 00:00:00");
        row("0 0 13 * ?", "2024-01-05 00:00:00", "2024-01-13 00:00:00");
        row("0 0 ? * fri", "2024-01-05 00:00:00", "2024-01-12 00:00:00");
        row("0 0 31 * *", "2024-01-31 00:00:00", "2024-03-31 00:00:00");
        row("5/20 * * * *", "2024-01-01 00:06:00", "2024-01-01 00:25:00");
        row("59 59 23 31 12 *", "2024-12-31 23:59:59", "2025-12-31 23:59:59");
        row("@hourly", "2024-01-01 00:00:00", "2024-01-01 01:00:00");
        row("@daily", "2024-02-28 00:00:00", "2024-02-29 00:00:00");
        row("@midnight", "2024-02-28 00:00:01", "2024-02-29 00:00:00");
        row("@weekly", "2024-01-01 00:00:00", "2024-01-07 00:00:00");
        row("@monthly", "2024-01-01 00:00:00", "2024-02-01 00:00:00");
        row("@yearly", "2024-01-01 00:00:00", "2025-01-01 00:00:00");
        row(" 0   0 * * *\t", "2024-01-01 10:00:00", "2024-01-02 00:00:00");
    }
    void next()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        const Result<CronSchedule> schedule = CronSchedule::parse(pattern);
        QVERIFY2(schedule, schedule ? "" : qUtf8Printable(schedule.error().message()));
        QCOMPARE(shown(schedule->next(utc(after))), expected);
        QCOMPARE(schedule->text(), pattern);
    }

    void mistakesNameTheField_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* pattern, const char* word) { QTest::newRow(pattern) << QString::fromLatin1(pattern) << QString::fromLatin1(word); };
        row("60 * * * *", "minute: 60");
        row("* 24 * * *", "hour: 24");
        row("* * 0 * *", "day of the month: 0");
        row("* * 32 * *", "day of the month: 32");
        row("* * * 13 *", "month: 13");
        row("* * * * 8", "day of the week: 8");
        row("61 * * * * *", "second: 61");
        row("* * * foo *", "month: \"foo\"");
        row("mon * * * *", "minute: \"mon\"");
        row("*/0 * * * *", "minute: the step");
        row("*/-1 * * * *", "minute: the step");
        row("*/ * * * *", "minute: the step");
        row("5-1 * * * *", "minute: \"5-1\"");
        row("1,,2 * * * *", "minute: a value is missing");
        row("1- * * * *", "minute: a value is missing");
        row("-1 * * * *", "minute: \"-1\"");
        row("? * * * *", "minute: \"?\"");
        row("99999999999999999999 * * * *", "minute");
        row("* * * *", "4 fields");
        row("* * * * * * *", "7 fields");
        row("", "0 fields");
        row("@reboot", "none of");
        row("0 0 31 2 *", "no such month has a day 31");
        row("0 0 31 4,6,9,11 *", "no such month has a day 31");
        row("0 0 30 feb *", "no such month has a day 30");
    }
    void mistakesNameTheField()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, word);
        const Result<CronSchedule> schedule = CronSchedule::parse(pattern);
        QVERIFY(!schedule);
        QCOMPARE(schedule.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(schedule.error().subject, pattern);
        QVERIFY2(schedule.error().why.contains(word), qUtf8Printable(schedule.error().message()));
        QVERIFY(!schedule.error().remedy.isEmpty());
    }

    void impossibleDayWithAWeekdayIsPossible()
    {
        QCOMPARE(shown(CronSchedule::parse(u"0 0 31 2 mon"_s)->next(utc(u"2024-01-01 00:00:00"_s))), u"2024-02-05 00:00:00"_s);
    }

    void clockChanges_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QDateTime>("after");
        QTest::addColumn<QStringList>("expected");
        const QTimeZone madrid("Europe/Madrid"); // 31 March 2024 02:00 -> 03:00, 27 October 03:00 -> 02:00
        const QDateTime spring(QDate(2024, 3, 30), QTime(12, 0), madrid);
        const QDateTime springNight(QDate(2024, 3, 31), QTime(1, 20), madrid);
        const QDateTime autumn(QDate(2024, 10, 26), QTime(12, 0), madrid);
        const QDateTime autumnNight = QDateTime(QDate(2024, 10, 27), QTime(0, 50), madrid).addSecs(3600);
        QTest::newRow("spring, daily") << u"30 2 * * *"_s << spring << QStringList{u"31 03:00+2"_s, u"01 02:30+2"_s};
        QTest::newRow("spring, several in the gap fire once") << u"*/20 2 * * *"_s << spring << QStringList{u"31 03:00+2"_s, u"01 02:00+2"_s};
        QTest::newRow("spring, gap and its end fire once") << u"0 2,3 * * *"_s << spring << QStringList{u"31 03:00+2"_s, u"01 02:00+2"_s};
        QTest::newRow("spring, every hour") << u"30 * * * *"_s << springNight << QStringList{u"31 01:30+1"_s, u"31 03:30+2"_s};
        QTest::newRow("spring, every 20 minutes") << u"*/20 * * * *"_s << springNight << QStringList{u"31 01:40+1"_s, u"31 03:00+2"_s, u"31 03:20+2"_s};
        QTest::newRow("autumn, daily") << u"30 2 * * *"_s << autumn << QStringList{u"27 02:30+2"_s, u"28 02:30+1"_s};
        QTest::newRow("autumn, several in the hour once") << u"*/30 2 * * *"_s << autumn << QStringList{u"27 02:00+2"_s, u"27 02:30+2"_s, u"28 02:00+1"_s};
        QTest::newRow("autumn, after the hour") << u"0 3 * * *"_s << autumn << QStringList{u"27 03:00+1"_s, u"28 03:00+1"_s};
        QTest::newRow("autumn, every hour") << u"30 * * * *"_s << autumnNight << QStringList{u"27 02:30+2"_s, u"27 02:30+1"_s, u"27 03:30+1"_s};
        QTest::newRow("autumn, every 30 minutes") << u"*/30 * * * *"_s << autumnNight
                                                  << QStringList{u"27 02:00+2"_s, u"27 02:30+2"_s, u"27 02:00+1"_s, u"27 02:30+1"_s, u"27 03:00+1"_s};
        // Samoa went to the other side of the date line: there was no 30 December 2011. Not every system remembers that.
        const QDateTime samoa(QDate(2011, 12, 29), QTime(13, 0), QTimeZone("Pacific/Apia"));
        if (samoa.addDays(3).offsetFromUtc() - samoa.offsetFromUtc() == 24 * 3600)
            QTest::newRow("a day that is left out") << u"0 12 * * *"_s << samoa << QStringList{u"31 00:00+14"_s, u"31 12:00+14"_s};
    }
    void clockChanges()
    {
        QFETCH(QString, pattern);
        QFETCH(QDateTime, after);
        QFETCH(QStringList, expected);
        if (!after.timeZone().isValid() || !QTimeZone("Europe/Madrid").hasDaylightTime())
            QSKIP("this system does not know these time zones");
        QCOMPARE(following(pattern, after, static_cast<int>(expected.size())), expected);
    }

    void localTime()
    {
        const QDateTime now(QDate(2024, 6, 1), QTime(11, 59, 30));
        const auto next = CronSchedule::parse(u"0 12 * * *"_s)->next(now);
        QVERIFY(next);
        QCOMPARE(next->timeSpec(), Qt::LocalTime);
        QCOMPARE(*next, QDateTime(QDate(2024, 6, 1), QTime(12, 0)));
        QVERIFY(!CronSchedule::parse(u"0 12 * * *"_s)->next(QDateTime()));
    }

    void agreesWithPlainSearch()
    {
        QRandomGenerator random(20240229);
        const auto field = [&random](int least, int most) -> QString {
            const int a = random.bounded(least, most + 1);
            const int b = random.bounded(a, most + 1);
            switch (random.bounded(5)) {
            case 0: return u"*"_s;
            case 1: return QString::number(a);
            case 2: return u"%1-%2"_s.arg(a).arg(b);
            case 3: return u"*/%1"_s.arg(random.bounded(1, most + 2));
            default: return u"%1,%2"_s.arg(b).arg(a);
            }
        };
        for (int i = 0; i < 300; ++i) {
            const QStringList fields{field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6)};
            const Result<CronSchedule> schedule = CronSchedule::parse(fields.join(u' '));
            QVERIFY2(schedule, qUtf8Printable(fields.join(u' ')));
            const QDateTime after = utc(u"2023-01-01 00:00:00"_s).addSecs(random.bounded(2 * 365 * 86400));
            QDate day = after.date();
            QDateTime expected;
            for (QTime from = after.time().addSecs(1); !expected.isValid(); day = day.addDays(1), from = QTime(0, 0)) {
                const bool byDay = fits(fields[2], day.day(), 1, 31);
                const bool byWeekday = fits(fields[4], day.dayOfWeek() % 7, 0, 6);
                const bool isRestricted = fields[2] != u"*" && fields[4] != u"*";
                if (!fits(fields[3], day.month(), 1, 12) || !(isRestricted ? byDay || byWeekday : byDay && byWeekday))
                    continue;
                for (int minute = 0; minute < 24 * 60 && !expected.isValid(); ++minute) {
                    const QTime time(minute / 60, minute % 60);
                    if (time >= from && fits(fields[1], time.hour(), 0, 23) && fits(fields[0], time.minute(), 0, 59))
                        expected = QDateTime(day, time, Qt::UTC);
                }
            }
            const std::optional<QDateTime> next = schedule->next(after);
            QVERIFY2(next == expected, qUtf8Printable(u"%1 after %2: %3 instead of %4"_s.arg(fields.join(u' '), shown(after), shown(next), shown(expected))));
        }
    }

    void strangeTextsDoNoHarm()
    {
        QRandomGenerator random(7);
        const QString letters = u"0123456789*/,-?L @#janmon\t\u00e9"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (int n = random.bounded(24); n > 0; --n)
                text += letters.at(random.bounded(static_cast<int>(letters.size())));
            if (const Result<CronSchedule> schedule = CronSchedule::parse(text))
                (void)schedule->next(utc(u"2024-01-01 00:00:00"_s));
        }
    }

    void noNextIsFoundOutFast()
    {
        const Result<CronSchedule> never = CronSchedule::parse(u"* * 29 2 *"_s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!never->next(utc(u"2097-01-01 00:00:00"_s)));
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestCron)
#include "tst_cron.moc"

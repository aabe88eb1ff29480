// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/history.h"

#include <QDateTime>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 start = 1'700'000'400'000 / hour * hour; // a full hour

QJsonObject eventAt(qint64 at, const QString& app, int number, const QString& name)
{
    return {{u"at"_s, at}, {u"app"_s, app}, {u"number"_s, number}, {u"name"_s, name}, {u"kind"_s, u"online"_s}};
}

} // namespace

class HistoryDatabaseTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    /// One sample each `step` from `from` to before `to`; cpu is the number of the minute since `start`, memory 1000 more each time.
    static void fill(HistoryDatabase& database, qint64 from, qint64 to, qint64 step)
    {
        for (qint64 at = from; at < to; at += step) {
            QVERIFY(database.add({{u"a/0"_s, at, static_cast<double>((at - start) / minute), (at - start) / second * 1000}}, {}, at));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.sqlite"_s);
    }

    void secondsForFifteenMinutes()
    {
        HistoryDatabase database(m_path);
        fill(database, start, start + 20 * minute, 5 * second);
        const qint64 now = start + 20 * minute;
        const Result<MetricSeries> series = database.metrics(u"a/0"_s, now - 10 * minute, now, now);
        QVERIFY(series);
        QCOMPARE(series->step, second);
        QCOMPARE(series->points.size(), 120);
        QCOMPARE(series->points.constFirst().at, now - 10 * minute);
        QCOMPARE(series->points.constFirst().cpu, 10.0);
        // What is older than the tier was pruned.
        const Result<MetricSeries> all = database.metrics(u"a/0"_s, now - 15 * minute, now, now);
        QVERIFY(all->points.constFirst().at >= now - 16 * minute);
        QVERIFY(database.metrics(u"other/0"_s, now - minute, now, now)->points.isEmpty());
    }

    void minutesAreAverages()
    {
        HistoryDatabase database(m_path);
        fill(database, start, start + 30 * minute, 10 * second);
        const qint64 now = start + 30 * minute;
        const Result<MetricSeries> series = database.metrics(u"a/0"_s, start, now, now);
        QVERIFY(series);
        QCOMPARE(series->step, minute);
        QCOMPARE(series->points.size(), 30);
        for (int i = 0; i < 30; ++i) {
            QCOMPARE(series->points.at(i).at, start + i * minute);
            QCOMPARE(series->points.at(i).cpu, static_cast<double>(i));
            QCOMPARE(series->points.at(i).memory, i * 60'000 + 25'000); // of 0, 10, ... 50 s
        }
    }

    void theCurrentMinuteIsThereBeforeItIsOver()
    {
        HistoryDatabase database(m_path);
        fill(database, start, start + 90 * second, second);
        const qint64 now = start + 90 * second;
        const Result<MetricSeries> series = database.metrics(u"a/0"_s, now - hour, now, now);
        QCOMPARE(series->points.size(), 2);
        QCOMPARE(series->points.at(1).memory, 74'500); // 60..89 s
        fill(database, start + 90 * second, start + 121 * second, second);
        const Result<MetricSeries> later = database.metrics(u"a/0"_s, now - hour, now + hour, start + 121 * second);
        QCOMPARE(later->points.at(1).memory, 89'500); // 60..119 s: replaced, not counted twice
    }

    void hoursForThirtyDays()
    {
        HistoryDatabase database(m_path);
        fill(database, start, start + 32 * day, 10 * minute);
        const qint64 now = start + 32 * day;
        const Result<MetricSeries> series = database.metrics(u"a/0"_s, now - 29 * day, now, now);
        QVERIFY(series);
        QCOMPARE(series->step, hour);
        QCOMPARE(series->points.size(), 29 * 24);
        QCOMPARE(series->points.constFirst().cpu, static_cast<double>((now - 29 * day - start) / minute) + 25.0);
        const Result<MetricSeries> all = database.metrics(u"a/0"_s, 0, now, now);
        QVERIFY(all->points.constFirst().at >= now - 30 * day - hour);
        const Result<MetricSeries> recent = database.metrics(u"a/0"_s, now - 20 * hour, now, now);
        QCOMPARE(recent->step, minute);
        QCOMPARE(recent->points.size(), 20 * 6);
    }

    void reopeningDamagesNoTier()
    {
        {
            HistoryDatabase database(m_path);
            fill(database, start, start + 40 * minute, 10 * second);
        }
        HistoryDatabase database(m_path); // knows nothing of what was rolled up; most seconds are pruned
        fill(database, start + 40 * minute, start + 45 * minute, 10 * second);
        const qint64 now = start + 45 * minute;
        const Result<MetricSeries> series = database.metrics(u"a/0"_s, start, now, now);
        QCOMPARE(series->points.size(), 45);
        for (int i = 0; i < 45; ++i) QCOMPARE(series->points.at(i).memory, i * 60'000 + 25'000);
    }

    void figuresAreKeptInTheSameTiers()
    {
        HistoryDatabase database(m_path);
        const auto sample = [](qint64 at, double value) {
            MetricSample one{u"a/0"_s, at, 1, 1000};
            one.figures = {{u"Orders"_s, value}};
            one.units = {{u"Orders"_s, u"/min"_s}};
            return one;
        };
        for (qint64 at = start; at < start + 3 * hour; at += 20 * second)
            QVERIFY(database.add({sample(at, static_cast<double>((at - start) / minute))}, {}, at));
        const qint64 now = start + 3 * hour;
        auto series = database.figure(u"a/0"_s, u"Orders"_s, now - 10 * minute, now, now);
        QVERIFY(series);
        QCOMPARE(series->step, second);
        QCOMPARE(series->points.size(), 30);
        QCOMPARE(series->points.first().second, 170.0);
        series = database.figure(u"a/0"_s, u"Orders"_s, now - hour, now, now);
        QCOMPARE(series->step, minute);
        QCOMPARE(series->points.size(), 60);
        QCOMPARE(series->points.first(), (std::pair{now - hour, 120.0}));
        series = database.figure(u"a/0"_s, u"Orders"_s, now - 20 * day, now, now);
        QCOMPARE(series->step, hour);
        QCOMPARE(series->points.size(), 3);
        QCOMPARE(series->points.at(1).second, 89.5);
        QVERIFY(database.figure(u"a/1"_s, u"Orders"_s, now - hour, now, now)->points.isEmpty());
        QVERIFY(database.figure(u"a/0"_s, u"Other"_s, now - hour, now, now)->points.isEmpty());
        QCOMPARE(database.metrics(u"a/0"_s, now - hour, now, now)->figures, (QHash<QString, QString>{{u"Orders"_s, u"/min"_s}}));
        // When nothing of it is left, it is forgotten.
        const qint64 later = now + 31 * day;
        QVERIFY(database.add({{u"a/0"_s, later, 1, 1000}}, {}, later));
        QVERIFY(database.metrics(u"a/0"_s, later - hour, later, later)->figures.isEmpty());
        QVERIFY(database.add({sample(later + second, 5)}, {}, later + second));
        QCOMPARE(database.figure(u"a/0"_s, u"Orders"_s, later, later + second, later + second)->points.size(), 1);
    }

    void figuresAreBounded()
    {
        HistoryDatabase database(m_path);
        for (int i = 0; i < 100; ++i) {
            MetricSample one{u"a/0"_s, start + i * second, 1, 1000};
            one.figures = {{u"name %1"_s.arg(i), i}, {QString(500, u'x'), 1}};
            QVERIFY(database.add({one}, {}, start + i * second));
        }
        const auto known = database.metrics(u"a/0"_s, start, start + minute, start + minute)->figures;
        QCOMPARE(known.size(), HistoryDatabase::mostFigures);
        QVERIFY(known.contains(u"name 0"_s));
        MetricSample unit{u"a/0"_s, start + 200 * second, 1, 1000};
        unit.figures = {{u"name 0"_s, 1}};
        unit.units = {{u"name 0"_s, u"ms"_s}};
        QVERIFY(database.add({unit}, {}, start + 200 * second));
        QCOMPARE(database.metrics(u"a/0"_s, start, start + minute, start + 200 * second)->figures.value(u"name 0"_s), u"ms"_s);
    }

    /// A file of a daemon that stored no figures yet goes on, with what is in it.
    void olderFilesGoOn()
    {
        {
            HistoryDatabase database(m_path);
            fill(database, start, start + 5 * minute, 10 * second);
            QVERIFY(database.add({}, {eventAt(start, u"a"_s, 0, u"api"_s)}, start));
        }
        {
            QSqlDatabase old = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"old"_s);
            old.setDatabaseName(m_path);
            QVERIFY(old.open());
            QSqlQuery query(old);
            for (const QString& table : {u"figure"_s, u"figure_second"_s, u"figure_minute"_s, u"figure_hour"_s})
                QVERIFY(query.exec(u"DROP TABLE "_s + table));
        }
        QSqlDatabase::removeDatabase(u"old"_s);
        HistoryDatabase database(m_path);
        const qint64 now = start + 5 * minute;
        QCOMPARE(database.metrics(u"a/0"_s, start, now, now)->points.size(), 30);
        QCOMPARE(database.events({})->size(), 1);
        MetricSample one{u"a/0"_s, now, 1, 1000};
        one.figures = {{u"Orders"_s, 4}};
        QVERIFY(database.add({one}, {}, now));
        QCOMPARE(database.figure(u"a/0"_s, u"Orders"_s, start, now, now)->points.size(), 1);
        QVERIFY(database.takeNotice().isEmpty());
    }

    void eventsAreFilteredAndLimited()
    {
        HistoryDatabase database(m_path);
        QList<QJsonObject> events;
        for (int i = 0; i < 10; ++i) events.append(eventAt(start + i, u"a"_s, 0, u"api"_s));
        events.append(eventAt(start + 20, u"b"_s, 1, u"web"_s));
        QVERIFY(database.add({}, events, start));
        QCOMPARE(database.events({})->size(), 11);
        EventFilter filter;
        filter.limit = 3;
        const auto last = database.events(filter);
        QCOMPARE(last->size(), 3);
        QCOMPARE(last->constLast()["name"_L1].toString(), u"web"_s); // newest last
        filter = {};
        filter.instances = {{u"b"_s, 1}};
        QCOMPARE(database.events(filter)->size(), 1);
        filter = {};
        filter.name = u"api"_s;
        filter.since = start + 5;
        QCOMPARE(database.events(filter)->size(), 5);
        filter.name = u"'; DROP TABLE event; --"_s;
        QVERIFY(database.events(filter)->isEmpty());
        QCOMPARE(database.events({})->size(), 11);
    }

    void oldEventsArePruned()
    {
        HistoryDatabase database(m_path);
        QVERIFY(database.add({}, {eventAt(start, u"a"_s, 0, u"api"_s), eventAt(start + 31 * day - minute, u"a"_s, 0, u"api"_s)}, start));
        QVERIFY(database.add({}, {}, start + 31 * day));
        QCOMPARE(database.events({})->size(), 1);
        QVERIFY(database.add({}, {}, start + 90 * day));
        QCOMPARE(database.events({})->size(), 0);
    }

    void tooManyEventsArePruned()
    {
        HistoryDatabase database(m_path);
        QList<QJsonObject> events;
        for (int i = 0; i < 100'050; ++i) events.append(eventAt(start + i, u"a"_s, 0, u"api"_s));
        QVERIFY(database.add({}, events, start));
        QVERIFY(database.add({}, {}, start + 2 * minute));
        EventFilter filter;
        filter.limit = 200'000;
        const auto left = database.events(filter);
        QCOMPARE(left->size(), 100'000);
        QCOMPARE(left->constLast()["at"_L1].toInteger(), start + 100'049);
    }

    void theFileIsPrivate()
    {
        HistoryDatabase database(m_path);
        QVERIFY(database.add({}, {eventAt(start, u"a"_s, 0, u"api"_s)}, start));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString& suffix : {QString(), u"-wal"_s, u"-shm"_s}) QVERIFY(!(QFile::permissions(m_path + suffix) & others));
    }

    void aDamagedFileIsPutAside_data()
    {
        QTest::addColumn<bool>("header");
        QTest::newRow("no database") << true;
        QTest::newRow("damaged pages") << false;
    }

    void aDamagedFileIsPutAside()
    {
        QFETCH(bool, header);
        {
            HistoryDatabase database(m_path);
            fill(database, start, start + 5 * minute, second);
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (header) {
            file.write(QByteArray(512, 'x'));
        } else {
            for (qint64 at = 4096; at < file.size(); at += 4096) {
                file.seek(at);
                file.write(QByteArray(2048, '\xff'));
            }
        }
        file.close();
        HistoryDatabase database(m_path);
        QVERIFY(database.add({}, {eventAt(start, u"a"_s, 0, u"api"_s)}, start));
        QVERIFY(QFile::exists(m_path + u".broken"_s));
        QVERIFY(!database.takeNotice().isEmpty());
        QVERIFY(database.takeNotice().isEmpty());
        QCOMPARE(database.events({})->size(), 1);
    }

    void aPlaceThatCannotBeWrittenIsAnErrorEachTime()
    {
        HistoryDatabase database(m_folder->filePath(u"missing/history.sqlite"_s));
        QVERIFY(!database.add({}, {eventAt(start, u"a"_s, 0, u"api"_s)}, start));
        QVERIFY(!database.events({}));
        QVERIFY(!database.metrics(u"a/0"_s, 0, start, start));
    }

    void historyWritesOnItsOwnThread()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        {
            History history(m_path);
            QVERIFY(!QFile::exists(m_path)); // nothing is opened before there is anything to store
            history.addEvent(eventAt(now, u"a"_s, 0, u"api"_s));
            std::optional<qsizetype> found;
            history.events({}, this, [&found](const Result<QList<QJsonObject>>& events) { found = events ? events->size() : -1; });
            QTRY_COMPARE(found.value_or(-2), 1); // includes what was added before
            history.addEvent(eventAt(now, u"a"_s, 0, u"api"_s));
        }
        HistoryDatabase database(m_path);
        QCOMPARE(database.events({})->size(), 2); // written at the end
    }

    void historyTellsTroubleOnce()
    {
        History history(m_folder->filePath(u"missing/history.sqlite"_s));
        QSignalSpy trouble(&history, &History::trouble);
        for (int i = 0; i < 3; ++i) {
            bool answered = false;
            history.addEvent(eventAt(start, u"a"_s, 0, u"api"_s));
            history.events({}, this, [&answered](const Result<QList<QJsonObject>>& events) { answered = !events; });
            QTRY_VERIFY(answered);
        }
        QCOMPARE(trouble.size(), 1);
    }
};

QTEST_GUILESS_MAIN(HistoryDatabaseTest)
#include "tst_historydatabase.moc"

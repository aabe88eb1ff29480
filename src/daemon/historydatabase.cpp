// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/historydatabase.h"

#include "platform/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 secondsKept = 15 * minute;
constexpr qint64 minutesKept = day;
constexpr qint64 hoursKept = 30 * day;
constexpr qint64 eventsKept = 30 * day;
constexpr int maxEvents = 100'000;

/// The finest one that reaches back to `since`: its step, and the name of its tables.
std::pair<qint64, QString> tierFor(qint64 since, qint64 now)
{
    if (since >= now - secondsKept) return {second, u"second"_s};
    if (since >= now - minutesKept) return {minute, u"minute"_s};
    return {hour, u"hour"_s};
}

QString tr(const char* text)
{
    return QCoreApplication::translate("History", text);
}

qint64 floorTo(qint64 at, qint64 step)
{
    return at - at % step;
}

qint64 ceilTo(qint64 at, qint64 step)
{
    return floorTo(at + step - 1, step);
}

const QStringList& schema()
{
    static const QStringList statements{
        u"CREATE TABLE IF NOT EXISTS instance(id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS second(instance INTEGER, at INTEGER, cpu REAL, memory INTEGER, PRIMARY KEY(instance, at)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS minute(instance INTEGER, at INTEGER, cpu REAL, memory INTEGER, PRIMARY KEY(instance, at)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS hour(instance INTEGER, at INTEGER, cpu REAL, memory INTEGER, PRIMARY KEY(instance, at)) WITHOUT ROWID"_s,
        // Figures that apps report themselves; files from before they were stored get these tables when they are opened.
        u"CREATE TABLE IF NOT EXISTS figure(id INTEGER PRIMARY KEY, instance INTEGER NOT NULL, name TEXT NOT NULL, unit TEXT, UNIQUE(instance, name))"_s,
        u"CREATE TABLE IF NOT EXISTS figure_second(figure INTEGER, at INTEGER, value REAL, PRIMARY KEY(figure, at)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS figure_minute(figure INTEGER, at INTEGER, value REAL, PRIMARY KEY(figure, at)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS figure_hour(figure INTEGER, at INTEGER, value REAL, PRIMARY KEY(figure, at)) WITHOUT ROWID"_s,
        u"CREATE TABLE IF NOT EXISTS event(id INTEGER PRIMARY KEY, at INTEGER, app TEXT, number INTEGER, name TEXT, json TEXT)"_s,
        u"CREATE INDEX IF NOT EXISTS event_app ON event(app, number)"_s,
    };
    return statements;
}

} // namespace

HistoryDatabase::HistoryDatabase(QString path)
    : m_path(std::move(path)), m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

HistoryDatabase::~HistoryDatabase()
{
    close();
}

QString HistoryDatabase::takeNotice()
{
    return std::exchange(m_notice, {});
}

template<typename Work>
auto HistoryDatabase::guarded(const Work& work) -> decltype(work())
{
    for (int attempt = 0;; ++attempt) {
        m_damaged = false;
        auto opened = open();
        decltype(work()) result = opened ? work() : decltype(work())(std::unexpected(opened.error()));
        if (result || !m_damaged || attempt > 0) return result;
        putAside(result.error().message());
    }
}

Result<void> HistoryDatabase::open()
{
    if (m_open) return {};
    Result<void> opened = tryOpen();
    if (!opened && m_damaged) {
        putAside(opened.error().message());
        opened = tryOpen();
    }
    if (!opened) close();
    return opened;
}

Result<void> HistoryDatabase::tryOpen()
{
    m_damaged = false;
    if (auto made = platform::AppendFile::open(m_path); !made) return std::unexpected(made.error()); // so that it is private from the start
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!database.open()) {
        return failure(ErrorCode::Io, tr("Cannot open the history"), m_path, database.lastError().text());
    }
    for (const QString& pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA cache_size=-64"_s,
                                  u"PRAGMA journal_size_limit=1048576"_s, u"PRAGMA wal_autocheckpoint=200"_s}) {
        if (auto done = execute(pragma); !done) return done;
    }
    QSqlQuery check(database);
    if (!check.exec(u"PRAGMA quick_check(1)"_s)) return failed(check);
    if (!check.next() || check.value(0).toString() != "ok"_L1) {
        m_damaged = true;
        return failure(ErrorCode::Io, tr("The history is damaged"), m_path, check.value(0).toString());
    }
    check.finish();
    for (const QString& statement : schema()) {
        if (auto done = execute(statement); !done) return done;
    }
    if (auto done = execute(u"DELETE FROM instance WHERE id NOT IN (SELECT instance FROM hour UNION SELECT instance FROM minute "
                            "UNION SELECT instance FROM second)"_s); !done) {
        return done;
    }
    m_open = true;
    return {};
}

void HistoryDatabase::close()
{
    m_open = false;
    forgetIds();
    m_rolledUpTo = 0;
    if (!QSqlDatabase::contains(m_connection)) return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

void HistoryDatabase::putAside(const QString& why)
{
    close();
    const QString target = m_path + u".broken"_s;
    QFile::remove(target);
    QFile::rename(m_path, target);
    QFile::remove(m_path + u"-wal"_s);
    QFile::remove(m_path + u"-shm"_s);
    m_notice = tr("The history was damaged and begins anew; the old file is %1 (%2)").arg(target, why);
}

std::unexpected<Error> HistoryDatabase::failed(const QSqlQuery& query)
{
    const QString native = query.lastError().nativeErrorCode();
    m_damaged = native == "11"_L1 || native == "26"_L1; // SQLITE_CORRUPT, SQLITE_NOTADB
    const bool full = native == "13"_L1;                // SQLITE_FULL
    return failure(full ? ErrorCode::NoSpace : ErrorCode::Io, tr("Cannot use the history"), m_path, query.lastError().text());
}

Result<void> HistoryDatabase::execute(const QString& statement)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(statement)) return failed(query);
    return {};
}

Result<QSqlQuery> HistoryDatabase::select(const QString& statement, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    query.prepare(statement);
    for (const QVariant& value : values) query.addBindValue(value);
    if (!query.exec()) return failed(query);
    return query;
}

Result<qint64> HistoryDatabase::instanceId(const QString& key)
{
    if (const auto known = m_instances.constFind(key); known != m_instances.cend()) return *known;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(u"INSERT OR IGNORE INTO instance(key) VALUES(?)"_s);
    query.addBindValue(key);
    if (!query.exec()) return failed(query);
    query.prepare(u"SELECT id FROM instance WHERE key = ?"_s);
    query.addBindValue(key);
    if (!query.exec() || !query.next()) return failed(query);
    const qint64 id = query.value(0).toLongLong();
    m_instances.insert(key, id);
    return id;
}

Result<void> HistoryDatabase::add(const QList<MetricSample>& samples, const QList<QJsonObject>& events, qint64 now)
{
    return guarded([&]() -> Result<void> {
        QSqlDatabase database = QSqlDatabase::database(m_connection);
        const auto work = [&]() -> Result<void> {
            QSqlQuery insert(database);
            insert.prepare(u"INSERT OR REPLACE INTO second(instance, at, cpu, memory) VALUES(?, ?, ?, ?)"_s);
            for (const MetricSample& sample : samples) {
                const Result<qint64> id = instanceId(sample.instance);
                if (!id) return std::unexpected(id.error());
                insert.addBindValue(*id);
                insert.addBindValue(floorTo(sample.at, second));
                insert.addBindValue(sample.cpu);
                insert.addBindValue(sample.memory);
                if (!insert.exec()) return failed(insert);
                if (auto done = addFigures(*id, sample); !done) return done;
            }
            insert.prepare(u"INSERT INTO event(at, app, number, name, json) VALUES(?, ?, ?, ?, ?)"_s);
            for (const QJsonObject& event : events) {
                insert.addBindValue(event["at"_L1].toInteger());
                insert.addBindValue(event["app"_L1].toString());
                insert.addBindValue(event["number"_L1].toInt(-1));
                insert.addBindValue(event["name"_L1].toString());
                insert.addBindValue(QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact)));
                if (!insert.exec()) return failed(insert);
            }
            if (now - m_rolledUpTo < minute) return {};
            if (auto done = rollUp(now); !done) return done;
            return prune(now);
        };
        if (!database.transaction()) {
            m_damaged = false;
            return failure(ErrorCode::Io, tr("Cannot use the history"), m_path, database.lastError().text());
        }
        Result<void> result = work();
        if (!result) {
            database.rollback();
            forgetIds(); // those given in the transaction are gone with it
            return result;
        }
        if (!database.commit()) {
            database.rollback();
            forgetIds();
            return failure(ErrorCode::Io, tr("Cannot use the history"), m_path, database.lastError().text());
        }
        return {};
    });
}

void HistoryDatabase::forgetIds()
{
    m_instances.clear();
    m_figures.clear();
}

Result<void> HistoryDatabase::rollUp(qint64 now)
{
    const auto run = [this](const QString& from, const QString& to, qint64 step, qint64 begin) -> Result<void> {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        for (const QString& statement :
             {u"INSERT OR REPLACE INTO %1 SELECT instance, at / %2 * %2, avg(cpu), cast(avg(memory) AS INTEGER) FROM %3 "
              "WHERE instance IN (SELECT id FROM instance) AND at >= ? GROUP BY instance, at / %2"_s,
              u"INSERT OR REPLACE INTO figure_%1 SELECT figure, at / %2 * %2, avg(value) FROM figure_%3 "
              "WHERE figure IN (SELECT id FROM figure) AND at >= ? GROUP BY figure, at / %2"_s}) {
            query.prepare(statement.arg(to).arg(step).arg(from));
            query.addBindValue(begin);
            if (!query.exec()) return failed(query);
        }
        return {};
    };
    // A bucket whose beginning may be pruned already must not replace the whole one that was stored before.
    const qint64 minutesFrom = m_rolledUpTo > 0 ? std::max(floorTo(m_rolledUpTo, minute), ceilTo(now - secondsKept, minute))
                                                : ceilTo(now - secondsKept, minute);
    const qint64 hoursFrom = m_rolledUpTo > 0 ? std::max(floorTo(m_rolledUpTo, hour), ceilTo(now - minutesKept, hour))
                                              : ceilTo(now - minutesKept, hour);
    if (auto done = run(u"second"_s, u"minute"_s, minute, minutesFrom); !done) return done;
    if (auto done = run(u"minute"_s, u"hour"_s, hour, hoursFrom); !done) return done;
    m_rolledUpTo = now;
    return {};
}

Result<void> HistoryDatabase::prune(qint64 now)
{
    const QString statement = u"DELETE FROM %1 WHERE instance IN (SELECT id FROM instance) AND at < %2"_s;
    const QString figures = u"DELETE FROM figure_%1 WHERE figure IN (SELECT id FROM figure) AND at < %2"_s;
    for (const auto& [table, kept] : {std::pair{u"second"_s, secondsKept}, {u"minute"_s, minutesKept}, {u"hour"_s, hoursKept}}) {
        if (auto done = execute(statement.arg(table).arg(now - kept)); !done) return done;
        if (auto done = execute(figures.arg(table).arg(now - kept)); !done) return done;
    }
    if (now - m_figuresForgottenAt >= hour) {
        if (auto done = forgetFigures(); !done) return done;
        m_figuresForgottenAt = now;
    }
    // Events are stored in order, so that the oldest have the smallest ids.
    if (auto done = execute(u"DELETE FROM event WHERE id <= (SELECT max(id) FROM event) - %1"_s.arg(maxEvents)); !done) return done;
    return execute(u"DELETE FROM event WHERE id <= coalesce((SELECT id FROM event WHERE at >= %1 ORDER BY id LIMIT 1) - 1, "
                   "(SELECT max(id) FROM event))"_s.arg(now - eventsKept));
}

Result<MetricSeries> HistoryDatabase::metrics(const QString& instance, qint64 since, qint64 until, qint64 now)
{
    return guarded([&]() -> Result<MetricSeries> {
        const auto [step, table] = tierFor(since, now);
        MetricSeries series{step, {}};
        if (step > second) {
            if (auto done = rollUp(now); !done) return std::unexpected(done.error());
        }
        Result<QSqlQuery> points = select(u"SELECT at, cpu, memory FROM %1 WHERE instance = (SELECT id FROM instance WHERE key = ?) "
                                          "AND at >= ? AND at <= ? ORDER BY at"_s.arg(table),
                                          {instance, floorTo(since, step), until});
        if (!points) return std::unexpected(points.error());
        while (points->next()) {
            series.points.append({points->value(0).toLongLong(), points->value(1).toDouble(), points->value(2).toLongLong()});
        }
        Result<QSqlQuery> figures = select(u"SELECT name, unit FROM figure WHERE instance = (SELECT id FROM instance WHERE key = ?)"_s, {instance});
        if (!figures) return std::unexpected(figures.error());
        while (figures->next()) series.figures.insert(figures->value(0).toString(), figures->value(1).toString());
        return series;
    });
}

Result<FigureSeries> HistoryDatabase::figure(const QString& instance, const QString& name, qint64 since, qint64 until, qint64 now)
{
    return guarded([&]() -> Result<FigureSeries> {
        const auto [step, table] = tierFor(since, now);
        FigureSeries series{step, {}};
        if (step > second) {
            if (auto done = rollUp(now); !done) return std::unexpected(done.error());
        }
        Result<QSqlQuery> points = select(u"SELECT at, value FROM figure_%1 WHERE figure = (SELECT id FROM figure WHERE name = ? AND instance = "
                                          "(SELECT id FROM instance WHERE key = ?)) AND at >= ? AND at <= ? ORDER BY at"_s.arg(table),
                                          {name, instance, floorTo(since, step), until});
        if (!points) return std::unexpected(points.error());
        while (points->next()) series.points.append({points->value(0).toLongLong(), points->value(1).toDouble()});
        return series;
    });
}

Result<QList<QJsonObject>> HistoryDatabase::events(const EventFilter& filter)
{
    return guarded([&]() -> Result<QList<QJsonObject>> {
        QStringList conditions{u"at >= ?"_s};
        QVariantList values{filter.since};
        if (!filter.instances.isEmpty()) {
            QStringList pairs;
            for (const auto& [app, number] : filter.instances) {
                pairs.append(u"(app = ? AND number = ?)"_s);
                values << app << number;
            }
            conditions.append(u'(' + pairs.join(" OR "_L1) + u')');
        } else if (!filter.name.isEmpty()) {
            conditions.append(u"name = ?"_s);
            values << filter.name;
        }
        values << filter.limit;
        Result<QSqlQuery> found = select(u"SELECT json FROM event WHERE "_s + conditions.join(" AND "_L1) + u" ORDER BY at DESC, id DESC LIMIT ?"_s, values);
        if (!found) return std::unexpected(found.error());
        QList<QJsonObject> events;
        while (found->next()) events.prepend(QJsonDocument::fromJson(found->value(0).toString().toUtf8()).object());
        return events;
    });
}

} // namespace tropero

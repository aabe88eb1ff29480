// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

class QSqlDatabase;
class QSqlQuery;

namespace tropero {

struct MetricSample
{
    QString instance; ///< "<app id>/<number>"
    qint64 at = 0;    ///< ms since the epoch
    double cpu = 0;
    qint64 memory = 0;
    QHash<QString, double> figures{}; ///< what the app reports itself, by name
    QHash<QString, QString> units{};  ///< of these
};

struct MetricPoint
{
    qint64 at = 0;
    double cpu = 0;
    qint64 memory = 0;
};

/// A figure of an app's own over time.
struct FigureSeries
{
    qint64 step = 0; ///< ms
    QList<std::pair<qint64, double>> points;
};

struct MetricSeries
{
    qint64 step = 0; ///< ms
    QList<MetricPoint> points;
    QHash<QString, QString> figures{}; ///< names and units of what else is stored of the instance
};

/// Which events are asked for; empty lists mean all.
struct EventFilter
{
    QList<std::pair<QString, int>> instances; ///< app id, number
    QString name;                             ///< or: all of apps of that name, also of deleted ones
    qint64 since = 0;
    int limit = 1000;
};

/// history.sqlite, used on one thread. Metrics in three tiers (1 s for 15 min, 1 min for 24 h, 1 h for 30 days), events for 30 days and
/// at most 100,000. Figures that apps report themselves are kept like metrics, the first `mostFigures` names of an instance. Every time comes from the caller. A damaged file is put aside as "<file>.broken" and begun anew.
class HistoryDatabase
{
public:
    static constexpr int mostFigures = 32;
    static constexpr qsizetype longestName = 100;

    explicit HistoryDatabase(QString path);
    ~HistoryDatabase();
    HistoryDatabase(const HistoryDatabase&) = delete;
    HistoryDatabase& operator=(const HistoryDatabase&) = delete;

    /// Samples and events in one transaction. `now` drives roll-up and pruning, once a minute.
    Result<void> add(const QList<MetricSample>& samples, const QList<QJsonObject>& events, qint64 now);
    /// From the finest tier that reaches back to `since`.
    Result<MetricSeries> metrics(const QString& instance, qint64 since, qint64 until, qint64 now);
    Result<FigureSeries> figure(const QString& instance, const QString& name, qint64 since, qint64 until, qint64 now);
    /// Newest last.
    Result<QList<QJsonObject>> events(const EventFilter& filter);
    /// Non-empty once after a damaged file was put aside: what happened.
    QString takeNotice();

private:
    Result<void> open();
    Result<void> tryOpen();
    void close();
    void putAside(const QString& why);
    /// Runs the work; when the file turns out damaged, puts it aside and runs it once more on a new one.
    template<typename Work>
    auto guarded(const Work& work) -> decltype(work());
    Result<void> execute(const QString& statement);
    /// The answers, to be read once from the first to the last.
    Result<QSqlQuery> select(const QString& statement, const QVariantList& values);
    Result<void> rollUp(qint64 now);
    Result<void> prune(qint64 now);
    Result<qint64> instanceId(const QString& key);
    void forgetIds();
    /// Removes what nothing is stored of any more.
    Result<void> forgetFigures();
    Result<void> addFigures(qint64 instance, const MetricSample& sample);
    /// Nothing: the instance has too many.
    Result<std::optional<qint64>> figureId(qint64 instance, const QString& name, const QString& unit);
    std::unexpected<Error> failed(const QSqlQuery& query);

    QString m_path;
    QString m_connection;
    struct Figure
    {
        qint64 id = 0;
        QString unit;
    };

    QHash<QString, qint64> m_instances;
    QHash<qint64, QHash<QString, Figure>> m_figures; ///< by instance; known ones of an instance are read at once
    bool m_open = false;
    bool m_damaged = false;
    qint64 m_rolledUpTo = 0;
    qint64 m_figuresForgottenAt = 0;
    QString m_notice;
};

} // namespace tropero

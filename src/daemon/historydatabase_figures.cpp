// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that apps report themselves, in history.sqlite.
#include "daemon/historydatabase.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tropero {

using namespace Qt::StringLiterals;

Result<void> HistoryDatabase::forgetFigures()
{
    m_figures.clear();
    return execute(u"DELETE FROM figure WHERE id NOT IN (SELECT figure FROM figure_hour UNION SELECT figure FROM figure_minute "
                   "UNION SELECT figure FROM figure_second)"_s);
}

Result<std::optional<qint64>> HistoryDatabase::figureId(qint64 instance, const QString& name, const QString& unit)
{
    if (!m_figures.contains(instance)) {
        QHash<QString, Figure>& known = m_figures[instance];
        Result<QSqlQuery> stored = select(u"SELECT name, id, unit FROM figure WHERE instance = ?"_s, {instance});
        if (!stored) return std::unexpected(stored.error());
        while (stored->next()) known.insert(stored->value(0).toString(), {stored->value(1).toLongLong(), stored->value(2).toString()});
    }
    QHash<QString, Figure>& known = m_figures[instance];
    const auto found = known.constFind(name);
    if (found != known.cend() && found->unit == unit) return found->id;
    if (found == known.cend() && known.size() >= mostFigures) return std::nullopt;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(u"INSERT INTO figure(instance, name, unit) VALUES(?, ?, ?) ON CONFLICT(instance, name) DO UPDATE SET unit = excluded.unit "
                  "RETURNING id"_s);
    query.addBindValue(instance);
    query.addBindValue(name);
    query.addBindValue(unit);
    if (!query.exec() || !query.next()) return failed(query);
    const qint64 id = query.value(0).toLongLong();
    known.insert(name, {id, unit});
    return id;
}

Result<void> HistoryDatabase::addFigures(qint64 instance, const MetricSample& sample)
{
    if (sample.figures.isEmpty()) return {};
    QSqlQuery insert(QSqlDatabase::database(m_connection));
    insert.prepare(u"INSERT OR REPLACE INTO figure_second(figure, at, value) VALUES(?, ?, ?)"_s);
    for (auto figure = sample.figures.begin(); figure != sample.figures.end(); ++figure) {
        if (figure.key().size() > longestName) continue;
        const Result<std::optional<qint64>> id = figureId(instance, figure.key(), sample.units.value(figure.key()).left(longestName));
        if (!id) return std::unexpected(id.error());
        if (!*id) continue;
        insert.addBindValue(**id);
        insert.addBindValue(sample.at - sample.at % 1'000);
        insert.addBindValue(figure.value());
        if (!insert.exec()) return failed(insert);
    }
    return {};
}

} // namespace tropero

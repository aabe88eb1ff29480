// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/historymethods.h"

#include "daemon/appregistry.h"
#include "daemon/history.h"
#include "daemon/methodparameters.h"
#include "daemon/methodtable.h"
#include "ipc/methods.h"

#include <QDateTime>
#include <QJsonArray>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxEventsInReply = 10'000;
constexpr int defaultEventsInReply = 1'000;
}

HistoryMethods::HistoryMethods(AppRegistry& registry, History& history, QObject* parent)
    : QObject(parent), m_registry(registry), m_history(history)
{
}

void HistoryMethods::addTo(MethodTable& table)
{
    table.add(ipc::method::historyMetrics, [this](ipc::RpcPeer*, const QJsonObject& params, const ipc::Responder& responder) {
        metrics(params, responder);
    });
    table.add(ipc::method::historyEvents, [this](ipc::RpcPeer*, const QJsonObject& params, const ipc::Responder& responder) {
        events(params, responder);
    });
}

void HistoryMethods::metrics(const QJsonObject& params, const ipc::Responder& responder)
{
    const int number = params["number"_L1].toInt(-1);
    const ManagedApp* const app = m_registry.appOfInstance(number);
    if (!app) {
        responder.fail({ErrorCode::NotFound, tr("There is no instance with this number"), QString::number(number), {}, {}});
        return;
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 until = params.contains("until"_L1) ? params["until"_L1].toInteger() : now;
    const QString instance = app->id + u'/' + QString::number(number);
    const qint64 since = params["since"_L1].toInteger();
    if (const QString name = params["metric"_L1].toString(); !name.isEmpty()) {
        m_history.figure(instance, name, since, until, this, [responder, name](const Result<FigureSeries>& series) {
            if (!series) {
                responder.fail(series.error());
                return;
            }
            QJsonArray points;
            for (const auto& [at, value] : series->points) points.append(QJsonArray{at, value});
            responder.reply(QJsonObject{{u"step"_s, series->step}, {u"metric"_s, name}, {u"points"_s, points}});
        });
        return;
    }
    m_history.metrics(instance, since, until, this,
                      [responder](const Result<MetricSeries>& series) {
                          if (!series) {
                              responder.fail(series.error());
                              return;
                          }
                          QJsonArray points;
                          for (const MetricPoint& point : series->points) points.append(QJsonArray{point.at, point.cpu, point.memory});
                          QJsonObject known;
                          for (auto figure = series->figures.begin(); figure != series->figures.end(); ++figure)
                              known.insert(figure.key(), figure.value());
                          responder.reply(QJsonObject{{u"step"_s, series->step}, {u"points"_s, points}, {u"metrics"_s, known}});
                      });
}

void HistoryMethods::events(const QJsonObject& params, const ipc::Responder& responder)
{
    EventFilter filter;
    filter.since = params["since"_L1].toInteger();
    filter.limit = std::clamp(params["limit"_L1].toInt(defaultEventsInReply), 1, maxEventsInReply);
    if (params.contains("target"_L1) && params["target"_L1].toString() != "all"_L1) {
        const Result<QList<int>> numbers = targetInstances(m_registry, params);
        if (!numbers && numbers.error().code != ErrorCode::NotFound) {
            responder.fail(numbers.error());
            return;
        }
        // What happened to an app that was deleted is still known by its name.
        if (!numbers) filter.name = params["target"_L1].toString();
        for (const int number : numbers.value_or(QList<int>())) filter.instances.append({m_registry.appOfInstance(number)->id, number});
    }
    m_history.events(filter, this, [responder](const Result<QList<QJsonObject>>& events) {
        if (!events) {
            responder.fail(events.error());
            return;
        }
        QJsonArray array;
        for (const QJsonObject& event : *events) array.append(event);
        responder.reply(QJsonObject{{u"events"_s, array}});
    });
}

} // namespace tropero

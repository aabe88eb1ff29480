// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clientbench.h"
#include "samples.h"

#include "desktop/chartpane.h"
#include "desktop/chartview.h"
#include "ipc/methods.h"

#include <QDateTime>

#include <algorithm>

namespace tropero::test {

using namespace Qt::StringLiterals;

inline constexpr qint64 minute = 60'000;
inline constexpr qint64 day = 1440 * minute;

/// As the daemon's tiers: seconds, minutes, hours; with one peak.
inline QJsonValue history(const QJsonObject& params)
{
    const qint64 since = params["since"_L1].toInteger();
    const qint64 until = params["until"_L1].toInteger();
    const qint64 span = until - since;
    const qint64 step = span <= 15 * minute ? 1000 : span <= day ? minute : 60 * minute;
    QJsonArray points;
    int count = 0;
    for (qint64 at = since - since % step; at <= until; at += step, ++count)
        points.append(QJsonArray{at, count == 20 ? 88.0 : 5.0 + params["number"_L1].toInt(), (100 + count % 7) * 1024 * 1024});
    if (const QString metric = params["metric"_L1].toString(); !metric.isEmpty()) {
        for (QJsonValueRef point : points)
            point = QJsonArray{point[0], metric == "Orders"_L1 ? 41.0 : 7.0};
        return QJsonObject{{u"step"_s, step}, {u"points"_s, points}, {u"metric"_s, metric}};
    }
    return QJsonObject{{u"step"_s, step}, {u"points"_s, points}, {u"metrics"_s, QJsonObject{{u"Orders"_s, u"/min"_s}}}};
}

/// The charts of the selection against a daemon that has a past.
struct ChartBench : ClientBench
{
    ChartPane pane{client, mirror, theme};

    ChartBench()
    {
        daemon.setAnswer(ipc::method::historyMetrics, history);
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        daemon.setPastEvents({QJsonObject{{u"at"_s, now - 5 * minute}, {u"number"_s, 0}, {u"name"_s, u"api"_s}, {u"kind"_s, u"exit"_s}, {u"reason"_s, u"exit <code> 1"_s}, {u"exitCode"_s, 1}},
                              QJsonObject{{u"at"_s, now - 4 * minute}, {u"number"_s, 0}, {u"name"_s, u"api"_s}, {u"kind"_s, u"online"_s}}});
        pane.resize(1000, 320);
    }
    bool open() { return connectTo(sampleApps(daemon.location().home)); }
    bool show(const QList<int>& numbers)
    {
        pane.setInstances(numbers);
        pane.show();
        return QTest::qWaitFor([&] { return !pane.data().isLoading() && pane.cpuChart() && pane.cpuChart()->drawnPoints() > 0; }, 10'000);
    }
    int asked(QLatin1StringView method) const
    {
        return static_cast<int>(std::ranges::count_if(daemon.questions, [method](const FakeDaemon::Call& call) { return call.method == method; }));
    }
};

} // namespace tropero::test

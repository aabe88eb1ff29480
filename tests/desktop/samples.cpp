// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/logindex.h"
#include "models/metricshistory.h"

#include <QDateTime>
#include <QFile>
#include <QJsonObject>
#include <QRandomGenerator>

#include <cmath>

namespace tropero::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mega = 1024LL * 1024;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

struct Sample
{
    const char* name;
    const char* nameSpace;
    const char* script;
    InstanceState state;
    int instances;
    qint64 upMinutes;
    int restarts;
    double cpu;
    qint64 megabytes;
    int port;
    const char* reason;
};

constexpr Sample samples[] = {
    {"api", "shop", "server.js", InstanceState::Online, 4, 134, 3, 6.2, 101, 3000, ""},
    {"web", "shop", "vite.js", InstanceState::Online, 1, 134, 0, 6.2, 168, 5173, ""},
    {"mailer", "shop", "mailer.js", InstanceState::WaitingRestart, 1, 0, 14, 0, 0, 0, "exit code 1"},
    {"reports", "tools", "reports.py", InstanceState::Online, 1, 74 * 60, 0, 0.2, 61, 0, ""},
    {"image-cache", "tools", "cache.js", InstanceState::Online, 2, 41, 22, 0.9, 86, 9010, ""},
    {"legacy-sync", "tools", "sync.sh", InstanceState::Errored, 1, 0, 16, 0, 0, 0,
     "16 crashes within 10 min, last one: exit code 127"},
    {"docs", "default", "docs.js", InstanceState::Stopped, 1, 0, 0, 0, 0, 0, "stopped by a command"},
    {"search", "default", "search.js", InstanceState::Launching, 1, 0, 1, 12.5, 44, 0, ""},
};

AppStatus sampleApp(const Sample& sample, int& number)
{
    AppStatus app;
    app.id = QString::fromLatin1(sample.name);
    app.spec.name = app.id;
    app.spec.nameSpace = QString::fromLatin1(sample.nameSpace);
    app.spec.script = QString::fromLatin1(sample.script);
    app.scriptPath = u"/home/ana/shop/"_s + app.spec.script;
    if (sample.instances == 4) {
        app.spec.execMode = ExecMode::Cluster;
        app.primary = {4242, now() - 134 * 60'000, u"22.12.0"_s, 0.4, 17'000'000};
    }
    for (int index = 0; index < sample.instances; ++index) {
        InstanceStatus status;
        status.number = number++;
        if (app.id == "api"_L1) {
            status.metrics = {{u"Orders"_s, QJsonObject{{u"value"_s, 12.5}, {u"unit"_s, u"/min"_s}}},
                              {u"Event Loop Latency p99"_s, QJsonObject{{u"value"_s, 3.1}, {u"unit"_s, u"ms"_s}}}};
            status.actions = QStringList{u"flush cache"_s, u"heap snapshot"_s};
            status.nodeVersion = u"22.12.0"_s;
        }
        status.index = index;
        status.state = sample.state;
        status.restarts = index == 0 ? sample.restarts : 0;
        status.reason = QString::fromUtf8(sample.reason);
        if (sample.state == InstanceState::WaitingRestart) status.restartAt = now() + 4'000;
        if (sample.state == InstanceState::Online || sample.state == InstanceState::Launching) {
            status.pid = 48'200 + status.number * 7;
            status.startedAt = now() - sample.upMinutes * 60'000 - 3'000;
            status.cpu = sample.cpu + index * 0.4;
            status.memory = (sample.megabytes + index) * mega;
            if (sample.port > 0 && index == 0) status.ports = {sample.port};
        }
        app.instances.append(status);
    }
    return app;
}

void appendLine(const QString& path, const QByteArray& line, qint64 time)
{
    QFile file(path);
    QFile index(logIndexPath(path));
    if (!file.open(QIODevice::Append) || !index.open(QIODevice::Append)) return;
    index.write(encodeLogIndexEntry({file.size(), time}));
    file.write(line + '\n');
}

void writeLog(QList<AppStatus>& apps, const QString& folder)
{
    for (AppStatus& app : apps) {
        for (InstanceStatus& status : app.instances) {
            status.outLog = u"%1/%2-%3-out.log"_s.arg(folder, app.spec.name).arg(status.index);
            status.errorLog = u"%1/%2-%3-error.log"_s.arg(folder, app.spec.name).arg(status.index);
        }
    }
    qint64 time = (now() - 40'000) * 1'000'000;
    const auto say = [&](int instance, const QByteArray& text, bool isError = false) {
        time += 312'000'000;
        const InstanceStatus& status = apps.first().instances.at(instance);
        appendLine(isError ? status.errorLog : status.outLog, text, time);
    };
    say(3, "\x1b[34minfo\x1b[39m GET /cart \x1b[32m200\x1b[39m 4.1 ms");
    say(0, "\x1b[34minfo\x1b[39m GET /products?page=\x1b[36m2\x1b[39m \x1b[32m200\x1b[39m 7.9 ms");
    say(1, "\x1b[1;33mwarn\x1b[0m slow query 812 ms: select * from orders where \xe2\x80\xa6", true);
    say(2, "\x1b[34minfo\x1b[39m POST /orders \x1b[32m201\x1b[39m 31.0 ms");
    say(1, "\x1b[1;31merror\x1b[0m TypeError: Cannot read properties of undefined (reading 'total')", true);
    say(1, "    at checkout (\x1b[4msrc/cart.js:48:19\x1b[0m)", true);
    say(1, "    at async \x1b[4msrc/routes/orders.js:21:5\x1b[0m", true);
    time += 400'000'000;
    say(3, "\x1b[34minfo\x1b[39m listening on \x1b[36m3000\x1b[39m");
    for (int i = 0; i < 3; ++i)
        say(i, "\x1b[34minfo\x1b[39m GET /health \x1b[32m200\x1b[39m 0." + QByteArray::number(4 + i) + " ms");
}

} // namespace

QList<AppStatus> sampleApps(const QString& logFolder)
{
    QList<AppStatus> apps;
    int number = 0;
    for (const Sample& sample : samples)
        apps.append(sampleApp(sample, number));
    apps.first().instances.last().startedAt = now() - 12 * 60'000;
    writeLog(apps, logFolder);
    return apps;
}

QJsonArray sampleEvents()
{
    const qint64 at = now() - 40'000 + 7 * 312 + 380;
    return {QJsonObject{{u"at"_s, at},
                        {u"number"_s, 3},
                        {u"kind"_s, u"restart"_s},
                        {u"reason"_s, u"memory 212 MB over the limit of 200 MB"_s},
                        {u"pid"_s, 51077}}};
}

void addPast(MetricsHistory& history, const QList<AppStatus>& apps)
{
    for (const AppStatus& app : apps) {
        for (const InstanceStatus& status : app.instances) {
            QRandomGenerator random(static_cast<quint32>(status.number + 1));
            const bool grows = app.spec.name.startsWith("image"_L1);
            MetricsHistory::Samples cpu;
            MetricsHistory::Samples memory;
            double busy = status.cpu;
            double held = static_cast<double>(status.memory);
            for (size_t i = cpu.size(); i-- > 0;) {
                cpu[i] = static_cast<float>(busy);
                memory[i] = static_cast<float>(held);
                busy = std::max(busy + (status.cpu + 0.5) * (random.bounded(0.7) - 0.35), 0.0);
                held *= (grows ? 0.994 : 1.0) + random.bounded(0.02) - 0.01;
            }
            const auto known = static_cast<size_t>(std::min<qint64>((now() - status.startedAt) / 1000, 60));
            for (size_t i = 0; i + known < cpu.size(); ++i)
                cpu[i] = memory[i] = std::numeric_limits<float>::quiet_NaN();
            history.addPast(status.number, cpu, memory);
        }
    }
}

QJsonValue sampleMetrics(const QJsonObject& params)
{
    const qint64 since = params["since"_L1].toInteger();
    const qint64 until = params["until"_L1].toInteger();
    const int number = params["number"_L1].toInt();
    const qint64 step = until - since <= 900'000 ? 1000 : until - since <= 86'400'000 ? 60'000 : 3'600'000;
    QRandomGenerator random(static_cast<quint32>(number) + 1);
    QJsonArray points;
    double megabytes = 100 + number * 3;
    for (qint64 at = since - since % step; at <= until; at += step) {
        const double share = static_cast<double>(at - since) / static_cast<double>(until - since);
        megabytes += (random.bounded(100) - 49) / 60.0;
        const double peak = random.bounded(90) == 0 ? 35 : 0;
        if (number == 0 && share > 0.62 && share < 0.66) continue; // it was down
        points.append(QJsonArray{at, 6 + number + 3 * std::sin(share * 20 + number) + random.bounded(1.6) + peak,
                                 static_cast<qint64>(megabytes * 1024 * 1024)});
    }
    if (const QString metric = params["metric"_L1].toString(); !metric.isEmpty()) {
        for (QJsonValueRef point : points)
            point = QJsonArray{point[0], std::round(point[1].toDouble() * 1.8)};
        return QJsonObject{{u"step"_s, step}, {u"points"_s, points}, {u"metric"_s, metric}};
    }
    return QJsonObject{{u"step"_s, step}, {u"points"_s, points}, {u"metrics"_s, QJsonObject{{u"Orders"_s, u"/min"_s}}}};
}

QJsonValue sampleEnvironment(const QJsonObject& params)
{
    const bool reveal = params["reveal"_L1].toBool();
    const int number = params["target"_L1].toInt();
    QJsonArray variables;
    const auto add = [&](const QString& name, const QString& value, const QString& origin, bool secret = false) {
        variables.append(QJsonObject{{u"name"_s, name}, {u"value"_s, secret && !reveal ? u"********"_s : value}, {u"origin"_s, origin}, {u"secret"_s, secret}});
    };
    add(u"API_TOKEN"_s, u"not-a-real-token"_s, u"config"_s, true);
    add(u"DATABASE_URL"_s, u"postgres://localhost/shop"_s, u"config"_s);
    add(u"HOME"_s, u"/home/ana"_s, u"shell"_s);
    add(u"LANG"_s, u"es_ES.UTF-8"_s, u"shell"_s);
    add(u"NODE_APP_INSTANCE"_s, QString::number(number), u"tropero"_s);
    add(u"NODE_ENV"_s, u"production"_s, u"config"_s);
    add(u"PATH"_s, u"/home/ana/.nvm/versions/node/v22.12.0/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/home/ana/.local/bin"_s, u"shell"_s);
    add(u"TROPERO_INSTANCE"_s, u"api/%1"_s.arg(number), u"tropero"_s);
    return QJsonObject{{u"instances"_s, QJsonArray{QJsonObject{{u"number"_s, number}, {u"variables"_s, variables}}}}};
}

QList<AppStatus> crowdedApps(int apps)
{
    QList<AppStatus> list;
    int number = 0;
    for (int i = 0; i < apps; ++i) {
        Sample sample = samples[i % std::size(samples)];
        AppStatus app = sampleApp(sample, number);
        app.id += u"-%1"_s.arg(i);
        app.spec.name =
            i % 11 == 3 ? u"a-service-with-a-really-long-name-that-nobody-shortened-%1"_s.arg(i) : app.id;
        list.append(app);
    }
    return list;
}

} // namespace tropero::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include "parsedjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace tropero;

/// The forms in which a value may be given, and what is said of others.
class SpecValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void rejects_data();
    void rejects();
    void errorNamesKeyAppAndValue();
    void instancesCountProcessors();
    void namePrefixAndProfile();
};

void SpecValuesTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written"); // by specToJson
    const auto row = [](const char* text, const char* written) { QTest::newRow(text) << QByteArray(text) << QByteArray(written); };
    row(R"({"name": 3000})", R"({"name": "3000"})");
    row(R"({"args": "-p 80 'a b'"})", R"({"args": ["-p", "80", "a b"]})");
    row(R"({"args": ["-p", 80, true, "a b"]})", R"({"args": ["-p", "80", "true", "a b"]})");
    row(R"({"node_args": "--inspect --x"})", R"({"interpreter_args": ["--inspect", "--x"]})");
    row(R"({"exec_mode": "fork_mode"})", R"({})");
    row(R"({"exec_mode": "cluster_mode"})", R"({"exec_mode": "cluster"})");
    row(R"({"exec_mode": "CLUSTER"})", R"({"exec_mode": "cluster"})");
    row(R"({"instances": "3"})", R"({"instances": 3})");
    row(R"({"env": {"A": 1, "B": 0.5, "C": true, "D": "x", "E": null, "F": {"a": [1, "b"]}, "G": [1, 2], "H": 1e21, "I": 1e-7, "J": 123456789012}})",
        R"({"env": {"A": "1", "B": "0.5", "C": "true", "D": "x", "F": "{\"a\":[1,\"b\"]}", "G": "[1,2]", "H": "1e+21", "I": "1e-7", "J": "123456789012"}})");
    row(R"({"env": {"A": 100000000000000000000, "B": 0.000001, "C": -1.5e-10, "D": 3.0}})",
        R"({"env": {"A": "100000000000000000000", "B": "0.000001", "C": "-1.5e-10", "D": "3"}})");
    row(R"({"env_production": {"A": 2}, "env_a b": {}})", R"({"env_production": {"A": "2"}, "env_a b": {}})");
    row(R"({"port": 3000})", R"({"env": {"PORT": "3000"}})");
    row(R"({"port": "3000", "env": {"PORT": 1, "A": 1}})", R"({"env": {"PORT": "3000", "A": "1"}})");
    row(R"({"filter_env": true})", R"({"filter_env": true})");
    row(R"({"filter_env": false})", R"({})");
    row(R"({"filter_env": "A,B C"})", R"({"filter_env": ["A", "B", "C"]})");
    row(R"({"autorestart": false})", R"({"restart": "never"})");
    row(R"({"autorestart": false, "restart": "on-failure"})", R"({"restart": "never"})");
    row(R"({"autorestart": true, "restart": "on-failure"})", R"({"restart": "on-failure"})");
    row(R"({"restart_delay": "1.5s"})", R"({"restart_delay": 1500})");
    row(R"({"min_uptime": "5m"})", R"({"min_uptime": 300000})");
    row(R"({"max_memory_restart": "100M"})", R"({"max_memory_restart": 104857600})");
    row(R"({"max_memory_restart": 104857600})", R"({"max_memory_restart": 104857600})");
    row(R"({"stop_exit_codes": 0})", R"({"stop_exit_codes": [0]})");
    row(R"({"stop_exit_codes": "0 42,7"})", R"({"stop_exit_codes": [0, 42, 7]})");
    row(R"({"stop_exit_codes": [3221225786]})", R"({"stop_exit_codes": [-1073741510]})");
    row(R"({"stop_signal": "term"})", R"({"stop_signal": "SIGTERM"})");
    row(R"({"kill_signal": "SIGINT"})", R"({})");
    row(R"({"signal": 15})", R"({"stop_signal": "15"})");
    row(R"({"time": true})", R"({"log_date_format": "YYYY-MM-DDTHH:mm:ss"})");
    row(R"({"time": false, "log_date_format": "HH"})", R"({"log_date_format": "HH"})");
    row(R"({"log_type": "json"})", R"({"log_type": "json"})");
    row(R"({"log_file": false})", R"({})");
    row(R"({"out": "/dev/null", "err": "NULL", "log": "c.log"})",
        R"({"out_file": "/dev/null", "error_file": "NULL", "log_file": "c.log"})");
    row(R"({"log_max_size": "1G", "log_max_age": "30d", "log_keep": 0})",
        R"({"log_max_size": 1073741824, "log_max_age": 2592000000, "log_keep": 0})");
    row(R"({"backoff_factor": 2, "backoff_jitter": "0.5"})", R"({"backoff_factor": 2, "backoff_jitter": 0.5})");
    row(R"({"treekill": "no", "merge_logs": 1, "wait_ready": "yes", "autostart": "off"})",
        R"({"treekill": false, "merge_logs": true, "ready_when": "ready", "autostart": false})");
    row(R"({"uid": 1000, "gid": "www"})", R"({"uid": "1000", "gid": "www"})");
    row(R"({"watch": true, "cron_restart": " 0  0 * * * ", "pmx": false})", R"({"watch": true, "cron_restart": "0 0 * * *", "pmx": false})");
    row(R"({"watch": ["src", "a b"]})", R"({"watch": ["src", "a b"]})");
    row(R"({"watch": "src 'a b'"})", R"({"watch": ["src", "a b"]})");
    row(R"({"watch": ["true"]})", R"({"watch": ["true"]})");
    row(R"({"watch": "off"})", R"({})");
    row(R"({"watch": ""})", R"({})");
    row(R"({"watch": []})", R"({})");
    row(R"({"ignore_watch": "dist *.tmp", "ext": "js,.json *.ts js", "watch_delay": 1500})",
        R"({"ignore_watch": ["dist", "*.tmp"], "ext": ["js", "json", "ts"], "watch_delay": 1500})");
    row(R"({"watch_delay": "2s"})", R"({"watch_delay": 2000})");
    row(R"({"cron": "@daily"})", R"({"cron_restart": "@daily"})");
    row(R"({"cron_restart": 0})", R"({})");
    row(R"({"cron_restart": false})", R"({})");
    row(R"({"shutdown_with_message": true})", R"({"shutdown_with_message": true})");
    row(R"({"metrics": true})", R"({"metrics": true})");
    row(R"({"scheduling": "round-robin"})", R"({})");
    row(R"({"scheduling": "NONE"})", R"({"scheduling": "none"})");
    row(R"({"scheduling": "reuseport", "reload_parallel": 2})", R"({"scheduling": "reuseport", "reload_parallel": 2})");
    row(R"({"listen": 3000})", R"({"exec_mode": "cluster", "listen": ["3000"]})");
    row(R"({"listen": "3000, localhost:80 [::1]:81"})", R"({"exec_mode": "cluster", "listen": ["3000", "localhost:80", "[::1]:81"]})");
    row(R"({"listen": [0, "/run/my app.sock"], "exec_mode": "fork"})", R"({"exec_mode": "fork", "listen": ["0", "/run/my app.sock"]})");
    row(R"({"ready_when": "listening"})", R"({"ready_when": "listening"})");
    row(R"({"wait_ready": true})", R"({"ready_when": "ready"})");
    row(R"({"ready_when": "ready", "wait_ready": false})", R"({})");
    row(R"({"ready_when": "online", "wait_ready": false})", R"({"ready_when": "online"})");
    row(R"({"ready_probe": " http://127.0.0.1:3000/health "})", R"({"ready_probe": "http://127.0.0.1:3000/health"})");
    row(R"({"interpreter": "node@18.1.0"})", R"({"interpreter": "node@18.1.0"})");
    row(R"({"interpreter": "node@.nvmrc"})", R"({"interpreter": "node@.nvmrc"})");
    row(R"({"env_": {"A": 1}, "nonsense": 3})", R"({})");
}

void SpecValuesTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    const Result<AppSpec> spec = specFromJson(json(text));
    QVERIFY2(spec, qPrintable(spec ? QString() : spec.error().message()));
    QCOMPARE(QJsonDocument(specToJson(*spec)).toJson(), QJsonDocument(json(written)).toJson());
}

void SpecValuesTest::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {
             R"({"name": true})", R"({"name": {}})", R"({"name": "a\u0000b"})", R"({"script": ["a"]})", R"({"args": {"a": 1}})",
             R"({"args": [["a"]]})", R"({"args": ["a", null]})", R"({"args": ["\u0000"]})", R"({"args": true})",
             R"({"exec_mode": "threads"})", R"({"exec_mode": 1})", R"({"instances": "many"})", R"({"instances": 1.5})", R"({"instances": true})",
             R"({"instances": 1001})", R"({"instances": [1]})", R"({"instances": 1e300})", R"({"env": ["A=1"]})", R"({"env": 5})",
             R"({"env": "A"})", R"({"env": "=1"})", R"({"env": {"": "x"}})", R"({"env": {"A=B": "x"}})", R"({"env": {"A": "\u0000"}})",
             R"({"env_production": "x"})", R"({"env_production": [1]})", R"({"port": 70000})", R"({"port": "http"})", R"({"port": -1})",
             R"({"filter_env": {"A": 1}})", R"({"autorestart": "maybe"})", R"({"autorestart": 2})", R"({"autostart": []})",
             R"({"restart": "sometimes"})", R"({"restart": true})", R"({"restart_delay": -1})", R"({"restart_delay": "soon"})",
             R"({"restart_delay": "25d"})", R"({"restart_delay": true})", R"({"restart_delay": 1e300})", R"({"max_restarts": -1})",
             R"({"max_restarts": 1.5})", R"({"max_restarts": "16x"})", R"({"max_restarts": ""})", R"({"max_memory_restart": "lots"})",
             R"({"max_memory_restart": -5})", R"({"max_memory_restart": true})", R"({"stop_exit_codes": "a"})",
             R"({"stop_exit_codes": [1.5]})", R"({"stop_exit_codes": {"a": 1}})", R"({"stop_exit_codes": [null]})",
             R"({"stop_exit_codes": [99999999999]})", R"({"stop_signal": "SIGFOO"})", R"({"stop_signal": 0})", R"({"stop_signal": {}})",
             R"({"backoff_factor": 0.5})", R"({"backoff_jitter": 2})", R"({"backoff_jitter": "NaN"})", R"({"backoff_factor": "inf"})",
             R"({"log_type": "xml"})", R"({"log_file": true})", R"({"log_keep": -1})", R"({"time": "later"})", R"({"name_prefix": []})",
             R"({"append_env_to_name": 7})", R"({"watch": 5})", R"({"watch": {"a": 1}})", R"({"watch": ["\u0000"]})", R"({"ext": "a/b"})",
             R"({"ext": ["."]})", R"({"watch_delay": -1})", R"({"cron_restart": ["* * * * *"]})", R"({"cron_restart": "sometimes"})", R"({"cron_restart": "61 * * * *"})", R"({"ready_probe": "localhost"})",
             R"({"ready_probe": "https://localhost/"})", R"({"ready_probe": "tcp://localhost"})", R"({"ready_probe": true})", R"({"scheduling": "random"})",
             R"({"reload_parallel": -1})", R"({"listen": 70000})", R"({"listen": true})", R"({"listen": "run/a.sock"})", R"({"listen": "a:b"})",
             R"({"listen": [80, "80"]})", R"({"listen": "/"})", R"({"ready_when": "later"})", R"({"wait_ready": "maybe"})", R"({"metrics": 2})",
             R"({"shutdown_with_message": "x"})", R"({"pmx": {}})", R"({"interpreter": "node@"})", R"({"interpreter": "node@new"})"})
        QTest::newRow(text) << QByteArray(text);
}

void SpecValuesTest::rejects()
{
    QFETCH(QByteArray, text);
    const QJsonObject object = json(text);
    const Result<AppSpec> spec = specFromJson(object);
    QVERIFY(!spec);
    QCOMPARE(spec.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(spec.error().what.contains(u'"' + object.keys().first() + u'"'), qPrintable(spec.error().what));
    QVERIFY(spec.error().why.startsWith("expected"_L1));
    QVERIFY(!spec.error().subject.contains(QChar(u'\0')));
}

void SpecValuesTest::errorNamesKeyAppAndValue()
{
    const Error error = specFromJson({{u"name"_s, u"api"_s}, {u"maxRestarts"_s, u"lots"_s}}).error();
    QCOMPARE(error.message(),
             u"Wrong value for \"maxRestarts\" of app \"api\": \"lots\": expected a whole number from 0 to 1000000"_s);
    QVERIFY(specFromJson({{u"script"_s, u"x.js"_s}, {u"time"_s, 7}}).error().what.contains("\"x.js\""_L1));
    AppSpec base;
    base.name = u"base"_s;
    QVERIFY(specFromJson({{u"time"_s, 7}}, base).error().what.contains("\"base\""_L1));
    const QJsonArray longList{QString(5000, u'x')};
    QVERIFY(specFromJson({{u"time"_s, longList}}).error().message().size() < 300);
    // The value of a variable may be a secret.
    const QJsonObject secret{{u"env"_s, QJsonObject{{u"TOKEN"_s, u"abc\0def"_s}}}};
    QVERIFY(!specFromJson(secret).error().message().contains("abc"_L1));
}

void SpecValuesTest::instancesCountProcessors()
{
    const int processors = QThread::idealThreadCount();
    const auto instances = [](const QJsonValue& value) { return specFromJson({{u"instances"_s, value}}).value().instances; };
    QCOMPARE(instances(u"max"_s), processors);
    QCOMPARE(instances(u"MAX"_s), processors);
    QCOMPARE(instances(0), processors);
    QCOMPARE(instances(u"0"_s), processors);
    QCOMPARE(instances(-1), std::max(1, processors - 1));
    QCOMPARE(instances(-1000), 1);
    QCOMPARE(instances(1000), 1000);
}

void SpecValuesTest::namePrefixAndProfile()
{
    const auto name = [](const char* text) { return specFromJson(json(text)).value().name; };
    QCOMPARE(name(R"({"name": "api", "name_prefix": "web"})"), u"web:api"_s);
    QCOMPARE(name(R"({"script": "/s/api.js", "name_prefix": "web"})"), u"web:api"_s);
    QCOMPARE(name(R"({"name": "web:api", "name_prefix": "web"})"), u"web:api"_s);
    QCOMPARE(name(R"({"name": "api", "name_prefix": ""})"), u"api"_s);
    QCOMPARE(name(R"({"name": "api", "append_env_to_name": true})"), u"api"_s);
    QCOMPARE(name(R"({"name": "api", "append_env_to_name": true, "profile": "dev"})"), u"api-dev"_s);
    QCOMPARE(name(R"({"name": "api-dev", "append_env_to_name": true, "profile": "dev"})"), u"api-dev"_s);
    QCOMPARE(name(R"({"script": "api.js", "name_prefix": "w", "append_env_to_name": true, "profile": "dev"})"), u"w:api-dev"_s);
    AppSpec base;
    base.envProfile = u"prod"_s;
    QCOMPARE(specFromJson(json(R"({"name": "api", "append_env_to_name": true})"), base).value().name, u"api-prod"_s);
}

QTEST_GUILESS_MAIN(SpecValuesTest)
#include "tst_specvalues.moc"

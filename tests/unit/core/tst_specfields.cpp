// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace tropero;
using namespace std::chrono_literals;

namespace {

QJsonObject json(const QByteArray& text)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("bad JSON in the test: %s", text.constData());
    return object;
}

AppSpec fullSpec()
{
    AppSpec spec;
    spec.name = u"añejo"_s;
    spec.nameSpace = u"web"_s;
    spec.script = u"/srv/my app/server.js"_s;
    spec.args = {u"--port"_s, u"a b"_s, QString(), u"\"q\""_s};
    spec.cwd = u"/srv"_s;
    spec.interpreter = u"node"_s;
    spec.interpreterArgs = {u"--max-old-space-size=200"_s};
    spec.execMode = ExecMode::Cluster;
    spec.instances = 4;
    spec.env = {{u"A"_s, u"1"_s}, {u"EMPTY"_s, QString()}, {u"ACCENT"_s, u"ñ\n"_s}};
    spec.envProfiles = {{u"production"_s, {{u"A"_s, u"2"_s}}}, {u"empty"_s, {}}, {u"profile"_s, {{u"B"_s, u"3"_s}}}};
    spec.envProfile = u"production"_s;
    spec.filterEnv = {u"SECRET"_s, u"true"_s};
    spec.instanceVariable = u"ID"_s;
    spec.incrementVariable = u"PORT"_s;
    spec.user = u"1000"_s;
    spec.group = u"www"_s;
    spec.autostart = false;
    spec.agent = false;
    spec.metrics = true;
    spec.cron = u"0 3 * * mon"_s;
    spec.watch = {true, {u"src"_s, u"a b"_s}, {u"dist"_s, u"*.tmp"_s}, {u"js"_s, u"json"_s}, 500ms};
    spec.cluster = {Scheduling::ReusePort, {u"3000"_s, u"/run/api.sock"_s}, 3};
    spec.restart = {RestartPolicy::When::OnFailure, 100ms, 200ms, 2.5, 20s, 0.25, 60s, 2s, 5, 90s, {0, -1, 143}, 104'857'600};
    spec.stop = {u"SIGTERM"_s, 5s, false, true};
    spec.readiness = {ReadinessPolicy::When::Ready, u"http://127.0.0.1:3000/health"_s, 10s};
    spec.logs = {u"o.log"_s, u"NULL"_s, u"c.log"_s, u"YYYY"_s, true, true, true, 1024, 1h, 2};
    return spec;
}

} // namespace

class SpecFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsConsistent();
    void everyNameFindsItsField();
    void defaultTextsAreTheDefaults();
    void stringsAreTakenByEveryType();
    void fullSpecRoundTrips();
    void defaultsAreNotWritten();
    void reads_data();
    void reads();
    void rejects_data();
    void rejects();
    void nullSetsBack();
    void baseIsKept();
    void aliasesAndCamelCase_data();
    void aliasesAndCamelCase();
    void keyBeatsItsAlias();
    void unknownKeysAreWarnings_data();
    void unknownKeysAreWarnings();
    void keysWithoutEffect_data();
    void keysWithoutEffect();
    void errorNamesKeyAppAndValue();
    void instancesCountProcessors();
    void namePrefixAndProfile();
};

void SpecFieldsTest::tableIsConsistent()
{
    QSet<QString> names;
    QSet<QString> flags;
    for (const SpecField& field : specFields()) {
        const char* key = qPrintable(field.key);
        QVERIFY2(!field.key.isEmpty() && field.read && field.write, key);
        QVERIFY2(!field.help().isEmpty() && !field.help().endsWith(u'.'), key);
        QVERIFY2(!field.key.startsWith("env_"_L1), key); // would hide a profile
        QStringList words = field.aliases;
        words.append(field.key);
        for (const QString& word : std::as_const(words)) {
            QVERIFY2(!names.contains(word), qPrintable(word));
            names.insert(word);
        }
        QStringList options = field.flagAliases;
        options << field.flag << field.negatedFlag << field.shortFlag;
        for (const QString& option : std::as_const(options)) {
            QVERIFY2(option.isEmpty() || !flags.contains(option), qPrintable(option));
            QVERIFY2(!option.startsWith(u'-'), key);
            flags.insert(option);
        }
        QVERIFY2(field.shortFlag.size() <= 1, key);
        QCOMPARE(field.type == FieldType::Choice, !field.choices.isEmpty());
        QVERIFY2(field.negatedFlag.isEmpty() || field.type == FieldType::Flag, key);
    }
    for (const char* flag : {"name", "n", "instances", "i", "max-memory-restart", "restart-delay", "exp-backoff-restart-delay", "max-restarts",
                             "min-uptime", "kill-timeout", "k", "listen-timeout", "wait-ready", "interpreter", "interpreter-args", "node-args",
                             "cwd", "namespace", "output", "o", "error", "e", "log", "l", "log-date-format", "time", "log-type", "merge-logs",
                             "disable-logs", "no-autorestart", "no-autostart", "stop-exit-codes", "no-treekill", "instance-var",
                             "increment-var", "uid", "gid", "user", "u", "env", "filter-env", "port", "stop-signal", "backoff-cap",
                             "log-max-size", "log-max-age", "log-keep", "watch", "cron", "cron-restart", "c", "ignore-watch", "ext", "watch-delay",
                             "exec-mode", "scheduling", "listen", "reload-parallel", "ready-when", "ready-probe", "metrics", "no-pmx",
                             "shutdown-with-message"})
        QVERIFY2(flags.contains(QString::fromLatin1(flag)), flag);
}

void SpecFieldsTest::everyNameFindsItsField()
{
    for (const SpecField& field : specFields()) {
        QCOMPARE(findSpecField(field.key), &field);
        for (const QString& alias : field.aliases)
            QCOMPARE(findSpecField(alias), &field);
    }
    QCOMPARE(findSpecField(u"maxMemoryRestart"_s), findSpecField(u"max_memory_restart"_s));
    QVERIFY(!findSpecField({}));
    QVERIFY(!findSpecField(u"Max_restarts"_s));
    QVERIFY(!findSpecField(u"env_production"_s));
}

void SpecFieldsTest::defaultTextsAreTheDefaults()
{
    for (const SpecField& field : specFields()) {
        if (field.defaultText.isEmpty())
            continue;
        AppSpec spec;
        QVERIFY2(field.read(spec, field.defaultText), qPrintable(field.key));
        QVERIFY2(spec == AppSpec(), qPrintable(field.key));
    }
}

void SpecFieldsTest::stringsAreTakenByEveryType()
{
    const QHash<FieldType, QString> texts{
        {FieldType::Text, u"SIGTERM"_s},   {FieldType::Flag, u"true"_s},      {FieldType::Integer, u"3"_s},
        {FieldType::Number, u"1"_s},       {FieldType::Duration, u"10s"_s},   {FieldType::Size, u"10M"_s},
        {FieldType::TextList, u"a 'b c'"_s}, {FieldType::IntegerList, u"0, 42 7"_s}, {FieldType::Environment, u"A=1 B='2 3'"_s},
    };
    // Their texts have a form of their own.
    const QHash<QString, QString> particular{
        {u"cron_restart"_s, u"0 3 * * *"_s}, {u"ready_probe"_s, u"tcp://127.0.0.1:3000"_s}, {u"listen"_s, u"3000, /run/a.sock"_s}};
    for (const SpecField& field : specFields()) {
        AppSpec spec;
        QString text = field.type == FieldType::Choice ? field.choices.last() : texts.value(field.type);
        if (const QString own = particular.value(field.key); !own.isEmpty())
            text = own;
        const Result<void> read = field.read(spec, text);
        QVERIFY2(read, qPrintable(field.key + (read ? QString() : read.error().message())));
    }
    AppSpec spec;
    QVERIFY(findSpecField(u"stop_exit_codes"_s)->read(spec, u"0, 42 7"_s));
    QCOMPARE(spec.restart.stopExitCodes, QList<int>({0, 42, 7}));
    QVERIFY(findSpecField(u"env"_s)->read(spec, u"A=1 B='2 3' C=x=y"_s));
    QCOMPARE(spec.env, EnvironmentMap({{u"A"_s, u"1"_s}, {u"B"_s, u"2 3"_s}, {u"C"_s, u"x=y"_s}}));
}

void SpecFieldsTest::fullSpecRoundTrips()
{
    const AppSpec spec = fullSpec();
    QStringList warnings;
    const Result<AppSpec> copy = specFromJson(specToJson(spec), {}, &warnings);
    QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message()));
    QCOMPARE(*copy, spec);
    QCOMPARE(warnings, QStringList());
    // Through bytes, as it is stored.
    const QByteArray bytes = QJsonDocument(specToJson(spec)).toJson();
    QCOMPARE(specFromJson(QJsonDocument::fromJson(bytes).object()).value(), spec);
    // Nothing in the full spec has its default, so everything that can be written is.
    const AppSpec standard;
    for (const SpecField& field : specFields()) {
        if (!field.write(standard).isUndefined())
            QVERIFY2(field.write(spec) != field.write(standard), qPrintable(field.key));
    }
    AppSpec filtered;
    filtered.filterAllEnv = true;
    QCOMPARE(specFromJson(specToJson(filtered)).value(), filtered);
}

void SpecFieldsTest::defaultsAreNotWritten()
{
    QCOMPARE(specToJson(AppSpec()), QJsonObject());
    QCOMPARE(specFromJson({}).value(), AppSpec());
}

void SpecFieldsTest::reads_data()
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

void SpecFieldsTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    const Result<AppSpec> spec = specFromJson(json(text));
    QVERIFY2(spec, qPrintable(spec ? QString() : spec.error().message()));
    QCOMPARE(QJsonDocument(specToJson(*spec)).toJson(), QJsonDocument(json(written)).toJson());
}

void SpecFieldsTest::rejects_data()
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

void SpecFieldsTest::rejects()
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

void SpecFieldsTest::nullSetsBack()
{
    QJsonObject nulls;
    for (const SpecField& field : specFields())
        nulls[field.key] = QJsonValue::Null;
    const AppSpec full = fullSpec();
    for (const QString& profile : full.envProfiles.keys())
        nulls[u"env_"_s + profile] = QJsonValue::Null;
    QStringList warnings;
    const Result<AppSpec> spec = specFromJson(nulls, full, &warnings);
    QVERIFY(spec);
    QCOMPARE(*spec, AppSpec());
    QCOMPARE(warnings, QStringList());
}

void SpecFieldsTest::baseIsKept()
{
    AppSpec expected = fullSpec();
    expected.restart.maxRestarts = 99;
    QCOMPARE(specFromJson({{u"max_restarts"_s, 99}}, fullSpec()).value(), expected);
}

void SpecFieldsTest::aliasesAndCamelCase_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char* key, const char* value, const char* canonical) {
        QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(value) << QString::fromLatin1(canonical);
    };
    for (const char* key : {"script", "exec", "cmd", "command"})
        row(key, "a.js", "script");
    for (const char* key : {"interpreter", "exec_interpreter", "execInterpreter"})
        row(key, "bash", "interpreter");
    for (const char* key : {"interpreter_args", "node_args", "interpreterArgs", "nodeArgs"})
        row(key, "-x", "interpreter_args");
    for (const char* key : {"out_file", "out", "output", "out_log", "outFile", "outLog"})
        row(key, "o.log", "out_file");
    for (const char* key : {"error_file", "error", "err", "err_file", "err_log", "errorFile", "errFile", "errLog"})
        row(key, "e.log", "error_file");
    for (const char* key : {"log_file", "log", "logFile"})
        row(key, "c.log", "log_file");
    for (const char* key : {"merge_logs", "combine_logs", "mergeLogs", "combineLogs"})
        row(key, "true", "merge_logs");
    for (const char* key : {"uid", "user"})
        row(key, "www", "uid");
    for (const char* key : {"stop_signal", "kill_signal", "signal", "stopSignal", "killSignal"})
        row(key, "SIGHUP", "stop_signal");
    row("maxMemoryRestart", "100M", "max_memory_restart");
    row("expBackoffRestartDelay", "100", "exp_backoff_restart_delay");
    row("instanceVar", "ID", "instance_var");
    row("logDateFormat", "HH", "log_date_format");
}

void SpecFieldsTest::aliasesAndCamelCase()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, canonical);
    QStringList warnings;
    const Result<AppSpec> spec = specFromJson({{key, value}}, {}, &warnings);
    QVERIFY(spec);
    QCOMPARE(specToJson(*spec).keys(), QStringList{canonical});
    QCOMPARE(warnings, QStringList());
}

void SpecFieldsTest::keyBeatsItsAlias()
{
    QStringList warnings;
    const QJsonObject object{{u"cmd"_s, u"c"_s}, {u"exec"_s, u"e"_s}, {u"script"_s, u"s"_s}};
    const Result<AppSpec> spec = specFromJson(object, {}, &warnings);
    QCOMPARE(spec.value().script, u"s"_s);
    QCOMPARE(warnings.size(), 2);
    QVERIFY(warnings.last().contains("\"script\""_L1));
}

void SpecFieldsTest::unknownKeysAreWarnings_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("letter missing") << u"max_memry_restart"_s << u"\"max_memory_restart\""_s;
    QTest::newRow("camel case") << u"maxMemryRestart"_s << u"\"max_memory_restart\""_s;
    QTest::newRow("upper case") << u"Script"_s << u"\"script\""_s;
    QTest::newRow("swapped") << u"isntances"_s << u"\"instances\""_s;
    QTest::newRow("nothing like it") << u"zzzzzzzzzz"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("short") << u"x"_s << QString();
    QTest::newRow("profile without a name") << u"env_"_s << u"\"env\""_s;
}

void SpecFieldsTest::unknownKeysAreWarnings()
{
    QFETCH(QString, key);
    QFETCH(QString, nearest);
    QStringList warnings;
    const Result<AppSpec> spec = specFromJson({{u"name"_s, u"api"_s}, {key, QJsonArray{1}}}, {}, &warnings);
    QVERIFY(spec);
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().contains(u'"' + key + u'"'));
    QVERIFY(warnings.first().contains("\"api\""_L1));
    QCOMPARE(warnings.first().contains("did you mean"_L1), !nearest.isEmpty());
    QVERIFY2(warnings.first().contains(nearest), qPrintable(warnings.first()));
    QVERIFY(specFromJson({{key, 1}})); // without a list for warnings
}

void SpecFieldsTest::keysWithoutEffect_data()
{
    QTest::addColumn<bool>("warns");
    for (const char* text : {R"({"trace": true})",
                             R"({"watch_options": {"usePolling": true}})", R"({"pid_file": "x.pid"})", R"({"force": true})",
                             R"({"post_update": ["npm i"]})", R"({"kill_retry_time": 200})"})
        QTest::newRow(text) << true;
    for (const char* text : {R"({"watch": false})", R"({"watch": null})", R"({"ignore_watch": []})", R"({"cron_restart": 0})", R"({"cron": ""})",
                             R"({"pmx": true})", R"({"automation": false})", R"({"vizion": true})", R"({"windowsHide": true})",
                             R"({"windows_hide": true})", R"({"watch_options": {}})", R"({"watch_delay": 0})", R"({"kill_retry_time": 100})",
                             R"({"source_map_support": true})", R"({"force": false})"})
        QTest::newRow(text) << false;
}

void SpecFieldsTest::keysWithoutEffect()
{
    QFETCH(bool, warns);
    const QJsonObject object = json(QTest::currentDataTag());
    QStringList warnings;
    QCOMPARE(specFromJson(object, {}, &warnings).value(), AppSpec());
    QCOMPARE(warnings.size(), warns ? 1 : 0);
    if (warns)
        QVERIFY2(warnings.first().contains(u'"' + object.keys().first() + u"\" has no effect"_s), qPrintable(warnings.first()));
}

void SpecFieldsTest::errorNamesKeyAppAndValue()
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

void SpecFieldsTest::instancesCountProcessors()
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

void SpecFieldsTest::namePrefixAndProfile()
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

QTEST_GUILESS_MAIN(SpecFieldsTest)
#include "tst_specfields.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include "parsedjson.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

/// The names under which a value may be given, and what is said of others.
class SpecKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aliasesAndCamelCase_data();
    void aliasesAndCamelCase();
    void keyBeatsItsAlias();
    void unknownKeysAreWarnings_data();
    void unknownKeysAreWarnings();
    void keysWithoutEffect_data();
    void keysWithoutEffect();
};

void SpecKeysTest::aliasesAndCamelCase_data()
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

void SpecKeysTest::aliasesAndCamelCase()
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

void SpecKeysTest::keyBeatsItsAlias()
{
    QStringList warnings;
    const QJsonObject object{{u"cmd"_s, u"c"_s}, {u"exec"_s, u"e"_s}, {u"script"_s, u"s"_s}};
    const Result<AppSpec> spec = specFromJson(object, {}, &warnings);
    QCOMPARE(spec.value().script, u"s"_s);
    QCOMPARE(warnings.size(), 2);
    QVERIFY(warnings.last().contains("\"script\""_L1));
}

void SpecKeysTest::unknownKeysAreWarnings_data()
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

void SpecKeysTest::unknownKeysAreWarnings()
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

void SpecKeysTest::keysWithoutEffect_data()
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

void SpecKeysTest::keysWithoutEffect()
{
    QFETCH(bool, warns);
    const QJsonObject object = json(QTest::currentDataTag());
    QStringList warnings;
    QCOMPARE(specFromJson(object, {}, &warnings).value(), AppSpec());
    QCOMPARE(warnings.size(), warns ? 1 : 0);
    if (warns)
        QVERIFY2(warnings.first().contains(u'"' + object.keys().first() + u"\" has no effect"_s), qPrintable(warnings.first()));
}

QTEST_GUILESS_MAIN(SpecKeysTest)
#include "tst_speckeys.moc"

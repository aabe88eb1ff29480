// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/orderedvalue.h"
#include "cli/pm2shape.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

QJsonObject sampleAnswer(const QString& folder)
{
    const QJsonObject spec{{u"name"_s, u"web"_s}, {u"namespace"_s, u"ns1"_s}, {u"script"_s, u"http.js"_s}, {u"cwd"_s, folder}, {u"args"_s, QJsonArray{u"--x"_s, u"it's"_s}},
                           {u"env"_s, QJsonObject{{u"FOO"_s, u"bar"_s}}}, {u"max_memory_restart"_s, u"100M"_s}, {u"restart_delay"_s, 500}, {u"kill_timeout"_s, u"2s"_s}};
    const QJsonObject online{{u"number"_s, 1}, {u"index"_s, 0}, {u"state"_s, u"online"_s}, {u"pid"_s, 8651}, {u"startedAt"_s, 1795405761564LL}, {u"createdAt"_s, 1795405761000LL},
                             {u"restarts"_s, 2}, {u"unstableRestarts"_s, 1}, {u"memory"_s, 53125120}, {u"cpu"_s, 2.7123}, {u"exitCode"_s, 3}, {u"exitSignal"_s, 0},
                             {u"outLog"_s, u"/h/logs/web-1-out.log"_s}, {u"errorLog"_s, u"/h/logs/web-1-error.log"_s}};
    const QJsonObject stopped{{u"number"_s, 0}, {u"index"_s, 1}, {u"state"_s, u"stopped"_s}, {u"memory"_s, 7}, {u"cpu"_s, 7}};
    return {{u"apps"_s, QJsonArray{QJsonObject{{u"id"_s, u"web-1"_s}, {u"spec"_s, spec}, {u"scriptPath"_s, QString(folder + "/http.js"_L1)},
                                               {u"interpreterPath"_s, u"/usr/bin/node"_s}, {u"instances"_s, QJsonArray{online, stopped}}}}}};
}

} // namespace

class TestPm2Shape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jlistHasTheMembersThatProgramsRead()
    {
        QTemporaryDir folder;
        QFile package(folder.filePath(u"package.json"_s));
        QVERIFY(package.open(QIODevice::WriteOnly));
        package.write(R"({"version": "1.2.3"})");
        package.close();
        const QByteArray json = compactJson(pm2List(listedInstances(sampleAnswer(folder.path())), u"/h"_s));
        QVERIFY(!json.contains('\n'));
        QJsonParseError error;
        const QJsonArray list = QJsonDocument::fromJson(json, &error).array();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0)["pm_id"_L1].toInt(), 0); // in order of their ids
        const QJsonObject one = list.at(1).toObject();
        QCOMPARE(one.keys(), (QStringList{u"monit"_s, u"name"_s, u"pid"_s, u"pm2_env"_s, u"pm_id"_s}));
        QCOMPARE(one["pid"_L1].toInt(), 8651);
        QCOMPARE(one["monit"_L1].toObject(), (QJsonObject{{u"memory"_s, 53125120}, {u"cpu"_s, 2.7}}));
        QCOMPARE(list.at(0)["monit"_L1].toObject(), (QJsonObject{{u"memory"_s, 0}, {u"cpu"_s, 0}}));
        const QJsonObject env = one["pm2_env"_L1].toObject();
        const QJsonObject expected{
            {u"name"_s, u"web"_s}, {u"namespace"_s, u"ns1"_s}, {u"args"_s, QJsonArray{u"--x"_s, u"it's"_s}}, {u"env"_s, QJsonObject{{u"FOO"_s, u"bar"_s}}}, {u"FOO"_s, u"bar"_s},
            {u"max_memory_restart"_s, 104857600}, {u"restart_delay"_s, 500}, {u"kill_timeout"_s, 2000}, {u"autostart"_s, true}, {u"autorestart"_s, true},
            {u"watch"_s, false}, {u"instance_var"_s, u"NODE_APP_INSTANCE"_s}, {u"NODE_APP_INSTANCE"_s, 0}, {u"treekill"_s, true}, {u"node_args"_s, QJsonArray()},
            {u"filter_env"_s, QJsonArray()}, {u"merge_logs"_s, false}, {u"pm_exec_path"_s, QString(folder.path() + "/http.js"_L1)}, {u"pm_cwd"_s, folder.path()},
            {u"exec_interpreter"_s, u"node"_s}, {u"exec_mode"_s, u"fork_mode"_s}, {u"instances"_s, 2}, {u"pm_out_log_path"_s, u"/h/logs/web-1-out.log"_s},
            {u"pm_err_log_path"_s, u"/h/logs/web-1-error.log"_s}, {u"pm_pid_path"_s, u"/h/pids/web-1.pid"_s}, {u"status"_s, u"online"_s},
            {u"pm_uptime"_s, 1795405761564LL}, {u"created_at"_s, 1795405761000LL}, {u"pm_id"_s, 1}, {u"restart_time"_s, 2}, {u"unstable_restarts"_s, 1},
            {u"version"_s, u"1.2.3"_s}, {u"exit_code"_s, 3}, {u"pmx"_s, true}, {u"axm_actions"_s, QJsonArray()}, {u"axm_monitor"_s, QJsonObject()},
            {u"axm_options"_s, QJsonObject()}, {u"axm_dynamic"_s, QJsonObject()}};
        QCOMPARE(env.keys(), expected.keys());
        for (const QString& key : expected.keys())
            QVERIFY2(env.value(key) == expected.value(key), qPrintable(key));
        QCOMPARE(list.at(0)["pm2_env"_L1].toObject().contains("exit_code"_L1), false);
    }

    void aClusterAsPm2HasIt()
    {
        QJsonObject answer = sampleAnswer(u"/nowhere"_s);
        QJsonObject app = answer["apps"_L1].toArray().at(0).toObject();
        QJsonObject spec = app["spec"_L1].toObject();
        spec.insert("exec_mode"_L1, u"cluster"_s);
        spec.insert("instances"_L1, 2);
        spec.insert("watch"_L1, QJsonArray{u"src"_s});
        spec.insert("watch_delay"_L1, u"1s"_s);
        spec.insert("cron_restart"_L1, u"0 3 * * *"_s);
        spec.insert("ready_when"_L1, u"ready"_s);
        spec.insert("pmx"_L1, false);
        QJsonArray instances = app["instances"_L1].toArray();
        QJsonObject one = instances.at(0).toObject();
        const QJsonObject metrics{{u"users"_s, QJsonObject{{u"value"_s, 3}, {u"unit"_s, u"n"_s}}}};
        one.insert("metrics"_L1, metrics);
        one.insert("actions"_L1, QJsonArray{u"gc"_s});
        one.insert("nodeVersion"_L1, u"20.1.0"_s);
        instances[0] = one;
        app.insert("spec"_L1, spec);
        app.insert("instances"_L1, instances);
        app.insert("primary"_L1, QJsonObject{{u"pid"_s, 5}});
        answer.insert("apps"_L1, QJsonArray{app});
        const QJsonArray list = QJsonDocument::fromJson(compactJson(pm2List(listedInstances(answer), u"/h"_s))).array();
        QCOMPARE(list.size(), 2); // a primary is no entry
        const QJsonObject env = list.at(1)["pm2_env"_L1].toObject();
        QCOMPARE(env["exec_mode"_L1].toString(), u"cluster_mode"_s);
        QCOMPARE(env["instances"_L1].toInt(), 2);
        QCOMPARE(env["watch"_L1].toArray(), QJsonArray{u"src"_s});
        QCOMPARE(env["watch_delay"_L1].toInt(), 1000);
        QCOMPARE(env["cron_restart"_L1].toString(), u"0 3 * * *"_s);
        QCOMPARE(env["wait_ready"_L1].toBool(), true);
        QCOMPARE(env["pmx"_L1].toBool(true), false);
        QCOMPARE(env["axm_monitor"_L1].toObject(), metrics);
        QCOMPARE(env["axm_actions"_L1].toArray(), (QJsonArray{QJsonObject{{u"action_name"_s, u"gc"_s}, {u"action_type"_s, u"custom"_s}}}));
        QCOMPARE(env["node_version"_L1].toString(), u"20.1.0"_s);
        QVERIFY(!list.at(0)["pm2_env"_L1].toObject().contains("node_version"_L1));
    }

    void membersStandInPm2sOrder()
    {
        const QByteArray json = compactJson(pm2List(listedInstances(sampleAnswer(u"/nowhere"_s)), u"/h"_s));
        qsizetype last = -1;
        for (const char* key : {"\"pid\"", "\"name\"", "\"pm2_env\"", "\"namespace\"", "\"env\"", "\"autorestart\"", "\"pm_exec_path\"", "\"exec_mode\"", "\"pm_out_log_path\"",
                                "\"pm_pid_path\"", "\"status\"", "\"pm_uptime\"", "\"created_at\"", "\"restart_time\"", "\"version\"", "\"monit\""}) {
            const qsizetype at = json.indexOf(key);
            QVERIFY2(at > last, key);
            last = at;
        }
    }

    void jsonText()
    {
        OrderedValue value = OrderedValue::object();
        value.insert(u"z"_s, QJsonValue(u"\"\\\n\t\x01é"_s));
        value.insert(u"a"_s, QJsonArray{1, 2.5, true, QJsonValue::Null, 9'007'199'254'740'991LL});
        QCOMPARE(compactJson(value), QByteArray("{\"z\":\"\\\"\\\\\\n\\t\\u0001é\",\"a\":[1,2.5,true,null,9007199254740991]}"));
    }

    void inspectedText_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty list") << QByteArray("[]") << u"[]"_s;
        QTest::newRow("short") << QByteArray(R"([{"a":1,"b":"x"}])") << u"[ { a: 1, b: 'x' } ]"_s;
        QTest::newRow("quotes") << QByteArray("[\"it's\",\"a\\\"b\",\"c'\\\"`\"]") << u"[ \"it's\", 'a\"b', 'c\\'\"`' ]"_s;
        QTest::newRow("key that is no identifier") << QByteArray(R"({"a b":1,"c-d":[],"e":{}})") << u"{ 'a b': 1, 'c-d': [], e: {} }"_s;
        QTest::newRow("long") << QByteArray(R"({"first_key":"a text that is rather long","second_key":"another text that is rather long"})")
                              << u"{\n  first_key: 'a text that is rather long',\n  second_key: 'another text that is rather long'\n}"_s;
        QTest::newRow("three levels") << QByteArray(R"({"a":{"b":{"c":{}}}})") << u"{ a: { b: { c: {} } } }"_s;
        QTest::newRow("four levels") << QByteArray(R"({"a":{"b":{"c":{"d":1}}}})") << u"{\n  a: { b: { c: { d: 1 } } }\n}"_s;
    }
    void inspectedText()
    {
        QFETCH(QByteArray, json);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QTEST(inspected(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())), "expected");
    }
};

QTEST_GUILESS_MAIN(TestPm2Shape)
#include "test_pm2shape.moc"

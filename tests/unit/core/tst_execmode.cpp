// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include "parsedjson.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

/// Fork or cluster: what follows from other fields, and what cannot be.
class ExecModeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instancesOfNodeMeanCluster_data();
    void instancesOfNodeMeanCluster();
    void modeStaysWhenReadBack_data();
    void modeStaysWhenReadBack();
    void modeIsKeptByOtherChanges();
    void validation_data();
    void validation();
};

void ExecModeTest::instancesOfNodeMeanCluster_data()
{
    QTest::addColumn<bool>("cluster");
    for (const char* text : {R"({"script": "a.js", "instances": 4})", R"({"script": "a.js", "instances": 1})", R"({"script": "a.js", "instances": "max"})",
                             R"({"script": "a.js", "instances": -1})", R"({"script": "a.js", "instances": 0})", R"({"cmd": "./src/a.cjs", "instances": 2})",
                             R"({"script": "C:\\srv\\a.MJS", "instances": 2})", R"({"script": "a.ts", "instances": 2})",
                             R"({"script": "bin/www", "interpreter": "node", "instances": 2})", R"({"script": "a.js", "interpreter": "node@18", "instances": 2})",
                             R"({"script": "a.js", "interpreter": "C:\\node\\node.exe", "instances": 2})",
                             R"({"script": "a.js", "interpreter": "/opt/node-20/bin/node", "instances": 2})", R"({"script": "a.js", "exec_mode": "cluster"})",
                             R"({"script": "a.js", "exec_mode": null, "instances": 2})", R"({"script": "a.py", "listen": [3000]})"})
        QTest::newRow(text) << true;
    for (const char* text : {R"({"script": "a.js"})", R"({"script": "a.js", "instances": null})", R"({"script": "a.js", "instances": 4, "exec_mode": "fork"})",
                             R"({"script": "a.py", "instances": 4})", R"({"script": "npm", "instances": 4})", R"({"script": "node a.js", "instances": 4})",
                             R"({"script": "a.js", "interpreter": "bun", "instances": 4})", R"({"script": "a.js", "interpreter": "none", "instances": 4})",
                             R"({"instances": 4})", R"({"script": "a.js", "listen": []})"})
        QTest::newRow(text) << false;
}

void ExecModeTest::instancesOfNodeMeanCluster()
{
    QFETCH(bool, cluster);
    const AppSpec spec = specFromJson(json(QTest::currentDataTag())).value();
    QCOMPARE(spec.execMode, cluster ? ExecMode::Cluster : ExecMode::Fork);
    QCOMPARE(specFromJson(specToJson(spec)).value(), spec);
}

void ExecModeTest::modeStaysWhenReadBack_data()
{
    QTest::addColumn<AppSpec>("spec");
    for (const ExecMode mode : {ExecMode::Fork, ExecMode::Cluster}) {
        for (const int instances : {1, 4}) {
            for (const char* script : {"a.js", "a.py"}) {
                for (const QStringList& listen : {QStringList(), QStringList{u"3000"_s}}) {
                    AppSpec spec;
                    spec.script = QString::fromLatin1(script);
                    spec.execMode = mode;
                    spec.instances = instances;
                    spec.cluster.listen = listen;
                    QTest::addRow("%s %d %d %d", script, static_cast<int>(mode), instances, static_cast<int>(listen.size())) << spec;
                }
            }
        }
    }
}

void ExecModeTest::modeStaysWhenReadBack()
{
    QFETCH(AppSpec, spec);
    QCOMPARE(specFromJson(specToJson(spec)).value(), spec);
}

void ExecModeTest::modeIsKeptByOtherChanges()
{
    AppSpec fork;
    fork.script = u"a.js"_s;
    fork.instances = 4;
    QCOMPARE(specFromJson({{u"max_restarts"_s, 3}}, fork).value().execMode, ExecMode::Fork);
    QCOMPARE(specFromJson({{u"script"_s, u"b.js"_s}}, fork).value().execMode, ExecMode::Fork);
    AppSpec cluster = fork;
    cluster.execMode = ExecMode::Cluster;
    QCOMPARE(specFromJson({{u"env"_s, QJsonObject{{u"A"_s, 1}}}}, cluster).value().execMode, ExecMode::Cluster);
    QCOMPARE(specFromJson({{u"instances"_s, 2}, {u"exec_mode"_s, u"fork"_s}}, cluster).value().execMode, ExecMode::Fork);
}

void ExecModeTest::validation_data()
{
    QTest::addColumn<AppSpec>("spec");
    QTest::addColumn<int>("code"); // -1: valid
    const auto row = [](const char* label, int code, auto change) {
        AppSpec spec;
        spec.name = u"api"_s;
        spec.script = u"api.js"_s;
        change(spec);
        QTest::newRow(label) << spec << code;
    };
    const int invalid = static_cast<int>(ErrorCode::InvalidArgument);
    row("plain", -1, [](AppSpec&) {});
    row("number as a name", -1, [](AppSpec& spec) { spec.name = u"3000"_s; });
    row("accents and blanks", -1, [](AppSpec& spec) { spec.name = u"mi año"_s; });
    row("1000 instances", -1, [](AppSpec& spec) { spec.instances = 1000; });
    row("no script", invalid, [](AppSpec& spec) { spec.script.clear(); });
    row("blank script", invalid, [](AppSpec& spec) { spec.script = u"  "_s; });
    row("no name", invalid, [](AppSpec& spec) { spec.name.clear(); });
    row("blank name", invalid, [](AppSpec& spec) { spec.name = u" "_s; });
    row("all", invalid, [](AppSpec& spec) { spec.name = u"all"_s; });
    row("regex", invalid, [](AppSpec& spec) { spec.name = u"/api/"_s; });
    row("line break", invalid, [](AppSpec& spec) { spec.name = u"a\nb"_s; });
    row("escape", invalid, [](AppSpec& spec) { spec.name = u"a\x1b[31m"_s; });
    row("long name", invalid, [](AppSpec& spec) { spec.name = QString(256, u'a'); });
    row("no namespace", invalid, [](AppSpec& spec) { spec.nameSpace.clear(); });
    row("namespace all", invalid, [](AppSpec& spec) { spec.nameSpace = u"all"_s; });
    row("no instances", invalid, [](AppSpec& spec) { spec.instances = 0; });
    row("1001 instances", invalid, [](AppSpec& spec) { spec.instances = 1001; });
    const auto cluster = [&row](const char* label, int code, auto change) {
        row(label, code, [&change](AppSpec& spec) {
            spec.execMode = ExecMode::Cluster;
            change(spec);
        });
    };
    cluster("cluster", -1, [](AppSpec&) {});
    cluster("cluster of TypeScript", -1, [](AppSpec& spec) { spec.script = u"api.ts"_s; });
    cluster("cluster with another Node", -1, [](AppSpec& spec) { spec.interpreter = u"node@18"_s; });
    cluster("cluster of a script without ending", -1, [](AppSpec& spec) { spec.script = u"bin/www"_s; });
    cluster("cluster of Python", invalid, [](AppSpec& spec) { spec.script = u"api.py"_s; });
    cluster("cluster by another interpreter", invalid, [](AppSpec& spec) { spec.interpreter = u"/usr/bin/bun"_s; });
    cluster("cluster of Python with sockets", -1, [](AppSpec& spec) {
        spec.script = u"api.py"_s;
        spec.cluster.listen = {u"3000"_s};
        spec.user = u"www"_s;
    });
    cluster("cluster as another user", static_cast<int>(ErrorCode::Unsupported), [](AppSpec& spec) { spec.user = u"nobody-here"_s; });
    cluster("cluster with another group", static_cast<int>(ErrorCode::Unsupported), [](AppSpec& spec) { spec.group = u"www"_s; });
    row("sockets in fork mode", invalid, [](AppSpec& spec) { spec.cluster.listen = {u"3000"_s}; });
}

void ExecModeTest::validation()
{
    QFETCH(AppSpec, spec);
    QFETCH(int, code);
    const Result<void> result = validateSpec(spec);
    QCOMPARE(result ? -1 : static_cast<int>(result.error().code), code);
    if (!result)
        QVERIFY(!result.error().what.isEmpty() && !result.error().why.isEmpty());
}

QTEST_GUILESS_MAIN(ExecModeTest)
#include "tst_execmode.moc"

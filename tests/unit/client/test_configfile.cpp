// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/configfile.h"
#include "client/json5.h"
#include "client/nodeconfig.h"
#include "client/yamltext.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QStandardPaths>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

class TestConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void names_data()
    {
        QTest::addColumn<bool>("isConfig");
        QTest::newRow("a.json") << true;
        QTest::newRow("dir.json/server.js") << false;
        QTest::newRow("x.yml") << true;
        QTest::newRow("x.yaml") << true;
        QTest::newRow("ecosystem.config.js") << true;
        QTest::newRow("ecosystem.config.cjs") << true;
        QTest::newRow("ecosystem.config.mjs") << true;
        QTest::newRow("app.config.json.js") << false;
        QTest::newRow("config.js") << false;
        QTest::newRow("server.js") << false;
    }
    void names() { QTEST(isConfigFileName(QString::fromLatin1(QTest::currentDataTag())), "isConfig"); }

    void sameAppsInEveryForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("JSON") << u"a.json"_s << QByteArray(R"({"apps": [{"name": "api", "script": "a.js", "args": ["--x", "1 2"], "env": {"PORT": 3000}},
            {"script": "./bin/web.js", "instances": 2}]})");
        QTest::newRow("JSON with comments") << u"a.json"_s << QByteArray(R"({ // apps
            "apps": [{"name": "api", "script": "a.js", /* args */ "args": ["--x", "1 2"], "env": {"PORT": 3000},},
            {"script": "./bin/web.js", "instances": 2},],})");
        QTest::newRow("JSON5") << u"a.json"_s << QByteArray(R"({apps: [{name: 'api', script: "a.js", args: ['--x', '1 2'], env: {PORT: 0xBB8}},
            // 'http://not.a.comment'
            {script: './bin/web.js', instances: +2}]})");
        QTest::newRow("array") << u"a.json"_s << QByteArray(R"([{"name": "api", "script": "a.js", "args": ["--x", "1 2"], "env": {"PORT": "3000"}},
            {"script": "./bin/web.js", "instances": 2}])");
        QTest::newRow("package.json") << u"package.json"_s << QByteArray(R"({"name": "p", "version": "1.0.0", "pm2": [{"name": "api", "script": "a.js",
            "args": ["--x", "1 2"], "env": {"PORT": 3000}}, {"script": "./bin/web.js", "instances": 2}]})");
        QTest::newRow("named apps") << u"a.json"_s << QByteArray(R"({"apps": {"api": {"script": "a.js", "args": ["--x", "1 2"], "env": {"PORT": 3000}},
            "web": {"script": "./bin/web.js", "instances": 2}}})");
        QTest::newRow("YAML") << u"a.yml"_s << QByteArray("apps:\n  - name: api\n    script: a.js\n    args: ['--x', '1 2']\n    env:\n      PORT: 3000\n"
                                                          "  - script: ./bin/web.js\n    instances: 2\n");
        QTest::newRow("YAML with anchors") << u"a.yaml"_s << QByteArray("base: &base\n  script: a.js\n  args: ['--x', '1 2']\napps:\n  - <<: *base\n    name: api\n"
                                                                       "    env: {PORT: 3000}\n  - <<: *base\n    name: web\n    script: ./bin/web.js\n    instances: 2\n    args: []\n");
        QTest::newRow("byte order mark") << u"a.json"_s << QByteArray("\xEF\xBB\xBF" R"([{"name": "api", "script": "a.js", "args": ["--x", "1 2"], "env": {"PORT": 3000}},
            {"script": "./bin/web.js", "instances": 2}])");
        QStringEncoder utf16(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        QTest::newRow("UTF-16") << u"a.json"_s << QByteArray(utf16(u"[{\"name\": \"api\", \"script\": \"a.js\", \"args\": [\"--x\", \"1 2\"], \"env\": {\"PORT\": 3000}},"
                                                                 "{\"script\": \"./bin/web.js\", \"instances\": 2}]"_s));
        if (!hasNode())
            return;
        const QByteArray list = R"([{name: 'api', script: 'a.js', args: ['--x', '1 2'], env: {PORT: 3000}}, {script: './bin/web.js', instances: 2}])";
        QTest::newRow("CommonJS") << u"a.config.cjs"_s << "console.log('noise'); module.exports = {apps: " + list + "}; setInterval(() => {}, 1000);";
        QTest::newRow("plain js") << u"a.config.js"_s << "const path = require('path'); module.exports = {apps: " + list + "};";
        QTest::newRow("ES module") << u"a.config.mjs"_s << "import os from 'os'; console.log('{}'); export default {apps: " + list + "};";
        QTest::newRow("async function") << u"a.config.cjs"_s << "module.exports = async () => ({apps: " + list + "});";
    }
    void sameAppsInEveryForm()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        const auto config = readConfigFile(write(name, text));
        QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().message()));
        QCOMPARE(config->apps.size(), 2);
        const AppSpec& api = config->apps.at(0);
        const AppSpec& web = config->apps.at(1);
        QCOMPARE(api.name, u"api"_s);
        QCOMPARE(api.script, u"a.js"_s);
        QCOMPARE(api.args, (QStringList{u"--x"_s, u"1 2"_s}));
        QCOMPARE(api.env.value(u"PORT"_s), u"3000"_s);
        QCOMPARE(api.cwd, m_folder->path());
        QCOMPARE(web.name, u"web"_s);
        QCOMPARE(web.script, u"./bin/web.js"_s);
        QCOMPARE(web.instances, 2);
        const QStringList expected = name == "a.yaml"_L1 ? config->warnings.filter(u"base"_s) : QStringList();
        QCOMPARE(config->warnings, expected);
    }

    void relativeFoldersStartAtTheFile()
    {
        const auto config = readConfigFile(write(u"a.json"_s, R"([{"script": "a.js", "cwd": "sub/../other"}])"));
        QVERIFY(config.has_value());
        QCOMPARE(config->apps.at(0).cwd, m_folder->filePath(u"other"_s));
    }

    void profiles()
    {
        const QString path = write(u"a.json"_s, R"({"apps": [{"name": "a", "script": "a.js", "env": {"A": "1", "B": "1"}, "env_production": {"B": "2"}},
            {"name": "b", "script": "b.js"}]})");
        const auto config = readConfigFile(path, u"production"_s);
        QVERIFY(config.has_value());
        QCOMPARE(config->apps.at(0).envProfile, u"production"_s);
        QCOMPARE(configuredEnvironment(config->apps.at(0)).value(u"B"_s), u"2"_s);
        QCOMPARE(config->warnings.size(), 1);
        QVERIFY(config->warnings.at(0).contains(u"env_production"_s) && config->warnings.at(0).contains(u"\"b\""_s));
    }

    void warnings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("app key") << QByteArray(R"([{"script": "a.js", "max_memory_restar": "1M"}])") << u"max_memory_restart"_s;
        QTest::newRow("top level") << QByteArray(R"({"apps": [{"script": "a.js"}], "deplyo": {}})") << u"\"deploy\""_s;
        QTest::newRow("without effect") << QByteArray(R"({"apps": [{"script": "a.js"}], "deploy": {}})") << u"no effect"_s;
    }
    void warnings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, part);
        const auto config = readConfigFile(write(u"a.json"_s, text));
        QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().message()));
        QCOMPARE(config->warnings.size(), 1);
        QVERIFY2(config->warnings.at(0).contains(part), qPrintable(config->warnings.at(0)));
    }

    void errors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char* title, const QString& name, const QByteArray& text, const QStringList& parts) { QTest::newRow(title) << name << text << parts; };
        row("missing comma", u"a.json"_s, "{\n  \"apps\": [\n    {\"script\": \"a.js\" \"name\": \"x\"}\n]}", {u"line 3, column 23"_s, u"script"_s});
        row("text without quotes", u"a.json"_s, "{apps: [{script: server.js}]}", {u"line 1, column 18"_s, u"server.js"_s, u"quotes"_s});
        row("no end", u"a.json"_s, "{\n\"apps\": [", {u"line 2, column 9"_s});
        row("open comment", u"a.json"_s, "{} /* x", {u"comment"_s});
        row("empty file", u"a.json"_s, "", {u"line 1"_s});
        row("no app", u"a.json"_s, R"({"apps": []})", {u"describes no app"_s});
        row("empty object", u"a.json"_s, "{}", {u"describes no app"_s});
        row("app instead of apps", u"a.json"_s, R"({"app": [{"script": "a.js"}]})", {u"\"app\""_s, u"Did you mean \"apps\"?"_s});
        row("scirpt instead of script", u"a.json"_s, R"({"scirpt": "a.js"})", {u"\"scirpt\""_s, u"Did you mean \"script\"?"_s});
        row("app without a script", u"a.json"_s, R"([{"name": "api"}])", {u"api"_s, u"script"_s});
        row("app that is a text", u"a.json"_s, R"({"apps": ["a.js"]})", {u"app 1"_s});
        row("same name twice", u"a.json"_s, R"([{"script": "a.js"}, {"script": "b/a.js"}])", {u"\"a\""_s, u"two apps"_s});
        row("wrong value", u"a.json"_s, R"([{"name": "api", "script": "a.js", "kill_timeout": "soon"}])", {u"kill_timeout"_s, u"api"_s, u"soon"_s});
        row("package without pm2", u"package.json"_s, R"({"name": "x", "version": "1"})", {u"pm2"_s, u"npm"_s});
        row("YAML syntax", u"a.yml"_s, "apps:\n  - name: [a\n", {u"line"_s});
        row("YAML key twice", u"a.yml"_s, "apps:\n  - script: a.js\n    script: b.js\n", {u"line 3"_s, u"twice"_s});
        row("YAML cycle", u"a.yml"_s, "apps: &a\n  - script: a.js\n    env: *a\n", {u"alias"_s});
        row("YAML deep", u"a.yml"_s, QByteArray(70, '[') + QByteArray(70, ']'), {u"64"_s});
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 9; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (before + ", ").repeated(9) + before + "]\n";
        }
        row("YAML bomb", u"a.yml"_s, bomb, {u"100000"_s});
        row("too large", u"a.json"_s, QByteArray(5 * 1024 * 1024, ' '), {u"4 MiB"_s});
        if (!hasNode())
            return;
        row("JavaScript syntax", u"a.config.js"_s, "module.exports = {\n apps: [ oops oops ]\n}", {u"SyntaxError"_s, u"a.config.js"_s});
        row("JavaScript throws", u"a.config.js"_s, "throw new Error('no database')", {u"no database"_s});
        row("JavaScript exits", u"a.config.cjs"_s, "process.exit(3)", {u"exit code 3"_s});
        row("JavaScript exports nothing", u"a.config.cjs"_s, "", {u"describes no app"_s});
    }
    void errors()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, parts);
        const auto config = readConfigFile(write(name, text));
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::InvalidArgument);
        const QString message = config.error().message();
        QVERIFY2(message.contains(name), qPrintable(message));
        for (const QString& part : parts)
            QVERIFY2(message.contains(part), qPrintable(message));
    }

    void aMissingFileIsNotFound() { QCOMPARE(readConfigFile(m_folder->filePath(u"no.json"_s)).error().code, ErrorCode::NotFound); }
    void aFolderIsNoFile() { QCOMPARE(readConfigFile(m_folder->path()).error().code, ErrorCode::InvalidArgument); }

    void slowJavaScriptIsEnded()
    {
        if (!hasNode())
            QSKIP("needs node");
        const QString path = write(u"a.config.cjs"_s, "while (true) {}");
        QElapsedTimer clock;
        clock.start();
        const auto value = evaluateNodeConfig(path, 300);
        QVERIFY(!value);
        QCOMPARE(value.error().code, ErrorCode::Timeout);
        QVERIFY2(clock.elapsed() < 4'000, qPrintable(QString::number(clock.elapsed())));
    }

    void endlessOutputIsEnded()
    {
        if (!hasNode())
            QSKIP("needs node");
        const auto value = evaluateNodeConfig(write(u"a.config.cjs"_s, "const fs = require('fs'); while (true) { try { fs.writeSync(1, 'x'.repeat(65536)); } catch {} }"), 20'000);
        QVERIFY(!value);
        QCOMPARE(value.error().code, ErrorCode::Timeout);
        QVERIFY2(value.error().message().contains(u"without end"_s), qPrintable(value.error().message()));
    }

    void textFromStandardInput()
    {
        for (const QByteArray& text : {QByteArray(R"([{"script": "a.js"}])"), QByteArray("apps:\n  - script: a.js\n"), QByteArray("// c\n{script: 'a.js'}")}) {
            const auto config = readConfigText(text, u"/srv"_s);
            QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().message()));
            QCOMPARE(config->apps.at(0).script, u"a.js"_s);
            QCOMPARE(config->apps.at(0).cwd, u"/srv"_s);
        }
        QVERIFY(!readConfigText("{", u"/srv"_s));
    }

    void yamlScalars()
    {
        const auto value = parseYaml("[1, 1.5, 007, 1.10, yes, true, null, ~, '5', \"x\", 2024-01-01, 0x10, -3]");
        QVERIFY(value.has_value());
        const QJsonArray expected{1, 1.5, u"007"_s, u"1.10"_s, u"yes"_s, true, QJsonValue::Null, QJsonValue::Null, u"5"_s, u"x"_s, u"2024-01-01"_s, u"0x10"_s, -3};
        QCOMPARE(value->toArray(), expected);
    }

    void json5Values()
    {
        const auto value = parseJson5(R"([0x1F, -1, +.5, 1e3, 'it\'s', "a\u0041\x42\n", `x`, null, undefined, true, {a$_1: 1, 'b c': 2,}, [],])");
        QVERIFY2(value.has_value(), value ? "" : qPrintable(value.error().message()));
        const QJsonArray expected{31, -1, 0.5, 1000, u"it's"_s, u"aAB\n"_s, u"x"_s, QJsonValue::Null, QJsonValue::Null, true,
                                  QJsonObject{{u"a$_1"_s, 1}, {u"b c"_s, 2}}, QJsonArray()};
        QCOMPARE(value->toArray(), expected);
    }

    void json5RefusesNonsense()
    {
        for (const QByteArray& text : {QByteArray("[1 2]"), QByteArray("{a 1}"), QByteArray("'x"), QByteArray("[1] 2"), QByteArray("{1a: 2}"), QByteArray("'\\u12'"),
                                       QByteArray("nul"), QByteArray(200, '['), QByteArray("{a:}"), QByteArray("]"), QByteArray("[,]"), QByteArray("'\\")})
            QVERIFY2(!parseJson5(text), text.constData());
    }

private:
    static bool hasNode() { return !QStandardPaths::findExecutable(u"node"_s).isEmpty(); }
    QString write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the test file");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConfigFile)
#include "test_configfile.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/arguments.h"
#include "core/specfields.h"
#include "desktop/launchform.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class LaunchFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void madeOut();
    void mistakes_data();
    void mistakes();
    void commandShowsWhatDiffers();
    void commandHasEveryField();

private:
    QTemporaryDir m_folder;
    QString m_script;
};

void LaunchFormTest::init()
{
    m_script = m_folder.filePath(u"my server.js"_s);
    QFile file(m_script);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void LaunchFormTest::madeOut()
{
    AppSpec typed;
    typed.script = u"  "_s + m_script;
    typed.instances = 3;
    Result<AppSpec> spec = launchable(typed);
    QVERIFY(spec.has_value());
    QCOMPARE(spec->script, m_script);
    QCOMPARE(spec->name, u"my server"_s);
    QCOMPARE(spec->cwd, m_folder.path());
    QCOMPARE(spec->instances, 3);
    typed.script = u"my server.js"_s;
    typed.cwd = m_folder.path();
    QCOMPARE(launchable(typed)->script, m_script);
    typed.script = u"cmake -E echo hello"_s;
    typed.name = u"echo"_s;
    spec = launchable(typed);
    QVERIFY2(spec.has_value(), "a command line, which a shell runs");
    QCOMPARE(spec->script, typed.script);
}

void LaunchFormTest::mistakes_data()
{
    QTest::addColumn<AppSpec>("typed");
    QTest::addColumn<QString>("field");
    AppSpec spec;
    QTest::newRow("nothing") << spec << u"script"_s;
    spec.script = u"/nowhere/x.js"_s;
    QTest::newRow("no such file") << spec << u"script"_s;
    spec.script = u"surely-no-such-program"_s;
    QTest::newRow("no such program") << spec << u"script"_s;
    spec.script = u"surely-no-such-program --with arguments"_s;
    QTest::newRow("no such command") << spec << u"script"_s;
    spec.script = m_folder.path();
    QTest::newRow("a folder") << spec << u"script"_s;
    spec.script = m_folder.filePath(u"my server.js"_s);
    spec.cwd = u"/nowhere"_s;
    QTest::newRow("no such folder") << spec << u"cwd"_s;
    spec.cwd.clear();
    spec.interpreter = u"surely-no-such-program"_s;
    QTest::newRow("no such interpreter") << spec << u"interpreter"_s;
    spec.interpreter.clear();
    spec.name = u"all"_s;
    QTest::newRow("name that commands take for all") << spec << u"name"_s;
    spec.name = u"api"_s;
    spec.nameSpace = u"all"_s;
    QTest::newRow("namespace") << spec << u"namespace"_s;
    spec.nameSpace = u"default"_s;
    spec.execMode = ExecMode::Cluster;
    spec.interpreter = u"cmake"_s;
    QTest::newRow("cluster of what is not Node") << spec << u"exec_mode"_s;
    spec.interpreter.clear();
    spec.script = u"cmake"_s;
    QTest::newRow("cluster of a program that may start Node itself") << spec << u"exec_mode"_s;
}

void LaunchFormTest::mistakes()
{
    QFETCH(AppSpec, typed);
    QFETCH(QString, field);
    const Result<AppSpec> spec = launchable(typed);
    QVERIFY(!spec.has_value());
    QCOMPARE(spec.error().subject, field);
    QVERIFY(!spec.error().why.isEmpty());
}

void LaunchFormTest::commandShowsWhatDiffers()
{
    AppSpec typed;
    typed.script = m_script;
    typed.name = u"api"_s;
    typed.instances = 2;
    typed.args = QStringList{u"--port"_s, u"3000"_s};
    typed.env = {{u"API_TOKEN"_s, u"abc"_s}, {u"MODE"_s, u"x y"_s}};
    const AppSpec spec = *launchable(typed);
    const QString command = startCommand(spec);
    QVERIFY2(command.contains(u"tropero start"_s), qPrintable(command));
    QVERIFY2(command.contains(u"--name api"_s), qPrintable(command));
    QVERIFY2(command.contains(u"--instances 2"_s), qPrintable(command));
    QVERIFY2(command.endsWith(u"-- --port 3000"_s), qPrintable(command));
    QVERIFY2(!command.contains(u"abc"_s), qPrintable(command));
    QVERIFY2(!command.contains(u"--cwd"_s), qPrintable(command));
    QVERIFY(startCommand(spec, true).contains(u"API_TOKEN=abc"_s));
}

// Whatever has an option is in the command, as the option takes it.
void LaunchFormTest::commandHasEveryField()
{
    AppSpec spec;
    spec.script = u"/srv/app.js"_s;
    spec.cwd = u"/srv"_s;
    spec.name = u"app"_s;
    spec.interpreterArgs = QStringList{u"--inspect"_s, u"--title=a b"_s};
    spec.filterEnv = QStringList{u"AWS"_s, u"npm_"_s};
    spec.watch.enabled = true;
    spec.watch.paths = QStringList{u"src"_s, u"my lib"_s};
    spec.watch.ignore = QStringList{u"*.tmp"_s};
    spec.watch.extensions = QStringList{u"js"_s, u"json"_s};
    spec.watch.delay = Milliseconds(500);
    spec.restart.stopExitCodes = {0, 3};
    spec.restart.backoffStart = Milliseconds(100);
    spec.restart.memoryLimit = 200LL * 1024 * 1024;
    spec.restart.when = RestartPolicy::When::OnFailure;
    spec.stop.killTimeout = Milliseconds(4'000);
    spec.stop.wholeTree = false;
    spec.stop.message = true;
    spec.readiness.when = ReadinessPolicy::When::Ready;
    spec.readiness.probe = u"http://localhost:3000/up"_s;
    spec.logs.merge = true;
    spec.logs.keep = 9;
    spec.cron = u"0 3 * * *"_s;
    spec.autostart = false;
    const QStringList words = splitArguments(startCommand(spec));
    AppSpec read;
    read.script = spec.script;
    read.cwd = spec.cwd;
    read.name = spec.name;
    for (const SpecField& field : specFields()) {
        if (!field.negatedFlag.isEmpty() && words.contains(u"--"_s + field.negatedFlag)) QVERIFY(field.read(read, false));
        const qsizetype at = field.flag.isEmpty() ? -1 : words.indexOf(u"--"_s + field.flag);
        if (at < 0) continue;
        const QString value = words.value(at + 1);
        QVERIFY2(field.read(read, field.type == FieldType::Flag ? QJsonValue(true) : QJsonValue(value)), qPrintable(field.key));
    }
    QCOMPARE(specToJson(read), specToJson(spec));
}

QTEST_GUILESS_MAIN(LaunchFormTest)
#include "tst_launchform.moc"

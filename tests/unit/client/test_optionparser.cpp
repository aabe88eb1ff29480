// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"
#include "cli/optionparser.h"
#include "cli/pm2hints.h"
#include "cli/specoptions.h"
#include "core/specfields.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

const QList<CommandOption> options{
    {.name = u"force"_s, .letter = u"f"_s},
    {.name = u"silent"_s, .letter = u"s"_s},
    {.name = u"instances"_s, .letter = u"i"_s, .valueName = u"N"_s},
    {.name = u"name"_s, .letter = u"n"_s, .valueName = u"TEXT"_s},
    {.name = u"interpreter-args"_s, .valueName = u"LIST"_s, .aliases = {u"node-args"_s}},
    {.name = u"timestamp"_s, .valueName = u"FORMAT"_s, .valueOptional = true, .takesNext = [](const QString& word) { return word.contains("HH"_L1); }},
};

ParsedOptions parsed(const QStringList& words)
{
    const auto result = parseOptions(options, words);
    if (!result)
        QTest::qFail(qPrintable(result.error().message()), __FILE__, __LINE__);
    return result.value_or(ParsedOptions());
}

} // namespace

class TestOptionParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesInAllForms_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("long, next word") << QStringList{u"--instances"_s, u"4"_s};
        QTest::newRow("long, equals") << QStringList{u"--instances=4"_s};
        QTest::newRow("letter, next word") << QStringList{u"-i"_s, u"4"_s};
        QTest::newRow("letter, joined") << QStringList{u"-i4"_s};
        QTest::newRow("letter, equals") << QStringList{u"-i=4"_s};
        QTest::newRow("letters together") << QStringList{u"-fi4"_s};
        QTest::newRow("the last counts") << QStringList{u"-i"_s, u"1"_s, u"-i"_s, u"4"_s};
    }
    void valuesInAllForms()
    {
        QFETCH(QStringList, words);
        const auto result = parsed(words);
        QCOMPARE(result.value("instances"_L1), u"4"_s);
        QVERIFY(result.targets.isEmpty());
    }

    void optionsAndWordsMix()
    {
        const auto result = parsed({u"a.js"_s, u"-fs"_s, u"b.js"_s, u"--name"_s, u"x"_s, u"--"_s, u"--force"_s, u"-i"_s});
        QCOMPARE(result.targets, (QStringList{u"a.js"_s, u"b.js"_s}));
        QVERIFY(result.has("force"_L1));
        QVERIFY(result.has("silent"_L1));
        QVERIFY(!result.has("instances"_L1));
        QVERIFY(result.hasRest);
        QCOMPARE(result.rest, (QStringList{u"--force"_s, u"-i"_s}));
    }

    void aNegativeNumberIsAValue() { QCOMPARE(parsed({u"-i"_s, u"-1"_s}).value("instances"_L1), u"-1"_s); }
    void aNegativeNumberIsAWord() { QCOMPARE(parsed({u"-1"_s}).targets, QStringList{u"-1"_s}); }
    void aSingleDashIsAWord() { QCOMPARE(parsed({u"-"_s}).targets, QStringList{u"-"_s}); }
    void anEmptyValue()
    {
        const auto result = parsed({u"--name="_s});
        QVERIFY(result.has("name"_L1));
        QCOMPARE(result.value("name"_L1, u"none"_s), QString());
    }
    void anEmptyWord() { QCOMPARE(parsed({u""_s}).targets, QStringList{u""_s}); }
    void valuesMayLookLikeOptions() { QCOMPARE(parsed({u"--node-args"_s, u"--inspect"_s}).value("interpreter-args"_L1), u"--inspect"_s); }

    void optionalValues()
    {
        QCOMPARE(parsed({u"--timestamp"_s, u"api"_s}).targets, QStringList{u"api"_s});
        QCOMPARE(parsed({u"--timestamp"_s, u"HH:mm"_s}).value("timestamp"_L1), u"HH:mm"_s);
        QCOMPARE(parsed({u"--timestamp=x"_s}).value("timestamp"_L1), u"x"_s);
        QVERIFY(parsed({u"--timestamp"_s}).has("timestamp"_L1));
    }

    void errors_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("part");
        QTest::newRow("unknown, near") << QStringList{u"--instnaces"_s} << u"--instances"_s;
        QTest::newRow("unknown, with value") << QStringList{u"--nam=x"_s} << u"--name"_s;
        QTest::newRow("unknown, far") << QStringList{u"--zzzzzzz"_s} << u"after \"--\""_s;
        QTest::newRow("unknown letter") << QStringList{u"-z"_s} << u"-z"_s;
        QTest::newRow("unknown second letter") << QStringList{u"-fz"_s} << u"-z"_s;
        QTest::newRow("no value") << QStringList{u"--name"_s} << u"--name TEXT"_s;
        QTest::newRow("option instead of a value") << QStringList{u"--name"_s, u"--force"_s} << u"--name TEXT"_s;
        QTest::newRow("rest instead of a value") << QStringList{u"-i"_s, u"--"_s, u"4"_s} << u"--instances"_s;
        QTest::newRow("value where none is taken") << QStringList{u"--force=yes"_s} << u"--force"_s;
    }
    void errors()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, part);
        const auto result = parseOptions(options, words);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(result.error().message().contains(part), qPrintable(result.error().message()));
    }

    void namesAndLettersAreUniqueInEachCommand()
    {
        for (const CommandEntry& entry : commandTable()) {
            QSet<QString> seen;
            const auto command = entry.make();
            for (const CommandOption& option : command->options() + commonOptions()) {
                for (const QString& name : QStringList{option.name} + option.aliases) {
                    QVERIFY2(!seen.contains(name), qPrintable(QString(entry.name) + u' ' + name));
                    seen.insert(name);
                }
                if (!option.letter.isEmpty()) {
                    QVERIFY2(!seen.contains(u'-' + option.letter), qPrintable(QString(entry.name) + u' ' + option.letter));
                    seen.insert(u'-' + option.letter);
                }
            }
            QVERIFY(!command->synopsis().isEmpty());
            QVERIFY(command->synopsis().startsWith(entry.name));
        }
    }

    void specOptionsBecomeASpec()
    {
        const auto result = parseOptions(specOptions(), {u"-n"_s, u"api"_s, u"-i4"_s, u"--max-memory-restart"_s, u"100M"_s, u"--no-autorestart"_s,
                                                        u"--wait-ready"_s, u"--node-args"_s, u"--inspect --title=x"_s, u"--stop-exit-codes"_s, u"0 42"_s,
                                                        u"--filter-env"_s, u"AWS"_s, u"--filter-env"_s, u"SSH"_s, u"-k"_s, u"3s"_s, u"--cwd"_s, u"sub/.."_s});
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message()));
        const auto spec = specFromJson(givenSpec(*result, u"/srv"_s));
        QVERIFY2(spec.has_value(), spec ? "" : qPrintable(spec.error().message()));
        QCOMPARE(spec->name, u"api"_s);
        QCOMPARE(spec->instances, 4);
        QCOMPARE(spec->restart.memoryLimit, 100LL * 1024 * 1024);
        QCOMPARE(spec->restart.when, RestartPolicy::When::Never);
        QCOMPARE(spec->readiness.when, ReadinessPolicy::When::Ready);
        QCOMPARE(spec->interpreterArgs, (QStringList{u"--inspect"_s, u"--title=x"_s}));
        QCOMPARE(spec->restart.stopExitCodes, (QList<int>{0, 42}));
        QCOMPARE(spec->filterEnv, (QStringList{u"AWS"_s, u"SSH"_s}));
        QCOMPARE(spec->stop.killTimeout, Milliseconds(3000));
        QCOMPARE(spec->cwd, u"/srv"_s);
    }

    void clusterOptionsBecomeASpec()
    {
        const auto result = parseOptions(specOptions(), {u"--exec-mode"_s, u"cluster"_s, u"--scheduling=none"_s, u"--listen"_s, u"3000"_s, u"--listen"_s, u"/run/a.sock"_s,
                                                        u"--reload-parallel"_s, u"2"_s, u"--ready-when"_s, u"listening"_s, u"--ready-probe"_s, u"tcp://localhost:1"_s,
                                                        u"--no-pmx"_s, u"--metrics"_s, u"--shutdown-with-message"_s, u"-c"_s, u"0 3 * * *"_s});
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message()));
        const auto spec = specFromJson(givenSpec(*result, u"/srv"_s));
        QVERIFY2(spec.has_value(), spec ? "" : qPrintable(spec.error().message()));
        QCOMPARE(spec->execMode, ExecMode::Cluster);
        QCOMPARE(spec->cluster, (ClusterPolicy{Scheduling::None, {u"3000"_s, u"/run/a.sock"_s}, 2}));
        QCOMPARE(spec->readiness.when, ReadinessPolicy::When::Listening);
        QCOMPARE(spec->readiness.probe, u"tcp://localhost:1"_s);
        QVERIFY(!spec->agent && spec->metrics && spec->stop.message);
        QCOMPARE(spec->cron, u"0 3 * * *"_s);
    }

    void instancesOfANodeScriptMeanCluster()
    {
        AppSpec base;
        base.script = u"api.js"_s;
        const auto result = parseOptions(specOptions(), {u"-i"_s, u"-1"_s});
        QCOMPARE(specFromJson(givenSpec(*result, u"/srv"_s), base)->execMode, ExecMode::Cluster);
        const auto fork = parseOptions(specOptions(), {u"-i"_s, u"2"_s, u"--exec-mode"_s, u"fork"_s});
        QCOMPARE(specFromJson(givenSpec(*fork, u"/srv"_s), base)->execMode, ExecMode::Fork);
    }

    void watchOptions()
    {
        const auto spec = [](const QStringList& words) { return specFromJson(givenSpec(*parseOptions(specOptions(), words), u"/srv"_s)).value(); };
        QVERIFY(spec({u"--watch"_s}).watch.enabled);
        QCOMPARE(parseOptions(specOptions(), {u"--watch"_s, u"api.js"_s})->targets, QStringList{u"api.js"_s});
        QVERIFY(!spec({u"--watch=false"_s}).watch.enabled);
        QVERIFY(!spec({u"--watch=null"_s}).watch.enabled);
        const WatchPolicy watch = spec({u"--watch=src lib"_s, u"--ignore-watch"_s, u"dist"_s, u"--ignore-watch"_s, u"*.tmp"_s, u"--ext"_s, u"js,json"_s}).watch;
        QCOMPARE(watch, (WatchPolicy{true, {u"src"_s, u"lib"_s}, {u"dist"_s, u"*.tmp"_s}, {u"js"_s, u"json"_s}, Milliseconds(0)}));
    }

    void aBareWatchDelayIsSeconds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("ms");
        QTest::newRow("seconds") << u"2"_s << 2000;
        QTest::newRow("fraction") << u"0.5"_s << 500;
        QTest::newRow("ms") << u"500ms"_s << 500;
        QTest::newRow("s") << u"3s"_s << 3000;
        QTest::newRow("null") << u"null"_s << 0;
    }
    void aBareWatchDelayIsSeconds()
    {
        QFETCH(QString, text);
        const auto result = parseOptions(specOptions(), {u"--watch-delay"_s, text});
        QTEST(static_cast<int>(specFromJson(givenSpec(*result, u"/srv"_s))->watch.delay.count()), "ms");
    }

    void pm2sWordsForReloadAreKnown()
    {
        for (const auto word : {"gracefulReload"_L1, "startOrReload"_L1, "startOrGracefulReload"_L1})
            QCOMPARE(findCommand(QString(word)), findCommand(u"reload"_s));
        QCOMPARE(findCommand(u"startOrRestart"_s), findCommand(u"restart"_s));
        for (const QString& word : commandNames())
            QVERIFY2(hintForPm2Command(word).isEmpty(), qPrintable(word));
    }

    void scaleTakesNegativeNumbers()
    {
        const auto command = findCommand(u"scale"_s)->make();
        const auto result = parseOptions(command->options() + commonOptions(), {u"api"_s, u"-1"_s});
        QVERIFY(result.has_value());
        QCOMPARE(result->targets, (QStringList{u"api"_s, u"-1"_s}));
        QCOMPARE(parseOptions(command->options() + commonOptions(), {u"api"_s, u"+2"_s, u"-m"_s})->targets, (QStringList{u"api"_s, u"+2"_s}));
    }

    void nullSetsASettingBack()
    {
        const auto result = parseOptions(specOptions(), {u"--max-memory-restart"_s, u"null"_s, u"--wait-ready=false"_s});
        QVERIFY(result.has_value());
        const QJsonObject changes = givenSpec(*result, u"/srv"_s);
        QCOMPARE(changes.value("max_memory_restart"_L1), QJsonValue(QJsonValue::Null));
        AppSpec base;
        base.restart.memoryLimit = 5;
        base.readiness.when = ReadinessPolicy::When::Ready;
        const auto spec = specFromJson(changes, base);
        QVERIFY(spec.has_value());
        QCOMPARE(spec->restart.memoryLimit, 0);
        QCOMPARE(spec->readiness.when, ReadinessPolicy::When::Auto);
    }
};

QTEST_GUILESS_MAIN(TestOptionParser)
#include "test_optionparser.moc"

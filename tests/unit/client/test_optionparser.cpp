// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"
#include "cli/optionparser.h"
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
        const auto spec = specFromJson(specChanges(*result, u"/srv"_s));
        QVERIFY2(spec.has_value(), spec ? "" : qPrintable(spec.error().message()));
        QCOMPARE(spec->name, u"api"_s);
        QCOMPARE(spec->instances, 4);
        QCOMPARE(spec->restart.memoryLimit, 100LL * 1024 * 1024);
        QCOMPARE(spec->restart.when, RestartPolicy::When::Never);
        QVERIFY(spec->readiness.waitForReady);
        QCOMPARE(spec->interpreterArgs, (QStringList{u"--inspect"_s, u"--title=x"_s}));
        QCOMPARE(spec->restart.stopExitCodes, (QList<int>{0, 42}));
        QCOMPARE(spec->filterEnv, (QStringList{u"AWS"_s, u"SSH"_s}));
        QCOMPARE(spec->stop.killTimeout, Milliseconds(3000));
        QCOMPARE(spec->cwd, u"/srv"_s);
    }

    void nullSetsASettingBack()
    {
        const auto result = parseOptions(specOptions(), {u"--max-memory-restart"_s, u"null"_s, u"--wait-ready=false"_s});
        QVERIFY(result.has_value());
        const QJsonObject changes = specChanges(*result, u"/srv"_s);
        QCOMPARE(changes.value("max_memory_restart"_L1), QJsonValue(QJsonValue::Null));
        AppSpec base;
        base.restart.memoryLimit = 5;
        base.readiness.waitForReady = true;
        const auto spec = specFromJson(changes, base);
        QVERIFY(spec.has_value());
        QCOMPARE(spec->restart.memoryLimit, 0);
        QVERIFY(!spec->readiness.waitForReady);
    }
};

QTEST_GUILESS_MAIN(TestOptionParser)
#include "test_optionparser.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specfields.h"

#include <QHash>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

/// The table itself.
class SpecFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsConsistent();
    void everyNameFindsItsField();
    void defaultTextsAreTheDefaults();
    void stringsAreTakenByEveryType();
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

QTEST_GUILESS_MAIN(SpecFieldsTest)
#include "tst_specfields.moc"

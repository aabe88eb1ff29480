// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specchange.h"
#include "core/specfields.h"

#include <QJsonObject>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class SpecChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChanged()
    {
        AppSpec spec;
        spec.script = u"a.js"_s;
        spec.env.insert(u"A"_s, u"1"_s);
        QVERIFY(specChanges(spec, spec).isEmpty());
    }

    void effects_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<ChangeEffect>("effect");
        const auto row = [](const char* key, const QJsonValue& value, ChangeEffect effect) {
            QTest::newRow(key) << QJsonObject{{QString::fromLatin1(key), value}} << effect;
        };
        row("args", u"x y"_s, ChangeEffect::NextStart);
        row("script", u"b.js"_s, ChangeEffect::NextStart);
        row("cwd", u"/tmp"_s, ChangeEffect::NextStart);
        row("interpreter", u"node@18"_s, ChangeEffect::NextStart);
        row("metrics", true, ChangeEffect::NextStart);
        row("ready_when", u"ready"_s, ChangeEffect::NextStart);
        row("exec_mode", u"cluster"_s, ChangeEffect::Restart);
        row("name", u"new"_s, ChangeEffect::Live);
        row("instances", 3, ChangeEffect::Live);
        row("restart", u"never"_s, ChangeEffect::Live);
        row("max_memory_restart", u"100M"_s, ChangeEffect::Live);
        row("kill_timeout", 5000, ChangeEffect::Live);
        row("watch", true, ChangeEffect::Live);
        row("cron_restart", u"0 3 * * *"_s, ChangeEffect::Live);
        row("log_max_size", u"1M"_s, ChangeEffect::Live);
        row("out_file", u"x.log"_s, ChangeEffect::Live);
    }

    void effects()
    {
        QFETCH(QJsonObject, change);
        QFETCH(ChangeEffect, effect);
        AppSpec before;
        before.name = u"api"_s;
        before.script = u"a.js"_s;
        if (change.contains("instances"_L1))
            change.insert("exec_mode"_L1, u"fork"_s); // else a mode would follow from them
        const Result<AppSpec> after = specFromJson(change, before);
        QVERIFY(after);
        const QList<SpecChange> changes = specChanges(before, *after);
        QCOMPARE(changes.size(), 1);
        QVERIFY(change.contains(changes.first().key));
        QCOMPARE(changes.first().effect, effect);
        QCOMPARE(keysOf(changes, true).size(), effect == ChangeEffect::Live ? 1 : 0);
        QCOMPARE(keysOf(changes, false).size(), effect == ChangeEffect::Live ? 0 : 1);
    }

    void variablesAreNamed()
    {
        AppSpec before;
        before.env = {{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}, {u"C"_s, u"3"_s}};
        before.envProfiles.insert(u"production"_s, {{u"D"_s, u"1"_s}});
        AppSpec after = before;
        after.env = {{u"B"_s, u"2"_s}, {u"C"_s, u"4"_s}, {u"E"_s, u"5"_s}};
        after.envProfiles[u"production"_s].insert(u"D"_s, u"2"_s);
        QList<SpecChange> changes = specChanges(before, after);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).variables, (QStringList{u"A"_s, u"C"_s, u"E"_s}));
        QCOMPARE(changes.at(1), (SpecChange{u"env_production"_s, u"env_production"_s, ChangeEffect::Live, {u"D"_s}})); // nobody uses it
        before.envProfile = after.envProfile = u"production"_s;
        changes = specChanges(before, after);
        QCOMPARE(changes.at(1).effect, ChangeEffect::NextStart);
    }

    void socketsThatAreSharedForTheFirstTimeNeedARestart()
    {
        AppSpec before;
        before.execMode = ExecMode::Cluster;
        AppSpec after = before;
        after.cluster.listen = {u"3000"_s};
        QCOMPARE(specChanges(before, after).first().effect, ChangeEffect::Restart);
        AppSpec further = after;
        further.cluster.listen.append(u"3001"_s);
        QCOMPARE(specChanges(after, further).first().effect, ChangeEffect::NextStart);
    }

    void everyStoredFieldHasATitle()
    {
        const AppSpec spec;
        for (const SpecField& field : specFields()) {
            if (field.supported && !field.write(spec).isUndefined())
                QVERIFY2(specFieldTitle(field.key) != field.key, qPrintable(field.key));
        }
        QCOMPARE(specFieldTitle(u"no_such_key"_s), u"no_such_key"_s);
    }
};

QTEST_GUILESS_MAIN(SpecChangeTest)
#include "tst_specchange.moc"

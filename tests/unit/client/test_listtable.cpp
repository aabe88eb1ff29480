// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/description.h"
#include "cli/displaywidth.h"
#include "cli/listtable.h"
#include "core/policytext.h"
#include "core/specfields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

constexpr qint64 now = 1'795'000'000'000;

QJsonObject app(const QString& name, const QJsonObject& extra, const QJsonArray& instances)
{
    QJsonObject spec{{u"name"_s, name}, {u"script"_s, u"server.js"_s}, {u"cwd"_s, u"/srv/shop"_s}};
    for (auto entry = extra.constBegin(); entry != extra.constEnd(); ++entry)
        spec.insert(entry.key(), entry.value());
    return {{u"id"_s, name + "-1"_L1}, {u"spec"_s, spec}, {u"scriptPath"_s, u"/srv/shop/server.js"_s}, {u"interpreterPath"_s, u"/usr/bin/node"_s},
            {u"guardPid"_s, 77}, {u"instances"_s, instances}};
}

QJsonObject online(int number, int index, qint64 uptime, double cpu, qint64 memory)
{
    return {{u"number"_s, number}, {u"index"_s, index}, {u"state"_s, u"online"_s}, {u"pid"_s, 4000 + number}, {u"startedAt"_s, now - uptime}, {u"wantedUp"_s, true},
            {u"cpu"_s, cpu}, {u"memory"_s, memory}};
}

QList<ListedInstance> sample()
{
    const QJsonObject errored{{u"number"_s, 3}, {u"state"_s, u"errored"_s}, {u"restarts"_s, 15}, {u"reason"_s, u"gave up: 16 crashes within 2.2 s; last exit code 3"_s}};
    const QJsonObject waiting{{u"number"_s, 4}, {u"state"_s, u"waiting restart"_s}, {u"restarts"_s, 2}, {u"reason"_s, u"exit code 1"_s}, {u"restartAt"_s, now + 1500}};
    const QJsonObject stopped{{u"number"_s, 5}, {u"state"_s, u"stopped"_s}, {u"lostLogBytes"_s, 4096}};
    const QJsonArray apps{
        app(u"api"_s, {{u"namespace"_s, u"shop"_s}}, {online(0, 0, 42'000, 0.34, 50'000'000), online(1, 1, 3'700'000, 101.2, 1'610'612'736)}),
        app(u"日本語サーバー"_s, {}, {online(2, 0, 90'000'000, 0, 1024)}),
        app(u"crash"_s, {}, {errored}),
        app(u"café-🚀"_s, {}, {waiting}),
        app(u"a name that is much longer than anybody would like to read"_s, {}, {stopped}),
    };
    return listedInstances({{u"apps"_s, apps}});
}

/// The file in tests/data/cli; written instead when TROPERO_UPDATE_GOLDEN is set.
void compareWithFile(const QString& name, const QString& text)
{
    QFile file(QStringLiteral(TROPERO_TEST_DATA "/cli/") + name);
    if (qEnvironmentVariableIsSet("TROPERO_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QString expected = QString::fromUtf8(file.readAll()).remove(u'\r');
    QVERIFY2(text == expected, qPrintable(u"\nexpected:\n%1\nis:\n%2"_s.arg(expected, text)));
}

} // namespace

class TestListTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_console.setColours(Console::ColourMode::Never); }

    void styles_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<ListStyle>("style");
        QTest::newRow("full.txt") << 0 << ListStyle::Adaptive;
        QTest::newRow("wide.txt") << 140 << ListStyle::Adaptive;
        QTest::newRow("condensed.txt") << 100 << ListStyle::Adaptive;
        QTest::newRow("mini.txt") << 50 << ListStyle::Adaptive;
        QTest::newRow("mini.txt ") << 0 << ListStyle::Mini;
    }
    void styles()
    {
        QFETCH(int, width);
        QFETCH(ListStyle, style);
        compareWithFile(QString::fromLatin1(QTest::currentDataTag()).trimmed(), listText(sample(), style, width, now, m_console));
    }

    void colours()
    {
        Console console;
        console.setColours(Console::ColourMode::Always);
        compareWithFile(u"colours.txt"_s, listText(sample(), ListStyle::Full, 0, now, console));
    }

    void anEmptyListSaysWhatToDo() { QVERIFY(listText({}, ListStyle::Adaptive, 80, now, m_console).contains(u"tropero start"_s)); }

    void linesOfATableAreEquallyWide()
    {
        const QStringList lines = listText(sample(), ListStyle::Full, 0, now, m_console).split(u'\n').filter(QRegularExpression(u"^[╭│├╰]"_s));
        QCOMPARE(lines.size(), 10);
        for (const QString& line : lines)
            QCOMPARE(displayWidth(line), displayWidth(lines.constFirst()));
    }

    void aUserColumnAppearsWhenOneIsSet()
    {
        const auto with = listedInstances({{u"apps"_s, QJsonArray{app(u"a"_s, {{u"uid"_s, u"www-data"_s}}, {online(0, 0, 1, 0, 1)})}}});
        QVERIFY(listText(with, ListStyle::Full, 0, now, m_console).contains(u"www-data"_s));
        QVERIFY(!listText(sample(), ListStyle::Full, 0, now, m_console).contains(u"user"_s));
    }

    void widths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("ASCII") << u"api"_s << 3;
        QTest::newRow("accents") << u"café"_s << 4;
        QTest::newRow("combining") << u"cafe\u0301"_s << 4;
        QTest::newRow("CJK") << u"日本"_s << 4;
        QTest::newRow("Hangul") << u"한국"_s << 4;
        QTest::newRow("full width") << u"Ａ"_s << 2;
        QTest::newRow("emoji") << u"🚀"_s << 2;
        QTest::newRow("box drawing") << u"│─"_s << 2;
        QTest::newRow("empty") << u""_s << 0;
    }
    void widths()
    {
        QFETCH(QString, text);
        QTEST(displayWidth(text), "width");
    }

    void cutting()
    {
        QCOMPARE(elided(u"abcdef"_s, 6), u"abcdef"_s);
        QCOMPARE(elided(u"abcdefg"_s, 6), u"abcde…"_s);
        QCOMPARE(elided(u"日本語"_s, 5), u"日本…"_s);
        QCOMPARE(elided(u"日本語"_s, 4), u"日…"_s);
    }

    void sorting()
    {
        auto instances = sample();
        QVERIFY(sortListed(instances, u"memory:desc"_s));
        QCOMPARE(instances.at(0).status.number, 1);
        QVERIFY(sortListed(instances, u"name"_s));
        QVERIFY(instances.at(0).name.startsWith(u"a name"_s));
        QVERIFY(sortListed(instances, u"uptime"_s));
        const auto wrong = sortListed(instances, u"memroy"_s);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message().contains(u"\"memory\""_s));
        QVERIFY(!sortListed(instances, u"name:up"_s));
    }

    void description()
    {
        const QJsonObject more{{u"namespace"_s, u"shop"_s}, {u"args"_s, QJsonArray{u"--port"_s, u"two words"_s}}, {u"max_memory_restart"_s, 314'572'800},
                               {u"exp_backoff_restart_delay"_s, 100}, {u"stop_exit_codes"_s, QJsonArray{0, 42}},
                               {u"env"_s, QJsonObject{{u"API_TOKEN"_s, u"geheim"_s}, {u"PORT"_s, u"3000"_s}}}};
        QJsonObject instance = online(7, 0, 42'000, 1.25, 52'000'000);
        for (const auto& [key, value] : {std::pair{u"restarts"_s, QJsonValue(3)}, {u"unstableRestarts"_s, QJsonValue(1)}, {u"exitCode"_s, QJsonValue(1)},
                                         {u"exitSignal"_s, QJsonValue(0)}, {u"reason"_s, QJsonValue(u"restarted after exit code 1"_s)}, {u"processes"_s, QJsonValue(2)},
                                         {u"threads"_s, QJsonValue(11)}, {u"openFiles"_s, QJsonValue(24)}, {u"ports"_s, QJsonValue(QJsonArray{80, 3000})},
                                         {u"outLog"_s, QJsonValue(u"/nowhere/api-7-out.log"_s)}})
            instance.insert(key, value);
        const auto one = listedInstances({{u"apps"_s, QJsonArray{app(u"api"_s, more, {instance})}}}).constFirst();
        const QString text = describeText(one, {QJsonObject{{u"at"_s, now}, {u"kind"_s, u"online"_s}, {u"reason"_s, u"started by command"_s}}}, now, m_console);
        QVERIFY2(!text.contains(u"geheim"_s), qPrintable(text));
        // Local time and native separators differ between machines.
        QString portable = text;
        portable.replace(QRegularExpression(u"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"_s), u"TIME"_s).replace(u'\\', u'/');
        compareWithFile(u"describe.txt"_s, portable);
    }

    void aClusterInTheList()
    {
        QJsonObject cluster = app(u"api"_s, {{u"exec_mode"_s, u"cluster"_s}, {u"watch"_s, true}}, {online(0, 0, 1, 0, 1), online(1, 1, 1, 0, 1)});
        cluster.insert("primary"_L1, QJsonObject{{u"pid"_s, 98765}});
        cluster.insert("reload"_L1, QJsonObject{{u"total"_s, 2}, {u"done"_s, 1}, {u"queued"_s, 1}});
        const auto instances = listedInstances({{u"apps"_s, QJsonArray{cluster, app(u"job"_s, {}, {online(2, 0, 1, 0, 1)})}}});
        QCOMPARE(instances.size(), 3);
        const QString text = listText(instances, ListStyle::Full, 0, now, m_console);
        QVERIFY(!text.contains(u"98765"_s)); // a primary is no row
        const QStringList rows = text.split(u'\n');
        QVERIFY2(rows.filter(u"api"_s).at(0).contains(u"cluster"_s) && rows.filter(u"api"_s).at(0).contains(u"enabled"_s), qPrintable(text));
        QVERIFY2(rows.filter(u"job"_s).at(0).contains(u"fork"_s) && rows.filter(u"job"_s).at(0).contains(u"disabled"_s), qPrintable(text));
        QCOMPARE(rows.filter(u"is being reloaded"_s), QStringList{u"  api: is being reloaded, 1 of 2 done; waiting after it: 1"_s});
        QVERIFY(!listText(sample(), ListStyle::Full, 0, now, m_console).contains(u"watching"_s));
    }

    void descriptionOfACluster()
    {
        const QJsonObject more{{u"exec_mode"_s, u"cluster"_s}, {u"instances"_s, 2}, {u"scheduling"_s, u"reuseport"_s}, {u"ready_when"_s, u"listening"_s},
                               {u"ready_probe"_s, u"http://localhost:3000/up"_s}, {u"watch"_s, QJsonArray{u"src"_s, u"lib"_s}}, {u"ext"_s, u"js"_s}, {u"watch_delay"_s, u"1s"_s},
                               {u"cron_restart"_s, u"0 3 * * *"_s}, {u"shutdown_with_message"_s, true}};
        QJsonObject instance = online(7, 0, 42'000, 1.25, 52'000'000);
        instance.insert("nodeVersion"_L1, u"22.12.0"_s);
        instance.insert("replacing"_L1, true);
        instance.insert("metrics"_L1, QJsonObject{{u"users"_s, QJsonObject{{u"value"_s, 3}}},
                                                  {u"bad\x1b]0;x"_s, QJsonObject{{u"value"_s, u"\x1b[2J"_s}, {u"unit"_s, u"MB"_s}}}});
        instance.insert("actions"_L1, QJsonArray{u"gc"_s, u"flush cache"_s});
        QJsonObject cluster = app(u"api"_s, more, {instance, online(8, 1, 1, 0, 1)});
        cluster.insert("primary"_L1, QJsonObject{{u"pid"_s, 98765}, {u"nodeVersion"_s, u"22.12.0"_s}, {u"cpu"_s, 0.5}, {u"memory"_s, 41'943'040}, {u"startedAt"_s, now}});
        cluster.insert("reload"_L1, QJsonObject{{u"total"_s, 2}});
        const auto one = listedInstances({{u"apps"_s, QJsonArray{cluster}}}).constFirst();
        const QString text = describeText(one, {}, now, m_console).simplified();
        for (const QString& part : {u"reload is being reloaded, 0 of 2 done, this instance now"_s, u"node version 22.12.0"_s, u"exec mode cluster"_s,
                                    u"scheduling reuseport: each worker has a socket of its own"_s, u"primary pid 98765, Node 22.12.0, 0.5%, 40.0 MB"_s, u"users 3"_s,
                                    u"tropero trigger 7 gc"_s, u"tropero trigger 7 \"flush cache\""_s, u"watch src, lib; only js; after 1 s"_s, u"cron restart 0 3 * * *"_s,
                                    u"ready when it listens and http://localhost:3000/up answers, or after 3 s"_s,
                                    u"stop the message 'shutdown', whatever is left is killed after 1.6 s"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in: "_s + text));
        QVERIFY(!text.contains(u'\x1b')); // an app cannot reach the terminal by its metrics
    }

    void restartSentences()
    {
        RestartPolicy policy;
        policy.when = RestartPolicy::When::Never;
        QCOMPARE(restartSentence(policy), u"Never"_s);
        policy.when = RestartPolicy::When::OnFailure;
        policy.delay = Milliseconds(500);
        QCOMPARE(restartSentence(policy), u"When it fails, after 500 ms, until 16 crashes within 10 min"_s);
    }

private:
    Console m_console;
};

QTEST_GUILESS_MAIN(TestListTable)
#include "test_listtable.moc"

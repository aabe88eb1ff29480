// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

/// Config files, good and bad.
class ConfigTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("json") << u"a.json"_s << QByteArray("// apps\n{\"apps\": [{\"name\": \"one\", \"script\": \"idle.js\",}, {\"name\": \"two\", \"script\": \"./idle.js\"}]}");
        QTest::newRow("yaml") << u"a.yml"_s << QByteArray("apps:\n  - name: one\n    script: idle.js\n  - name: two\n    script: ./idle.js\n");
        QTest::newRow("js") << u"a.config.js"_s << QByteArray("console.log('noise'); module.exports = { apps: ['one', 'two'].map(name => ({ name, script: 'idle.js' })) };");
        QTest::newRow("mjs") << u"a.config.mjs"_s << QByteArray("export default { apps: [{ name: 'one', script: 'idle.js' }, { name: 'two', script: 'idle.js' }] };");
        QTest::newRow("cjs") << u"a.config.cjs"_s << QByteArray("exports.apps = [{ name: 'one', script: 'idle.js' }, { name: 'two', script: 'idle.js' }];");
    }

    void formats()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        m_box->file(name, content);
        RUN_OK({u"start"_s, name});
        QCOMPARE(m_box->status(u"one"_s), u"online"_s);
        QCOMPARE(m_box->status(u"two"_s), u"online"_s);
        const qint64 pid = m_box->pid(u"one"_s);
        RUN_OK({u"start"_s, name}); // again: restarts, no second copies
        QCOMPARE(m_box->jlist().size(), 2);
        QVERIFY(m_box->pid(u"one"_s) != pid);
        RUN_OK({u"stop"_s, name});
        QCOMPARE(m_box->status(u"two"_s), u"stopped"_s);
        RUN_OK({u"delete"_s, name});
        QCOMPARE(m_box->jlist().size(), 0);
    }

    void profilesAndOnly()
    {
        m_box->file(u"print.js"_s, "console.log(process.env.WHERE); setInterval(() => {}, 1000)");
        m_box->file(u"a.json"_s, R"([{"name":"one","script":"print.js","env":{"WHERE":"here"},"env_production":{"WHERE":"there"}},{"name":"two","script":"idle.js"}])");
        RUN_OK({u"start"_s, u"a.json"_s, u"--only"_s, u"one"_s, u"--env"_s, u"production"_s});
        QCOMPARE(m_box->jlist().size(), 1);
        QTRY_COMPARE(m_box->outLog(u"one"_s), QByteArray("there\n"));
    }

    void jsonFromStandardInput()
    {
        RUN_OK({u"start"_s, u"-"_s}, R"({"apps":[{"name":"piped","script":"idle.js"}]})");
        QCOMPARE(m_box->status(u"piped"_s), u"online"_s);
    }

    void changedFileTakesEffect()
    {
        m_box->file(u"other.js"_s, "console.log('other'); setInterval(() => {}, 1000)");
        m_box->file(u"a.json"_s, R"({"apps":[{"name":"one","script":"idle.js"}]})");
        RUN_OK({u"start"_s, u"a.json"_s});
        m_box->file(u"a.json"_s, R"({"apps":[{"name":"one","script":"other.js","instances":2,"exec_mode":"fork"}]})");
        RUN_OK({u"start"_s, u"a.json"_s});
        QCOMPARE(m_box->jlist().size(), 2);
        QTRY_VERIFY(m_box->outLog(u"one"_s, 0).endsWith("other\n"));
        QTRY_VERIFY(m_box->outLog(u"one"_s, 1).endsWith("other\n"));
    }

    void badFilesAreExplained_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("said");
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray n = QByteArray::number(i), p = QByteArray::number(i - 1);
            bomb += "a" + n + ": &a" + n + " [" + QByteArrayList(10, "*a" + p).join(',') + "]\n";
        }
        QTest::newRow("broken json") << u"a.json"_s << QByteArray("{\"apps\": [{\"script\": \"idle.js\"}") << QByteArray("a.json");
        QTest::newRow("broken yaml") << u"a.yaml"_s << QByteArray("apps:\n  - script: [unclosed\n") << QByteArray("a.yaml");
        QTest::newRow("alias bomb") << u"a.yaml"_s << QByteArray(bomb + "apps: *a11\n") << QByteArray("a.yaml");
        QTest::newRow("cyclic alias") << u"a.yaml"_s << QByteArray("apps: &x\n  - *x\n") << QByteArray("a.yaml");
        QTest::newRow("wrong value") << u"a.json"_s << QByteArray(R"({"apps":[{"name":"api","script":"idle.js","kill_timeout":"soon"}]})") << QByteArray("kill_timeout");
        QTest::newRow("no script") << u"a.json"_s << QByteArray(R"({"apps":[{"name":"api"}]})") << QByteArray("script");
        QTest::newRow("throws") << u"a.config.js"_s << QByteArray("throw new Error('my config is wrong')") << QByteArray("my config is wrong");
        QTest::newRow("never ends") << u"a.config.js"_s << QByteArray("for (;;) {}") << QByteArray("a.config.js");
        QTest::newRow("empty") << u"a.json"_s << QByteArray() << QByteArray("a.json");
        QTest::newRow("binary") << u"a.json"_s << QByteArray(5000, '\0') << QByteArray("a.json");
    }

    void badFilesAreExplained()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, said);
        m_box->file(name, content);
        const Outcome outcome = m_box->run({u"start"_s, name});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(said), QByteArray(outcome.out + outcome.err).constData());
        QVERIFY2(outcome.err.size() < 3000, outcome.err.constData());
        QCOMPARE(m_box->jlist().size(), 0);
    }

    void typosAreNamed()
    {
        m_box->file(u"a.json"_s, R"({"apps":[{"name":"api","script":"idle.js","max_memry_restart":"100M"}]})");
        const Outcome outcome = m_box->run({u"start"_s, u"a.json"_s});
        QVERIFY2((outcome.out + outcome.err).contains("max_memory_restart"), QByteArray(outcome.out + outcome.err).constData());
    }

    void hundredAppsStart()
    {
        QByteArray text = "apps:\n";
        for (int i = 0; i < 100; ++i) text += "  - {name: s" + QByteArray::number(i) + ", script: sleep, args: '1000'}\n";
        m_box->file(u"hundred.yaml"_s, text);
        RUN_OK({u"start"_s, u"hundred.yaml"_s});
        const QJsonArray entries = m_box->jlist();
        QCOMPARE(entries.size(), 100);
        for (const QJsonValue& entry : entries) QCOMPARE(entry["pm2_env"_L1]["status"_L1].toString(), u"online"_s);
        RUN_OK({u"delete"_s, u"all"_s});
        QCOMPARE(m_box->appProcesses(), QList<qint64>());
    }
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "tst_config.moc"

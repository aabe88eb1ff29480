// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

using namespace Qt::StringLiterals;

/// --env of an app that runs: its env_NAME blocks, and names that it has not.
class ProfilesTest : public SandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void anotherOneIsChosen()
    {
        startApp();
        RUN_OK({u"edit"_s, u"one"_s, u"--env"_s, u"production"_s});
        RUN_OK({u"restart"_s, u"one"_s});
        QTRY_VERIFY(m_box->outLog(u"one"_s).endsWith("there\n"));
        RUN_OK({u"edit"_s, u"one"_s, u"--env"_s, u"null"_s});
        RUN_OK({u"restart"_s, u"one"_s});
        QTRY_VERIFY(m_box->outLog(u"one"_s).endsWith("here\n"));
    }

    void oneThatIsNotThereIsRefused_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("edit") << u"edit"_s;
        QTest::newRow("restart") << u"restart"_s;
        QTest::newRow("reload") << u"reload"_s;
        QTest::newRow("start") << u"start"_s;
    }

    void oneThatIsNotThereIsRefused()
    {
        QFETCH(QString, command);
        startApp();
        const qint64 pid = m_box->pid(u"one"_s);
        const Outcome outcome = m_box->run({command, u"one"_s, u"--env"_s, u"producton"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("Did you mean \"production\"") && outcome.err.contains("staging"), outcome.err.constData());
        QCOMPARE(m_box->pid(u"one"_s), pid);
        QVERIFY(!m_box->run({u"describe"_s, u"one"_s}).out.contains("producton"));
    }

    void aScriptHasNone()
    {
        m_box->file(u"print.js"_s, "setInterval(() => {}, 1000)");
        const Outcome outcome = m_box->run({u"start"_s, u"print.js"_s, u"--name"_s, u"two"_s, u"--env"_s, u"production"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData()); // as PM2, which warns
        QVERIFY2(outcome.err.contains("env_production"), outcome.err.constData());
        QCOMPARE(m_box->status(u"two"_s), u"online"_s);
        const Outcome edited = m_box->run({u"edit"_s, u"two"_s, u"--env"_s, u"production"_s});
        QCOMPARE(edited.code, 1);
        QVERIFY2(edited.err.contains("no profile at all"), edited.err.constData());
    }

private:
    void startApp()
    {
        m_box->file(u"print.js"_s, "console.log(process.env.WHERE); setInterval(() => {}, 1000)");
        m_box->file(u"a.json"_s,
                    R"([{"name":"one","script":"print.js","env":{"WHERE":"here"},"env_production":{"WHERE":"there"},"env_staging":{"WHERE":"between"}}])");
        RUN_OK({u"start"_s, u"a.json"_s});
        QTRY_COMPARE(m_box->outLog(u"one"_s), QByteArray("here\n"));
    }
};

QTEST_GUILESS_MAIN(ProfilesTest)
#include "tst_profiles.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e.h"

#include "ipc/blockingcall.h"
#include "ipc/methods.h"
#include "platform/files.h"
#include "platform/processes.h"

using namespace tropero;
using namespace Qt::StringLiterals;

/// apps.update with the real daemon and guard.
class EditingTest : public SandboxTest
{
    Q_OBJECT

private:
    Result<QJsonObject> call(QLatin1StringView method, const QJsonObject& params)
    {
        ipc::BlockingConnection connection;
        if (const auto opened = connection.open(platform::daemonEndpoint(m_box->home()), 5'000); !opened)
            return std::unexpected(opened.error());
        const Result<QJsonValue> result = connection.call(method, params, 30'000);
        if (!result)
            return std::unexpected(result.error());
        return result->toObject();
    }

    /// The app's spec with these changes.
    Result<QJsonObject> update(const QString& name, const QJsonObject& changes)
    {
        const Result<QJsonObject> list = call(ipc::method::appsList, {{u"target"_s, name}});
        if (!list)
            return list;
        const QJsonObject app = list->value("apps"_L1).toArray().at(0).toObject();
        QJsonObject spec = app.value("spec"_L1).toObject();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            spec.insert(it.key(), it.value());
        return call(ipc::method::appsUpdate, {{u"app"_s, app.value("id"_L1)}, {u"spec"_s, spec}});
    }

    QByteArray variable(const QString& name, const char* which) const
    {
        return platform::environmentVariableOf(m_box->pid(name), which).value_or(QByteArray());
    }

private Q_SLOTS:
    void aVariableIsThereAfterTheRestart()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"api"_s}, {}, {u"WHERE=here"_s});
        const qint64 pid = m_box->pid(u"api"_s);
        const Result<QJsonObject> answer = update(u"api"_s, {{u"env"_s, QJsonObject{{u"EDITED"_s, u"yes"_s}}}});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QCOMPARE(answer->value("needsRestart"_L1).toArray(), QJsonArray{u"env"_s});
        QCOMPARE(m_box->pid(u"api"_s), pid);
        QCOMPARE(variable(u"api"_s, "EDITED"), QByteArray());
        RUN_OK({u"restart"_s, u"api"_s});
        QVERIFY(m_box->pid(u"api"_s) != pid);
        QCOMPARE(variable(u"api"_s, "EDITED"), QByteArray("yes"));
        const Result<QJsonObject> list = call(ipc::method::appsList, {{u"target"_s, u"api"_s}});
        QVERIFY(list && !list->value("apps"_L1).toArray().at(0).toObject().contains("needsRestart"_L1));
    }

    void aCrashTakesTheNewValuesToo()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"api"_s});
        QVERIFY(update(u"api"_s, {{u"env"_s, QJsonObject{{u"EDITED"_s, u"yes"_s}}}}));
        const qint64 pid = m_box->pid(u"api"_s);
        killHard(pid);
        QTRY_VERIFY_WITH_TIMEOUT(m_box->status(u"api"_s) == "online"_L1 && m_box->pid(u"api"_s) != pid, 10'000);
        QCOMPARE(variable(u"api"_s, "EDITED"), QByteArray("yes"));
    }

    void aPolicyNeedsNoRestart()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"api"_s});
        const qint64 pid = m_box->pid(u"api"_s);
        const Result<QJsonObject> answer = update(u"api"_s, {{u"restart"_s, u"never"_s}});
        QVERIFY(answer && answer->value("needsRestart"_L1).toArray().isEmpty());
        QCOMPARE(answer->value("applied"_L1).toArray(), QJsonArray{u"restart"_s});
        QCOMPARE(m_box->pid(u"api"_s), pid);
        killHard(pid);
        QTRY_COMPARE_WITH_TIMEOUT(m_box->status(u"api"_s), u"stopped"_s, 10'000); // it would be started again otherwise
        QVERIFY(update(u"api"_s, {{u"restart"_s, u"always"_s}}));
        QCOMPARE(m_box->status(u"api"_s), u"stopped"_s); // nobody asked for a start
    }

    void aLimitIsWatchedAtOnce()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"api"_s});
        const qint64 pid = m_box->pid(u"api"_s);
        QVERIFY(update(u"api"_s, {{u"max_memory_restart"_s, u"1M"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(m_box->restarts(u"api"_s) > 0, 40'000);
        QVERIFY(m_box->pid(u"api"_s) != pid);
    }

    void aLogIsMovedWhileItIsWritten()
    {
        m_box->file(u"tick.js"_s, "setInterval(() => console.log('tick'), 50)");
        RUN_OK({u"start"_s, u"tick.js"_s, u"--name"_s, u"api"_s});
        QTRY_VERIFY(!m_box->outLog(u"api"_s).isEmpty());
        const QString moved = m_box->folder() + u"/moved.log"_s;
        const Result<QJsonObject> answer = update(u"api"_s, {{u"out_file"_s, moved}});
        QVERIFY(answer && answer->value("needsRestart"_L1).toArray().isEmpty());
        QTRY_VERIFY(readAll(moved).startsWith("tick\n"));
        QCOMPARE(m_box->restarts(u"api"_s), 0);
    }

    void theNewSpecOutlivesDaemonAndGuard()
    {
        RUN_OK({u"start"_s, u"idle.js"_s, u"--name"_s, u"api"_s});
        QVERIFY(update(u"api"_s, {{u"name"_s, u"shop"_s}, {u"env"_s, QJsonObject{{u"EDITED"_s, u"yes"_s}}}}));
        const qint64 pid = m_box->pid(u"shop"_s);
        killHard(m_box->guardPid(u"shop"_s));
        killHard(m_box->daemonPid());
        QTRY_VERIFY_WITH_TIMEOUT(m_box->status(u"shop"_s) == "online"_L1 && m_box->pid(u"shop"_s) != pid, 20'000);
        QCOMPARE(variable(u"shop"_s, "EDITED"), QByteArray("yes"));
    }

    void aReloadIsEnoughForACluster()
    {
        m_box->file(u"server.js"_s, "require('http').createServer((q, r) => r.end('x')).listen(0);");
        RUN_OK({u"start"_s, u"server.js"_s, u"--name"_s, u"api"_s, u"-i"_s, u"2"_s});
        const qint64 pid = m_box->pid(u"api"_s);
        const Result<QJsonObject> answer = update(u"api"_s, {{u"env"_s, QJsonObject{{u"EDITED"_s, u"yes"_s}}}});
        QVERIFY(answer && answer->value("needsRestart"_L1).toArray() == QJsonArray{u"env"_s});
        RUN_OK({u"reload"_s, u"api"_s});
        QVERIFY(m_box->pid(u"api"_s) != pid);
        QCOMPARE(variable(u"api"_s, "EDITED"), QByteArray("yes"));
        const Result<QJsonObject> list = call(ipc::method::appsList, {{u"target"_s, u"api"_s}});
        QVERIFY(list && !list->value("apps"_L1).toArray().at(0).toObject().contains("needsRestart"_L1));
    }

    void byTheCommandLine()
    {
        m_box->file(u"args.js"_s, "console.log(process.env.PORT); setInterval(() => {}, 1000)");
        RUN_OK({u"start"_s, u"args.js"_s, u"--name"_s, u"api"_s, u"--max-memory-restart"_s, u"900M"_s});
        const qint64 pid = m_box->pid(u"api"_s);
        const Outcome outcome = m_box->run({u"edit"_s, u"api"_s, u"--max-memory-restart"_s, u"null"_s, u"--port"_s, u"4000"_s, u"-i"_s, u"2"_s});
        QVERIFY2(outcome.code == 0, (outcome.out + outcome.err).constData());
        const QList<QByteArray> lines = outcome.out.split('\n');
        QVERIFY2(lines.contains("api: in effect: Instances, Memory limit"), outcome.out.constData());
        QVERIFY2(lines.contains("api: from the next start on: Environment"), outcome.out.constData());
        QCOMPARE(m_box->pid(u"api"_s), pid);
        QCOMPARE(m_box->jlist().size(), 2); // forks still
        QCOMPARE(m_box->entry(u"api"_s, 1).value("pm2_env"_L1).toObject().value("exec_mode"_L1).toString(), u"fork_mode"_s);
        QTRY_COMPARE(m_box->outLog(u"api"_s, 1), QByteArray("4000\n"));
        RUN_OK({u"restart"_s, u"api"_s});
        QTRY_VERIFY(m_box->outLog(u"api"_s).endsWith("4000\n"));
        QVERIFY(m_box->run({u"edit"_s, u"api"_s}).code != 0);
        QVERIFY(m_box->run({u"edit"_s, u"api"_s, u"--kill-timeout"_s, u"soon"_s}).code != 0);
        QVERIFY(m_box->run({u"edit"_s, u"nobody"_s, u"--port"_s, u"1"_s}).code != 0);
    }

    void aForkBecomesACluster()
    {
        m_box->file(u"server.js"_s, "require('http').createServer((q, r) => r.end('x')).listen(0, () => console.log('listens'));");
        RUN_OK({u"start"_s, u"server.js"_s, u"--name"_s, u"api"_s});
        const Result<QJsonObject> answer = update(u"api"_s, {{u"exec_mode"_s, u"cluster"_s}, {u"instances"_s, 2}});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message()));
        QVERIFY(answer->value("needsRestart"_L1).toArray().contains(u"exec_mode"_s));
        QCOMPARE(m_box->jlist().size(), 2);
        RUN_OK({u"restart"_s, u"api"_s});
        QCOMPARE(m_box->status(u"api"_s, 0), u"online"_s);
        QCOMPARE(m_box->status(u"api"_s, 1), u"online"_s);
        const Result<QJsonObject> list = call(ipc::method::appsList, {{u"target"_s, u"api"_s}});
        QVERIFY(list && list->value("apps"_L1).toArray().at(0).toObject().contains("primary"_L1));
    }
};

QTEST_GUILESS_MAIN(EditingTest)
#include "tst_editing.moc"

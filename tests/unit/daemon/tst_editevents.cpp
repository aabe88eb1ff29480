// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of an edit besides the new spec: an event, and that a restart is due, also for the next daemon.
#include "editedapp.h"

#include "core/reason.h"
#include "platform/filelock.h"

#include <QJsonDocument>

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

class EditEventsTest : public EditedAppTest
{
    Q_OBJECT

private:
    QList<QJsonObject> edits()
    {
        QList<QJsonObject> found;
        for (const QJsonValue& event : m->list(method::historyEvents, "events"_L1, m->target(u"api"_s))) {
            if (event["kind"_L1] == u"edited"_s) found.append(event.toObject());
        }
        return found;
    }

private Q_SLOTS:
    void anEditIsAnEvent()
    {
        QVERIFY(update(changed({{u"max_restarts"_s, 3}, {u"env"_s, QJsonObject{{u"A"_s, u"very secret"_s}, {u"DB_PASSWORD"_s, u"whisper"_s}}}})));
        QTRY_COMPARE(edits().size(), 1);
        const QJsonObject event = edits().constFirst();
        QCOMPARE(event["reason"_L1].toString(), u"changed: env (A, DB_PASSWORD), max_restarts; waits for a restart: env (A, DB_PASSWORD)"_s);
        QCOMPARE(event["number"_L1].toInt(-1), 0);
        QCOMPARE(event["cause"_L1]["code"_L1].toString(), u"edited-waits"_s);
        const QByteArray all = QJsonDocument(event).toJson();
        for (const char* value : {"very secret", "whisper", "hush"}) QVERIFY2(!all.contains(value), value);
    }

    void whatIsInEffectWaitsForNothing()
    {
        QVERIFY(update(changed({{u"max_restarts"_s, 3}})));
        QTRY_COMPARE(edits().size(), 1);
        QCOMPARE(edits().constFirst()["reason"_L1].toString(), u"changed: max_restarts"_s);
    }

    void nothingChangedIsNoEvent()
    {
        QVERIFY(update(changed({})));
        QVERIFY(update(changed({{u"kill_timeout"_s, 4000}}))); // comes after it
        QTRY_COMPARE(edits().size(), 1);
        QCOMPARE(edits().constFirst()["reason"_L1].toString(), u"changed: kill_timeout"_s);
    }

    void theNextDaemonKnowsThatARestartIsDue()
    {
        FakeGuard& guard = *m->guards.at(0);
        const auto lock = platform::FileLock::acquire(m->home.guardLock(m_id));
        QVERIFY(lock);
        QVERIFY(update(changed({{u"args"_s, u"x"_s}})));
        QCOMPARE(app()["needsRestart"_L1].toArray(), QJsonArray{u"args"_s});
        m->stop();
        QVERIFY(m->stored(m_id).contains("startedWith"));
        QVERIFY(m->start());
        QTimer::singleShot(0, &guard, &FakeGuard::open);
        QCOMPARE(app()["needsRestart"_L1].toArray(), QJsonArray{u"args"_s});
        // Another change counts from what the process was started with.
        QVERIFY(update(changed({{u"interpreter_args"_s, u"--trace-warnings"_s}, {u"args"_s, u"x"_s}})));
        QCOMPARE(app()["needsRestart"_L1].toArray().size(), 2);
        QVERIFY(m->call(method::instancesRestart, m->target(u"api"_s)));
        QVERIFY(!app().contains("needsRestart"_L1));
        QTRY_VERIFY(!m->stored(m_id).contains("startedWith"));
    }

    void aNewGuardStartsWithTheNewSpec()
    {
        QVERIFY(update(changed({{u"args"_s, u"x"_s}})));
        m->stop(); // and the guard with it
        QVERIFY(m->start());
        QTRY_COMPARE(m->guards.size(), 2U);
        QTRY_COMPARE(m->firstInstance()["state"_L1].toString(), u"online"_s);
        QVERIFY(!app().contains("needsRestart"_L1));
        QTRY_VERIFY(!m->stored(m_id).contains("startedWith"));
    }
};

QTEST_GUILESS_MAIN(EditEventsTest)
#include "tst_editevents.moc"

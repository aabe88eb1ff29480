// SPDX-License-Identifier: GPL-3.0-or-later
#include "editedapp.h"

using namespace tropero;
using namespace tropero::ipc;
using namespace Qt::StringLiterals;

/// apps.update: a new spec without a restart.
class AppEditingTest : public EditedAppTest
{
    Q_OBJECT

private:
    static QStringList texts(const Result<QJsonValue>& result, QLatin1StringView key)
    {
        QStringList list;
        if (!result) return {result.error().message()};
        for (const QJsonValue& value : result->toObject()[key].toArray()) list.append(value.toString());
        return list;
    }

private Q_SLOTS:
    void aPolicyIsInEffectAtOnce()
    {
        const auto result = update(changed({{u"max_restarts"_s, 3}, {u"kill_timeout"_s, 5000}}));
        QCOMPARE(texts(result, "applied"_L1), (QStringList{u"max_restarts"_s, u"kill_timeout"_s}));
        QVERIFY(texts(result, "needsRestart"_L1).isEmpty());
        QTRY_COMPARE(m->guards.at(0)->configured["spec"_L1].toObject()["max_restarts"_L1].toInt(), 3);
        QVERIFY(m->guards.at(0)->commands.size() == 1); // the start
        QVERIFY(m->stored(m_id).contains("\"max_restarts\": 3"));
        QVERIFY(m->stored(m_id).contains("hush")); // the masked value came back unchanged
        QVERIFY(!app().contains("needsRestart"_L1));
    }

    void whatAProcessIsStartedWithWaits()
    {
        const auto result = update(changed({{u"env"_s, QJsonObject{{u"A"_s, u"2"_s}}}, {u"max_restarts"_s, 3}}));
        QCOMPARE(texts(result, "applied"_L1), QStringList{u"max_restarts"_s});
        QCOMPARE(texts(result, "needsRestart"_L1), QStringList{u"env"_s});
        QCOMPARE(app()["needsRestart"_L1].toArray(), QJsonArray{u"env"_s});
        const auto more = update(changed({{u"env"_s, QJsonObject{{u"A"_s, u"2"_s}}}, {u"args"_s, u"x"_s}}));
        QCOMPARE(texts(more, "applied"_L1), QStringList{u"max_restarts"_s}); // back to its default
        QCOMPARE(texts(more, "needsRestart"_L1), (QStringList{u"args"_s, u"env"_s})); // that of before still waits
        const auto undone = update(changed({{u"args"_s, u"x"_s}}));
        QCOMPARE(texts(undone, "needsRestart"_L1), (QStringList{u"args"_s, u"env"_s})); // DB_PASSWORD was taken away, and its value is gone
        QVERIFY(m->call(method::instancesRestart, m->target(u"api"_s)));
        QVERIFY(!app().contains("needsRestart"_L1));
        QCOMPARE(m->guards.at(0)->configured["spec"_L1].toObject()["args"_L1].toArray(), QJsonArray{u"x"_s});
    }

    void whatIsTakenBackNeedsNoRestart()
    {
        QCOMPARE(texts(update(changed({{u"args"_s, u"x"_s}})), "needsRestart"_L1), QStringList{u"args"_s});
        const auto back = update(changed({}));
        QVERIFY(texts(back, "needsRestart"_L1).isEmpty());
        QVERIFY(!app().contains("needsRestart"_L1));
    }

    void aStoppedAppNeedsNoRestart()
    {
        QVERIFY(m->call(method::instancesStop, m->target(u"api"_s)));
        const auto result = update(changed({{u"args"_s, u"x"_s}}));
        QCOMPARE(texts(result, "applied"_L1), QStringList{u"args"_s});
        QVERIFY(texts(result, "needsRestart"_L1).isEmpty());
        QCOMPARE(m->firstInstance()["state"_L1].toString(), u"stopped"_s);
    }

    void subscribersHearThatARestartIsDue()
    {
        QList<QJsonObject> heard;
        m->client->setListener(notification::stateChanged, [&heard](const QJsonObject& params) {
            for (const QJsonValue& one : params["apps"_L1].toArray()) heard.append(one.toObject());
        });
        QVERIFY(m->call(method::stateSubscribe));
        QVERIFY(update(changed({{u"args"_s, u"x"_s}})));
        QTRY_VERIFY(!heard.isEmpty() && heard.constLast()["needsRestart"_L1].toArray() == QJsonArray{u"args"_s});
        QVERIFY(m->call(method::instancesRestart, m->target(u"api"_s)));
        QTRY_VERIFY(!heard.constLast().contains("needsRestart"_L1));
        m->client->setListener(notification::stateChanged, [](const QJsonObject&) {}); // `heard` ends here
    }

    void instancesAreScaled()
    {
        const QJsonObject fork{{u"exec_mode"_s, u"fork"_s}};
        QJsonObject more = fork;
        more.insert("instances"_L1, 3);
        const auto up = update(changed(more));
        QCOMPARE(texts(up, "applied"_L1), QStringList{u"instances"_s});
        QCOMPARE(up->toObject()["instances"_L1].toArray().size(), 3);
        for (const QJsonValue& one : up->toObject()["instances"_L1].toArray()) QCOMPARE(one.toObject()["state"_L1].toString(), u"online"_s);
        const auto down = update(changed(fork));
        QCOMPARE(down->toObject()["instances"_L1].toArray().size(), 1);
        QCOMPARE(m->firstInstance()["restarts"_L1].toInt(), 0);
    }

    void aNewNameIsFreeOrRefused()
    {
        m->create({m->spec(u"web"_s, u"web.js"_s)});
        const auto taken = update(changed({{u"name"_s, u"web"_s}}));
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::AlreadyExists);
        QVERIFY(update(changed({{u"name"_s, u"web"_s}, {u"namespace"_s, u"other"_s}})));
        QVERIFY(update(changed({{u"name"_s, u"shop"_s}})));
        QVERIFY(m->call(method::instancesRestart, m->target(u"shop"_s)));
        QVERIFY(!m->call(method::instancesRestart, m->target(u"api"_s)));
    }

    void nonsenseChangesNothing()
    {
        const QJsonObject before = app();
        QVERIFY(!update(changed({{u"kill_timeout"_s, u"soon"_s}})));
        QVERIFY(!update({}));
        QVERIFY(!update(changed({{u"name"_s, u"all"_s}})));
        const auto missing = m->call(method::appsUpdate, {{u"app"_s, u"none"_s}, {u"spec"_s, changed({})}});
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(app(), before);
        const auto same = update(changed({}));
        QVERIFY(same);
        QVERIFY(texts(same, "applied"_L1).isEmpty() && texts(same, "needsRestart"_L1).isEmpty());
    }
};

QTEST_GUILESS_MAIN(AppEditingTest)
#include "tst_appediting.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/daemonclient.h"
#include "client/statemirror.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tropero;

namespace {

QJsonObject instance(int number, int index, const QString& state = u"online"_s)
{
    return {{u"number"_s, number}, {u"index"_s, index}, {u"state"_s, state}};
}

QJsonObject app(const QString& id, const QJsonArray& instances)
{
    return {{u"id"_s, id}, {u"spec"_s, QJsonObject{{u"name"_s, id}, {u"script"_s, u"a.js"_s}}}, {u"instances"_s, instances}};
}

QJsonObject withApp(QJsonObject one, const QString& id)
{
    one.insert("app"_L1, id);
    return one;
}

} // namespace

class TestStateMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_client = std::make_unique<DaemonClient>(DaemonLocation{}); // never opened
        m_mirror = std::make_unique<StateMirror>(*m_client, true);
        m_mirror->applySnapshot({{u"apps"_s, QJsonArray{app(u"web"_s, {instance(4, 1), instance(3, 0)}), app(u"api"_s, {instance(1, 0)})}}});
        for (const auto signal : {&StateMirror::appAdded, &StateMirror::appRemoved, &StateMirror::appChanged})
            m_spies.push_back(std::make_unique<QSignalSpy>(m_mirror.get(), signal));
        m_instances = std::make_unique<QSignalSpy>(m_mirror.get(), &StateMirror::instancesChanged);
    }
    void cleanup()
    {
        m_spies.clear();
        m_instances.reset();
        m_mirror.reset();
    }

    void aSnapshotIsOrdered()
    {
        QSignalSpy reset(m_mirror.get(), &StateMirror::reset);
        m_mirror->applySnapshot({{u"apps"_s, QJsonArray{app(u"web"_s, {instance(4, 1), instance(3, 0)}), app(u"api"_s, {instance(1, 0)})}}});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(ids(), (QStringList{u"api"_s, u"web"_s}));
        QCOMPARE(m_mirror->app(u"web"_s)->instances.at(0).number, 3);
        QVERIFY(!m_mirror->app(u"none"_s));
    }

    void anInstanceByItsNumber()
    {
        const StateMirror::Place place = m_mirror->instance(4);
        QVERIFY(place);
        QCOMPARE(place.app->id, u"web"_s);
        QCOMPARE(place.instance->index, 1);
        QVERIFY(!m_mirror->instance(9));
        QVERIFY(!m_mirror->instance(-1));
    }

    void anAppComes()
    {
        m_mirror->applyChange({{u"apps"_s, QJsonArray{app(u"new"_s, {instance(2, 0)})}}});
        QCOMPARE(ids(), (QStringList{u"api"_s, u"new"_s, u"web"_s}));
        expect({u"new"_s}, {}, {}, {});
    }

    void anAppGoes()
    {
        m_mirror->applyChange({{u"removed"_s, QJsonArray{u"api"_s, u"unknown"_s}}});
        QCOMPARE(ids(), QStringList{u"web"_s});
        expect({}, {u"api"_s}, {}, {});
    }

    void anAppComesAndGoesInOneChange()
    {
        m_mirror->applyChange({{u"apps"_s, QJsonArray{app(u"new"_s, {instance(2, 0)})}}, {u"removed"_s, QJsonArray{u"new"_s}}});
        QCOMPARE(ids(), (QStringList{u"api"_s, u"web"_s}));
        expect({}, {}, {}, {});
    }

    void anInstanceChanges()
    {
        m_mirror->applyChange({{u"instances"_s, QJsonArray{withApp(instance(3, 0, u"errored"_s), u"web"_s)}}});
        QCOMPARE(m_mirror->app(u"web"_s)->instances.at(0).state, InstanceState::Errored);
        expect({}, {}, {}, {u"web"_s});
        QCOMPARE(m_instances->constFirst().at(1).value<QList<int>>(), QList<int>{3});
    }

    void aReloadIsSeen()
    {
        QJsonObject changed = app(u"api"_s, {instance(1, 0)});
        changed.insert("primary"_L1, QJsonObject{{u"pid"_s, 77}});
        changed.insert("reload"_L1, QJsonObject{{u"total"_s, 4}, {u"done"_s, 1}});
        m_mirror->applyChange({{u"apps"_s, QJsonArray{changed}}});
        QCOMPARE(m_mirror->app(u"api"_s)->primary.pid, 77);
        QCOMPARE(m_mirror->app(u"api"_s)->reload, (ReloadStatus{4, 1, 0}));
        m_mirror->applyChange({{u"apps"_s, QJsonArray{app(u"api"_s, {instance(1, 0)})}}});
        QCOMPARE(m_mirror->app(u"api"_s)->primary, PrimaryStatus());
        QCOMPARE(m_mirror->app(u"api"_s)->reload, ReloadStatus());
    }

    void nothingChanges()
    {
        m_mirror->applyChange({{u"instances"_s, QJsonArray{withApp(instance(3, 0), u"web"_s)}}});
        expect({}, {}, {}, {});
    }

    void anInstanceIsAdded()
    {
        m_mirror->applyChange({{u"instances"_s, QJsonArray{withApp(instance(0, 1), u"api"_s)}}});
        QCOMPARE(m_mirror->app(u"api"_s)->instances.size(), 2);
        expect({}, {}, {u"api"_s}, {});
    }

    void anInstanceIsRemoved()
    {
        m_mirror->applyChange({{u"removedInstances"_s, QJsonArray{3, 99}}});
        QCOMPARE(m_mirror->app(u"web"_s)->instances.size(), 1);
        expect({}, {}, {u"web"_s}, {});
    }

    void theOrderFollowsTheSmallestNumber()
    {
        m_mirror->applyChange({{u"removedInstances"_s, QJsonArray{1}}, {u"instances"_s, QJsonArray{withApp(instance(9, 1), u"api"_s)}}});
        QCOMPARE(ids(), (QStringList{u"web"_s, u"api"_s}));
    }

    void instancesOfUnknownAppsAreIgnored()
    {
        m_mirror->applyChange({{u"instances"_s, QJsonArray{withApp(instance(7, 0), u"unknown"_s)}}});
        QCOMPARE(ids(), (QStringList{u"api"_s, u"web"_s}));
        expect({}, {}, {}, {});
    }

    void aClientThatIsNotConnectedAnswersAtOnce()
    {
        Result<QJsonValue> answer = QJsonValue();
        m_client->call("daemon.ping"_L1, {}, this, [&](const Result<QJsonValue>& result) { answer = result; });
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    }

private:
    QStringList ids() const
    {
        QStringList result;
        for (const AppStatus& one : m_mirror->apps())
            result.append(one.id);
        return result;
    }
    static QStringList said(const QSignalSpy& spy)
    {
        QStringList result;
        for (const auto& arguments : spy)
            result.append(arguments.constFirst().toString());
        return result;
    }
    void expect(const QStringList& added, const QStringList& removed, const QStringList& changed, const QStringList& instances) const
    {
        QCOMPARE(said(*m_spies.at(0)), added);
        QCOMPARE(said(*m_spies.at(1)), removed);
        QCOMPARE(said(*m_spies.at(2)), changed);
        QCOMPARE(said(*m_instances), instances);
    }

    std::unique_ptr<DaemonClient> m_client;
    std::unique_ptr<StateMirror> m_mirror;
    std::vector<std::unique_ptr<QSignalSpy>> m_spies;
    std::unique_ptr<QSignalSpy> m_instances;
};

QTEST_GUILESS_MAIN(TestStateMirror)
#include "test_statemirror.moc"

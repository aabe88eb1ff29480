// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrorfixture.h"
#include "models/custommetrics.h"
#include "models/environmentmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace tropero;
using namespace tropero::test;

/// Variables of instances, and the figures that these report themselves.
class EnvironmentModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variables();
    void revealKeepsTheRows();
    void metricsOfApps();

private:
    static QJsonObject variable(const QString& name, const QString& value, const QString& origin, bool secret = false)
    {
        return {{u"name"_s, name}, {u"value"_s, value}, {u"origin"_s, origin}, {u"secret"_s, secret}};
    }

    EnvironmentModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void EnvironmentModelTest::variables()
{
    m_model.setVariables({variable(u"A_TOKEN"_s, u"****"_s, u"config"_s, true), variable(u"HOME"_s, u"<i>x</i>"_s, u"shell"_s),
                          variable(u"N"_s, {}, u"tropero"_s), variable(u"Z"_s, u"1"_s, u"moon"_s)});
    QCOMPARE(m_model.rowCount(), 4);
    QCOMPARE(m_model.secrets(), 1);
    QVERIFY(m_model.index(0, 0).data(EnvironmentModel::SecretRole).toBool());
    QCOMPARE(m_model.index(0, EnvironmentModel::Origin).data().toString(), u"Configuration"_s);
    QCOMPARE(m_model.index(1, EnvironmentModel::Origin).data().toString(), u"Shell"_s);
    QCOMPARE(m_model.index(2, EnvironmentModel::Origin).data().toString(), u"Tropero"_s);
    QCOMPARE(m_model.index(3, EnvironmentModel::Origin).data().toString(), u"moon"_s);
    QCOMPARE(m_model.index(1, EnvironmentModel::Value).data(Qt::ToolTipRole).toString(), u"&lt;i&gt;x&lt;/i&gt;"_s);
    QCOMPARE(m_model.line(1), u"HOME=<i>x</i>"_s);
}

void EnvironmentModelTest::revealKeepsTheRows()
{
    const QPersistentModelIndex kept(m_model.index(3, 0));
    QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
    m_model.setVariables({variable(u"A_TOKEN"_s, u"abc"_s, u"config"_s, true), variable(u"HOME"_s, u"<i>x</i>"_s, u"shell"_s),
                          variable(u"N"_s, {}, u"tropero"_s), variable(u"Z"_s, u"1"_s, u"moon"_s)});
    QVERIFY(kept.isValid());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model.index(0, EnvironmentModel::Value).data().toString(), u"abc"_s);
    m_model.setVariables({});
    QCOMPARE(m_model.rowCount(), 0);
    QVERIFY(!kept.isValid());
}

void EnvironmentModelTest::metricsOfApps()
{
    MirrorFixture f;
    InstanceStatus one = instance(1, 0, InstanceState::Online);
    one.metrics = {{u"Orders"_s, QJsonObject{{u"value"_s, 12.5}, {u"unit"_s, u"/min"_s}}},
                   {u"Latency"_s, QJsonObject{{u"value"_s, u"3.5"_s}}},
                   {u"Version"_s, QJsonObject{{u"value"_s, u"1.2.3"_s}}}};
    AppStatus api = app(u"api"_s, {one, instance(2, 1, InstanceState::Online)});
    f.mirror.applySnapshot(snapshot({api}));
    CustomMetrics metrics(f.mirror);
    QSignalSpy names(&metrics, &CustomMetrics::namesChanged);
    metrics.setInstances({1, 2});
    QVERIFY(names.size() >= 1);
    QCOMPARE(metrics.names(), (QStringList{u"Latency"_s, u"Orders"_s})); // no text
    QCOMPARE(metrics.unit(u"Orders"_s), u"/min"_s);
    one.metrics.remove(u"Orders"_s); // was known once
    one.metrics.insert(u"Depth"_s, QJsonObject{{u"value"_s, 14}});
    api.instances = {one};
    f.mirror.applySnapshot(snapshot({api}));
    metrics.add({{u"Past"_s, u"ms"_s}});
    QCOMPARE(metrics.names(), (QStringList{u"Depth"_s, u"Latency"_s, u"Orders"_s, u"Past"_s}));
    QCOMPARE(metrics.unit(u"Past"_s), u"ms"_s);
    metrics.setInstances({2});
    QVERIFY(metrics.names().isEmpty());
}

QTEST_GUILESS_MAIN(EnvironmentModelTest)
#include "tst_environmentmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailsmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class DetailsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfSections()
    {
        QCOMPARE(m_model.rowCount(), 0);
        m_model.setFacts(facts(u"1 %"_s));
        QCOMPARE(m_model.rowCount(), 4); // the first section has no title
        QCOMPARE(m_model.index(0, DetailsModel::Name).data().toString(), u"cpu"_s);
        QCOMPARE(m_model.index(0, DetailsModel::Value).data().toString(), u"1 %"_s);
        QVERIFY(m_model.index(1, 0).data(DetailsModel::SectionRole).toBool());
        QVERIFY(m_model.index(3, 1).data(DetailsModel::AlarmingRole).toBool());
        QVERIFY(!m_model.index(2, 1).data(DetailsModel::AlarmingRole).toBool());
        QCOMPARE(m_model.text({0, 1, 3}), u"cpu: 1 %\nLogs\nlost output: <b>1 MB</b>\n"_s);
        QCOMPARE(m_model.index(3, 1).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;1 MB&lt;/b&gt;"_s);
    }

    void aChangedValueKeepsTheRows()
    {
        m_model.setFacts(facts(u"1 %"_s));
        const QPersistentModelIndex kept(m_model.index(3, 0));
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        m_model.setFacts(facts(u"2 %"_s));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 0);
        QVERIFY(kept.isValid());
        m_model.setFacts(facts(u"2 %"_s));
        QCOMPARE(changed.size(), 1);
        QList<FactSection> fewer = facts(u"2 %"_s);
        fewer.removeLast();
        m_model.setFacts(fewer);
        QCOMPARE(m_model.rowCount(), 1);
        QVERIFY(!kept.isValid());
    }

private:
    static QList<FactSection> facts(const QString& cpu)
    {
        return {{{}, {{u"cpu"_s, cpu}}}, {u"Logs"_s, {{u"out log"_s, u"a.log"_s}, {u"lost output"_s, u"<b>1 MB</b>"_s, true}}}};
    }

    DetailsModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QTEST_GUILESS_MAIN(DetailsModelTest)
#include "tst_detailsmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dotenv.h"
#include "models/environmenttable.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class EnvironmentTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedInAndTakenOut();
    void marksWhatCannotStay_data();
    void marksWhatCannotStay();
    void duplicatesAreMarkedUntilOneGoes();
    void secretsAreMasked();
    void mergeChangesWhatIsKnown();
    void linesCanBeReadBack_data();
    void linesCanBeReadBack();
};

void EnvironmentTableTest::typedInAndTakenOut()
{
    EnvironmentTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy edited(&table, &EnvironmentTable::edited);
    table.setVariables({{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}});
    QVERIFY(edited.isEmpty());
    const int row = table.append();
    QVERIFY2(edited.isEmpty(), "a blank row is no variable");
    QCOMPARE(table.count(), 2);
    QVERIFY(table.problem().isEmpty());
    QVERIFY(table.setData(table.index(row, EnvironmentTable::Name), u" PORT "_s));
    QVERIFY(table.setData(table.index(row, EnvironmentTable::Value), u" 3000"_s));
    QCOMPARE(edited.size(), 2);
    QCOMPARE(table.variables(), (EnvironmentMap{{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}, {u"PORT"_s, u" 3000"_s}}));
    table.remove({0, 2, 2, 17});
    QCOMPARE(table.variables(), (EnvironmentMap{{u"B"_s, u"2"_s}}));
    QCOMPARE(table.rowCount(), 1);
}

void EnvironmentTableTest::marksWhatCannotStay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"NODE_ENV"_s << true;
    QTest::newRow("dots") << u"npm.config-x"_s << true;
    QTest::newRow("blank") << u"NODE ENV"_s << false;
    QTest::newRow("equals") << u"A=B"_s << false;
    QTest::newRow("digit first") << u"1A"_s << false;
    QTest::newRow("none") << QString() << false;
}

void EnvironmentTableTest::marksWhatCannotStay()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    EnvironmentTable table;
    table.append({name, u"value"_s});
    QCOMPARE(table.problem().isEmpty(), good);
    QCOMPARE(table.index(0, EnvironmentTable::Name).data(EnvironmentTable::ProblemRole).toString(), table.problem());
}

void EnvironmentTableTest::duplicatesAreMarkedUntilOneGoes()
{
    EnvironmentTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.append({u"A"_s, u"1"_s});
    table.append({u"B"_s, u"2"_s});
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
    table.append({u"A"_s, u"3"_s});
    const auto problem = [&](int row) { return table.index(row, EnvironmentTable::Name).data(EnvironmentTable::ProblemRole).toString(); };
    QVERIFY(!problem(0).isEmpty());
    QVERIFY(problem(1).isEmpty());
    QVERIFY(!problem(2).isEmpty());
    QVERIFY2(!changed.isEmpty() && changed.last().first().toModelIndex().row() == 0, "the first one of them is shown anew as well");
    QCOMPARE(table.variables().value(u"A"_s), u"3"_s);
    QVERIFY(table.setData(table.index(2, EnvironmentTable::Name), u"C"_s));
    QVERIFY(table.problem().isEmpty());
}

void EnvironmentTableTest::secretsAreMasked()
{
    EnvironmentTable table;
    table.append({u"API_TOKEN"_s, u"abc"_s});
    table.append({u"MODE"_s, u"dev"_s});
    const QModelIndex value = table.index(0, EnvironmentTable::Value);
    QCOMPARE(table.secrets(), 1);
    QCOMPARE(value.data().toString(), maskedValue());
    QCOMPARE(value.data(Qt::EditRole).toString(), u"abc"_s);
    QCOMPARE(table.index(1, EnvironmentTable::Value).data().toString(), u"dev"_s);
    QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
    table.setRevealed(true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(value.data().toString(), u"abc"_s);
}

void EnvironmentTableTest::mergeChangesWhatIsKnown()
{
    EnvironmentTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.append({u"Z"_s, u"old"_s});
    table.append({u"A"_s, u"1"_s});
    QSignalSpy edited(&table, &EnvironmentTable::edited);
    table.merge({{u"Z"_s, u"new"_s}, {u"M"_s, u"2"_s}});
    QCOMPARE(edited.size(), 1);
    QCOMPARE(table.line(0), u"Z=new"_s);
    QCOMPARE(table.line(2), u"M=2"_s);
    QCOMPARE(table.rowCount(), 3);
}

void EnvironmentTableTest::linesCanBeReadBack_data()
{
    QTest::addColumn<QString>("value");
    for (const QString& value : {u"plain"_s, u"two words"_s, u"a # b"_s, u"it's"_s, u"\"quoted\""_s, u"line\nline"_s, QString(), u"https://a/?b=c"_s})
        QTest::newRow(qPrintable(value)) << value;
}

void EnvironmentTableTest::linesCanBeReadBack()
{
    QFETCH(QString, value);
    EnvironmentTable table;
    table.append({u"NAME"_s, value});
    const DotenvFile file = parseDotenv(table.line(0).toUtf8());
    QCOMPARE(file.environment().value(u"NAME"_s), value);
}

QTEST_GUILESS_MAIN(EnvironmentTableTest)
#include "tst_environmenttable.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tropero;
using namespace Qt::StringLiterals;

class PaletteModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("best");
        QTest::newRow("nothing typed") << QString() << QStringList{u"Restart api"_s, u"Stop api"_s, u"Show settings"_s, u"Iniciar sesión"_s};
        QTest::newRow("begins so") << u"st"_s << QStringList{u"Stop api"_s};
        QTest::newRow("initials") << u"ra"_s << QStringList{u"Restart api"_s};
        QTest::newRow("two words") << u"stop ap"_s << QStringList{u"Stop api"_s};
        QTest::newRow("without accents") << u"sesion"_s << QStringList{u"Iniciar sesión"_s};
        QTest::newRow("capitals") << u"SETT"_s << QStringList{u"Show settings"_s};
        QTest::newRow("nothing fits") << u"xyz"_s << QStringList();
    }

    void fits()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, best);
        PaletteModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model);
        model.setText(text);
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown.append(model.index(row).data().toString());
        QCOMPARE(shown.mid(0, best.size()), best);
        if (best.isEmpty()) QVERIFY(shown.isEmpty());
    }

    void runsTheRowThatIsShown()
    {
        PaletteModel model;
        fill(model);
        model.setText(u"settings"_s);
        model.run(0);
        model.run(7);
        model.run(-1);
        QCOMPARE(m_run, QStringList{u"Show settings"_s});
        QCOMPARE(model.index(0).data(PaletteModel::DetailRole).toString(), u"Ctrl+,"_s);
    }

private:
    void fill(PaletteModel& model)
    {
        QList<PaletteEntry> entries;
        for (const QString& title : {u"Restart api"_s, u"Stop api"_s, u"Show settings"_s, u"Iniciar sesión"_s})
            entries.append({title, u"Ctrl+,"_s, {}, [this, title] { m_run.append(title); }});
        model.setEntries(entries);
    }

    QStringList m_run;
};

QTEST_GUILESS_MAIN(PaletteModelTest)
#include "tst_palettemodel.moc"

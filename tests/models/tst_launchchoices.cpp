// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/launchchoices.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

ProjectChoice choice(ProjectChoice::Kind kind, const QString& title, const QString& from)
{
    ProjectChoice one;
    one.kind = kind;
    one.title = title;
    one.from = from;
    return one;
}

QString chosen(const LaunchChoices& choices)
{
    QStringList titles;
    for (const ProjectChoice& one : choices.chosen())
        titles.append(one.title);
    return titles.join(u' ');
}

} // namespace

class LaunchChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneScriptOrSeveralApps()
    {
        using Kind = ProjectChoice::Kind;
        LaunchChoices choices;
        const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&choices, &LaunchChoices::chosenChanged);
        choices.setChoices({choice(Kind::ProcfileEntry, u"web"_s, u"Procfile"_s), choice(Kind::ProcfileEntry, u"worker"_s, u"Procfile"_s),
                            choice(Kind::PackageScript, u"dev"_s, u"package.json"_s), choice(Kind::ConfigApp, u"api"_s, u"ecosystem.json"_s)},
                           false);
        QCOMPARE(chosen(choices), u"web"_s);
        choices.choose(1);
        QCOMPARE(chosen(choices), u"web worker"_s);
        choices.choose(2); // stands for itself
        QCOMPARE(chosen(choices), u"dev"_s);
        choices.choose(2, false);
        QCOMPARE(chosen(choices), u"dev"_s);
        choices.choose(3); // another file's
        QCOMPARE(chosen(choices), u"api"_s);
        QVERIFY(choices.setData(choices.index(1), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(chosen(choices), u"worker"_s);
        choices.choose(1, false);
        QVERIFY(choices.chosen().isEmpty());
        QCOMPARE(changed.size(), 6);
    }

    void aPickedFileMeansAllOfIt()
    {
        using Kind = ProjectChoice::Kind;
        LaunchChoices choices;
        const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
        choices.setChoices({choice(Kind::ConfigApp, u"api"_s, u"a.json"_s), choice(Kind::ConfigApp, u"web"_s, u"a.json"_s),
                            choice(Kind::Main, u"server.js"_s, u"package.json"_s)},
                           true);
        QCOMPARE(chosen(choices), u"api web"_s);
        choices.setChoices({}, true);
        QCOMPARE(choices.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(LaunchChoicesTest)
#include "tst_launchchoices.moc"

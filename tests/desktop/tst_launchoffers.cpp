// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog finds in a folder or file.
#include "launchfixture.h"

#include "desktop/launchdialog.h"
#include "desktop/launchenvironment.h"
#include "desktop/launchoffer.h"
#include "desktop/theme.h"
#include "models/launchchoices.h"

#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class LaunchOffersTest : public LaunchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void folderWithPackageJson();
    void scriptTellsWhatElseIsThere();
    void procfileLaunchesSeveral();
    void configAppFillsEveryPage();
    void programConfigAsksFirst();
    void brokenConfigIsNotRun();
};

void LaunchOffersTest::folderWithPackageJson()
{
    write(u"package.json"_s, R"({"name": "shop", "scripts": {"dev": "node --watch server.js", "start": "node server.js"}})");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(m_folder->path());
    auto* list = dialog.findChild<QListView*>(u"choices"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() && list->model()->rowCount() >= 2, patience);
    const auto rowOf = [list](const QString& title) {
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data().toString() == title) return row;
        return -1;
    };
    const QModelIndex dev = list->model()->index(rowOf(u"dev"_s), 0);
    QVERIFY(dev.isValid());
    QCOMPARE(dev.data(LaunchChoices::DetailRole).toString(), u"node --watch server.js"_s);
    list->setFocus();
    list->setCurrentIndex(dev);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(dev.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"run dev"_s) || command(dialog).contains(u"-- run dev"_s), patience);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(launched.size() == 1 || !note(dialog).isEmpty(), patience);
    if (launched.isEmpty()) QSKIP("no npm on this machine");
    const AppSpec spec = launched.first().first().value<QList<AppSpec>>().first();
    QVERIFY(spec.args.contains(u"dev"_s));
    QCOMPARE(spec.cwd, m_folder->path());
}

void LaunchOffersTest::scriptTellsWhatElseIsThere()
{
    write(u"package.json"_s, R"({"name": "shop", "scripts": {"dev": "node --watch server.js"}})");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.setPath(m_script);
    auto* also = dialog.findChild<QPushButton*>(u"link"_s);
    QTRY_VERIFY_WITH_TIMEOUT(also->isVisible(), patience);
    QVERIFY(also->text().contains(u"dev"_s));
    QVERIFY(!dialog.findChild<QListView*>(u"choices"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(m_script), patience);
    also->click();
    QVERIFY(dialog.findChild<QListView*>(u"choices"_s)->isVisible());
}

void LaunchOffersTest::procfileLaunchesSeveral()
{
    const QString file = write(u"Procfile"_s, "web: node server.js --port 0\nworker: node worker.js\n");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(file);
    auto* list = dialog.findChild<QListView*>(u"choices"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() >= 2 && list->model()->index(1, 0).data().toString() == u"worker"_s, patience);
    QTRY_VERIFY2_WITH_TIMEOUT(!line(dialog, u"arguments"_s)->isVisible(), "the file says it, not the fields", patience);
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
    // One only: it can be changed here.
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QTRY_VERIFY(line(dialog, u"arguments"_s)->isVisible());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QTRY_VERIFY(!launchButton(dialog)->isEnabled() || !note(dialog).isEmpty());
    for (int row = 0; row < 2; ++row)
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
    launchButton(dialog)->click();
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    const auto specs = launched.first().first().value<QList<AppSpec>>();
    QCOMPARE(specs.size(), 2);
    QVERIFY(specs.first().name.contains(u"web"_s));
}

void LaunchOffersTest::configAppFillsEveryPage()
{
    const QString file = write(u"ecosystem.json"_s, R"({"apps": [{"name": "api", "script": "server.js", "instances": 2, "exec_mode": "cluster",
        "max_memory_restart": "200M", "env": {"MODE": "x"}}]})");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(file);
    QTRY_VERIFY_WITH_TIMEOUT(line(dialog, u"max_memory_restart"_s)->text().contains(u"200"_s), patience);
    QCOMPARE(dialog.findChild<QSpinBox*>(u"workers"_s)->value(), 2);
    QCOMPARE(dialog.findChild<LaunchEnvironment*>()->model().variables(), (EnvironmentMap{{u"MODE"_s, u"x"_s}}));
    launchButton(dialog)->click();
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    const AppSpec spec = launched.first().first().value<QList<AppSpec>>().first();
    QCOMPARE(spec.name, u"api"_s);
    QCOMPARE(spec.script, m_script);
    QCOMPARE(spec.restart.memoryLimit, 200LL * 1024 * 1024);
}

void LaunchOffersTest::programConfigAsksFirst()
{
    const QString trace = m_folder->filePath(u"was-run"_s);
    const QString file = write(u"ecosystem.config.js"_s, "require('fs').writeFileSync('" + trace.toUtf8() + "', ''); module.exports = {apps: [{name: 'made', script: 'server.js'}]}");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(file);
    auto* run = dialog.findChild<QPushButton*>(u"runConfig"_s);
    QTRY_VERIFY_WITH_TIMEOUT(run->isVisible(), patience);
    QVERIFY(!QFile::exists(trace));
    QTRY_VERIFY_WITH_TIMEOUT(!launchButton(dialog)->isEnabled(), patience);
    run->click();
    auto* list = dialog.findChild<QListView*>(u"choices"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() || !dialog.findChild<LaunchOffer*>()->problem().isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(run->isEnabled(), patience);
    if (!QFile::exists(trace)) QSKIP("no Node on this machine");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->index(0, 0).data().toString(), u"made"_s, patience);
    launchButton(dialog)->click();
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    QCOMPARE(launched.first().first().value<QList<AppSpec>>().first().name, u"made"_s);
}

void LaunchOffersTest::brokenConfigIsNotRun()
{
    const QString file = write(u"ecosystem.json"_s, "{\"apps\": [");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.setPath(file);
    QTRY_VERIFY_WITH_TIMEOUT(line(dialog, u"script"_s)->property("failed").toBool(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!launchButton(dialog)->isEnabled(), patience);
}

QTEST_MAIN(LaunchOffersTest)
#include "tst_launchoffers.moc"

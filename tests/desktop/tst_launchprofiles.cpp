// SPDX-License-Identifier: GPL-3.0-or-later
#include "launchfixture.h"

#include "core/dotenv.h"
#include "core/instancestatus.h"
#include "desktop/environmentimport.h"
#include "desktop/launchdialog.h"
#include "desktop/launchenvironment.h"
#include "desktop/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QTableView>
#include <QTreeWidget>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;

/// Variables of profiles (env_NAME), in the launch dialog.
class LaunchProfilesTest : public LaunchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void oneIsChosenOthersStay();
    void aNewOne();
    void oneIsRemoved();
    void oneThatIsNotThere();
    void theCommandHasItsVariables();
    void namesWithoutABoxStandInLine();

private:
    AppSpec spec() const
    {
        AppSpec result;
        result.name = u"api"_s;
        result.script = m_script;
        result.cwd = m_folder->path();
        result.env = {{u"MODE"_s, u"plain"_s}, {u"LEVEL"_s, u"1"_s}};
        result.envProfiles = {{u"production"_s, {{u"MODE"_s, u"fast"_s}, {u"EXTRA"_s, u"yes"_s}}}, {u"staging"_s, {{u"MODE"_s, u"slow"_s}}}};
        return result;
    }
    static QComboBox* profile(const QWidget& dialog) { return dialog.findChild<QComboBox*>(u"profile"_s); }
    static void choose(const QWidget& dialog, const QString& name)
    {
        profile(dialog)->setCurrentIndex(profile(dialog)->findData(name));
        Q_EMIT profile(dialog)->activated(profile(dialog)->currentIndex());
    }
    static AppSpec launched(LaunchDialog& dialog)
    {
        QSignalSpy spy(&dialog, &LaunchDialog::launchRequested);
        launchButton(dialog)->click();
        if (!QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, patience)) return {};
        return spy.first().first().value<QList<AppSpec>>().value(0);
    }
};

void LaunchProfilesTest::oneIsChosenOthersStay()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.setSpec(spec(), {});
    dialog.showSection(1);
    dialog.show();
    auto* page = dialog.findChild<LaunchEnvironment*>();
    const auto* table = page->findChild<QTableView*>(u"variables"_s);
    const QList<QPushButton*> sets = page->findChildren<QPushButton*>(u"variableSet"_s);
    QCOMPARE(profile(dialog)->count(), 3);
    QVERIFY(!sets.first()->isVisible());
    QCOMPARE(table->model(), &page->model());
    choose(dialog, u"production"_s);
    QVERIFY(sets.first()->isVisible());
    QCOMPARE(table->model(), &page->profileModel());
    QCOMPARE(page->profileModel().variables().value(u"MODE"_s), u"fast"_s);
    QCOMPARE(page->count(), 3);
    const int row = page->profileModel().index(0, 0).data().toString() == "EXTRA"_L1 ? 0 : 1;
    QVERIFY(page->profileModel().setData(page->profileModel().index(row, EnvironmentTable::Value), u"no"_s));
    sets.first()->click();
    QCOMPARE(table->model(), &page->model());
    // Looking at another one and coming back loses nothing.
    choose(dialog, u"staging"_s);
    choose(dialog, u"production"_s);
    const AppSpec result = launched(dialog);
    QCOMPARE(result.envProfile, u"production"_s);
    QCOMPARE(result.env, spec().env);
    QCOMPARE(result.envProfiles.value(u"production"_s), (EnvironmentMap{{u"MODE"_s, u"fast"_s}, {u"EXTRA"_s, u"no"_s}}));
    QCOMPARE(result.envProfiles.value(u"staging"_s), spec().envProfiles.value(u"staging"_s));
}

void LaunchProfilesTest::aNewOne()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.setSpec(spec(), {});
    dialog.showSection(1);
    dialog.show();
    auto* page = dialog.findChild<LaunchEnvironment*>();
    dialog.findChild<QPushButton*>(u"addProfile"_s)->click();
    auto* question = page->findChild<QInputDialog*>(u"profileName"_s);
    QVERIFY(question);
    question->setTextValue(u" test "_s);
    question->accept();
    QCOMPARE(profile(dialog)->currentData().toString(), u"test"_s);
    page->profileModel().append({u"MODE"_s, u"dry"_s});
    const AppSpec result = launched(dialog);
    QCOMPARE(result.envProfile, u"test"_s);
    QCOMPARE(result.envProfiles.size(), 3);
    QCOMPARE(configuredEnvironment(result).value(u"MODE"_s), u"dry"_s);
}

void LaunchProfilesTest::oneIsRemoved()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    AppSpec chosen = spec();
    chosen.envProfile = u"staging"_s;
    dialog.setSpec(chosen, {});
    auto* remove = dialog.findChild<QPushButton*>(u"removeProfile"_s);
    QVERIFY(remove->isEnabled());
    remove->click();
    QVERIFY(!remove->isEnabled());
    const AppSpec result = launched(dialog);
    QCOMPARE(result.envProfile, QString());
    QCOMPARE(result.envProfiles.keys(), QStringList{u"production"_s});
}

void LaunchProfilesTest::oneThatIsNotThere()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    AppSpec chosen = spec();
    chosen.envProfile = u"nightly"_s;
    dialog.setSpec(chosen, {});
    QCOMPARE(profile(dialog)->currentData().toString(), u"nightly"_s);
    const QString hint = profile(dialog)->accessibleDescription();
    QVERIFY2(hint.contains("nightly"_L1) && hint.contains("production, staging"_L1), qPrintable(hint));
    QCOMPARE(launched(dialog).envProfile, u"nightly"_s);
}

void LaunchProfilesTest::theCommandHasItsVariables()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.setSpec(spec(), {});
    choose(dialog, u"production"_s);
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains("EXTRA=yes"_L1), patience);
    QVERIFY2(command(dialog).contains("MODE=fast"_L1) && !command(dialog).contains("--env"_L1), qPrintable(command(dialog)));
}

void LaunchProfilesTest::namesWithoutABoxStandInLine()
{
    Theme theme(*qApp);
    EnvironmentImport import(theme, u".env"_s, parseDotenv("HOH=1\nOHH=2\n"), {{u"OHH"_s, u"2"_s}}, nullptr);
    import.show();
    const auto* list = import.findChild<QTreeWidget*>();
    const QImage image = list->viewport()->grab().toImage();
    // Both names are as wide, so they end in one column when they begin in one.
    const auto endOf = [&](int row) {
        const QRect cell = list->visualItemRect(list->topLevelItem(row));
        const qreal ratio = image.devicePixelRatio();
        int last = -1;
        for (int x = 0; x < list->columnWidth(0) - 4; ++x) {
            for (int y = cell.top() + 3; y < cell.bottom() - 3; ++y) {
                const QColor ink = image.pixelColor(static_cast<int>(x * ratio), static_cast<int>(y * ratio));
                if (std::abs(ink.lightness() - theme.tokens().field.lightness()) > 40) last = x;
            }
        }
        return last;
    };
    QVERIFY(!list->topLevelItem(1)->data(0, Qt::CheckStateRole).isValid());
    QVERIFY2(std::abs(endOf(0) - endOf(1)) <= 2, qPrintable(u"%1 and %2"_s.arg(endOf(0)).arg(endOf(1))));
}

QTEST_MAIN(LaunchProfilesTest)
#include "tst_launchprofiles.moc"

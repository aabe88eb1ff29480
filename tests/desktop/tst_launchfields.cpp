// SPDX-License-Identifier: GPL-3.0-or-later
#include "launchfixture.h"

#include "core/instancestatus.h"
#include "core/policysentence.h"
#include "core/policytext.h"
#include "core/specchange.h"
#include "core/specfields.h"
#include "desktop/language.h"
#include "desktop/launchdialog.h"
#include "desktop/theme.h"
#include "platform/otherusers.h"
#include "platform/sharedsockets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;

/// The dialog against the table of fields: what an app can be told, it can be told there.
class LaunchFieldsTest : public LaunchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void everyFieldHasAControl();
    void whatIsTypedIsInTheApp_data();
    void whatIsTypedIsInTheApp();
    void nothingOfTheShellSurvives();
    void connectionsOfAClusterOnly();
    void userAndGroupSayWhoMay();
    void helpFollowsTheLanguage();
    void checkBoxesSayItOnce();
    void nothingIsCutOffInASmallDialog();

private:
    AppStatus app() const
    {
        AppStatus status;
        status.id = u"api"_s;
        status.spec.name = u"api"_s;
        status.spec.script = m_script;
        status.spec.cwd = m_folder->path();
        return status;
    }
    static QList<QLabel*> sentences(const QWidget& dialog) { return dialog.findChildren<QLabel*>(u"launchSentence"_s); }
    static bool says(const QWidget& dialog, QLatin1StringView text)
    {
        return std::ranges::any_of(sentences(dialog), [text](const QLabel* label) { return label->text().contains(text); });
    }
};

namespace {

// Why some have none.
const QHash<QString, QString> withoutControl{
    {u"port"_s, u"the variable PORT, which is typed as such"_s},
    {u"name_prefix"_s, u"a part of the name, which is typed as a whole"_s},
    {u"append_env_to_name"_s, u"a part of the name, which is typed as a whole"_s},
    {u"wait_ready"_s, u"a choice of ready_when"_s},
    {u"autorestart"_s, u"a choice of restart"_s},
    {u"time"_s, u"a value of log_date_format"_s},
};

// Those that are no plain row.
const QHash<QString, QString> otherControl{
    {u"args"_s, u"arguments"_s}, {u"cwd"_s, u"folder"_s},    {u"exec_mode"_s, u"cluster"_s}, {u"env"_s, u"variables"_s},
    {u"interpreter"_s, u"interpreter"_s}, {u"watch"_s, u"watchPaths"_s},
};

const QHash<QString, RestartPart> inSentence{
    {u"restart"_s, RestartPart::When},
    {u"restart_delay"_s, RestartPart::Delay},
    {u"exp_backoff_restart_delay"_s, RestartPart::BackoffStart},
    {u"backoff_factor"_s, RestartPart::BackoffFactor},
    {u"backoff_cap"_s, RestartPart::BackoffCap},
    {u"max_restarts"_s, RestartPart::MaxRestarts},
    {u"restart_window"_s, RestartPart::Window},
    {u"healthy_after"_s, RestartPart::HealthyAfter},
};

bool isInSentence(RestartPart part)
{
    RestartPolicy fixed;
    fixed.delay = Milliseconds(100);
    RestartPolicy growing;
    growing.backoffStart = Milliseconds(100);
    for (const RestartPolicy& policy : {fixed, growing}) {
        for (const SentencePart& one : restartSentenceParts(policy))
            if (one.kind != SentencePart::Kind::Text && one.part == part) return true;
    }
    return false;
}

QString sample(const SpecField& field)
{
    static const QHash<QString, QString> special{{u"cron_restart"_s, u"0 3 * * *"_s}, {u"ready_probe"_s, u"tcp://localhost:9"_s},
                                                 {u"stop_signal"_s, u"SIGTERM"_s},    {u"ext"_s, u"js json"_s}};
    switch (field.type) {
    case FieldType::Integer: return u"3"_s;
    case FieldType::Number: return u"0.5"_s;
    case FieldType::Duration: return u"7s"_s;
    case FieldType::Size: return u"300M"_s;
    case FieldType::IntegerList: return u"3"_s;
    default: return special.value(field.key, u"sample"_s);
    }
}

} // namespace

void LaunchFieldsTest::everyFieldHasAControl()
{
    Theme theme(*qApp);
    const LaunchDialog dialog(theme, nullptr);
    for (const SpecField& field : specFields()) {
        if (!field.supported || withoutControl.contains(field.key)) continue;
        if (const auto part = inSentence.constFind(field.key); part != inSentence.constEnd()) {
            QVERIFY2(isInSentence(*part), qPrintable(field.key));
            continue;
        }
        const auto* control = dialog.findChild<QWidget*>(otherControl.value(field.key, field.key));
        QVERIFY2(control, qPrintable(u"the dialog has no control for "_s + field.key));
        QVERIFY2(!control->accessibleName().isEmpty() || !control->property("text").toString().isEmpty(), qPrintable(field.key + u" has no name"_s));
        QVERIFY2(control->focusPolicy() & Qt::TabFocus || control->focusProxy(), qPrintable(field.key + u" is not reached by the keyboard"_s));
    }
    for (const QString& key : withoutControl.keys())
        QVERIFY2(findSpecField(key), qPrintable(key + u" is no field any more"_s));
}

void LaunchFieldsTest::whatIsTypedIsInTheApp_data()
{
    QTest::addColumn<QString>("key");
    for (const SpecField& field : specFields()) {
        if (!field.supported || withoutControl.contains(field.key) || inSentence.contains(field.key) || otherControl.contains(field.key)) continue;
        // These check what they are given against the disk or each other; they have tests of their own.
        static const QStringList elsewhere{u"script"_s, u"instances"_s, u"profile"_s, u"listen"_s};
        if (!elsewhere.contains(field.key)) QTest::newRow(field.key.toLatin1().constData()) << field.key;
    }
}

void LaunchFieldsTest::whatIsTypedIsInTheApp()
{
    QFETCH(QString, key);
    const SpecField& field = *findSpecField(key);
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    const AppStatus before = app();
    dialog.edit(before);
    auto* control = dialog.findChild<QWidget*>(key);
    if (auto* box = qobject_cast<QCheckBox*>(control)) box->click();
    else if (auto* choice = qobject_cast<QComboBox*>(control)) choice->setCurrentIndex(1);
    else qobject_cast<QLineEdit*>(control)->setText(sample(field));
    QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QPushButton*>(u"save"_s)->isEnabled(), patience);
    QVERIFY2(note(dialog).contains(specFieldTitle(key)), qPrintable(note(dialog)));
    QSignalSpy saved(&dialog, &LaunchDialog::updateRequested);
    dialog.findChild<QPushButton*>(u"save"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
    const auto after = saved.first().at(1).value<AppSpec>();
    const QList<SpecChange> changes = specChanges(before.spec, after);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().key, key);
}

void LaunchFieldsTest::nothingOfTheShellSurvives()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    AppStatus status = app();
    status.spec.filterAllEnv = true;
    dialog.edit(status);
    QCOMPARE(line(dialog, u"filter_env"_s)->text(), u"true"_s);
    line(dialog, u"kill_timeout"_s)->setText(u"9s"_s);
    QSignalSpy saved(&dialog, &LaunchDialog::updateRequested);
    dialog.findChild<QPushButton*>(u"save"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
    QVERIFY(saved.first().at(1).value<AppSpec>().filterAllEnv);
}

void LaunchFieldsTest::connectionsOfAClusterOnly()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    AppStatus status = app();
    dialog.edit(status);
    auto* scheduling = dialog.findChild<QComboBox*>(u"scheduling"_s);
    QVERIFY(!scheduling->isEnabled());
    QVERIFY(!line(dialog, u"reload_parallel"_s)->isEnabled());
    QVERIFY(says(dialog, "fork mode"_L1));
    status.spec.execMode = ExecMode::Cluster;
    dialog.edit(status);
    QVERIFY(scheduling->isEnabled() && line(dialog, u"reload_parallel"_s)->isEnabled());
    QCOMPARE(scheduling->count(), 3);
    QVERIFY(says(dialog, "in turn"_L1));
    for (const Scheduling each : {Scheduling::RoundRobin, Scheduling::None, Scheduling::ReusePort}) {
        status.spec.cluster.scheduling = each;
        dialog.edit(status);
        QCOMPARE(scheduling->currentIndex(), static_cast<int>(each));
    }
    QVERIFY(says(dialog, "22.12"_L1));
    // What a reload costs is said where it costs something.
    status.spec.cluster.scheduling = Scheduling::None;
    dialog.edit(status);
    QCOMPARE(scheduling->accessibleDescription(), schedulingCaution(status.spec.cluster, platform::sharedSocketsReset()));
    status.spec.execMode = ExecMode::Fork;
    dialog.edit(status);
    QVERIFY(scheduling->accessibleDescription().isEmpty());
}

void LaunchFieldsTest::userAndGroupSayWhoMay()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    AppStatus status = app();
    dialog.edit(status);
    const bool possible = platform::otherUsers() == platform::OtherUsers::Possible;
    QCOMPARE(line(dialog, u"uid"_s)->isEnabled(), possible);
    QVERIFY(says(dialog, possible ? "It runs as root"_L1 : "It runs as you"_L1));
    status.spec.user = u"www-data"_s;
    dialog.edit(status);
    QVERIFY2(line(dialog, u"uid"_s)->isEnabled(), "what stands there can be taken away");
    QVERIFY(says(dialog, possible ? "rights of this user"_L1 : "will not start"_L1));
}

void LaunchFieldsTest::helpFollowsTheLanguage()
{
    Theme theme(*qApp);
    Language language(*qApp);
    language.choose(u"en"_s);
    const LaunchDialog dialog(theme, nullptr);
    const auto* control = line(dialog, u"kill_timeout"_s);
    const QString english = control->accessibleDescription();
    QVERIFY(says(dialog, "fork mode"_L1));
    QCOMPARE(english, findSpecField(u"kill_timeout"_s)->help());
    language.choose(u"es"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    const QString spanish = findSpecField(u"kill_timeout"_s)->help();
    QVERIFY(spanish != english);
    QTRY_COMPARE(control->accessibleDescription(), spanish);
    QVERIFY(!says(dialog, "fork mode"_L1)); // sentences, too
    QCOMPARE(control->toolTip(), spanish);
    QCOMPARE(line(dialog, u"interpreter_args"_s)->toolTip(), findSpecField(u"interpreter_args"_s)->help());
    language.choose(u"en"_s);
    QTRY_COMPARE(control->accessibleDescription(), english);
}

void LaunchFieldsTest::checkBoxesSayItOnce()
{
    Theme theme(*qApp);
    Language language(*qApp);
    for (const QString& choice : {u"en"_s, u"es"_s}) {
        language.choose(choice);
        const LaunchDialog dialog(theme, nullptr);
        for (const QString& key : {u"disable_logs"_s, u"merge_logs"_s, u"autostart"_s}) {
            const auto* box = dialog.findChild<QCheckBox*>(key);
            QVERIFY(box && !box->text().isEmpty());
            QVERIFY2(box->accessibleDescription().isEmpty(), qPrintable(box->accessibleDescription()));
        }
    }
    language.choose(u"en"_s);
}

void LaunchFieldsTest::nothingIsCutOffInASmallDialog()
{
    write(u"package.json"_s, R"({"name": "shop", "scripts": {"start": "node server.js", "development": "node --watch server.js", "worker": "node worker.js"}})");
    Theme theme(*qApp);
    Language language(*qApp);
    for (const QString& choice : {u"en"_s, u"es"_s}) {
        language.choose(choice);
        LaunchDialog dialog(theme, nullptr);
        dialog.setPath(m_script);
        dialog.show();
        dialog.resize(dialog.minimumSize());
        auto* link = dialog.findChild<QPushButton*>(u"link"_s);
        QTRY_VERIFY_WITH_TIMEOUT(link->isVisible(), patience);
        dialog.findChild<QRadioButton*>(u"cluster"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(link->fontMetrics().horizontalAdvance(link->text()) <= link->width(), qPrintable(link->text()), patience);
        QVERIFY(link->accessibleName().contains("development"_L1));
        auto* stack = dialog.findChild<QStackedWidget*>();
        for (int row = 0; row < stack->count(); ++row) {
            dialog.showSection(row);
            QCoreApplication::processEvents();
            const auto* scroll = qobject_cast<const QScrollArea*>(stack->widget(row));
            QString widest;
            for (const QWidget* widget : scroll->widget()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
                if (widget->isVisible() && widget->minimumSizeHint().width() > scroll->viewport()->width() - theme.scaled(34))
                    widest += u' ' + QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->findChild<QLabel*>()->text() + QString::number(widget->minimumSizeHint().width());
            QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                     qPrintable(u"%1 %2: %3 of %4:%5"_s.arg(choice).arg(row).arg(scroll->widget()->minimumSizeHint().width()).arg(scroll->viewport()->width()).arg(widest)));
        }
    }
    language.choose(u"en"_s);
}

QTEST_MAIN(LaunchFieldsTest)
#include "tst_launchfields.moc"

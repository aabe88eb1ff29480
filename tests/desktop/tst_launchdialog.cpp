// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/environmentimport.h"
#include "desktop/launchdialog.h"
#include "desktop/launchenvironment.h"
#include "desktop/launchoffer.h"
#include "desktop/sectionlist.h"
#include "desktop/theme.h"
#include "models/launchchoices.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace tropero;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000; // other threads look, on a machine that may be busy

} // namespace

class LaunchDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void forkByKeyboard();
    void cluster();
    void checksWhileTyping();
    void folderWithPackageJson();
    void scriptTellsWhatElseIsThere();
    void procfileLaunchesSeveral();
    void configAppFillsEveryPage();
    void programConfigAsksFirst();
    void brokenConfigIsNotRun();
    void restartSentence();
    void variablesByKeyboard();
    void importShowsWhatChanges();
    void badVariablesAreMarked();
    void takenPortIsNamed();
    void escapeAsksOnlyForWhatWasTyped();
    void everyControlHasANameAndMnemonicsDiffer();

private:
    static QPushButton* launchButton(const QWidget& dialog) { return dialog.findChild<QPushButton*>(u"primary"_s); }
    static QLineEdit* line(const QWidget& dialog, const QString& name) { return dialog.findChild<QLineEdit*>(name); }
    static QString command(const QWidget& dialog) { return line(dialog, u"command"_s)->text(); }
    static QString note(const QWidget& dialog) { return dialog.findChild<QLabel*>(u"launchNote"_s)->text(); }
    QString write(const QString& name, const QByteArray& text = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_script;
};

void LaunchDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_script = write(u"server.js"_s);
}

QString LaunchDialogTest::write(const QString& name, const QByteArray& text) const
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(text);
    return path;
}

void LaunchDialogTest::forkByKeyboard()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QVERIFY(!launchButton(dialog)->isEnabled());
    QTRY_COMPARE(dialog.focusWidget(), line(dialog, u"script"_s));
    QTest::keyClicks(dialog.focusWidget(), m_script);
    line(dialog, u"arguments"_s)->setFocus();
    QTest::keyClicks(dialog.focusWidget(), u"--port 0 \"two words\""_s);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return); // at once: it is launched as soon as it was looked at
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    const auto specs = launched.first().first().value<QList<AppSpec>>();
    QCOMPARE(specs.size(), 1);
    QCOMPARE(specs.first().script, m_script);
    QCOMPARE(specs.first().name, u"server"_s);
    QCOMPARE(specs.first().cwd, m_folder->path());
    QCOMPARE(specs.first().args, (QStringList{u"--port"_s, u"0"_s, u"two words"_s}));
    QCOMPARE(specs.first().execMode, ExecMode::Fork);
    QVERIFY(dialog.isHidden());
}

void LaunchDialogTest::cluster()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(m_script);
    auto* workers = dialog.findChild<QSpinBox*>(u"workers"_s);
    QVERIFY(!workers->isEnabled());
    QVERIFY(workers->value() >= 2);
    auto* fork = dialog.findChild<QRadioButton*>(u"fork"_s);
    fork->setFocus();
    QTest::keyClick(fork, Qt::Key_Right); // radio buttons of one group, though in two cards
    auto* cluster = dialog.findChild<QRadioButton*>(u"cluster"_s);
    cluster->click();
    QVERIFY(cluster->isChecked() && !fork->isChecked());
    QVERIFY(workers->isEnabled());
    workers->setValue(3);
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"--instances 3"_s) && command(dialog).contains(u"--exec-mode cluster"_s), patience);
    launchButton(dialog)->click();
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    const AppSpec spec = launched.first().first().value<QList<AppSpec>>().first();
    QCOMPARE(spec.execMode, ExecMode::Cluster);
    QCOMPARE(spec.instances, 3);
}

void LaunchDialogTest::checksWhileTyping()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    QVERIFY(!launchButton(dialog)->isEnabled());
    QVERIFY(note(dialog).isEmpty()); // nothing was typed yet
    QTest::keyClicks(line(dialog, u"script"_s), u"/nowhere"_s);
    QTRY_VERIFY_WITH_TIMEOUT(note(dialog).contains(u"nowhere"_s), patience);
    QVERIFY(!launchButton(dialog)->isEnabled());
    QVERIFY(line(dialog, u"script"_s)->property("failed").toBool());
    dialog.setPath(m_script);
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled() && note(dialog).isEmpty(), patience);
    QVERIFY(!line(dialog, u"script"_s)->property("failed").toBool());
    QCOMPARE(line(dialog, u"name"_s)->placeholderText(), u"server"_s);
    // A field of another page: its section is marked.
    line(dialog, u"kill_timeout"_s)->setText(u"soon"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!launchButton(dialog)->isEnabled(), patience);
    QVERIFY(!note(dialog).isEmpty());
    auto* list = dialog.findChild<SectionList*>();
    int marked = 0;
    for (int row = 0; row < list->count(); ++row)
        marked += list->item(row)->toolTip().isEmpty() ? 0 : 1;
    QCOMPARE(marked, 1);
    line(dialog, u"kill_timeout"_s)->setText(u"5s"_s);
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"--kill-timeout 5000ms"_s), patience);
}

void LaunchDialogTest::folderWithPackageJson()
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

void LaunchDialogTest::scriptTellsWhatElseIsThere()
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

void LaunchDialogTest::procfileLaunchesSeveral()
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

void LaunchDialogTest::configAppFillsEveryPage()
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

void LaunchDialogTest::programConfigAsksFirst()
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

void LaunchDialogTest::brokenConfigIsNotRun()
{
    const QString file = write(u"ecosystem.json"_s, "{\"apps\": [");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.setPath(file);
    QTRY_VERIFY_WITH_TIMEOUT(line(dialog, u"script"_s)->property("failed").toBool(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!launchButton(dialog)->isEnabled(), patience);
}

void LaunchDialogTest::restartSentence()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy launched(&dialog, &LaunchDialog::launchRequested);
    dialog.show();
    dialog.setPath(m_script);
    const auto field = [&dialog](int section, const QString& kind) -> QWidget* {
        for (QWidget* widget : dialog.findChild<QStackedWidget*>()->widget(section)->findChildren<QWidget*>(u"sentenceField"_s))
            if (widget->inherits(qPrintable(kind)) && !widget->isHidden()) return widget;
        return nullptr;
    };
    auto* when = qobject_cast<QComboBox*>(field(0, u"QComboBox"_s));
    QVERIFY(when);
    QVERIFY(when->count() >= 3);
    when->setCurrentIndex(1);
    // Both pages show one policy.
    QTRY_COMPARE(qobject_cast<QComboBox*>(field(2, u"QComboBox"_s))->currentIndex(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"--restart on-failure"_s), patience);
    dialog.showSection(2);
    auto* value = qobject_cast<QLineEdit*>(field(2, u"QLineEdit"_s));
    QVERIFY(value);
    value->setFocus();
    value->selectAll();
    QTest::keyClicks(value, u"nonsense"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!launchButton(dialog)->isEnabled(), patience);
    QVERIFY(note(dialog).contains(u"nonsense"_s));
    value->selectAll();
    QTest::keyClicks(value, u"7"_s);
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
    launchButton(dialog)->click();
    QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, patience);
    QCOMPARE(launched.first().first().value<QList<AppSpec>>().first().restart.when, RestartPolicy::When::OnFailure);
}

void LaunchDialogTest::variablesByKeyboard()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.setPath(m_script);
    dialog.showSection(1);
    auto* table = dialog.findChild<QTableView*>(u"variables"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Insert);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor && table->isAncestorOf(editor));
    QTest::keyClicks(editor, u"API_TOKEN"_s);
    QTest::keyClick(editor, Qt::Key_Tab);
    QTRY_VERIFY(QApplication::focusWidget() != editor && qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"s3cret"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EnvironmentTable& model = dialog.findChild<LaunchEnvironment*>()->model();
    QTRY_COMPARE(model.variables(), (EnvironmentMap{{u"API_TOKEN"_s, u"s3cret"_s}}));
    QTRY_VERIFY_WITH_TIMEOUT(command(dialog).contains(u"API_TOKEN="_s), patience);
    QVERIFY(!command(dialog).contains(u"s3cret"_s));
    QCOMPARE(model.index(0, EnvironmentTable::Value).data().toString(), maskedValue());
    dialog.findChild<LaunchEnvironment*>()->findChild<QPushButton*>(u"chip"_s)->click();
    QCOMPARE(model.index(0, EnvironmentTable::Value).data().toString(), u"s3cret"_s);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(model.rowCount(), 0);
}

void LaunchDialogTest::importShowsWhatChanges()
{
    const QString file = write(u".env"_s, "NODE_ENV=production\nPORT=3000\nAPI_TOKEN=abc\n");
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    auto* page = dialog.findChild<LaunchEnvironment*>();
    page->model().append({u"NODE_ENV"_s, u"development"_s});
    page->model().append({u"PORT"_s, u"3000"_s});
    page->importFile(file);
    QTRY_VERIFY_WITH_TIMEOUT(page->findChild<EnvironmentImport*>(), patience);
    auto* question = page->findChild<EnvironmentImport*>();
    QStringList texts;
    for (const QLabel* label : question->findChildren<QLabel*>())
        texts.append(label->text());
    const QString all = texts.join(u'|');
    QVERIFY2(all.contains(u"1 new"_s) && all.contains(u"1 changed"_s), qPrintable(all));
    QCOMPARE(page->model().variables().value(u"NODE_ENV"_s), u"development"_s);
    question->findChild<QPushButton*>(u"primary"_s)->click();
    QCOMPARE(page->model().variables(), (EnvironmentMap{{u"NODE_ENV"_s, u"production"_s}, {u"PORT"_s, u"3000"_s}, {u"API_TOKEN"_s, u"abc"_s}}));
    QGuiApplication::clipboard()->setText(u"A=1\nB='two words'"_s);
    QTRY_VERIFY(!page->findChild<EnvironmentImport*>());
    dialog.findChild<QPushButton*>(u"pasteVariables"_s)->click();
    QTRY_VERIFY(page->findChild<EnvironmentImport*>());
    page->findChild<EnvironmentImport*>()->findChild<QPushButton*>(u"primary"_s)->click();
    QCOMPARE(page->model().variables().value(u"B"_s), u"two words"_s);
}

void LaunchDialogTest::badVariablesAreMarked()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.setPath(m_script);
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
    EnvironmentTable& model = dialog.findChild<LaunchEnvironment*>()->model();
    model.append({u"A"_s, u"1"_s});
    const int second = model.append({u"A"_s, u"2"_s});
    QTRY_VERIFY(!launchButton(dialog)->isEnabled());
    QVERIFY(!dialog.findChild<SectionList*>()->item(1)->toolTip().isEmpty());
    model.remove({second});
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
}

void LaunchDialogTest::takenPortIsNamed()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    QSignalSpy shown(&dialog, &LaunchDialog::showPortRequested);
    dialog.show();
    dialog.setPath(m_script);
    auto* text = dialog.findChild<QLabel*>(u"portNoticeText"_s);
    line(dialog, u"arguments"_s)->setText(u"--port %1"_s.arg(server.serverPort()));
    QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), patience);
    QVERIFY2(text->text().contains(QString::number(server.serverPort())), qPrintable(text->text()));
    QVERIFY2(text->text().contains(QString::number(QCoreApplication::applicationPid())), qPrintable(text->text()));
    dialog.findChild<QPushButton*>(u"showPort"_s)->click();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toInt(), static_cast<int>(server.serverPort()));
    QVERIFY2(launchButton(dialog)->isEnabled(), "it may be free by then");
    line(dialog, u"arguments"_s)->clear();
    QTRY_VERIFY_WITH_TIMEOUT(!text->isVisible(), patience);
}

void LaunchDialogTest::escapeAsksOnlyForWhatWasTyped()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(dialog.isHidden());
    dialog.show();
    dialog.setPath(m_script);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    auto* question = dialog.findChild<QMessageBox*>(u"discardQuestion"_s);
    QVERIFY(question);
    QVERIFY(dialog.isVisible());
    question->findChild<QPushButton*>(u"discard"_s)->click();
    QVERIFY(dialog.isHidden());
}

void LaunchDialogTest::everyControlHasANameAndMnemonicsDiffer()
{
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    dialog.show();
    dialog.resize(800, 560);
    auto* list = dialog.findChild<SectionList*>();
    QCOMPARE(list->count(), 7);
    for (int row = 0; row < list->count(); ++row) {
        dialog.showSection(row);
        QCoreApplication::processEvents();
        QStringList mnemonics;
        for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            const QString key = QKeySequence::mnemonic(widget->property("text").toString()).toString();
            const auto* label = qobject_cast<const QLabel*>(widget);
            if (!key.isEmpty() && (!label || label->buddy())) {
                QVERIFY2(!mnemonics.contains(key), qPrintable(list->item(row)->text() + u": "_s + key + u" of "_s + widget->property("text").toString()));
                mnemonics.append(key);
            }
            if (widget->focusPolicy() == Qt::NoFocus || label || widget->focusProxy()) continue;
            if (widget->parentWidget()->inherits("QAbstractSpinBox") || widget->inherits("QAbstractScrollArea") || widget->inherits("QDialog")) continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                     qPrintable(list->item(row)->text() + u": "_s + widget->objectName() + QString::fromLatin1(widget->metaObject()->className())));
        }
        // Nothing is cut off at the right.
        auto* scroll = qobject_cast<QScrollArea*>(dialog.findChild<QStackedWidget*>()->widget(row));
        QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                 qPrintable(list->item(row)->text() + u' ' + QString::number(scroll->widget()->minimumSizeHint().width())));
    }
}

QTEST_MAIN(LaunchDialogTest)
#include "tst_launchdialog.moc"

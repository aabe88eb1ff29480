// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedaemon.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/instancecommands.h"
#include "desktop/launchdialog.h"
#include "desktop/launchdialogs.h"
#include "desktop/theme.h"
#include "ipc/methods.h"
#include "models/processendings.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000; // other threads look, on a machine that may be busy

/// A daemon, and what opens dialogs.
struct Bench
{
    Bench() : client(daemon.location()), mirror(client, false), commands(client), dialogs(client, mirror, commands, endings, theme, window) {}

    bool connectTo(const QList<AppStatus>& apps)
    {
        daemon.setApps(apps);
        if (!daemon.start()) return false;
        client.open();
        return QTest::qWaitFor([&] { return mirror.apps().size() == static_cast<size_t>(apps.size()) && client.state() == DaemonClient::State::Connected; },
                               patience);
    }
    LaunchDialog* dialog() const { return window.findChild<LaunchDialog*>(); }
    QJsonObject lastCall(QLatin1StringView method) const
    {
        for (qsizetype i = daemon.calls.size() - 1; i >= 0; --i)
            if (daemon.calls.at(i).method == method) return daemon.calls.at(i).params;
        return {};
    }

    Theme theme{*qApp};
    FakeDaemon daemon;
    DaemonClient client;
    StateMirror mirror;
    InstanceCommands commands;
    QWidget window;
    ProcessEndings endings;
    LaunchDialogs dialogs;
};

AppStatus oneApp(const QString& script)
{
    AppStatus app;
    app.id = u"api"_s;
    app.spec.name = u"api"_s;
    app.spec.script = script;
    app.spec.cwd = QFileInfo(script).path();
    app.spec.env = {{u"PORT"_s, u"3000"_s}, {u"API_TOKEN"_s, u"abc"_s}};
    InstanceStatus instance;
    instance.number = 7;
    instance.state = InstanceState::Online;
    app.instances.append(instance);
    return app;
}

QPushButton* launchButton(const QWidget& dialog)
{
    return dialog.findChild<QPushButton*>(u"primary"_s);
}

QLineEdit* line(const QWidget& dialog, const QString& name)
{
    return dialog.findChild<QLineEdit*>(name);
}

QString note(const QWidget& dialog)
{
    return dialog.findChild<QLabel*>(u"launchNote"_s)->text();
}

} // namespace

/// Changing and duplicating apps that there are.
class LaunchEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void editSaysWhatNeedsARestart();
    void clusterIsReloaded();
    void duplicateHasAFreeName();
    void nothingTypedIsLostWithTheDaemon();
    void eachDroppedScriptHasItsDialog();

private:
    QTemporaryDir m_folder;
    QString m_script;
};

void LaunchEditTest::init()
{
    m_script = m_folder.filePath(u"server.js"_s);
    QFile file(m_script);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void LaunchEditTest::editSaysWhatNeedsARestart()
{
    Bench b;
    QVERIFY(b.connectTo({oneApp(m_script)}));
    b.dialogs.edit(7);
    QTRY_VERIFY_WITH_TIMEOUT(b.dialog(), patience);
    LaunchDialog& dialog = *b.dialog();
    QCOMPARE(b.daemon.questions.last().params["reveal"_L1].toBool(), true);
    QCOMPARE(line(dialog, u"script"_s)->text(), QDir::toNativeSeparators(m_script));
    auto* save = dialog.findChild<QPushButton*>(u"save"_s);
    QTRY_VERIFY(save->isVisible());
    QVERIFY(!save->isEnabled());
    line(dialog, u"max_memory_restart"_s)->setText(u"300M"_s);
    QTRY_VERIFY_WITH_TIMEOUT(save->isEnabled(), patience);
    const QString live = note(dialog);
    QVERIFY(!live.isEmpty());
    line(dialog, u"arguments"_s)->setText(u"--verbose"_s);
    QTRY_VERIFY_WITH_TIMEOUT(note(dialog) != live && note(dialog).size() > live.size(), patience);
    launchButton(dialog)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!b.lastCall(ipc::method::instancesRestart).isEmpty(), patience);
    const QJsonObject update = b.lastCall(ipc::method::appsUpdate);
    QCOMPARE(update["app"_L1].toString(), u"api"_s);
    QCOMPARE(update["spec"_L1]["args"_L1].toArray().size(), 1);
    QCOMPARE(update["spec"_L1]["env"_L1]["API_TOKEN"_L1].toString(), u"abc"_s);
    QCOMPARE(b.lastCall(ipc::method::instancesRestart)["target"_L1].toArray().first().toInt(), 7);
    // Saved only: processes go on as they are.
    QTRY_VERIFY(!b.dialog());
    b.daemon.calls.clear();
    b.dialogs.edit(7);
    QTRY_VERIFY_WITH_TIMEOUT(b.dialog(), patience);
    line(*b.dialog(), u"cron_restart"_s)->setText(u"0 3 * * *"_s);
    b.dialog()->findChild<QPushButton*>(u"save"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!b.lastCall(ipc::method::appsUpdate).isEmpty(), patience);
    QTRY_COMPARE(b.commands.pending(), 0);
    QCOMPARE(b.daemon.calls.size(), 1);
}

void LaunchEditTest::clusterIsReloaded()
{
    Bench b;
    AppStatus app = oneApp(m_script);
    app.spec.execMode = ExecMode::Cluster;
    QVERIFY(b.connectTo({app}));
    b.dialogs.edit(7);
    QTRY_VERIFY_WITH_TIMEOUT(b.dialog(), patience);
    line(*b.dialog(), u"arguments"_s)->setText(u"--verbose"_s);
    launchButton(*b.dialog())->click();
    QTRY_VERIFY_WITH_TIMEOUT(!b.lastCall(ipc::method::instancesReload).isEmpty(), patience);
    QVERIFY(b.lastCall(ipc::method::instancesRestart).isEmpty());
}

void LaunchEditTest::duplicateHasAFreeName()
{
    Bench b;
    AppStatus second = oneApp(m_script);
    second.id = u"api-2"_s;
    second.spec.name = u"api-2"_s;
    second.instances.first().number = 8;
    QVERIFY(b.connectTo({oneApp(m_script), second}));
    b.dialogs.duplicate(7);
    QTRY_VERIFY_WITH_TIMEOUT(b.dialog(), patience);
    LaunchDialog& dialog = *b.dialog();
    QCOMPARE(line(dialog, u"name"_s)->text(), u"api-3"_s);
    // A name that is in use is refused while typing.
    line(dialog, u"name"_s)->setText(u"api"_s);
    QTRY_VERIFY(!launchButton(dialog)->isEnabled() && line(dialog, u"name"_s)->property("failed").toBool());
    line(dialog, u"name"_s)->setText(u"api-4"_s);
    launchButton(dialog)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!b.lastCall(ipc::method::appsCreate).isEmpty(), patience);
    const QJsonValue spec = b.lastCall(ipc::method::appsCreate)["specs"_L1][0];
    QCOMPARE(spec["name"_L1].toString(), u"api-4"_s);
    QCOMPARE(spec["env"_L1]["API_TOKEN"_L1].toString(), u"abc"_s);
}

void LaunchEditTest::nothingTypedIsLostWithTheDaemon()
{
    Bench b;
    QVERIFY(b.connectTo({}));
    b.dialogs.launch(m_script);
    QPushButton* launch = launchButton(*b.dialog());
    QTRY_VERIFY_WITH_TIMEOUT(launch->isEnabled(), patience);
    line(*b.dialog(), u"arguments"_s)->setText(u"--verbose"_s);
    b.daemon.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!launch->isEnabled(), patience);
    QVERIFY(note(*b.dialog()).contains("daemon"_L1));
    QTest::keyClick(b.dialog(), Qt::Key_Return);
    QVERIFY(b.dialog()->isVisible());
    QVERIFY(b.daemon.start());
    QTRY_VERIFY_WITH_TIMEOUT(launch->isEnabled(), patience);
    QCOMPARE(line(*b.dialog(), u"arguments"_s)->text(), u"--verbose"_s);
}

void LaunchEditTest::eachDroppedScriptHasItsDialog()
{
    Bench b;
    QVERIFY(b.connectTo({}));
    const QString other = m_folder.filePath(u"other.js"_s);
    QVERIFY(QFile::copy(m_script, other) || QFile::exists(other));
    b.dialogs.launch();
    b.dialogs.launch(m_script); // the blank one
    QCOMPARE(b.window.findChildren<LaunchDialog*>().size(), 1);
    b.dialogs.launch(other);
    QCOMPARE(b.window.findChildren<LaunchDialog*>().size(), 2);
}

QTEST_MAIN(LaunchEditTest)
#include "tst_launchedit.moc"

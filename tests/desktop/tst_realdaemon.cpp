// SPDX-License-Identifier: GPL-3.0-or-later
// The window with the real daemon and guard: what a user does first.
#include "eventloopgap.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/logpane.h"
#include "desktop/mainwindow.h"
#include "desktop/noticebar.h"
#include "desktop/startdialog.h"
#include "desktop/theme.h"
#include "models/settings.h"
#include "ipc/methods.h"
#include "platform/files.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class RealDaemonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void launchWatchStopRestartDelete();
    void daemonKilledAndBack();

private:
    void launch(const QString& script, const QString& name);
    QString state(const QString& name) const;
    QModelIndex rowOf(const QString& name) const;
    bool logContains(const QString& text) const;
    qint64 daemonPid();

    QTemporaryDir m_home;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DaemonClient> m_client;
    std::unique_ptr<StateMirror> m_mirror;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QString m_script;
};

void RealDaemonTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"sh"_s).isEmpty()) QSKIP("needs a POSIX shell");
    qputenv("TROPERO_HOME", QFile::encodeName(m_home.path()));
    DaemonLocation location;
    location.home = platform::homeFolder();
    location.endpoint = platform::daemonEndpoint(location.home);
    location.program = QStandardPaths::findExecutable(u"troperod"_s, {QStringLiteral(TROPERO_TEST_BIN)});
    QVERIFY(!location.program.isEmpty());
    m_script = m_home.filePath(u"worker.sh"_s);
    QFile script(m_script);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\necho \"hello from $$\"\necho trouble >&2\ni=0\nwhile :; do i=$((i+1)); echo "
                 "\"tick $i\"; sleep 0.2; done\n");
    script.close();
    QVERIFY(script.setPermissions(script.permissions() | QFile::ExeOwner));
    m_theme = std::make_unique<Theme>(*qApp);
    m_client = std::make_unique<DaemonClient>(location);
    m_mirror = std::make_unique<StateMirror>(*m_client, true);
    m_settings = std::make_unique<Settings>(location.home + u"/desktop.ini"_s);
    m_window =
        std::make_unique<MainWindow>(*m_client, *m_mirror, *m_theme, *m_settings);
    m_window->show();
    m_client->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_client->state(), DaemonClient::State::Connected, 15'000);
}

void RealDaemonTest::cleanupTestCase()
{
    if (!m_client) return;
    bool done = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_client->state(), DaemonClient::State::Connected, 15'000);
    m_client->call(ipc::method::shutdown, {}, this, [&done](const Result<QJsonValue>&) { done = true; });
    QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
    m_window.reset();
    m_mirror.reset();
    m_client.reset();
}

void RealDaemonTest::launch(const QString& script, const QString& name)
{
    m_window->openLaunchDialog();
    auto* dialog = m_window->findChild<StartDialog*>();
    QVERIFY(dialog);
    dialog->setScript(script);
    dialog->findChild<QLineEdit*>(u"name"_s)->setText(name);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"primary"_s), Qt::LeftButton);
}

QModelIndex RealDaemonTest::rowOf(const QString& name) const
{
    const QAbstractItemModel* model = m_window->apps().tree().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, NameColumn).data().toString() == name) return model->index(row, NameColumn);
    }
    return {};
}

QString RealDaemonTest::state(const QString& name) const
{
    return rowOf(name).siblingAtColumn(StateColumn).data().toString();
}

bool RealDaemonTest::logContains(const QString& text) const
{
    const LogLines& lines = m_window->apps().log().lines();
    for (int row = 0; row < lines.rowCount(); ++row) {
        if (lines.index(row).data().toString().contains(text)) return true;
    }
    return false;
}

qint64 RealDaemonTest::daemonPid()
{
    qint64 pid = 0;
    m_client->call(ipc::method::status, {}, this, [&pid](const Result<QJsonValue>& result) {
        if (result) pid = (*result)["pid"_L1].toInteger();
    });
    return QTest::qWaitFor([&pid] { return pid > 0; }, 5'000) ? pid : 0;
}

void RealDaemonTest::launchWatchStopRestartDelete()
{
    launch(m_script, u"worker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(u"worker"_s), u"Online"_s, 15'000);
    QTRY_VERIFY(m_window->apps().tree().selectedKeys().size() == 1);
    QTRY_VERIFY_WITH_TIMEOUT(logContains(u"hello from"_s), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(logContains(u"trouble"_s), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(logContains(u"tick 5"_s), 15'000);
    const QString pid = rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString();
    QVERIFY(pid.toInt() > 1);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"worker"_s).siblingAtColumn(MemoryColumn).data(SortRole).toLongLong() > 0,
                             10'000);

    m_window->findChild<QAction*>(u"stop"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(state(u"worker"_s), u"Stopped"_s, 15'000);
    QTRY_VERIFY(!m_window->findChild<QAction*>(u"stop"_s)->isEnabled());
    m_window->findChild<QAction*>(u"restart"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(state(u"worker"_s), u"Online"_s, 15'000);
    QVERIFY(rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString() != pid);

    const QString restarted = rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString();
    m_window->findChild<QAction*>(u"reload"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"worker"_s).siblingAtColumn(PidColumn).data().toString() != restarted && state(u"worker"_s) == u"Online"_s, 15'000);
    m_window->findChild<QAction*>(u"delete"_s)->trigger();
    m_window->deletes().carryOut();

    QTRY_VERIFY_WITH_TIMEOUT(!rowOf(u"worker"_s).isValid(), 15'000);
}

void RealDaemonTest::daemonKilledAndBack()
{
    launch(m_script, u"survivor"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(u"survivor"_s), u"Online"_s, 15'000);
    const QString pid = rowOf(u"survivor"_s).siblingAtColumn(PidColumn).data().toString();
    const qint64 daemon = daemonPid();
    QVERIFY(daemon > 1);
    EventLoopGap gap;
    QSignalSpy states(m_client.get(), &DaemonClient::stateChanged);
    QVERIFY(QProcess::execute(u"kill"_s, {u"-9"_s, QString::number(daemon)}) == 0);
    gap.restart(); // waiting for the kill command above is the test's own affair
    QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty() && m_client->state() == DaemonClient::State::Connected,
                             20'000);
    QTRY_VERIFY_WITH_TIMEOUT(daemonPid() != daemon, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(state(u"survivor"_s), u"Online"_s, 10'000);
    QCOMPARE(rowOf(u"survivor"_s).siblingAtColumn(PidColumn).data().toString(), pid);
    QVERIFY2(gap.longestMs() < 200, qPrintable(u"%1 ms"_s.arg(gap.longestMs())));
    QTRY_VERIFY_WITH_TIMEOUT(logContains(u"tick"_s), 10'000);
}

QTEST_MAIN(RealDaemonTest)
#include "tst_realdaemon.moc"

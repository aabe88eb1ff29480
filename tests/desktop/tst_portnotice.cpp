// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedaemon.h"
#include "launchfixture.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/instancecommands.h"
#include "desktop/launchdialog.h"
#include "desktop/launchdialogs.h"
#include "desktop/launchenvironment.h"
#include "desktop/portnoticerow.h"
#include "desktop/theme.h"
#include "ipc/methods.h"
#include "models/processendings.h"

#include <QApplication>
#include <QJsonArray>
#include <QMessageBox>
#include <QProcess>
#include <QTcpServer>
#include <QtTest>

#include <array>
#include <csignal>
#include <cstdio>

using namespace tropero;
using namespace tropero::test;

namespace {

/// A process that listens: this very program. `-stay`: it does not end when it is asked to.
struct Listener
{
    explicit Listener(const QString& how = u"-listen"_s)
    {
        process.start(QCoreApplication::applicationFilePath(), {how});
        if (process.waitForReadyRead(20'000)) port = process.readAllStandardOutput().trimmed().toInt();
    }
    ~Listener()
    {
        process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Listener)

    QProcess process;
    int port = 0;
};

/// A window that opens the dialog, without a daemon.
struct Bench
{
    Bench() : mirror(client, false), commands(client), dialogs(client, mirror, commands, endings, theme, window) {}

    LaunchDialog* open(const QString& script, const QString& arguments)
    {
        dialogs.launch(script);
        auto* dialog = window.findChild<LaunchDialog*>();
        dialog->findChild<QLineEdit*>(u"arguments"_s)->setText(arguments);
        return dialog;
    }

    Theme theme{*qApp};
    DaemonClient client{DaemonLocation{}};
    StateMirror mirror;
    InstanceCommands commands;
    ProcessEndings endings;
    QWidget window;
    LaunchDialogs dialogs;
};

} // namespace

/// What can be done about a port that is taken.
class PortNoticeTest : public LaunchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void anotherPortGoesToTheArgument();
    void anotherPortGoesToTheVariable();
    void itIsEndedAfterAQuestion();
    void itIsEndedThoughTheDialogIsClosed();
    void severalAreToldAtOnce();
    void eachOfSeveralIsForItself();
    void moreThanFit();
    void cancelEndsNothing();
    void anAppIsStopped();
    void everyButtonHasANameAndFits();

private:
    static QPushButton* button(const QWidget& dialog, const QString& name) { return dialog.findChild<QPushButton*>(name); }
    static bool isTold(const QWidget& dialog)
    {
        return QTest::qWaitFor([&dialog] { return dialog.findChild<QWidget*>(u"portNotice"_s)->isVisible(); }, patience);
    }
    static QList<PortNoticeRow*> rows(const QWidget& dialog)
    {
        QList<PortNoticeRow*> visible = dialog.findChildren<PortNoticeRow*>();
        visible.removeIf([](const PortNoticeRow* row) { return !row->isVisible(); });
        return visible;
    }
    static bool isGone(const QWidget& dialog)
    {
        return QTest::qWaitFor([&dialog] { return dialog.findChild<QWidget*>(u"portNotice"_s)->isHidden(); }, patience);
    }
    void open(LaunchDialog& dialog, const QString& arguments) const
    {
        dialog.setPath(m_script);
        line(dialog, u"arguments"_s)->setText(arguments);
        dialog.show();
    }
};

void PortNoticeTest::anotherPortGoesToTheArgument()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString taken = QString::number(server.serverPort());
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    open(dialog, u"--fast --port %1 \"two words\""_s.arg(taken));
    QVERIFY(isTold(dialog));
    QVERIFY2(button(dialog, u"freePort"_s)->isHidden(), "this program does not end itself");
    button(dialog, u"otherPort"_s)->click();
    QVERIFY(isGone(dialog));
    const QString now = line(dialog, u"arguments"_s)->text();
    QVERIFY2(!now.contains(taken) && now.startsWith("--fast --port "_L1) && now.endsWith("\"two words\""_L1), qPrintable(now));
    QTRY_VERIFY_WITH_TIMEOUT(launchButton(dialog)->isEnabled(), patience);
    QVERIFY(command(dialog).contains(now));
}

void PortNoticeTest::anotherPortGoesToTheVariable()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    AppSpec spec;
    spec.script = m_script;
    spec.cwd = m_folder->path();
    spec.env = {{u"PORT"_s, u"1"_s}, {u"MODE"_s, u"x"_s}};
    spec.envProfiles = {{u"test"_s, {{u"PORT"_s, QString::number(server.serverPort())}}}};
    spec.envProfile = u"test"_s;
    dialog.setSpec(spec, {});
    dialog.show();
    QVERIFY(isTold(dialog));
    button(dialog, u"otherPort"_s)->click();
    QVERIFY(isGone(dialog));
    auto* page = dialog.findChild<LaunchEnvironment*>();
    QCOMPARE(page->model().variables(), spec.env);
    QVERIFY(page->profileModel().variables().value(u"PORT"_s).toInt() > 1024);
    QVERIFY(page->profileModel().variables().value(u"PORT"_s).toInt() != server.serverPort());
}

void PortNoticeTest::itIsEndedAfterAQuestion()
{
    const Listener holder;
    QVERIFY(holder.port > 0);
    Bench bench;
    LaunchDialog& dialog = *bench.open(m_script, u"-p %1"_s.arg(holder.port));
    QVERIFY(isTold(dialog));
    QPushButton* end = button(dialog, u"freePort"_s);
    QVERIFY(end->isVisible());
    end->click();
    auto* question = dialog.findChild<QMessageBox*>(u"endQuestion"_s);
    QVERIFY(question && question->informativeText().contains(QString::number(holder.process.processId())));
    QCOMPARE(holder.process.state(), QProcess::Running);
    question->findChild<QPushButton*>(u"danger"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(holder.process.state(), QProcess::NotRunning, 20'000);
    QVERIFY(isGone(dialog));
    QCOMPARE(line(dialog, u"arguments"_s)->text(), u"-p %1"_s.arg(holder.port));
}

void PortNoticeTest::itIsEndedThoughTheDialogIsClosed()
{
    const Listener holder(u"-stay"_s);
    QVERIFY(holder.port > 0);
    Bench bench;
    LaunchDialog* dialog = bench.open(m_script, u"-p %1"_s.arg(holder.port));
    QVERIFY(isTold(*dialog));
    button(*dialog, u"freePort"_s)->click();
    dialog->findChild<QPushButton*>(u"danger"_s)->click();
    QVERIFY(bench.endings.isEnding());
    delete dialog;
    QTRY_COMPARE_WITH_TIMEOUT(holder.process.state(), QProcess::NotRunning, 30'000);
}

void PortNoticeTest::severalAreToldAtOnce()
{
    const Listener first;
    const Listener second;
    QTcpServer own;
    QVERIFY(own.listen(QHostAddress::LocalHost));
    Bench bench;
    LaunchDialog& dialog = *bench.open(m_script, u"-p %1 --port %2"_s.arg(first.port).arg(second.port));
    line(dialog, u"interpreter_args"_s)->setText(u"--inspect=%1"_s.arg(own.serverPort()));
    QTRY_COMPARE_WITH_TIMEOUT(rows(dialog).size(), 3, patience);
    QVERIFY(dialog.findChild<QLabel*>(u"portNoticeTitle"_s)->isVisible());
    const QList<std::pair<int, QString>> wanted{{first.port, u"-p"_s}, {second.port, u"--port"_s}, {own.serverPort(), u"--inspect"_s}};
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const PortNoticeRow* row = rows(dialog).at(i);
        const QString start = u"%1 (%2)"_s.arg(QString::number(wanted.at(i).first), wanted.at(i).second);
        QVERIFY2(row->text().startsWith(start), qPrintable(row->text()));
        QCOMPARE(button(*row, u"freePort"_s)->isVisible(), i < 2); // this program does not end itself
        QVERIFY(button(*row, u"otherPort"_s)->isVisible() && button(*row, u"showPort"_s)->isVisible());
    }
    QVERIFY(dialog.findChild<QLabel*>(u"portNoticeMore"_s)->isHidden());
    QSignalSpy shown(&dialog, &LaunchDialog::showPortRequested);
    button(*rows(dialog).at(1), u"showPort"_s)->click();
    QCOMPARE(shown.first().first().toInt(), second.port);
    // Each line stays one, with all that can be done, however narrow the window is.
    for (const int width : {bench.theme.scaled(880), dialog.minimumWidth()}) {
        dialog.resize(width, bench.theme.scaled(700));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        for (const PortNoticeRow* row : rows(dialog)) {
            QVERIFY(row->height() <= button(*row, u"showPort"_s)->sizeHint().height() + bench.theme.scaled(6));
            for (const QPushButton* one : row->findChildren<QPushButton*>()) {
                QVERIFY2(!one->isVisible() || one->width() >= one->sizeHint().width(), qPrintable(one->objectName()));
                QVERIFY(!one->isVisible() || (!one->accessibleDescription().isEmpty() && !(one->text() + one->accessibleName()).isEmpty()));
            }
        }
    }
}

void PortNoticeTest::eachOfSeveralIsForItself()
{
    const Listener first;
    const Listener second;
    QTcpServer own;
    QVERIFY(own.listen(QHostAddress::LocalHost));
    Bench bench;
    LaunchDialog& dialog = *bench.open(m_script, u"-p %1 --port %2"_s.arg(first.port).arg(second.port));
    line(dialog, u"interpreter_args"_s)->setText(u"--inspect=%1"_s.arg(own.serverPort()));
    QTRY_COMPARE_WITH_TIMEOUT(rows(dialog).size(), 3, patience);
    button(*rows(dialog).at(2), u"otherPort"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(dialog).size(), 2, patience);
    const QString inspect = line(dialog, u"interpreter_args"_s)->text();
    QVERIFY2(inspect.startsWith("--inspect="_L1) && !inspect.contains(QString::number(own.serverPort())), qPrintable(inspect));
    QCOMPARE(line(dialog, u"arguments"_s)->text(), u"-p %1 --port %2"_s.arg(first.port).arg(second.port));
    button(*rows(dialog).at(1), u"freePort"_s)->click();
    dialog.findChild<QPushButton*>(u"danger"_s)->click();
    QVERIFY(!button(*rows(dialog).at(1), u"freePort"_s)->isEnabled());
    QVERIFY(button(*rows(dialog).at(0), u"freePort"_s)->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(second.process.state(), QProcess::NotRunning, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(rows(dialog).size(), 1, patience);
    QCOMPARE(first.process.state(), QProcess::Running);
    QVERIFY(dialog.findChild<QLabel*>(u"portNoticeTitle"_s)->isHidden());
    QVERIFY(rows(dialog).at(0)->text().contains(QString::number(first.port)));
}

void PortNoticeTest::moreThanFit()
{
    std::array<QTcpServer, 6> servers;
    QStringList arguments;
    for (QTcpServer& server : servers) {
        QVERIFY(server.listen(QHostAddress::LocalHost));
        arguments.append(u"--port %1"_s.arg(server.serverPort()));
    }
    Bench bench;
    LaunchDialog& dialog = *bench.open(m_script, arguments.join(u' '));
    QTRY_COMPARE_WITH_TIMEOUT(rows(dialog).size(), 4, patience);
    const auto* more = dialog.findChild<QLabel*>(u"portNoticeMore"_s);
    QVERIFY2(more->isVisible() && more->text().contains(u'2'), qPrintable(more->text()));
    QVERIFY(dialog.findChild<QLabel*>(u"portNoticeTitle"_s)->text().contains(u'6'));
    // The keyboard stays in the notice when the line that had it is gone.
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    button(*rows(dialog).at(3), u"otherPort"_s)->setFocus();
    for (std::size_t i = 1; i < servers.size(); ++i)
        servers[i].close();
    line(dialog, u"arguments"_s)->setText(arguments.join(u' ') + u" --again"_s); // it looks anew
    QTRY_COMPARE_WITH_TIMEOUT(rows(dialog).size(), 1, patience);
    QVERIFY(button(*rows(dialog).at(0), u"showPort"_s)->hasFocus());
}

void PortNoticeTest::cancelEndsNothing()
{
    const Listener holder;
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    open(dialog, u"-p %1"_s.arg(holder.port));
    QVERIFY(isTold(dialog));
    button(dialog, u"freePort"_s)->click();
    auto* question = dialog.findChild<QMessageBox*>(u"endQuestion"_s);
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return); // the default is to leave it alone
    QTRY_VERIFY(!dialog.findChild<QMessageBox*>(u"endQuestion"_s));
    QCOMPARE(holder.process.state(), QProcess::Running);
    QVERIFY(button(dialog, u"freePort"_s)->isEnabled());
}

void PortNoticeTest::anAppIsStopped()
{
    Listener holder;
    AppStatus app;
    app.id = u"web"_s;
    app.spec.name = u"web"_s;
    app.spec.script = m_script;
    app.guardPid = holder.process.processId(); // what is below it is the app's
    for (const int number : {4, 5}) {
        InstanceStatus instance;
        instance.number = number;
        instance.index = number - 4;
        instance.state = InstanceState::Online;
        instance.pid = number == 4 ? holder.process.processId() : 0;
        app.instances.append(instance);
    }
    Theme theme(*qApp);
    FakeDaemon daemon;
    daemon.setApps({app});
    QVERIFY(daemon.start());
    DaemonClient client(daemon.location());
    StateMirror mirror(client, false);
    InstanceCommands commands(client);
    ProcessEndings endings;
    QWidget window;
    LaunchDialogs dialogs(client, mirror, commands, endings, theme, window);
    client.open();
    QTRY_VERIFY_WITH_TIMEOUT(mirror.app(u"web"_s), patience);
    dialogs.launch(m_script);
    auto* dialog = window.findChild<LaunchDialog*>();
    line(*dialog, u"arguments"_s)->setText(u"-p %1"_s.arg(holder.port));
    QVERIFY(isTold(*dialog));
    QPushButton* stop = button(*dialog, u"freePort"_s);
    QVERIFY2(stop->isVisible() && stop->text().contains("web"_L1), qPrintable(stop->text()));
    stop->click();
    QTRY_VERIFY_WITH_TIMEOUT(!daemon.calls.isEmpty(), patience);
    QCOMPARE(daemon.calls.last().method, QString(ipc::method::instancesStop));
    QCOMPARE(daemon.calls.last().params["target"_L1].toArray(), (QJsonArray{4, 5}));
    QVERIFY(!stop->isEnabled());
    QVERIFY2(holder.process.state() == QProcess::Running, "that is the daemon's business");
    holder.process.kill();
    QVERIFY(isGone(*dialog));
}

void PortNoticeTest::everyButtonHasANameAndFits()
{
    const Listener holder;
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    open(dialog, u"-p %1"_s.arg(holder.port));
    QVERIFY(isTold(dialog));
    for (const int width : {theme.scaled(880), dialog.minimumWidth()}) {
        dialog.resize(width, theme.scaled(600));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const auto* text = dialog.findChild<QLabel*>(u"portNoticeText"_s);
        QVERIFY2(text->width() >= theme.scaled(200), qPrintable(QString::number(text->width())));
        for (const QString& name : {u"freePort"_s, u"otherPort"_s, u"showPort"_s}) {
            const QPushButton* one = button(dialog, name);
            QVERIFY(!one->text().isEmpty() && !one->toolTip().isEmpty() && one->focusPolicy() & Qt::TabFocus);
            QVERIFY2(one->width() >= one->sizeHint().width(), qPrintable(name));
            QVERIFY(dialog.rect().contains(QRect(one->mapTo(&dialog, QPoint()), one->size())));
        }
    }
    const QWidget* freed = button(dialog, u"freePort"_s);
    QCOMPARE(freed->nextInFocusChain(), button(dialog, u"otherPort"_s));
    QCOMPARE(button(dialog, u"otherPort"_s)->nextInFocusChain(), button(dialog, u"showPort"_s));
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    if (argc > 1 && (QLatin1StringView(argv[1]) == "-listen"_L1 || QLatin1StringView(argv[1]) == "-stay"_L1)) {
        if (QLatin1StringView(argv[1]) == "-stay"_L1) std::signal(SIGTERM, SIG_IGN);
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost)) return 1;
        std::printf("%d\n", server.serverPort());
        std::fflush(stdout);
        return QApplication::exec();
    }
    PortNoticeTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_portnotice.moc"

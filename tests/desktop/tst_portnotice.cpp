// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedaemon.h"
#include "launchfixture.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/instancecommands.h"
#include "desktop/launchdialog.h"
#include "desktop/launchdialogs.h"
#include "desktop/launchenvironment.h"
#include "desktop/theme.h"
#include "ipc/methods.h"

#include <QApplication>
#include <QJsonArray>
#include <QMessageBox>
#include <QProcess>
#include <QTcpServer>
#include <QtTest>

#include <cstdio>

using namespace tropero;
using namespace tropero::test;

namespace {

/// A process that listens: this very program.
struct Listener
{
    Listener()
    {
        process.start(QCoreApplication::applicationFilePath(), {u"-listen"_s});
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
    void cancelEndsNothing();
    void anAppIsStopped();
    void everyButtonHasANameAndFits();

private:
    static QPushButton* button(const QWidget& dialog, const QString& name) { return dialog.findChild<QPushButton*>(name); }
    static bool isTold(const QWidget& dialog)
    {
        return QTest::qWaitFor([&dialog] { return dialog.findChild<QWidget*>(u"portNotice"_s)->isVisible(); }, patience);
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
    Theme theme(*qApp);
    LaunchDialog dialog(theme, nullptr);
    open(dialog, u"-p %1"_s.arg(holder.port));
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
    QWidget window;
    LaunchDialogs dialogs(client, mirror, commands, theme, window);
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
    if (argc > 1 && QLatin1StringView(argv[1]) == "-listen"_L1) {
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

// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with apps in the real window, against a daemon in this process.
#include "samples.h"
#include "windowbench.h"

#include "desktop/launchdialog.h"
#include "ipc/methods.h"

#include <QFile>
#include <QInputDialog>
#include <QPushButton>
#include <QtTest>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

class AppCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyThenFirstApp();
    void actionsFollowTheSelection();
    void startStopRestart();
    void deleteCanBeUndone();
    void failuresAreShown();
};

void AppCommandsTest::emptyThenFirstApp()
{
    WindowBench b;
    QVERIFY(b.connectTo({}));
    auto* launch = b.window->findChild<QPushButton*>(u"primary"_s);
    QVERIFY(launch);
    QTRY_VERIFY(b.window->findChildren<QPushButton*>(u"primary"_s).size() == 2);
    QTest::keySequence(b.window.get(), QKeySequence::New);
    auto* dialog = b.window->findChild<LaunchDialog*>();
    QVERIFY(dialog);
    QTemporaryDir folder;
    QFile script(folder.filePath(u"hello.js"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    dialog->setPath(script.fileName());
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"primary"_s), Qt::LeftButton);
    QTRY_COMPARE(b.stateOf(u"hello"_s), u"Online"_s);
    QTRY_COMPARE(b.tree().selectedKeys(), QStringList{u"hello"_s});
    QCOMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::appsCreate));
    QVERIFY(b.daemon.calls.first().params["shellEnvironment"_L1].toObject().contains(u"PATH"_s));
}

void AppCommandsTest::actionsFollowTheSelection()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    const auto enabled = [&](const QString& key) {
        b.tree().selectKey(key);
        QTest::qWait(0);
        QString text;
        for (const char* name : {"start", "stop", "restart", "delete"})
            text += QString::fromLatin1(b.action(name)->isEnabled() ? "+" : "-");
        return text;
    };
    QTRY_COMPARE(enabled(u"web"_s), u"-+++"_s);
    QTRY_COMPARE(enabled(u"docs"_s), u"+-++"_s);
    QTRY_COMPARE(enabled(u"legacy-sync"_s), u"+-++"_s);
    QTRY_COMPARE(enabled(u"mailer"_s), u"++++"_s);
    QTRY_COMPARE(enabled(u"search"_s), u"-+++"_s);
    b.tree().clearSelection();
    QTRY_VERIFY(!b.action("delete")->isEnabled());
}

void AppCommandsTest::startStopRestart()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.tree().selectKey(u"api"_s);
    QTRY_VERIFY(b.action("stop")->isEnabled());
    QTest::keyClick(b.window.get(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_COMPARE(b.stateOf(u"api"_s), u"Stopped"_s);
    QCOMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().params["target"_L1].toArray(), (QJsonArray{0, 1, 2, 3}));
    QTRY_VERIFY(b.action("start")->isEnabled());
    QVERIFY(!b.action("stop")->isEnabled());
    b.action("start")->trigger();
    QTRY_COMPARE(b.stateOf(u"api"_s), u"Online"_s);
    b.daemon.calls.clear();
    b.tree().expand(b.indexOf(u"api"_s));
    b.tree().selectKey(u"api/2"_s);
    QTRY_VERIFY(b.action("restart")->isEnabled());
    b.action("restart")->trigger();
    QTRY_COMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().params["target"_L1].toArray(), QJsonArray{2});
    QCOMPARE(b.tree().selectedKeys(), QStringList{u"api/2"_s});
    b.action("scale")->trigger();
    auto* question = b.window->findChild<QInputDialog*>(u"scaleQuestion"_s);
    QVERIFY(question);
    QCOMPARE(question->intValue(), 4);
    question->setIntValue(6);
    question->accept();
    QTRY_COMPARE(b.daemon.calls.size(), 2);
    QCOMPARE(b.daemon.calls.last().method, u"apps.scale"_s);
    QCOMPARE(b.daemon.calls.last().params["count"_L1].toInt(), 6);
}

void AppCommandsTest::deleteCanBeUndone()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.tree().selectKey(u"api"_s);
    QTRY_VERIFY(b.action("delete")->isEnabled());
    b.action("delete")->trigger();
    // Stopped and out of sight, but still there.
    QTRY_COMPARE(b.stateOf(u"api"_s), QString());
    QTRY_COMPARE(b.daemon.calls.size(), 1);
    QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::instancesStop));
    QTRY_COMPARE(b.mirror.app(u"api"_s)->instances.first().state, InstanceState::Stopped);
    QVERIFY(b.notices().join(u' ').contains(u"api"_s));
    QPushButton* undo = nullptr;
    for (QPushButton* button : b.window->findChildren<QPushButton*>(u"noticeAction"_s)) {
        if (button->isVisible()) undo = button;
    }
    QVERIFY(undo);
    undo->click();
    QTRY_COMPARE(b.stateOf(u"api"_s), u"Online"_s);
    QCOMPARE(b.daemon.calls.last().method, QString(ipc::method::instancesStart));
    QVERIFY(b.notices().isEmpty());

    b.window->deletes().setPatience(50);
    b.tree().selectAll();
    QTRY_VERIFY(b.action("delete")->isEnabled());
    b.action("delete")->trigger();
    QTRY_VERIFY(b.mirror.apps().empty());
    QCOMPARE(b.daemon.calls.last().method, QString(ipc::method::instancesDelete));
    QCOMPARE(b.daemon.calls.last().params["target"_L1].toArray().size(), 12);
    QTRY_VERIFY(b.notices().isEmpty());
}

void AppCommandsTest::failuresAreShown()
{
    WindowBench b;
    QVERIFY(b.connectTo(sampleApps(b.daemon.location().home)));
    b.tree().selectKey(u"docs"_s);
    QTRY_VERIFY(b.action("start")->isEnabled());
    b.daemon.failNext({ErrorCode::MissingInterpreter, u"Cannot start the app"_s, u"docs.js"_s,
                       u"there is no node in PATH"_s, u"Install Node.js"_s});
    b.action("start")->trigger();
    QTRY_COMPARE(b.notices().size(), 1);
    QVERIFY(b.notices().first().contains(u"no node in PATH"_s));
}

QTEST_MAIN(AppCommandsTest)
#include "tst_appcommands.moc"

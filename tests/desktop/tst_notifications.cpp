// SPDX-License-Identifier: GPL-3.0-or-later
// What the user is told outside of the window, and where it leads.
#include "shellbench.h"
#include "systemsamples.h"

#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/noticebar.h"
#include "desktop/notifications.h"
#include "desktop/settingspage.h"
#include "desktop/systempage.h"
#include "desktop/tray.h"
#include "ipc/methods.h"
#include "models/mutedapps.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>

using namespace tropero;
using namespace tropero::test;
using namespace Qt::StringLiterals;

namespace {

/// Keeps what it is shown; answers as a user would.
class RecordingNotifier : public Notifier
{
public:
    using Notifier::Notifier;

    void show(const Notification& notification) override { shown.append(notification); }

    QList<Notification> shown;
};

QStringList keysOf(const Notification& notification)
{
    QStringList keys;
    for (const auto& [key, title] : notification.actions)
        keys.append(key);
    return keys;
}

const QJsonObject crash{{u"app"_s, u"web"_s},  {u"name"_s, u"web"_s},    {u"number"_s, 4},           {u"kind"_s, u"exit"_s},
                        {u"exitCode"_s, 1},   {u"from"_s, u"online"_s}, {u"to"_s, u"launching"_s}, {u"reason"_s, u"exit code 1"_s}};

struct Bench : ShellBench
{
    Tray tray{mirror, window.commands(), settings, theme};
    RecordingNotifier* system = new RecordingNotifier;
    Notifications notifications{mirror, window.commands(), settings, tray, std::unique_ptr<Notifier>(system)};

    Bench()
    {
        QObject::connect(&notifications, &Notifications::appRequested, &window, &MainWindow::showApp);
        QObject::connect(&notifications, &Notifications::portRequested, &window, &MainWindow::showPort);
        QObject::connect(&notifications, &Notifications::portConflict, &window, &MainWindow::showPortConflict);
    }
    bool open() { return connectTo(sampleApps(daemon.location().home)); }
    /// The event has come, whatever became of it.
    bool send(const QJsonObject& event)
    {
        QSignalSpy heard(&mirror, &StateMirror::eventHappened);
        daemon.sendEvent(event);
        return QTest::qWaitFor([&] { return heard.size() == 1; }, 10'000);
    }
};

} // namespace

class NotificationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asMuchAsTheSettingsSay()
    {
        Bench b;
        QVERIFY(b.open());
        QVERIFY(b.send(crash));
        QCOMPARE(b.system->shown.size(), 1);
        QCOMPARE(b.system->shown.first().title, u"web crashed"_s);
        QCOMPARE(keysOf(b.system->shown.first()), (QStringList{u"default"_s, u"log"_s, u"restart"_s}));
        QVERIFY(b.send(crash)); // again at once: there is a pause
        QCOMPARE(b.system->shown.size(), 1);
        QJsonObject gaveUp = crash;
        gaveUp.insert("kind"_L1, u"errored"_s);
        QVERIFY(b.settings.set(setting::notifications, u"none"_s));
        QVERIFY(b.send(gaveUp));
        QCOMPARE(b.system->shown.size(), 1);
        QVERIFY(b.settings.set(setting::notifications, u"gave-up"_s));
        QVERIFY(b.send(gaveUp));
        QCOMPARE(b.system->shown.size(), 2);
        QVERIFY(b.system->shown.last().urgent);
    }

    void buttonsLeadSomewhere()
    {
        Bench b;
        QVERIFY(b.open());
        QVERIFY(b.send(crash));
        b.window.showPage(u"settings"_s);
        Q_EMIT b.system->activated(u"web"_s, u"log"_s);
        QCOMPARE(b.window.page(), u"apps"_s);
        QTRY_COMPARE(b.window.apps().tree().selectedKeys(), QStringList{u"web"_s});
        Q_EMIT b.system->activated(u"web"_s, u"restart"_s);
        QTRY_COMPARE(b.daemon.calls.size(), 1);
        QCOMPARE(b.daemon.calls.first().method, QString(ipc::method::instancesRestart));
        QCOMPARE(b.daemon.calls.first().params["target"_L1].toArray(), QJsonArray{4});
    }

    void anAppIsMutedAndHeardAgain()
    {
        Bench b;
        QVERIFY(b.open());
        b.window.apps().tree().selectKey(u"web"_s);
        auto* mute = b.window.findChild<QAction*>(u"mute"_s);
        QTRY_VERIFY(mute->isEnabled());
        QVERIFY(!mute->isChecked());
        mute->trigger();
        QVERIFY(isMuted(b.settings, u"web"_s));
        QVERIFY(b.send(crash));
        QVERIFY(b.system->shown.isEmpty());
        // The settings show it, and are a way back.
        b.window.showPage(u"settings"_s);
        auto* list = b.window.findChild<SettingsPage*>()->findChild<QLineEdit*>(QString(setting::mutedApps));
        QCOMPARE(list->text(), u"web"_s);
        list->clear();
        Q_EMIT list->editingFinished();
        QVERIFY(!isMuted(b.settings, u"web"_s));
        QVERIFY(!mute->isChecked());
        QVERIFY(b.send(crash));
        QCOMPARE(b.system->shown.size(), 1);
        QVERIFY(setMuted(b.settings, u"api"_s, true));
        QVERIFY(setMuted(b.settings, u"a, b"_s, true));
        QVERIFY(isMuted(b.settings, u"api"_s) && isMuted(b.settings, u"a, b"_s) && !isMuted(b.settings, u"b"_s));
        QVERIFY(setMuted(b.settings, u"api"_s, false));
        QVERIFY(!isMuted(b.settings, u"api"_s) && isMuted(b.settings, u"a, b"_s));
    }

    void aPortConflictNamesTheOwner()
    {
        Bench b;
        QVERIFY(b.open());
        QTcpServer holder; // this program holds it
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        const int port = holder.serverPort();
        QJsonObject conflict = crash;
        conflict.insert("kind"_L1, u"errored"_s);
        conflict.insert("reason"_L1, u"listen EADDRINUSE: address already in use 127.0.0.1:%1"_s.arg(port));
        QSignalSpy told(&b.notifications, &Notifications::portConflict);
        b.daemon.sendEvent(conflict);
        QVERIFY(told.wait(20'000));
        QCOMPARE(b.system->shown.size(), 1);
        const Notification& shown = b.system->shown.first();
        QVERIFY2(shown.title.contains(QString::number(port)), qPrintable(shown.title));
        QVERIFY2(shown.text.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(shown.text));
        QCOMPARE(keysOf(shown), (QStringList{u"default"_s, u"port"_s, u"log"_s, u"restart"_s}));
        // In the window, too, with the way there.
        NoticeBar* bar = nullptr;
        for (auto* each : b.window.findChildren<NoticeBar*>()) {
            if (each->text().contains(QString::number(port))) bar = each;
        }
        QVERIFY(bar);
        bar->findChild<QPushButton*>(u"noticeAction"_s)->click();
        QCOMPARE(b.window.page(), u"system"_s);
        auto* page = b.window.findChild<SystemPage*>();
        QCOMPARE(page->section(), SystemPage::Section::Ports);
        QCOMPARE(page->findChild<QLineEdit*>(u"systemFilter"_s)->text(), u":%1"_s.arg(port));
        b.window.showPage(u"apps"_s);
        Q_EMIT b.system->activated(u"web"_s, u"port"_s);
        QCOMPARE(b.window.page(), u"system"_s);
        Q_EMIT b.system->activated(u"web"_s, u"log"_s);
        QCOMPARE(b.window.page(), u"apps"_s);
    }

    void aMutedConflictStillStandsInTheWindow()
    {
        Bench b;
        QVERIFY(b.open());
        QVERIFY(setMuted(b.settings, u"web"_s, true));
        int port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        QJsonObject conflict = crash;
        conflict.insert("reason"_L1, u"EADDRINUSE: address already in use :::%1"_s.arg(port));
        QSignalSpy told(&b.notifications, &Notifications::portConflict);
        b.daemon.sendEvent(conflict);
        QVERIFY(told.wait(20'000));
        QVERIFY(told.first().at(1).toString().contains(u"web"_s));
        QVERIFY(b.system->shown.isEmpty());
    }

    void ownersInWords()
    {
        const auto machine = sampleMachine();
        QVERIFY(!machine->ports.isEmpty());
        for (const platform::ListeningPort& port : machine->ports)
            QVERIFY(!portOwnerText(*machine, port.port).isEmpty());
        QCOMPARE(portOwnerText(*machine, 1), QString());
    }
};

QTEST_MAIN(NotificationsTest)
#include "tst_notifications.moc"

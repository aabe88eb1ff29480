// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellpictures.h"

#include "fakedaemon.h"
#include "samples.h"
#include "systemsamples.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "core/reason.h"
#include "desktop/activitypage.h"
#include "desktop/appspage.h"
#include "desktop/apptreeview.h"
#include "desktop/endquestion.h"
#include "desktop/mainwindow.h"
#include "desktop/pm2import.h"
#include "desktop/quitquestion.h"
#include "desktop/selectionpane.h"
#include "desktop/systempage.h"
#include "desktop/systemtable.h"
#include "desktop/theme.h"
#include "desktop/tray.h"
#include "models/processendings.h"
#include "models/settings.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QTimer>
#include <QToolButton>

namespace tropero::test {

using namespace Qt::StringLiterals;

namespace {

using Save = std::function<void(QWidget&, const QString&)>;

void settle(int ms = 250)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

/// `open` shows a menu, and may wait for its end.
void menuPicture(const Save& save, const QString& name, const std::function<void()>& open)
{
    QTimer::singleShot(200, qApp, [&save, name] {
        QWidget* const menu = QApplication::activePopupWidget();
        if (!menu) return;
        save(*menu, name);
        menu->close();
    });
    open();
    settle(400);
}

template<typename Dialog>
void questionPicture(const Save& save, const QString& name, QWidget& owner, const std::function<void()>& ask)
{
    ask();
    settle();
    for (auto* box : owner.findChildren<Dialog*>()) {
        if (!box->isVisible()) continue;
        save(*box, name);
        box->close();
    }
    settle(50);
}

/// A day of everything that an event can be.
QJsonArray manyEvents(const QList<AppStatus>& apps)
{
    QJsonArray events;
    qint64 at = QDateTime::currentMSecsSinceEpoch() - 3'600'000;
    const auto add = [&](int app, QLatin1StringView kind, const Reason& reason, const QJsonObject& more = {}) {
        const AppStatus& one = apps.at(app % apps.size());
        QJsonObject event{{u"at"_s, at += 97'000}, {u"app"_s, one.id}, {u"name"_s, one.spec.name}, {u"number"_s, one.instances.first().number}, {u"kind"_s, QString(kind)}};
        reason.write(event);
        for (auto it = more.begin(); it != more.end(); ++it) event.insert(it.key(), it.value());
        events.append(event);
    };
    const QJsonValue crash = Reason::ofExit(1, 0).asArgument();
    const QJsonObject crashed{{u"exitCode"_s, 1}, {u"from"_s, u"online"_s}, {u"to"_s, u"waiting restart"_s}};
    add(0, "created"_L1, Reason::of(ReasonCode::CreateCommand));
    add(0, "online"_L1, Reason::of(ReasonCode::StartCommand), {{u"pid"_s, 48213}});
    add(1, "exit"_L1, Reason::of(ReasonCode::RetryLater, {crash, 1500}), crashed);
    add(1, "restart"_L1, Reason::of(ReasonCode::RetryLater, {crash, 1500}));
    add(2, "memory-limit"_L1, Reason::of(ReasonCode::MemoryLimit, {222 << 20, 200 << 20}));
    add(2, "reload"_L1, Reason::of(ReasonCode::MemoryLimit, {222 << 20, 200 << 20}), {{u"pid"_s, 48371}});
    add(0, "edited"_L1, Reason::of(ReasonCode::EditedWaits, {QJsonArray{QJsonObject{{u"key"_s, u"max_restarts"_s}}, QJsonObject{{u"key"_s, u"env"_s}, {u"variables"_s, QJsonArray{u"PORT"_s, u"NODE_ENV"_s}}}},
                                                            QJsonArray{QJsonObject{{u"key"_s, u"env"_s}, {u"variables"_s, QJsonArray{u"PORT"_s, u"NODE_ENV"_s}}}}}));
    add(3, "reload-failed"_L1, Reason::of(ReasonCode::NotReadyInTime, {3000, Reason::of(ReasonCode::NotListening).asArgument()}));
    add(1, "errored"_L1, Reason::of(ReasonCode::GaveUp, {16, 42'000, 16, 600'000, crash}));
    add(3, "start-failed"_L1, Reason::ofError({ErrorCode::NotExecutable, u"Cannot start the app"_s, u"/srv/shop/worker"_s, u"the file is not executable"_s,
                                               u"Run chmod +x on it, or set \"interpreter\" to a program that can run it"_s}));
    add(2, "log-loss"_L1, Reason::of(ReasonCode::OutputStoredAgain, {5 << 20, 5 << 20}));
    add(0, "stop"_L1, Reason::of(ReasonCode::KilledAfter, {Reason::of(ReasonCode::StopCommand).asArgument(), 1600}));
    return events;
}

void pictures(Theme& theme, const Save& save)
{
    FakeDaemon daemon;
    daemon.setApps(sampleApps(daemon.location().home));
    daemon.setPastEvents(manyEvents(daemon.apps()));
    daemon.start();
    DaemonClient client(daemon.location());
    StateMirror mirror(client, true);
    Settings settings(daemon.location().home + u"/desktop.ini"_s);
    QSettings(settings.file(), QSettings::IniFormat).setValue(u"window/welcomed"_s, true);
    MainWindow window(client, mirror, theme, settings);
    Tray tray(mirror, window.commands(), settings, theme);
    QuitQuestion quit(client, mirror);
    window.resize(1180, 760);
    window.show();
    client.open();
    for (int i = 0; i < 40 && mirror.apps().size() != static_cast<size_t>(daemon.apps().size()); ++i) settle(100);
    window.showPage(u"activity"_s);
    settle();
    save(window, u"activity"_s);
    window.resize(620, 480);
    save(window, u"activity-narrow"_s);
    window.resize(1180, 760);
    window.showPage(u"apps"_s);
    AppTreeView& tree = window.apps().tree();
    tree.selectKey(u"api"_s);
    settle();
    const auto centre = [&tree] { return tree.visualRect(tree.currentIndex()).center(); };
    menuPicture(save, u"menu-app"_s, [&] { Q_EMIT tree.customContextMenuRequested(centre()); });
    menuPicture(save, u"menu-columns"_s, [&] { Q_EMIT tree.header()->customContextMenuRequested({80, 8}); });
    for (QToolButton* button : window.apps().findChildren<QToolButton*>()) {
        if (button->menu() && button->menu()->parent() == &window) menuPicture(save, u"menu-main"_s, [button] { button->showMenu(); });
    }
    Q_EMIT tray.menu().aboutToShow();
    menuPicture(save, u"menu-tray"_s, [&] { tray.menu().popup({10, 10}); });
    for (QAction* action : tray.menu().actions()) {
        if (!action->menu() || !action->text().startsWith(u"api"_s)) continue;
        menuPicture(save, u"menu-tray-app"_s, [&] { action->menu()->popup({10, 10}); });
        break;
    }
    questionPicture<QMessageBox>(save, u"question-quit"_s, window, [&] { quit.ask(&window); });
    questionPicture<QMessageBox>(save, u"question-about"_s, window, [&] { window.findChild<QAction*>(u"about"_s)->trigger(); });
    questionPicture<QInputDialog>(save, u"question-scale"_s, window, [&] { window.findChild<QAction*>(u"scale"_s)->trigger(); });
    qputenv("PM2_HOME", QFile::encodeName(daemon.location().home));
    QFile dump(daemon.location().home + u"/dump.pm2"_s);
    if (dump.open(QIODevice::WriteOnly))
        dump.write(R"([{"name": "shop", "pm_exec_path": "/srv/shop/server.js", "pm_cwd": "/srv/shop", "exec_mode": "fork_mode", "instances": 1},
                       {"name": "mailer", "pm_exec_path": "/srv/mailer/index.js", "pm_cwd": "/srv/mailer", "exec_mode": "fork_mode", "instances": 1}])");
    dump.close();
    Pm2Import import(window.commands());
    QObject::connect(&import, &Pm2Import::failed, &window, &MainWindow::showFailure);
    questionPicture<QMessageBox>(save, u"question-pm2"_s, window, [&] { import.ask(&window); });
    window.showFailure(u"Cannot start the app: /srv/shop/worker: the file is not executable. Run chmod +x on it, or set \"interpreter\" to a program that can run it."_s);
    window.findChild<QAction*>(u"delete"_s)->trigger();
    settle();
    save(window, u"bars"_s);
    window.resize(620, 480);
    save(window, u"bars-narrow"_s);
}

void systemPictures(Theme& theme, const Save& save)
{
    DaemonClient client{DaemonLocation{}};
    StateMirror mirror(client, false);
    ProcessEndings endings;
    SystemPage page(mirror, endings, theme);
    page.setAutoFillBackground(true);
    page.resize(1180, 560);
    page.show();
    page.monitor().setActive(false);
    settle();
    page.setSnapshot(sampleMachine());
    page.table().setFocus();
    page.table().setCurrentIndex(page.table().model()->index(1, 0));
    menuPicture(save, u"menu-process"_s, [&] { Q_EMIT page.table().customContextMenuRequested(page.table().visualRect(page.table().currentIndex()).center()); });
    const QList<MachineProcess> all = sampleMachine()->processes;
    questionPicture<QMessageBox>(save, u"question-end"_s, page, [&] { endQuestion({all.first()}, false, &page, [] {})->open(); });
    questionPicture<QMessageBox>(save, u"question-end-several"_s, page, [&] { endQuestion(all, true, &page, [] {})->open(); });
}

} // namespace

void shellPictures(Theme& theme, const Save& save)
{
    pictures(theme, save);
    systemPictures(theme, save);
}

} // namespace tropero::test

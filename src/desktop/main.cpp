// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/appspage.h"
#include "desktop/language.h"
#include "desktop/mainwindow.h"
#include "desktop/notifications.h"
#include "desktop/quitquestion.h"
#include "desktop/settingseffects.h"
#include "desktop/shellintegration.h"
#include "desktop/singleinstance.h"
#include "desktop/theme.h"
#include "desktop/tray.h"
#include "models/settings.h"
#include "platform/leaveprocess.h"
#include "platform/taskbar.h"
#include "version.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace {

struct Options
{
    bool hidden = false;
    bool quit = false;
    tropero::WindowWishes wishes;
};

Options parseOptions(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "The window of Tropero, which keeps local servers running."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption hidden(u"hidden"_s, QApplication::translate("main", "Start in the tray, without the window."));
    const QCommandLineOption launch(u"launch"_s, QApplication::translate("main", "Open the launch dialog."));
    const QCommandLineOption quit(u"quit"_s, QApplication::translate("main", "End the window that runs; apps go on. Exit code 1: there was none."));
    const QCommandLineOption show(u"show"_s, QApplication::translate("main", "Show that app and its log."), u"app"_s);
    parser.addOptions({hidden, launch, show, quit});
    parser.addPositionalArgument(u"file"_s, QApplication::translate("main", "A script, folder or config file to launch."), u"[file]"_s);
    parser.process(application);
    Options options{parser.isSet(hidden), parser.isSet(quit), {{}, parser.value(show)}};
    for (const QString& file : parser.positionalArguments())
        options.wishes.files.append(QFileInfo(file).absoluteFilePath());
    if (options.wishes.files.isEmpty() && parser.isSet(launch)) options.wishes.files.append(QString());
    return options;
}

int fail(const tropero::Error& error)
{
    QMessageBox::critical(nullptr, u"Tropero"_s, error.message());
    return 1;
}

int run(int argc, char* argv[])
{
#ifdef Q_OS_WIN
    // Before Qt 6.5 a dark system palette is only used when asked for.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "windows:darkmode=2");
#endif
    tropero::platform::setTaskbarIdentity();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Tropero"_s);
    QApplication::setApplicationVersion(QLatin1StringView(TROPERO_VERSION));
    QApplication::setDesktopFileName(u"tropero"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/tropero.svg"_s));

    const tropero::Result<tropero::DaemonLocation> location = tropero::DaemonLocation::current();
    if (!location) return fail(location.error());
    tropero::Settings settings(location->home + u"/desktop.ini"_s);
    tropero::Language language(application);
    tropero::Theme theme(application);
    tropero::SettingsEffects effects(settings, theme, language);
    const Options options = parseOptions(application);

    tropero::SingleInstance only(location->home);
    if (options.quit) {
        const tropero::Result<bool> ended = only.endOther();
        if (!ended) qCritical("%s", qUtf8Printable(ended.error().message())); // whoever asks for it is a script
        return ended && *ended ? 0 : 1;
    }
    const tropero::Result<bool> first = only.claim(options.wishes);
    if (!first) return fail(first.error());
    if (!*first) return 0;

    tropero::DaemonClient client(*location);
    tropero::StateMirror mirror(client, false); // the window asks for figures while it is seen
    tropero::MainWindow window(client, mirror, theme, settings);
    const tropero::ShellIntegration shell(window, mirror, theme);
    tropero::Tray tray(mirror, window.commands(), settings, theme);
    tropero::Notifications notifications(mirror, window.commands(), settings, tray, tropero::makeSystemNotifier());
    tropero::QuitQuestion question(client, mirror);
    tray.show();
    QApplication::setQuitOnLastWindowClosed(false);
    const auto hidesOnClose = [&] { window.setHidesOnClose(tray.isShown() && settings.flag(tropero::setting::closeToTray)); };
    hidesOnClose();

    QObject::connect(&settings, &tropero::Settings::changed, &window, hidesOnClose);
    QObject::connect(&tray, &tropero::Tray::appeared, &window, hidesOnClose);
    QObject::connect(&effects, &tropero::SettingsEffects::failed, &window, &tropero::MainWindow::showFailure);
    QObject::connect(&only, &tropero::SingleInstance::handedOver, &window, &tropero::MainWindow::fulfil);
    QObject::connect(&only, &tropero::SingleInstance::quitRequested, &application, [&window] {
        window.setHidesOnClose(false);
        window.close();
        QApplication::quit();
    });
    QObject::connect(&window, &tropero::MainWindow::hidden, &tray, &tropero::Tray::tellHidden);
    QObject::connect(&window, &tropero::MainWindow::closedForGood, &application, &QApplication::quit);
    QObject::connect(&window, &tropero::MainWindow::quitRequested, &question, [&] { question.ask(&window); });
    QObject::connect(&tray, &tropero::Tray::quitRequested, &question, [&] {
        window.comeForward();
        question.ask(&window);
    });
    QObject::connect(&question, &tropero::QuitQuestion::quit, &application, &QApplication::quit);
    QObject::connect(&question, &tropero::QuitQuestion::failed, &window, &tropero::MainWindow::showFailure);
    QObject::connect(&tray, &tropero::Tray::windowRequested, &window, &tropero::MainWindow::comeForward);
    QObject::connect(&tray, &tropero::Tray::appRequested, &window, &tropero::MainWindow::showApp);
    QObject::connect(&notifications, &tropero::Notifications::appRequested, &window, &tropero::MainWindow::showApp);
    QObject::connect(&notifications, &tropero::Notifications::portRequested, &window, &tropero::MainWindow::showPort);
    QObject::connect(&notifications, &tropero::Notifications::portConflict, &window, &tropero::MainWindow::showPortConflict);
    QObject::connect(&tray, &tropero::Tray::launchRequested, &window, [&window] { window.fulfil({{QString()}, {}}); });
    QObject::connect(&tray, &tropero::Tray::settingsRequested, &window, [&window] {
        window.comeForward();
        window.showPage(u"settings"_s);
    });

    const bool hidden = tray.isShown() && (options.hidden || settings.flag(tropero::setting::startHidden)) && options.wishes.isEmpty();
    if (!hidden) window.fulfil(options.wishes);
    client.open();
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[])
{
    return tropero::platform::leaveProcess(run(argc, argv));
}

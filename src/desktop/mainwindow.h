// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/instancecommands.h"
#include "desktop/pendingdeletes.h"
#include "desktop/pm2import.h"
#include "desktop/windowwishes.h"
#include "models/processendings.h"

#include <QMainWindow>

#include <functional>
#include <optional>

class QMenu;
class QStackedWidget;

namespace tropero {

class ActivityPage;
class AppActions;
class AppsPage;
class AppTools;
class DaemonClient;
class LaunchDialogs;
class NoticeBar;
class Settings;
class SettingsPage;
class SideBar;
class SystemPage;
class StateMirror;
class Theme;
class WelcomePage;

/// The window: puts the pages, the messages above them and the actions together. Knows the daemon only by its
/// client and its mirror.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Geometry and the like are kept in the file of the settings.
    MainWindow(DaemonClient& client, StateMirror& mirror, Theme& theme, Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    AppsPage& apps() const { return *m_apps; }
    InstanceCommands& commands() { return m_commands; }
    PendingDeletes& deletes() { return m_deletes; }
    /// "apps", "system", "activity", "settings".
    void showPage(const QString& name);
    QString page() const;
    /// Shown, not minimised, and before the others.
    void comeForward();
    /// In words, above the page.
    void showFailure(const QString& message);
    /// Where there is a tray, closing only hides.
    void setHidesOnClose(bool hides) { m_hidesOnClose = hides; }
    /// Comes forward with the log of that app.
    void showApp(const QString& id);
    /// Comes forward; what there is no daemon for yet follows as soon as there is one.
    void fulfil(const WindowWishes& wishes);
    /// The page of ports, with whoever holds that one.
    void showPort(int port);
    /// Above the page: an app could not get its port, in words.
    void showPortConflict(int port, const QString& message);
    /// What new users see first; shown by itself until somebody has closed it or has apps.
    void showWelcome();
    /// Opens the launch dialog, with a script when one is given.
    void openLaunchDialog(const QString& script = {});

Q_SIGNALS:
    void quitRequested();
    /// Closed, and not hidden.
    void closedForGood();
    /// Closed, and still there.
    void hidden();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QMenu* makeMenu();
    void addCommands();
    void openPalette();
    void showAbout();
    void showDeletes();
    void startSample();
    void welcomeNewUser();
    void dismissWelcome();
    void launchProcess(const AppSpec& spec);
    SystemPage& system();
    void applyIntervals();
    void retranslate();
    void showConnection();
    void showAwaitedApp();
    void restore();
    void save() const;

    DaemonClient& m_client;
    StateMirror& m_mirror;
    Theme& m_theme;
    Settings& m_settings;
    InstanceCommands m_commands;
    PendingDeletes m_deletes;
    ProcessEndings m_endings;
    Pm2Import m_import;
    LaunchDialogs* m_dialogs;
    AppActions* m_actions;
    AppTools* m_tools;
    QAction* m_launch;
    QAction* m_quit;
    QAction* m_about;
    QList<std::pair<QAction*, std::function<QString()>>> m_commandTexts;
    NoticeBar* m_connection;
    NoticeBar* m_notice;
    NoticeBar* m_undo;
    SideBar* m_side;
    QStackedWidget* m_pages;
    AppsPage* m_apps;
    ActivityPage* m_activity = nullptr;
    SystemPage* m_system = nullptr; ///< made when first shown, as the next
    SettingsPage* m_settingsPage = nullptr;
    WelcomePage* m_welcome = nullptr;
    bool m_welcomeDue = true; ///< until the apps have come for the first time
    bool m_hidesOnClose = false;
    std::optional<QString> m_awaited; ///< script to launch as soon as the daemon is there
    QString m_awaitedApp;             ///< to show as soon as the apps are known
};

} // namespace tropero

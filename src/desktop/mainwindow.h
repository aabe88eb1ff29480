// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/instancecommands.h"

#include <QMainWindow>

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace tropero {

class AppActions;
class AppsPage;
class DaemonClient;
class NoticeBar;
class StateMirror;
class Theme;

/// The window: puts the pages, the messages above them and the actions together. Knows the daemon only by its
/// client and its mirror.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Geometry and the like are kept in `settingsFile`.
    MainWindow(DaemonClient& client, StateMirror& mirror, Theme& theme, const QString& settingsFile,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    AppsPage& apps() const { return *m_apps; }
    /// Opens the launch dialog, with a script when one is given.
    void openLaunchDialog(const QString& script = {});

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QMenu* makeMenu();
    void retranslate();
    void showConnection();
    void restore();
    void save() const;

    DaemonClient& m_client;
    Theme& m_theme;
    QString m_settingsFile;
    InstanceCommands m_commands;
    AppActions* m_actions;
    QAction* m_launch;
    QAction* m_quit;
    QAction* m_about;
    QMenu* m_appearance;
    QActionGroup* m_choices;
    NoticeBar* m_connection;
    NoticeBar* m_notice;
    QStackedWidget* m_pages; ///< one page so far
    AppsPage* m_apps;
};

} // namespace tropero

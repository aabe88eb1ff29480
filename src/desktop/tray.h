// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/herdcounts.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <functional>

namespace tropero {

struct AppStatus;
class InstanceCommands;
class Settings;
class StateMirror;
class Theme;

/// The icon in the system's tray: the worst state and how many run, a menu with every app, and messages beside it. Without a tray it does nothing.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(StateMirror& mirror, InstanceCommands& commands, Settings& settings, Theme& theme, QObject* parent = nullptr);

    /// As soon as there is a tray; at login it may come after its programs.
    void show();
    bool isShown() const { return m_icon.isVisible(); }
    /// "closed, but still here": told the first time only.
    void tellHidden();
    /// A message beside the icon; `clicked` when the user chooses it.
    void say(const QString& title, const QString& text, bool urgent, std::function<void()> clicked);
    QMenu& menu() { return m_menu; }
    QIcon icon() const { return m_icon.icon(); }
    QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    /// There was no tray at first.
    void appeared();
    void windowRequested();
    void appRequested(const QString& appId);
    void launchRequested();
    void settingsRequested();
    void quitRequested();

private:
    void paintIcon();
    void fillMenu();
    void lookForTray();
    void addApp(const AppStatus& app);

    StateMirror& m_mirror;
    InstanceCommands& m_commands;
    Settings& m_settings;
    Theme& m_theme;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QTimer m_wait; ///< for a tray
    int m_looks = 0;
    HerdCounts m_counts;
    std::function<void()> m_clicked; ///< what the last message leads to
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/herdsummary.h"
#include "models/notices.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace tropero {

struct AppStatus;
class InstanceCommands;
class Settings;
class StateMirror;
class Theme;

/// The icon in the system's tray: the worst state and how many run, a menu with every app, and notifications. Without a tray it does nothing.
class Tray : public QObject
{
    Q_OBJECT

public:
    Tray(StateMirror& mirror, InstanceCommands& commands, Settings& settings, Theme& theme, QObject* parent = nullptr);

    void show();
    bool isShown() const { return m_icon.isVisible(); }
    /// "closed, but still here": told the first time only.
    void tellHidden();
    QMenu& menu() { return m_menu; }
    QIcon icon() const { return m_icon.icon(); }
    QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void windowRequested();
    void appRequested(const QString& appId);
    void launchRequested();
    void settingsRequested();
    void quitRequested();
    /// Something was shown to the user.
    void notified(const tropero::Notice& notice);

private:
    void update();
    void paintIcon();
    void fillMenu();
    void addApp(const AppStatus& app);
    void takeEvent(const QJsonObject& event);

    StateMirror& m_mirror;
    InstanceCommands& m_commands;
    Settings& m_settings;
    Theme& m_theme;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    HerdSummary m_summary;
    Notices m_notices;
    QString m_lastNoticeApp;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/notifier.h"
#include "models/notices.h"
#include "models/portowner.h"

#include <QHash>

namespace tropero {

class InstanceCommands;
class Settings;
class StateMirror;
class Tray;

/// Tells the user, outside of the window, of crashes and of apps that gave up: by the system's notifications with buttons, else by the
/// tray's. Says who holds a port that an app could not get. The settings say how much, how often and about which apps.
class Notifications : public QObject
{
    Q_OBJECT

public:
    /// `system` may be null.
    Notifications(const StateMirror& mirror, InstanceCommands& commands, Settings& settings, Tray& tray, std::unique_ptr<Notifier> system,
                  QObject* parent = nullptr);

    /// What a click on a notification about that subject does; also for tests.
    void act(const QString& subject, const QString& action);

Q_SIGNALS:
    /// Something was shown.
    void notified(const tropero::Notice& notice);
    /// An app could not get its port, in words with the owner; told also when nothing is to be shown outside of the window.
    void portConflict(int port, const QString& message);
    void appRequested(const QString& appId);
    void portRequested(int port);

private:
    void take(const QJsonObject& event);
    void explainConflict(Notice notice, bool outside);
    void show(const Notice& notice);
    void showByTray(const Notification& notification);

    const StateMirror& m_mirror;
    InstanceCommands& m_commands;
    Settings& m_settings;
    Tray& m_tray;
    std::unique_ptr<Notifier> m_system;
    PortOwner m_owner;
    Notices m_outside;
    Notices m_inside;              ///< for the window, which is told whatever the settings say
    QHash<QString, Notice> m_shown; ///< the last one about each app
};

} // namespace tropero

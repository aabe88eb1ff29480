// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/appspec.h"

#include <QObject>

#include <functional>

class QWidget;

namespace tropero {

class DaemonClient;
class InstanceCommands;
class LaunchDialog;
class ProcessEndings;
class StateMirror;
class Theme;
struct AppStatus;

/// Opens the launch dialog for what is launched, changed or duplicated, and carries out what comes of it. None of them blocks the window: one may look
/// at its pages meanwhile.
class LaunchDialogs : public QObject
{
    Q_OBJECT

public:
    /// The dialogs belong to `window`. What is ended for a port is ended by `endings`, also when the dialog is closed meanwhile.
    LaunchDialogs(DaemonClient& client, const StateMirror& mirror, InstanceCommands& commands, ProcessEndings& endings, Theme& theme, QWidget& window);

    /// Asked for each new app; see LaunchDialog::setDefaults().
    void setDefaults(std::function<AppSpec()> defaults) { m_defaults = std::move(defaults); }
    /// With a script, folder or config file when one is given; a dialog that is open already is used.
    void launch(const QString& path = {});
    /// Filled in from something that runs; `hint` says what to think of.
    void launch(const AppSpec& spec, const QString& hint);
    /// Of the app that has this instance. Its secrets are asked for first.
    void edit(int number);
    void duplicate(int number);

Q_SIGNALS:
    /// An app is about to be started or changed.
    void requested();
    void showPortRequested(int port);
    void failed(const QString& message);

private:
    LaunchDialog* make();
    LaunchDialog* open(const std::function<bool(const LaunchDialog&)>& isMeant) const;
    void ask(int number, void (LaunchDialogs::*openWith)(const AppStatus& app));
    void openEdit(const AppStatus& app);
    void openDuplicate(const AppStatus& app);
    static void present(LaunchDialog* dialog);

    DaemonClient& m_client;
    const StateMirror& m_mirror;
    InstanceCommands& m_commands;
    ProcessEndings& m_endings;
    Theme& m_theme;
    QWidget& m_window;
    std::function<AppSpec()> m_defaults;
};

} // namespace tropero

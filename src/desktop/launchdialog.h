// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "desktop/instancecommands.h"
#include "desktop/launchsection.h"
#include "models/latestanswer.h"
#include "platform/processes.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class LaunchDialog;
}

namespace tropero {

class LaunchEnvironment;
class LaunchFoot;
class LaunchProgram;
class LaunchRestart;
class PortNotice;
class SectionList;
class StateMirror;
struct AppStatus;

/// Asks what to launch and how, or changes an app that there is. Checks while one types, says in words what is wrong, shows the command that would
/// do the same, who holds a port, and what a change needs to take effect.
class LaunchDialog : public QDialog
{
    Q_OBJECT

public:
    /// What the other apps are called and which ports they hold is known by the mirror; there may be none.
    LaunchDialog(Theme& theme, const StateMirror* mirror, QWidget* parent = nullptr);
    ~LaunchDialog() override;

    /// Policies of a new app where nothing else says them; before anything is filled in.
    void setDefaults(const AppSpec& defaults);
    /// A script, folder, package.json, Procfile or config file.
    void setPath(const QString& path);
    /// Filled in from something that runs; `hint` says what to think of.
    void setSpec(const AppSpec& spec, const QString& hint);
    /// Changes that app; its spec with all secrets.
    void edit(const AppStatus& app);
    /// A further app like that one, under a name that is free.
    void duplicate(const AppSpec& spec);
    /// Id of the app that is changed; empty: a new one.
    QString appId() const { return m_appId; }
    /// Opened without anything in it.
    bool isBlank() const { return m_isBlank && !m_touched; }
    void showSection(int row);
    /// What became of endRequested(): why the process is still there; empty: it is gone.
    void setEnded(const platform::ProcessId& process, const QString& problem);
    /// Without a daemon nothing can be launched or saved, and nothing typed is lost.
    void setConnected(bool connected);

Q_SIGNALS:
    void launchRequested(const QList<tropero::AppSpec>& specs);
    void updateRequested(const QString& appId, const tropero::AppSpec& spec, tropero::InstanceCommands::Renewal renewal);
    void showPortRequested(int port);
    /// A process holds a port of this app, and the user said that it is to end. The dialog may be gone before it is.
    void endRequested(const tropero::platform::ProcessId& process);
    /// An app holds the port of this one.
    void stopRequested(const QString& appId);

public Q_SLOTS:
    void reject() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Wish { None, Launch, Save, SaveAndRenew };

    void addSection(LaunchSection* section);
    void load(const AppSpec& spec);
    void usePort(int taken, int port);
    void check();
    void ask();
    void answered(const Result<AppSpec>& spec);
    void markWhole(const QString& key, const QString& problem);
    bool isPending() const;
    bool isValid() const;
    void carryOut(Wish wish);
    void showState();
    void retranslate();
    bool isNameTaken(const QString& name, const QString& nameSpace) const;

    Theme& m_theme;
    const StateMirror* m_mirror;
    std::unique_ptr<Ui::LaunchDialog> m_ui;
    QString m_appId;
    AppSpec m_defaults;
    AppSpec m_template;  ///< what the pages have no field for
    AppSpec m_original;  ///< of the app that is edited
    AppSpec m_untouched; ///< as the pages had it when nothing was typed yet
    AppSpec m_typed;
    QString m_problem;   ///< of what was typed, before anybody looks at the disk
    std::optional<Result<AppSpec>> m_checked;
    QTimer m_delay;
    LatestAnswer<Result<AppSpec>> m_answer;
    Wish m_wish = Wish::None;
    bool m_touched = false; ///< nothing is called wrong before something was typed
    bool m_loading = false;
    bool m_connected = true;
    bool m_isBlank = true;
    QString m_hintText;
    SectionList* m_list;
    LaunchProgram* m_program;
    LaunchEnvironment* m_environment;
    LaunchRestart* m_restart;
    QList<LaunchSection*> m_sections;
    PortNotice* m_ports = nullptr;
    LaunchFoot* m_foot = nullptr;
};

} // namespace tropero

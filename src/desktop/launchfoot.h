// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specchange.h"
#include "desktop/instancecommands.h"

#include <QFrame>

#include <memory>


namespace Ui {
class LaunchFoot;
}

namespace tropero {

class Theme;

/// The foot of the launch dialog: what is wrong or what a change needs, the command that does the same, and the buttons.
class LaunchFoot : public QFrame
{
    Q_OBJECT

public:
    LaunchFoot(Theme& theme, QWidget* parent);
    ~LaunchFoot() override;

    void setCommand(const QString& command);
    /// Of a new app.
    void setLaunch(bool possible);
    /// Of an app that there is, which runs in that mode now.
    void setChanges(const QList<SpecChange>& changes, ExecMode mode, bool possible);
    /// Stands in for what was said before.
    void setProblem(const QString& problem);
    /// What the main button does to the processes of a changed app.
    InstanceCommands::Renewal renewal() const { return m_reloads ? InstanceCommands::Renewal::Reload : InstanceCommands::Renewal::Restart; }
    void retranslate();

Q_SIGNALS:
    void cancelled();
    void saved();
    void launched();

private:
    void say(const QString& text, bool bad);

    bool m_editing = false;
    bool m_reloads = false;
    std::unique_ptr<Ui::LaunchFoot> m_ui;
};

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "desktop/instancecommands.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace tropero {

class Theme;

/// Start, stop, restart and delete of the selection: one QAction each for toolbar, context menu and keyboard,
/// enabled when it would do something.
class AppActions : public QObject
{
    Q_OBJECT

public:
    /// `window` gets the shortcuts and owns the question before a delete.
    AppActions(InstanceCommands& commands, Theme& theme, QWidget& window);

    QAction* start() const { return m_start; }
    QAction* stop() const { return m_stop; }
    QAction* restart() const { return m_restart; }
    QAction* remove() const { return m_remove; }
    QList<QAction*> all() const { return {m_start, m_stop, m_restart, m_remove}; }

    /// What is selected; `names` for the question.
    void setSelection(const QList<InstanceStatus>& instances, const QStringList& names);
    void setConnected(bool connected);

private:
    QAction* add(const QString& name, QKeySequence shortcut);
    void retranslate();
    void applyTheme();
    void updateEnabled();
    void run(InstanceCommands::Action action);
    void askAndDelete();
    bool eventFilter(QObject* watched, QEvent* event) override;

    InstanceCommands& m_commands;
    Theme& m_theme;
    QWidget& m_window;
    QList<InstanceStatus> m_selected;
    QStringList m_names;
    bool m_connected = false;
    QAction* m_start;
    QAction* m_stop;
    QAction* m_restart;
    QAction* m_remove;
};

} // namespace tropero

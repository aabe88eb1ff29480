// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"
#include "desktop/instancecommands.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace tropero {

class PendingDeletes;
class Theme;

/// Start, stop, restart and delete of the selection: one QAction each for toolbar, context menu and keyboard,
/// enabled when it would do something.
class AppActions : public QObject
{
    Q_OBJECT

public:
    /// `window` gets the shortcuts.
    AppActions(InstanceCommands& commands, PendingDeletes& deletes, Theme& theme, QWidget& window);

    QAction* start() const { return m_start; }
    QAction* stop() const { return m_stop; }
    QAction* restart() const { return m_restart; }
    QAction* reload() const { return m_reload; }
    QAction* cancelReload() const { return m_cancelReload; }
    QAction* scale() const { return m_scale; }
    QAction* edit() const { return m_edit; }
    QAction* duplicate() const { return m_duplicate; }
    QAction* remove() const { return m_remove; }
    /// For the tool bar.
    QList<QAction*> all() const { return {m_start, m_stop, m_restart, m_reload, m_remove}; }

    /// For menus: the rarer ones besides.
    QList<QAction*> menu() const { return {m_start, m_stop, m_restart, m_reload, m_cancelReload, m_scale, m_edit, m_duplicate, m_remove}; }

    /// What is selected; `names` for people; how many instances the app has when only one app is selected, else 0.
    void setSelection(const QList<InstanceStatus>& instances, const QStringList& names, int instancesOfApp = 0);
    void setConnected(bool connected);

Q_SIGNALS:
    /// Of the app that has this instance.
    void editRequested(int number);
    void duplicateRequested(int number);

private:
    QAction* add(const QString& name, QKeySequence shortcut);
    void retranslate();
    void applyTheme();
    void updateEnabled();
    void run(InstanceCommands::Action action);
    void reloadSelected();
    void cancelReloads();
    void askAndScale();
    void removeSelected();
    bool eventFilter(QObject* watched, QEvent* event) override;

    InstanceCommands& m_commands;
    PendingDeletes& m_deletes;
    Theme& m_theme;
    QWidget& m_window;
    QList<InstanceStatus> m_selected;
    QStringList m_names;
    int m_instancesOfApp = 0;
    bool m_connected = false;
    QAction* m_start;
    QAction* m_stop;
    QAction* m_restart;
    QAction* m_reload;
    QAction* m_cancelReload;
    QAction* m_scale;
    QAction* m_edit;
    QAction* m_duplicate;
    QAction* m_remove;
};

} // namespace tropero

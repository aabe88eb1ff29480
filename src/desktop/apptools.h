// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instancestatus.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace tropero {

class Settings;
class Theme;

/// What can be done around one app: see it in the browser, its folder, its code, a terminal there, its command line.
class AppTools : public QObject
{
    Q_OBJECT

public:
    AppTools(Settings& settings, Theme& theme, QWidget& window);

    /// Whether notifications about the app of that name are off.
    bool isMuted(const QString& app) const;
    void setMuted(const QString& app, bool muted);
    QList<QAction*> menu() const { return {m_browse, m_folder, m_editor, m_terminal, m_copyCommand, m_copyPid, m_mute}; }
    /// Empty when none or several apps are selected.
    void setApp(const AppStatus& app, const QList<InstanceStatus>& selected);

    /// In the editor of the settings; a line below 1 is none.
    void openFile(const QString& path, int line);

Q_SIGNALS:
    void failed(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(const QString& name, const QString& icon, void (AppTools::*run)());
    void retranslate();
    void applyTheme();
    QString folder() const;
    void browse();
    void openFolder();
    void openEditor();
    void openTerminal();
    void copyCommand();
    void copyPid();
    void mute();
    void start(const QStringList& command);

    Settings& m_settings;
    Theme& m_theme;
    QWidget& m_window;
    AppStatus m_app;
    QList<InstanceStatus> m_selected;
    QList<int> m_ports;
    QList<qint64> m_pids;
    QAction* m_browse;
    QAction* m_folder;
    QAction* m_editor;
    QAction* m_terminal;
    QAction* m_copyCommand;
    QAction* m_copyPid;
    QAction* m_mute;
};

/// Words of a command line with {file}, {line} and {folder} filled in, each within its word. Empty for an empty template.
QStringList filledCommand(const QString& pattern, const QString& file, int line, const QString& folder);

} // namespace tropero

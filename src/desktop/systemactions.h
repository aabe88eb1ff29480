// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/machineprocesses.h"
#include "core/appspec.h"
#include "platform/endprocess.h"

#include <QAction>
#include <QObject>

namespace tropero {

class ProcessEndings;
class Theme;

/// What can be done with the processes that are selected on the system page.
class SystemActions : public QObject
{
    Q_OBJECT

public:
    /// Questions are asked above `page`.
    SystemActions(ProcessEndings& endings, Theme& theme, QWidget& page);

    void setSelection(const QList<MachineProcess>& processes);
    void retranslate();

    QAction* end() const { return m_end; }
    QAction* copyPid() const { return m_copyPid; }
    /// In the order of the tool bar and the menu.
    QList<QAction*> all() const { return {m_end, m_endTree, m_adopt, m_showApp, m_openFolder, m_copyPid}; }

Q_SIGNALS:
    void showApp(const QString& appId);
    void launchRequested(const tropero::AppSpec& spec);
    void ended(const tropero::platform::EndingReport& report);
    void failed(const QString& message);

private:
    QAction* add(const QString& name);
    void applyTheme();
    void ask(bool tree);
    void openFolder();
    QString commonApp() const;

    ProcessEndings& m_endings;
    Theme& m_theme;
    QWidget& m_page;
    QAction* m_end;
    QAction* m_endTree;
    QAction* m_adopt;
    QAction* m_showApp;
    QAction* m_openFolder;
    QAction* m_copyPid;
    QList<MachineProcess> m_selected;
};

} // namespace tropero

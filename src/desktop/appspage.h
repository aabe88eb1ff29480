// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"
#include "models/gitbranches.h"
#include "models/metricshistory.h"
#include "models/pastmetrics.h"

#include <QWidget>

class QFrame;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace tropero {

struct AppStatus;
class AppActions;
class AppTools;
class AppTreeView;
class ChartPane;
class DaemonClient;
class DetailsPane;
class EmptyPage;
class EnvironmentPane;
class EventsPane;
class InstanceCommands;
class LogPane;
class SelectionPane;
class StateMirror;
class SummaryBar;
class Theme;
class WorkerStepper;

/// The page of apps: tool bar, tree, and the log and details of what is selected.
class AppsPage : public QWidget
{
    Q_OBJECT

public:
    AppsPage(DaemonClient& client, StateMirror& mirror, AppActions& actions, AppTools& tools, InstanceCommands& commands,
             Theme& theme, QMenu* moreMenu, QWidget* parent = nullptr);

    void setConnected(bool connected);
    void selectApp(const QString& id);
    /// Instances that are about to be deleted.
    void setHidden(const QSet<int>& numbers) { m_filter.setHiddenNumbers(numbers); }
    void focusFilter();
    /// F6: tree to log and back.
    void switchPane();

    AppTreeView& tree() const { return *m_tree; }
    MetricsHistory& history() { return m_history; }
    LogPane& log() const { return *m_log; }
    ChartPane& charts() const { return *m_charts; }
    DetailsPane& details() const { return *m_details; }
    EnvironmentPane& environment() const { return *m_environment; }
    EventsPane& events() const { return *m_events; }
    SelectionPane& selectionPane() const { return *m_selection; }

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void launchRequested();
    void sampleRequested();
    void importRequested();
    void failed(const QString& message);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeToolBar(QMenu* moreMenu);
    void updateContent();
    static QString mergedText(const AppStatus* app, int count);
    void updateSelection();
    void fitToolBar();
    void applyTheme();
    void retranslate();
    void showContextMenu(const QPoint& position);

    StateMirror& m_mirror;
    AppActions& m_actions;
    AppTools& m_tools;
    Theme& m_theme;
    GitBranches m_branches;
    AppTreeModel m_model;
    MetricsHistory m_history;
    PastMetrics m_past;
    AppFilterModel m_filter;
    QStackedLayout* m_content;
    EmptyPage* m_empty;
    QSplitter* m_splitter;
    AppTreeView* m_tree;
    SelectionPane* m_selection;
    LogPane* m_log;
    ChartPane* m_charts;
    DetailsPane* m_details;
    EnvironmentPane* m_environment;
    EventsPane* m_events;
    SummaryBar* m_summary;
    WorkerStepper* m_stepper;
    QFrame* m_toolBar = nullptr;
    QPushButton* m_launch;
    QWidget* m_rule;
    QToolButton* m_more;
    QLineEdit* m_filterField;
    QList<QToolButton*> m_buttons;
    QStringList m_wantedKeys; ///< to be selected as soon as they appear
    bool m_connected = false;
    bool m_updateDue = false;
};

} // namespace tropero

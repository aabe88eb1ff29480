// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace tropero {

class AppActions;
class AppTreeView;
class DaemonClient;
class DetailsPane;
class EmptyPage;
class InstanceCommands;
class LogPane;
class SelectionPane;
class StateMirror;
class SummaryBar;
class Theme;

/// The page of apps: tool bar, tree, and the log and details of what is selected.
class AppsPage : public QWidget
{
    Q_OBJECT

public:
    AppsPage(DaemonClient& client, StateMirror& mirror, AppActions& actions, InstanceCommands& commands, Theme& theme,
             QMenu* moreMenu, QWidget* parent = nullptr);

    void setConnected(bool connected);
    void selectApp(const QString& id);
    void focusFilter();
    /// F6: tree to log and back.
    void switchPane();

    AppTreeView& tree() const { return *m_tree; }
    LogPane& log() const { return *m_log; }
    DetailsPane& details() const { return *m_details; }
    SelectionPane& selectionPane() const { return *m_selection; }

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void launchRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeToolBar(QMenu* moreMenu);
    void updateContent();
    void updateSelection();
    void fitToolBar();
    void applyTheme();
    void retranslate();
    void showContextMenu(const QPoint& position);

    StateMirror& m_mirror;
    AppActions& m_actions;
    Theme& m_theme;
    AppTreeModel m_model;
    AppFilterModel m_filter;
    QStackedLayout* m_content;
    EmptyPage* m_empty;
    QSplitter* m_splitter;
    AppTreeView* m_tree;
    SelectionPane* m_selection;
    LogPane* m_log;
    DetailsPane* m_details;
    SummaryBar* m_summary;
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

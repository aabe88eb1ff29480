// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/systemfiltermodel.h"
#include "models/systemmonitor.h"
#include "models/systemtablemodel.h"
#include "platform/endprocess.h"

#include <QWidget>

class QButtonGroup;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QStackedLayout;
class QToolButton;

namespace tropero {

class ProcessEndings;
class StateMirror;
class SystemActions;
class SystemTable;
class Theme;
struct AppSpec;

/// The machine: processes of Node, Bun and Deno (or all of the user), and ports with who holds them. Looks only while it is shown, and
/// needs no daemon; the mirror tells which processes belong to apps.
class SystemPage : public QWidget
{
    Q_OBJECT

public:
    enum class Section { Processes, Ports };

    SystemPage(const StateMirror& mirror, ProcessEndings& endings, Theme& theme, QWidget* parent = nullptr);
    ~SystemPage() override;

    void showSection(Section section);
    Section section() const;
    /// Leads to whoever holds that port.
    void showPort(int port);
    void focusFilter();
    SystemMonitor& monitor() { return m_monitor; }
    SystemTable& table() const;
    SystemActions& actions() const { return *m_actions; }
    /// What a look found; public for pictures and tests.
    void setSnapshot(const SystemMonitor::Snapshot& snapshot);
    /// The same with its rows worked out.
    void showLook(const SystemMonitor::Snapshot& snapshot, const SystemRows& rows);

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void showApp(const QString& appId);
    /// "Put under Tropero": the launch dialog is to be opened with it.
    void launchRequested(const tropero::AppSpec& spec);
    void failed(const QString& message);
    /// Processes of Node, Bun and Deno.
    void countChanged(int processes);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeToolBar();
    QWidget* makeEmptyPage();
    void updateSelection();
    void mergeRows();
    void updateContent();
    void showContextMenu(const QPoint& position);
    void reportEnded(const platform::EndingReport& report);
    void fitToolBar();
    void applyTheme();
    void retranslate();

    const StateMirror& m_mirror;
    Theme& m_theme;
    SystemMonitor m_monitor;
    SystemRows m_rows; ///< of the last look, as far as they are due
    bool m_processesDue = false;
    bool m_portsDue = false;
    bool m_merging = false;
    SystemMonitor::Snapshot m_snapshot;
    SystemTableModel m_processes;
    SystemTableModel m_ports;
    SystemFilterModel m_processFilter;
    SystemFilterModel m_portFilter;
    SystemActions* m_actions;
    SystemTable* m_processTable;
    SystemTable* m_portTable;
    QStackedLayout* m_content;
    QButtonGroup* m_sections;
    QToolButton* m_all;
    QList<QToolButton*> m_buttons;
    QLabel* m_summary;
    QLineEdit* m_filterField;
    QWidget* m_empty;
    QLabel* m_emptyTitle;
    QLabel* m_emptyText;
    QPushButton* m_emptyButton;
};

} // namespace tropero

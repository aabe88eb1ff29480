// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systempage.h"

#include "desktop/systemactions.h"
#include "desktop/systemtable.h"
#include "desktop/theme.h"
#include "models/portowner.h"
#include "models/processendings.h"
#include "models/systemrows.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace tropero {

using namespace Qt::StringLiterals;

SystemPage::SystemPage(const StateMirror& mirror, ProcessEndings& endings, Theme& theme, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_theme(theme), m_processes(processColumns), m_ports(portColumns),
      m_processFilter(m_processes), m_portFilter(m_ports), m_actions(new SystemActions(endings, theme, *this)),
      m_processTable(new SystemTable(u"systemProcesses"_s, m_processes, m_processFilter, theme, this)),
      m_portTable(new SystemTable(u"systemPorts"_s, m_ports, m_portFilter, theme, this)), m_content(new QStackedLayout),
      m_sections(new QButtonGroup(this)), m_all(new QToolButton(this)), m_summary(new QLabel(this)),
      m_filterField(new QLineEdit(this)), m_emptyTitle(new QLabel(this)), m_emptyText(new QLabel(this)),
      m_emptyButton(new QPushButton(this))
{
    setObjectName(u"systemPage"_s);
    m_processFilter.setJavaScriptOnly(true);
    m_empty = makeEmptyPage();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeToolBar());
    column->addLayout(m_content, 1);
    m_content->addWidget(m_processTable);
    m_content->addWidget(m_portTable);
    m_content->addWidget(m_empty);
    for (SystemTable* each : {m_processTable, m_portTable}) {
        each->installEventFilter(this);
        connect(each, &SystemTable::selectionUpdated, this, &SystemPage::updateSelection);
        connect(each, &QWidget::customContextMenuRequested, this, &SystemPage::showContextMenu);
    }
    connect(m_sections, &QButtonGroup::idClicked, this, [this] {
        updateContent();
        updateSelection();
    });
    connect(m_all, &QToolButton::toggled, this, [this](bool on) {
        m_processFilter.setJavaScriptOnly(!on);
        updateContent();
    });
    connect(m_filterField, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_processFilter.setFilterText(text);
        m_portFilter.setFilterText(text);
        updateContent();
    });
    m_monitor.setApps([this] { return managedApps(m_mirror); });
    connect(&m_monitor, &SystemMonitor::sampled, this, &SystemPage::showLook);
    connect(m_actions, &SystemActions::showApp, this, &SystemPage::showApp);
    connect(m_actions, &SystemActions::launchRequested, this, &SystemPage::launchRequested);
    connect(m_actions, &SystemActions::ended, this, &SystemPage::reportEnded);
    connect(m_actions, &SystemActions::failed, this, &SystemPage::failed);
    connect(&theme, &Theme::changed, this, &SystemPage::applyTheme);
    applyTheme();
    retranslate();
    updateContent();
}

SystemPage::~SystemPage() = default;

QWidget* SystemPage::makeToolBar()
{
    auto* bar = new QFrame(this);
    bar->setObjectName(u"toolBar"_s);
    bar->setFixedHeight(m_theme.scaled(51));
    bar->setMinimumWidth(m_theme.scaled(400)); // fitToolBar() makes room
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(m_theme.scaled(14), 0, m_theme.scaled(14), 0);
    row->setSpacing(m_theme.scaled(4));
    for (const Section each : {Section::Processes, Section::Ports}) {
        auto* button = new QToolButton(bar);
        button->setObjectName(u"segment"_s);
        button->setCheckable(true);
        button->setChecked(each == Section::Processes);
        m_sections->addButton(button, static_cast<int>(each));
        row->addWidget(button);
    }
    auto* rule = new QFrame(bar);
    rule->setObjectName(u"rule"_s);
    rule->setFixedSize(1, m_theme.scaled(20));
    row->addSpacing(m_theme.scaled(8));
    row->addWidget(rule);
    row->addSpacing(m_theme.scaled(4));
    for (QAction* action : m_actions->all()) {
        auto* button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        m_buttons.append(button);
    }
    row->addStretch(1);
    m_summary->setObjectName(u"dim"_s);
    m_summary->setTextFormat(Qt::PlainText);
    row->addWidget(m_summary);
    row->addSpacing(m_theme.scaled(8));
    m_all->setObjectName(u"allProcesses"_s);
    m_all->setCheckable(true);
    row->addWidget(m_all);
    row->addSpacing(m_theme.scaled(6));
    m_filterField->setObjectName(u"systemFilter"_s);
    m_filterField->setClearButtonEnabled(true);
    m_filterField->installEventFilter(this);
    row->addWidget(m_filterField);
    return bar;
}

QWidget* SystemPage::makeEmptyPage()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(m_theme.scaled(12));
    m_emptyTitle->setObjectName(u"emptyTitle"_s);
    m_emptyText->setObjectName(u"emptyText"_s);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setFixedWidth(m_theme.scaled(430));
    for (QLabel* label : {m_emptyTitle, m_emptyText})
        label->setTextFormat(Qt::PlainText);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_filterField->text().isEmpty()) m_all->setChecked(true);
        else m_filterField->clear();
    });
    column->addStretch(2);
    for (QWidget* part : {static_cast<QWidget*>(m_emptyTitle), static_cast<QWidget*>(m_emptyText), static_cast<QWidget*>(m_emptyButton)})
        column->addWidget(part, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return page;
}

SystemPage::Section SystemPage::section() const
{
    return static_cast<Section>(m_sections->checkedId());
}

SystemTable& SystemPage::table() const
{
    return section() == Section::Processes ? *m_processTable : *m_portTable;
}

void SystemPage::showSection(Section section)
{
    m_sections->button(static_cast<int>(section))->setChecked(true);
    updateContent();
    updateSelection();
}

void SystemPage::showPort(int port)
{
    m_filterField->setText(u":%1"_s.arg(port));
    showSection(Section::Ports);
    m_portTable->setFocus();
}

void SystemPage::focusFilter()
{
    m_filterField->setFocus(Qt::ShortcutFocusReason);
    m_filterField->selectAll();
}

void SystemPage::setSnapshot(const SystemMonitor::Snapshot& snapshot)
{
    showLook(snapshot, systemRows(*snapshot, QDateTime::currentMSecsSinceEpoch()));
}

void SystemPage::showLook(const SystemMonitor::Snapshot& snapshot, const SystemRows& rows)
{
    m_snapshot = snapshot;
    m_rows = rows;
    m_processesDue = m_portsDue = true;
    updateContent();
    updateSelection();
    Q_EMIT countChanged(static_cast<int>(std::ranges::count_if(
        snapshot->processes, [](const MachineProcess& process) { return process.own && process.isJavaScript(); })));
}

/// Of a look only what is seen: the other table gets its rows when it is turned to.
void SystemPage::mergeRows()
{
    const bool processes = section() == Section::Processes;
    if (!std::exchange(processes ? m_processesDue : m_portsDue, false)) return;
    const QScopedValueRollback merging(m_merging, true);
    if (processes) m_processes.setRows(std::move(m_rows.processes));
    else m_ports.setRows(std::move(m_rows.ports));
}

void SystemPage::updateContent()
{
    mergeRows();
    const bool processes = section() == Section::Processes;
    const SystemFilterModel& filter = processes ? m_processFilter : m_portFilter;
    const int count = filter.rowCount();
    const bool filtered = !m_filterField->text().trimmed().isEmpty();
    m_all->setVisible(processes);
    QWidget* const shown = count > 0 ? static_cast<QWidget*>(&table()) : m_empty;
    if (m_content->currentWidget() != shown) {
        const bool hadFocus = m_content->currentWidget()->isAncestorOf(focusWidget()) || m_content->currentWidget() == focusWidget();
        m_content->setCurrentWidget(shown);
        if (hadFocus) (count > 0 ? shown : m_filterField)->setFocus();
    }
    m_summary->setText(!m_snapshot ? QString() : processes ? tr("%n process(es)", nullptr, count) : tr("%n port(s)", nullptr, count));
    if (count > 0) return;
    m_emptyButton->setVisible(m_snapshot && (filtered || (processes && !m_all->isChecked())));
    m_emptyButton->setText(filtered ? tr("Clear the filter") : tr("Show all processes"));
    if (!m_snapshot) {
        m_emptyTitle->setText(tr("Looking around\u2026"));
        m_emptyText->clear();
    } else if (filtered) {
        m_emptyTitle->setText(tr("Nothing fits \"%1\"").arg(m_filterField->text().trimmed()));
        const bool isPort = m_filterField->text().trimmed().startsWith(u':');
        m_emptyText->setText(isPort && !processes ? tr("Nobody holds such a port: it is free.")
                             : isPort ? tr("None of these processes holds such a port; \"Ports\" shows those of all programs.")
                                      : tr("The filter looks at name, project, folder, app, PID and parent; \":3000\" looks for a port."));
    } else {
        m_emptyTitle->setText(processes ? tr("No Node, Bun or Deno process is running") : tr("Nobody holds a port"));
        m_emptyText->setText(processes ? tr("Whatever you start, in a terminal, an editor or here, appears in this list, with its project, ports, CPU and memory.")
                                       : tr("Servers appear here as soon as they listen."));
    }
    m_emptyText->setFixedHeight(std::max(0, m_emptyText->heightForWidth(m_emptyText->width())));
}

void SystemPage::updateSelection()
{
    if (m_merging) return; // once, when all rows are in their places
    QList<MachineProcess> selected;
    if (m_snapshot)
        for (const platform::ProcessId& id : table().selectedProcesses())
            if (const MachineProcess* process = m_snapshot->process(id.pid); process && process->id == id) selected.append(*process);
    m_actions->setSelection(selected);
}

void SystemPage::reportEnded(const platform::EndingReport& report)
{
    m_monitor.look();
    if (const QString problems = endingProblems(report); !problems.isEmpty()) Q_EMIT failed(problems);
}

void SystemPage::showContextMenu(const QPoint& position)
{
    if (!table().indexAt(position).isValid()) return;
    QMenu menu(this);
    const QList<QAction*> actions = m_actions->all();
    menu.addActions(actions);
    menu.insertSeparator(actions.at(2));
    menu.insertSeparator(actions.at(4));
    menu.exec(table().viewport()->mapToGlobal(position));
}

void SystemPage::fitToolBar()
{
    // Symbols alone, then no count, then only what ends processes (the rest stays in the menu), rather than anything cut off.
    const bool room = width() >= m_theme.scaled(1400);
    for (QToolButton* button : std::as_const(m_buttons)) {
        button->setToolButtonStyle(room ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setVisible(width() >= m_theme.scaled(720) || m_buttons.indexOf(button) < 2);
    }
    m_summary->setVisible(width() >= m_theme.scaled(900));
    m_all->setMaximumWidth(width() >= m_theme.scaled(540) ? QWIDGETSIZE_MAX : 0);
    m_filterField->setFixedWidth(m_theme.scaled(width() >= m_theme.scaled(1000) ? 190 : width() >= m_theme.scaled(700) ? 150 : 112));
}

void SystemPage::applyTheme()
{
    const int size = m_theme.scaled(16);
    for (QToolButton* button : std::as_const(m_buttons))
        button->setIconSize({size, size});
}

void SystemPage::retranslate()
{
    m_actions->retranslate();
    m_processes.retranslate();
    m_ports.retranslate();
    m_sections->button(static_cast<int>(Section::Processes))->setText(tr("Processes"));
    m_sections->button(static_cast<int>(Section::Ports))->setText(tr("Ports"));
    m_all->setText(tr("All processes"));
    m_all->setToolTip(tr("Show all of your processes, not only those of Node, Bun and Deno"));
    m_filterField->setPlaceholderText(tr("Name, folder, :port"));
    m_filterField->setAccessibleName(tr("Filter processes and ports"));
    m_filterField->setToolTip(tr("Name, project, folder, app, PID, parent or :port"));
    m_processTable->setAccessibleName(tr("Processes"));
    m_portTable->setAccessibleName(tr("Ports"));
    if (m_snapshot) setSnapshot(m_snapshot);
    else updateContent();
}

void SystemPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_monitor.setActive(true);
}

void SystemPage::hideEvent(QHideEvent* event)
{
    m_monitor.setActive(false);
    QWidget::hideEvent(event);
}

void SystemPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitToolBar();
}

void SystemPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

bool SystemPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool pressed = event->type() == QEvent::KeyPress;
    if (watched == m_filterField) {
        if (!pressed) return false;
        if (key->key() == Qt::Key_Escape) m_filterField->clear();
        else if (key->key() != Qt::Key_Down && key->key() != Qt::Key_Return) return false;
        table().setFocus();
        return true;
    }
    // The window may use these keys for something else on other pages.
    QAction* action = key->key() == Qt::Key_Delete ? m_actions->end() : key->matches(QKeySequence::Copy) ? m_actions->copyPid() : nullptr;
    if (!action) return false;
    if (pressed) action->trigger();
    else event->accept();
    return true;
}

void SystemPage::save(QSettings& settings) const
{
    settings.setValue(u"system/ports"_s, section() == Section::Ports);
    settings.setValue(u"system/all"_s, m_all->isChecked());
    m_processTable->save(settings);
    m_portTable->save(settings);
}

void SystemPage::restore(const QSettings& settings)
{
    m_all->setChecked(settings.value(u"system/all"_s).toBool());
    m_processTable->restore(settings);
    m_portTable->restore(settings);
    showSection(settings.value(u"system/ports"_s).toBool() ? Section::Ports : Section::Processes);
}

} // namespace tropero

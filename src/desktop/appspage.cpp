// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/appspage.h"

#include "client/statemirror.h"
#include "desktop/appactions.h"
#include "desktop/apptools.h"
#include "desktop/apptreeview.h"
#include "desktop/chartpane.h"
#include "desktop/detailspane.h"
#include "desktop/detailsview.h"
#include "desktop/emptypage.h"
#include "desktop/environmentpane.h"
#include "desktop/eventspane.h"
#include "desktop/instancecommands.h"
#include "desktop/logpane.h"
#include "desktop/logview.h"
#include "desktop/selectionpane.h"
#include "desktop/summarybar.h"
#include "desktop/theme.h"
#include "desktop/workerstepper.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

namespace tropero {

using namespace Qt::StringLiterals;

AppsPage::AppsPage(DaemonClient& client, StateMirror& mirror, AppActions& actions, AppTools& tools,
                   InstanceCommands& commands, Theme& theme, QMenu* moreMenu, QWidget* parent)
    : QWidget(parent), m_mirror(mirror), m_actions(actions), m_tools(tools), m_theme(theme), m_model(mirror), m_history(mirror), m_past(client, mirror, m_history),
      m_content(new QStackedLayout), m_empty(new EmptyPage(theme, this)),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_selection(new SelectionPane(theme, this)),
      m_log(new LogPane(client, theme, this)), m_charts(new ChartPane(client, mirror, theme, this)),
      m_details(new DetailsPane(mirror, commands, tools, theme, this)), m_environment(new EnvironmentPane(client, mirror, theme, this)),
      m_events(new EventsPane(client, mirror, theme, this)),
      m_summary(new SummaryBar(theme, this)), m_stepper(new WorkerStepper(theme, this)), m_launch(new QPushButton(this)), m_rule(new QFrame(this)),
      m_more(new QToolButton(this)), m_filterField(new QLineEdit(this))
{
    m_model.setBranches(m_branches);
    m_filter.setSourceModel(&m_model);
    m_tree = new AppTreeView(m_model, m_filter, m_history, theme, this);
    m_splitter->setObjectName(u"splitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_selection);
    m_selection->addPage(m_log, u"log"_s, [this] { return tr("Log"); });
    m_selection->addPage(m_charts, u"charts"_s, [this] { return tr("Charts"); });
    m_selection->addPage(m_details, u"details"_s, [this] { return tr("Details"); });
    m_selection->addPage(m_environment, u"environment"_s, [this] { return tr("Environment"); });
    m_selection->addPage(m_events, u"events"_s, [this] {
        return m_events->badge().isEmpty() ? tr("Events") : tr("Events (%1)").arg(m_events->badge());
    });
    connect(m_log, &LogPane::flushRequested, this, [&commands](const QList<int>& flushed) { commands.flush(flushed); });
    connect(m_log, &LogPane::fileActivated, &tools, [&tools](const QString& path, int line) { tools.openFile(path, line); });
    connect(m_log, &LogPane::failed, this, &AppsPage::failed);
    connect(m_events, &EventsPane::jumpRequested, this, [this](qint64 time) {
        m_selection->showPage(m_log);
        m_log->showTime(time / 1'000'000);
    });
    connect(m_events, &EventsPane::badgeChanged, m_selection, &SelectionPane::updateTitles);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_tree->setMinimumHeight(theme.scaled(110));
    m_selection->setMinimumHeight(theme.scaled(120));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeToolBar(moreMenu));
    column->addLayout(m_content, 1);
    m_content->addWidget(m_empty);
    m_content->addWidget(m_splitter);

    connect(m_tree, &AppTreeView::selectionUpdated, this, &AppsPage::updateSelection);
    connect(m_tree, &AppTreeView::contentUpdated, this, [this] {
        // Many rows change at once; what follows from it is worked out once.
        if (std::exchange(m_updateDue, true)) return;
        QMetaObject::invokeMethod(this, &AppsPage::updateSelection, Qt::QueuedConnection);
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &AppsPage::showContextMenu);
    connect(m_stepper, &WorkerStepper::scaleRequested, &commands, &InstanceCommands::scale);
    connect(m_empty, &EmptyPage::launchRequested, this, &AppsPage::launchRequested);
    connect(m_empty, &EmptyPage::sampleRequested, this, &AppsPage::sampleRequested);
    connect(m_empty, &EmptyPage::importRequested, this, &AppsPage::importRequested);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &AppsPage::updateContent);
    connect(&mirror, &StateMirror::reset, this, &AppsPage::updateContent);
    connect(&mirror, &StateMirror::eventHappened, m_log, &LogPane::addEvent);
    connect(&theme, &Theme::changed, this, &AppsPage::applyTheme);
    applyTheme();
    retranslate();
    updateContent();
}

QWidget* AppsPage::makeToolBar(QMenu* moreMenu)
{
    auto* bar = new QFrame(this);
    m_toolBar = bar;
    bar->setObjectName(u"toolBar"_s);
    bar->setFixedHeight(m_theme.scaled(51));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(m_theme.scaled(14), 0, m_theme.scaled(14), 0);
    row->setSpacing(m_theme.scaled(4));
    m_launch->setObjectName(u"primary"_s);
    connect(m_launch, &QPushButton::clicked, this, &AppsPage::launchRequested);
    row->addWidget(m_launch);
    m_rule->setObjectName(u"rule"_s);
    m_rule->setFixedSize(1, m_theme.scaled(20));
    row->addSpacing(m_theme.scaled(8));
    row->addWidget(m_rule);
    row->addSpacing(m_theme.scaled(4));
    for (QAction* action : m_actions.all()) {
        auto* button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        m_buttons.append(button);
        if (action != m_actions.reload()) continue;
        row->addWidget(m_stepper, 0, Qt::AlignVCenter);
    }
    m_more->setObjectName(u"more"_s);
    m_more->setMenu(moreMenu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(m_summary);
    row->addSpacing(m_theme.scaled(12));
    m_filterField->setObjectName(u"filter"_s);
    m_filterField->setClearButtonEnabled(true);
    m_filterField->installEventFilter(this);
    connect(m_filterField, &QLineEdit::textChanged, &m_filter, &AppFilterModel::setFilterText);
    row->addWidget(m_filterField);
    return bar;
}

void AppsPage::setConnected(bool connected)
{
    m_connected = connected;
    m_history.setLive(connected);
    m_tree->setLive(connected);
    m_launch->setEnabled(connected);
    m_stepper->setConnected(connected);
    updateContent();
}

void AppsPage::selectApp(const QString& id)
{
    m_wantedKeys = {id};
    updateContent();
    m_tree->setFocus();
}

void AppsPage::updateContent()
{
    const bool empty = m_mirror.apps().empty();
    m_empty->setConnected(m_connected);
    QWidget* const shown = empty ? static_cast<QWidget*>(m_empty) : m_splitter;
    if (m_content->currentWidget() != shown) {
        m_content->setCurrentWidget(shown);
        (empty ? static_cast<QWidget*>(m_empty) : m_tree)->setFocus();
    }
    m_summary->setSummary(summarize(m_mirror.apps()));
    m_summary->setVisible(!empty);
    m_filterField->setVisible(!empty);
    for (const QString& key : std::as_const(m_wantedKeys)) {
        if (!m_model.indexOf(key).isValid()) continue;
        m_tree->selectKey(key);
        m_wantedKeys.clear();
        break;
    }
    if (!empty && m_tree->selectionModel()->selectedRows().isEmpty()) {
        const QModelIndex next =
            m_tree->currentIndex().isValid() ? m_tree->currentIndex() : m_tree->firstApp();
        m_tree->selectionModel()->setCurrentIndex(next, QItemSelectionModel::ClearAndSelect |
                                                            QItemSelectionModel::Rows);
    }
    fitToolBar();
}

QString AppsPage::mergedText(const AppStatus* app, int count)
{
    return app && app->spec.execMode == ExecMode::Cluster ? tr("%n worker(s), merged", nullptr, count)
                                                          : tr("%n instance(s), merged", nullptr, count);
}

void AppsPage::updateSelection()
{
    m_updateDue = false;
    m_summary->setSummary(summarize(m_mirror.apps()));
    QSet<int> numbers;
    QStringList names;
    QStringList titles;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedRows()) {
        const auto covered = index.data(NumbersRole).value<QList<int>>();
        const AppStatus* const app = m_mirror.app(index.data(AppIdRole).toString());
        const QString name = app ? app->spec.name : index.data().toString(); // of a namespace: its own
        names.append(index.data(InstanceRole).toBool() ? name + u' ' + index.data().toString() : name);
        titles.append(covered.size() > 1 ? name + u" \u00b7 "_s + mergedText(app, static_cast<int>(covered.size())) : names.last());
        numbers.unite(QSet<int>(covered.begin(), covered.end()));
    }
    QList<InstanceStatus> selected;
    QList<LogSubject> subjects;
    QSet<QString> apps;
    int instances = 0;
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& instance : app.instances) {
            if (!numbers.contains(instance.number)) continue;
            selected.append(instance);
            apps.insert(app.id);
            instances = static_cast<int>(app.instances.size());
            const QString label = app.instances.size() > 1
                                      ? app.spec.name + u' ' + QString::number(instance.index)
                                      : app.spec.name;
            subjects.append({instance.number, label, instance.outLog, instance.errorLog, app.spec.cwd, app.spec.name});
        }
    }
    m_actions.setSelection(selected, names, apps.size() == 1 ? instances : 0);
    m_stepper->setWorkers(apps.size() == 1 ? selected.first().number : -1, apps.size() == 1 ? instances : 0);
    m_selection->setSubject(titles.size() > 3 ? tr("%n app(s), merged", nullptr, static_cast<int>(apps.size()))
                                              : titles.join(u", "_s));
    const AppStatus* const onlyApp = apps.size() == 1 ? m_mirror.app(*apps.cbegin()) : nullptr;
    m_tools.setApp(onlyApp ? *onlyApp : AppStatus(), selected);
    m_log->show(subjects);
    QList<int> shown;
    for (const InstanceStatus& one : std::as_const(selected))
        shown.append(one.number);
    m_charts->setInstances(shown);
    m_details->setInstances(shown);
    m_environment->setInstances(shown);
    m_events->setInstances(shown);
}

void AppsPage::focusFilter()
{
    if (m_filterField->isHidden()) return;
    m_filterField->setFocus(Qt::ShortcutFocusReason);
    m_filterField->selectAll();
}

void AppsPage::switchPane()
{
    if (m_content->currentWidget() != m_splitter) return;
    QWidget* lower = m_selection->page(); // or its focus proxy
    if (lower == m_log) lower = &m_log->view();
    if (lower == m_details) lower = &m_details->view();
    QWidget* next = m_tree->hasFocus() ? lower : m_tree;
    next->setFocus(Qt::ShortcutFocusReason);
}

void AppsPage::showContextMenu(const QPoint& position)
{
    if (!m_tree->indexAt(position).isValid()) return;
    QMenu menu(this);
    menu.addActions(m_actions.menu());
    menu.insertSeparator(m_actions.remove());
    menu.addSeparator();
    menu.addActions(m_tools.menu());
    // The first port is among the tools.
    for (const int port : m_tree->selectedPorts().mid(1))
        menu.addAction(m_theme.icon(u"link"_s), tr("Open localhost:%1 in the browser").arg(port), this, [this, port] { m_tree->openPort(port); });
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

void AppsPage::fitToolBar()
{
    const bool empty = m_mirror.apps().empty();
    m_launch->setVisible(!empty); // the empty page has that button in its middle
    m_rule->setVisible(!empty);
    m_filterField->setFixedWidth(m_theme.scaled(width() >= m_theme.scaled(1400)  ? 190
                                                : width() >= m_theme.scaled(620) ? 150
                                                                                 : 112));
    const bool wide = width() >= m_theme.scaled(660);
    m_stepper->setVisible(!empty && wide);
    for (QToolButton* button : std::as_const(m_buttons))
        button->setVisible(!empty && (wide || button->defaultAction() != m_actions.reload()));
    m_summary->setVisible(!empty && width() >= m_theme.scaled(820));
    // Symbols alone, then a shorter summary, rather than anything cut off. The figures of the summary may get longer.
    const auto needed = [this](Qt::ToolButtonStyle style) {
        for (QToolButton* button : std::as_const(m_buttons))
            button->setToolButtonStyle(button->defaultAction() == m_actions.remove() ? Qt::ToolButtonIconOnly : style);
        m_toolBar->layout()->invalidate();
        return m_toolBar->layout()->sizeHint().width();
    };
    if (needed(Qt::ToolButtonTextBesideIcon) + m_theme.scaled(m_summary->isHidden() ? 0 : 4) <= width()) return;
    const int without = needed(Qt::ToolButtonIconOnly) - (m_summary->isHidden() ? 0 : m_summary->sizeHint().width());
    if (without + m_summary->countsWidth() > width()) m_summary->hide();
}

void AppsPage::applyTheme()
{
    m_launch->setIcon(m_theme.icon(u"add"_s, m_theme.tokens().onPrimary));
    m_more->setIcon(m_theme.icon(u"more"_s));
    const int size = m_theme.scaled(16);
    for (QToolButton* button : std::as_const(m_buttons))
        button->setIconSize({size, size});
    m_launch->setIconSize({size, size});
    m_more->setIconSize({size, size});
}

void AppsPage::retranslate()
{
    m_launch->setText(tr("Launch app"));
    m_launch->setToolTip(tr("Launch a script or program (%1)")
                             .arg(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    m_filterField->setPlaceholderText(
        tr("Filter apps   %1").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_filterField->setAccessibleName(tr("Filter apps"));
    m_filterField->setToolTip(tr("Name, namespace, id, pid, state or :port"));
    m_splitter->setAccessibleName(tr("Apps and log"));
    m_model.retranslate();
    fitToolBar();
}

void AppsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_branches.setActive(true);
}

void AppsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_branches.setActive(false);
}

void AppsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitToolBar();
}

void AppsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

bool AppsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_filterField || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        m_filterField->clear();
        m_tree->setFocus();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return) {
        m_tree->setFocus();
        return true;
    }
    return false;
}

void AppsPage::save(QSettings& settings) const
{
    m_tree->save(settings);
    settings.setValue(u"window/splitter"_s, m_splitter->saveState());
    settings.setValue(u"window/page"_s, m_selection->pageName());
    m_charts->save(settings);
    m_log->save(settings);
}

void AppsPage::restore(const QSettings& settings)
{
    m_tree->restore(settings);
    m_charts->restore(settings);
    m_log->restore(settings);
    m_selection->showPageNamed(settings.value(u"window/page"_s).toString());
    m_wantedKeys = settings.value(u"tree/selected"_s).toStringList();
    if (!m_splitter->restoreState(settings.value(u"window/splitter"_s).toByteArray()))
        m_splitter->setSizes({m_theme.scaled(440), m_theme.scaled(330)});
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/environmentpane.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/instancechoice.h"
#include "desktop/listtable.h"
#include "desktop/panebar.h"
#include "desktop/theme.h"
#include "ipc/methods.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace tropero {

using namespace Qt::StringLiterals;

EnvironmentPane::EnvironmentPane(DaemonClient& client, const StateMirror& mirror, Theme& theme, QWidget* parent)
    : QWidget(parent), m_client(client), m_mirror(mirror), m_theme(theme), m_choice(new InstanceChoice(mirror, this)),
      m_field(new QLineEdit(this)), m_count(new QLabel(this)), m_reveal(new QPushButton(this)), m_view(new ListTable(theme, this))
{
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterKeyColumn(-1);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(&m_filter);
    m_view->setElidedInTheMiddle(EnvironmentModel::Value);
    m_view->setInk([this](const QModelIndex& cell) {
        const ThemeTokens& tokens = m_theme.tokens();
        if (cell.column() == EnvironmentModel::Name) return tokens.text;
        const bool secret = cell.data(EnvironmentModel::SecretRole).toBool() && !m_reveal->isChecked();
        if (cell.column() == EnvironmentModel::Value) return secret ? tokens.dim : tokens.text;
        return cell.data(EnvironmentModel::OriginRole).toString() == "config"_L1 ? tokens.info : tokens.dim;
    });
    m_view->header()->setStretchLastSection(false);
    m_view->header()->resizeSection(EnvironmentModel::Name, theme.scaled(230));
    m_view->header()->setSectionResizeMode(EnvironmentModel::Value, QHeaderView::Stretch);
    m_view->header()->resizeSection(EnvironmentModel::Origin, theme.scaled(130));
    m_view->header()->setSectionsMovable(false);

    m_choice->setObjectName(u"environmentChoice"_s);
    m_field->setObjectName(u"environmentFilter"_s);
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(theme.scaled(220));
    m_count->setObjectName(u"dim"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reveal->setObjectName(u"chip"_s);
    m_reveal->setCheckable(true);
    auto* bar = new PaneBar(theme, 14, 10, this);
    bar->row().addWidget(m_choice);
    bar->row().addWidget(m_field, 2);
    bar->row().addWidget(m_count, 1);
    bar->row().addWidget(m_reveal);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_view, 1);

    connect(m_choice, &InstanceChoice::changed, this, &EnvironmentPane::load);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setFilterFixedString(text);
        showCount();
    });
    connect(m_reveal, &QPushButton::clicked, this, &EnvironmentPane::reveal);
    connect(m_view, &ListTable::copyRequested, this, [this] { copy(Part::Line); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &EnvironmentPane::showMenu);
    const auto appChanged = [this](const QString& id) {
        const StateMirror::Place shown = m_mirror.instance(m_shown);
        if (shown && shown.app->id == id) load();
    };
    connect(&mirror, &StateMirror::appChanged, this, appChanged);
    connect(&mirror, &StateMirror::reset, this, &EnvironmentPane::load);
    setFocusProxy(m_view);
    retranslate();
}

void EnvironmentPane::setInstances(const QList<int>& numbers)
{
    m_choice->setInstances(numbers);
}

void EnvironmentPane::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void EnvironmentPane::load()
{
    ++m_generation;
    if (!isVisible()) return;
    const int number = m_choice->chosen();
    if (std::exchange(m_shown, number) != number) {
        m_reveal->setChecked(false);
        m_model.setVariables({});
    }
    m_problem.clear();
    showCount();
    if (number < 0) return;
    const QJsonObject params{{u"target"_s, number}, {u"reveal"_s, m_reveal->isChecked()}};
    m_client.call(ipc::method::appsEnvironment, params, this, [this, generation = m_generation](const Result<QJsonValue>& result) {
        if (generation != m_generation) return;
        m_problem = result ? QString() : result.error().message();
        // While the daemon is lost the last known ones stay.
        if (result) m_model.setVariables((*result)["instances"_L1][0]["variables"_L1].toArray());
        showCount();
    });
}

void EnvironmentPane::reveal(bool on)
{
    m_reveal->setChecked(on);
    load();
}

void EnvironmentPane::copy(Part part)
{
    QModelIndexList rows = m_view->selectedRowIndexes();
    if (rows.isEmpty() && m_view->currentIndex().isValid()) rows = {m_view->currentIndex()};
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows)) {
        const int source = m_filter.mapToSource(row).row();
        if (part == Part::Line)
            lines.append(m_model.line(source));
        else
            lines.append(m_model.index(source, part == Part::Name ? EnvironmentModel::Name : EnvironmentModel::Value).data().toString());
    }
    if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void EnvironmentPane::showMenu(const QPoint& position)
{
    const QModelIndexList rows = m_view->selectedRowIndexes();
    if (rows.isEmpty()) return;
    const bool masked = !m_reveal->isChecked() && std::ranges::any_of(rows, [](const QModelIndex& row) {
        return row.data(EnvironmentModel::SecretRole).toBool();
    });
    QMenu menu(this);
    menu.addAction(tr("Copy name"), this, [this] { copy(Part::Name); });
    // What is masked is no value.
    menu.addAction(tr("Copy value"), this, [this] { copy(Part::Value); })->setEnabled(!masked);
    menu.addAction(tr("Copy line"), this, [this] { copy(Part::Line); })->setShortcut(QKeySequence::Copy);
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void EnvironmentPane::showCount()
{
    const int all = m_model.rowCount();
    const int shown = m_filter.rowCount();
    m_reveal->setEnabled(m_model.secrets() > 0 || m_reveal->isChecked());
    m_count->setText(all == 0 ? QString() : shown == all ? tr("%n variable(s)", nullptr, all) : tr("%1 of %n variable(s)", nullptr, all).arg(shown));
    m_view->setPlaceholder(!m_problem.isEmpty()          ? m_problem
                           : m_choice->chosen() < 0      ? tr("Select an app to see its environment")
                           : all > 0 && !m_field->text().isEmpty() ? tr("No variable contains \u201c%1\u201d").arg(m_field->text())
                                                         : QString());
}

void EnvironmentPane::retranslate()
{
    m_field->setPlaceholderText(tr("Filter variables"));
    m_field->setAccessibleName(tr("Filter variables"));
    m_choice->setAccessibleName(tr("Instance"));
    m_reveal->setText(tr("Show secrets"));
    m_reveal->setToolTip(tr("Values of names like PASSWORD, TOKEN or KEY are masked until you ask for them"));
    m_view->setAccessibleName(tr("Environment"));
    m_model.retranslate();
    showCount();
}

void EnvironmentPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load();
}

void EnvironmentPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    // What was revealed is not kept behind another tab.
    if (m_reveal->isChecked()) m_shown = -1;
    ++m_generation;
    if (m_shown < 0) m_model.setVariables({});
}

void EnvironmentPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero

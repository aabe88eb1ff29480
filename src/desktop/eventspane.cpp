// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/eventspane.h"

#include "client/daemonclient.h"
#include "client/statemirror.h"
#include "desktop/eventglyph.h"
#include "desktop/listtable.h"
#include "desktop/panebar.h"
#include "desktop/theme.h"
#include "ipc/methods.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMetaMethod>
#include <QResizeEvent>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAsked = 2000;

} // namespace

EventsPane::EventsPane(DaemonClient& client, const StateMirror& mirror, Theme& theme, QWidget* parent)
    : QWidget(parent), m_client(client), m_mirror(mirror), m_theme(theme), m_sort(new QComboBox(this)), m_field(new QLineEdit(this)),
      m_count(new QLabel(this)), m_view(new ListTable(theme, this))
{
    m_filter.setSourceModel(&m_model);
    m_view->setModel(&m_filter);
    m_view->setInk([this](const QModelIndex& cell) {
        const ThemeTokens& tokens = m_theme.tokens();
        if (cell.column() != EventsModel::What) return cell.column() == EventsModel::Why ? tokens.text : tokens.dim;
        const auto tone = static_cast<EventEntry::Tone>(cell.data(EventsModel::ToneRole).toInt());
        return tone == EventEntry::Tone::Calm ? tokens.text : eventColor(tokens, tone);
    });
    m_view->setGlyph(EventsModel::What, [this](QPainter& painter, const QRectF& place, const QModelIndex& cell) {
        const auto tone = static_cast<EventEntry::Tone>(cell.data(EventsModel::ToneRole).toInt());
        paintEventGlyph(painter, place.center(), m_theme.scaled(4.5), cell.data(EventsModel::KindRole).toString(), tone,
                        eventColor(m_theme.tokens(), tone));
    });
    fitColumns();
    m_view->header()->setSectionsMovable(false);

    m_sort->setObjectName(u"eventSort"_s);
    for (const auto sort : {EventsFilter::Sort::All, EventsFilter::Sort::Problems, EventsFilter::Sort::Runs, EventsFilter::Sort::Renewals,
                            EventsFilter::Sort::Notes})
        m_sort->addItem({}, static_cast<int>(sort));
    m_field->setObjectName(u"eventFilter"_s);
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(theme.scaled(220));
    m_count->setObjectName(u"dim"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* bar = new PaneBar(theme, 14, 10, this);
    bar->row().addWidget(m_sort);
    bar->row().addWidget(m_field, 2);
    bar->row().addWidget(m_count, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_view, 1);

    connect(m_sort, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.setSort(static_cast<EventsFilter::Sort>(m_sort->currentData().toInt()));
        showCount();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setText(text);
        showCount();
    });
    connect(m_view, &ListTable::copyRequested, this, &EventsPane::copy);
    connect(m_view, &QAbstractItemView::activated, this, &EventsPane::jump);
    connect(m_view, &QWidget::customContextMenuRequested, this, &EventsPane::showMenu);
    connect(&mirror, &StateMirror::eventHappened, this, &EventsPane::take);
    connect(&client, &DaemonClient::stateChanged, this, [this](DaemonClient::State state) {
        if (state == DaemonClient::State::Connected) load();
    });
    setFocusProxy(m_view);
    retranslate();
}

/// In a narrow pane the others leave some room for the reason.
void EventsPane::fitColumns()
{
    const bool narrow = width() < m_theme.scaled(720);
    QHeaderView* const header = m_view->header();
    header->resizeSection(EventsModel::Time, m_theme.scaled(narrow ? 92 : 136));
    header->resizeSection(EventsModel::Instance, m_theme.scaled(narrow ? 92 : 130));
    header->resizeSection(EventsModel::What, m_theme.scaled(narrow ? 160 : 220));
}

void EventsPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int limit = m_theme.scaled(720);
    if ((event->oldSize().width() < limit) != (width() < limit)) fitColumns();
}

void EventsPane::setInstances(const QList<int>& numbers)
{
    if (m_numbers == numbers) return;
    const QString before = badge();
    m_numbers = numbers;
    m_wanted = QSet<int>(numbers.begin(), numbers.end());
    m_model.clear();
    load();
    if (badge() != before) Q_EMIT badgeChanged();
}

QString EventsPane::badge() const
{
    int sum = 0;
    for (const int number : m_numbers)
        sum += m_unseen.value(number);
    return sum == 0 ? QString() : sum > 99 ? u"99+"_s : QString::number(sum);
}

void EventsPane::markSeen()
{
    const QString before = badge();
    for (const int number : std::as_const(m_numbers))
        m_unseen.remove(number);
    if (!before.isEmpty()) Q_EMIT badgeChanged();
}

void EventsPane::load()
{
    ++m_generation;
    if (!isVisible()) return;
    markSeen();
    QHash<int, QString> labels;
    QJsonArray numbers;
    for (const AppStatus& app : m_mirror.apps()) {
        for (const InstanceStatus& one : app.instances) {
            if (!m_wanted.contains(one.number)) continue;
            numbers.append(one.number);
            labels.insert(one.number, app.instances.size() > 1 ? app.spec.name + u' ' + QString::number(one.index) : app.spec.name);
        }
    }
    m_model.setLabels(labels);
    m_view->setColumnHidden(EventsModel::Instance, labels.size() < 2);
    m_problem.clear();
    showCount();
    if (numbers.isEmpty()) return;
    const QJsonObject params{{u"target"_s, numbers}, {u"since"_s, 0}, {u"limit"_s, mostAsked}};
    m_client.call(ipc::method::historyEvents, params, this, [this, generation = m_generation](const Result<QJsonValue>& result) {
        if (generation != m_generation) return;
        if (result)
            m_model.addEvents((*result)["events"_L1].toArray());
        else
            m_problem = result.error().message();
        showCount();
    });
}

void EventsPane::take(const QJsonObject& event)
{
    const int number = event.value("number"_L1).toInt(-1);
    if (isVisible()) {
        if (m_wanted.contains(number) && m_model.addEvent(event)) showCount();
        if (m_wanted.contains(number)) return;
    }
    if (event.value("kind"_L1).toString() == "deleted"_L1)
        m_unseen.remove(number);
    else if (eventEntry(event).tone == EventEntry::Tone::Bad)
        ++m_unseen[number];
    else
        return;
    if (m_wanted.contains(number)) Q_EMIT badgeChanged();
}

void EventsPane::copy()
{
    QStringList lines;
    for (const QModelIndex& row : m_view->selectedRowIndexes())
        lines.append(m_model.line(m_filter.mapToSource(row).row()));
    if (!lines.isEmpty()) QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

bool EventsPane::canJump() const
{
    return isSignalConnected(QMetaMethod::fromSignal(&EventsPane::jumpRequested));
}

void EventsPane::jump(const QModelIndex& row)
{
    if (row.isValid())
        Q_EMIT jumpRequested(row.data(EventsModel::AtRole).toLongLong() * 1'000'000, row.data(EventsModel::NumberRole).toInt());
}

void EventsPane::showMenu(const QPoint& position)
{
    const QModelIndex row = m_view->indexAt(position);
    if (!row.isValid()) return;
    QMenu menu(this);
    if (canJump()) {
        menu.addAction(tr("Show in the log"), this, [this, index = QPersistentModelIndex(row)] { jump(index); });
        menu.addSeparator();
    }
    menu.addAction(tr("Copy"), this, &EventsPane::copy)->setShortcut(QKeySequence::Copy);
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void EventsPane::showCount()
{
    const int all = m_model.rowCount();
    const int shown = m_filter.rowCount();
    m_count->setText(all == 0 ? QString() : shown == all ? tr("%n event(s)", nullptr, all) : tr("%1 of %n event(s)", nullptr, all).arg(shown));
    m_view->setPlaceholder(m_numbers.isEmpty()   ? tr("Select an app to see what happened to it")
                           : !m_problem.isEmpty() ? m_problem
                           : all == 0            ? tr("Nothing has happened yet")
                                                 : tr("No event is of this kind"));
}

void EventsPane::retranslate()
{
    const QStringList sorts{tr("All events"), tr("Problems"), tr("Starts and ends"), tr("Restarts and reloads"), tr("Messages")};
    for (int i = 0; i < m_sort->count(); ++i)
        m_sort->setItemText(i, sorts.at(i));
    m_sort->setAccessibleName(tr("Kind of events"));
    m_field->setPlaceholderText(tr("Filter events"));
    m_field->setAccessibleName(tr("Filter events"));
    m_view->setAccessibleName(tr("Events"));
    m_model.retranslate();
    showCount();
}

void EventsPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    load();
}

void EventsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/apptreeview.h"

#include "desktop/appheader.h"
#include "desktop/approwdelegate.h"
#include "desktop/theme.h"
#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"

#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Columns that give way when the window gets narrow, the least important first.
constexpr int leaving[] = {NumberColumn, PortsColumn, PidColumn,   RestartsColumn,
                           UptimeColumn, CpuColumn,   MemoryColumn};
constexpr int nameRoom = 200;

} // namespace

AppTreeView::AppTreeView(AppTreeModel& model, AppFilterModel& filter, Theme& theme, QWidget* parent)
    : QTreeView(parent), m_model(model), m_filter(filter), m_theme(theme),
      m_delegate(new AppRowDelegate(theme, this))
{
    setObjectName(u"appTree"_s);
    setAccessibleName(tr("Apps"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setItemDelegate(m_delegate);
    setHeader(new AppHeader(theme, this));
    setModel(&filter);
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.columns().at(column).shownAtFirst) m_chosen.insert(column);
    }
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    header()->setHighlightSections(false);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setAccessibleName(tr("Columns"));
    setSortingEnabled(true);
    connect(header(), &QWidget::customContextMenuRequested, this, &AppTreeView::showHeaderMenu);
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { m_expandedKeys.insert(index.data(KeyRole).toString()); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { m_expandedKeys.remove(index.data(KeyRole).toString()); });
    connect(&filter, &QAbstractItemModel::rowsInserted, this, &AppTreeView::restoreExpansion);
    connect(&filter, &QAbstractItemModel::dataChanged, this, &AppTreeView::contentUpdated);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, &AppTreeView::contentUpdated);
    connect(&theme, &Theme::changed, this, &AppTreeView::applyTheme);
    applyTheme();
}

void AppTreeView::applyTheme()
{
    setIndentation(m_theme.scaled(20));
    header()->setMinimumSectionSize(m_theme.scaled(44));
    header()->setFixedHeight(m_theme.scaled(30));
    for (int column = 1; column < m_model.columnCount(); ++column) {
        if (header()->sectionSize(column) < wantedWidth(column) ||
            header()->sectionSize(column) == header()->defaultSectionSize())
            header()->resizeSection(column, wantedWidth(column));
    }
    fitColumns();
    viewport()->update();
}

int AppTreeView::wantedWidth(int column) const
{
    const AppColumn& info = m_model.columns().at(column);
    QFont title = m_theme.smallFont();
    title.setWeight(QFont::DemiBold);
    const int text =
        fontMetrics().horizontalAdvance(info.widest) + m_theme.scaled(column == StateColumn ? 26 : 18);
    return std::max(text, QFontMetrics(title).horizontalAdvance(info.title) + m_theme.scaled(30));
}

void AppTreeView::setLive(bool live)
{
    m_delegate->setLive(live);
    viewport()->update();
}

void AppTreeView::setColumnChosen(int column, bool chosen)
{
    if (chosen)
        m_chosen.insert(column);
    else
        m_chosen.remove(column);
    fitColumns();
}

void AppTreeView::fitColumns()
{
    if (m_fitting) return;
    const QScopedValueRollback guard(m_fitting, true);
    QSet<int> shown = m_chosen;
    const auto needed = [&] {
        int width = m_theme.scaled(nameRoom);
        for (const int column : shown)
            width += column == NameColumn
                         ? 0
                         : std::max(header()->isSectionHidden(column) ? 0 : header()->sectionSize(column),
                                    wantedWidth(column));
        return width;
    };
    for (const int column : leaving) {
        if (needed() <= viewport()->width()) break;
        shown.remove(column);
    }
    for (int column = 1; column < m_model.columnCount(); ++column)
        header()->setSectionHidden(column, !shown.contains(column));
}

void AppTreeView::showHeaderMenu(const QPoint& position)
{
    QMenu menu(this);
    for (int column = 1; column < m_model.columnCount(); ++column) {
        QAction* action = menu.addAction(m_model.columns().at(column).title);
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnChosen(column, on); });
    }
    menu.exec(header()->mapToGlobal(position));
}

QStringList AppTreeView::selectedKeys() const
{
    QStringList keys;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        keys.append(index.data(KeyRole).toString());
    return keys;
}

void AppTreeView::selectKey(const QString& key)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.indexOf(key));
    if (!index.isValid()) return;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void AppTreeView::restoreExpansion(const QModelIndex& parent, int first, int last)
{
    if (parent.isValid()) {
        if (m_expandedKeys.contains(parent.data(KeyRole).toString())) expand(parent);
        return;
    }
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_filter.index(row, 0);
        if (m_expandedKeys.contains(index.data(KeyRole).toString())) expand(index);
    }
}

void AppTreeView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionUpdated();
}

void AppTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void AppTreeView::mouseMoveEvent(QMouseEvent* event)
{
    QTreeView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint()).siblingAtColumn(0);
    if (m_hovered == index) return;
    m_hovered = index;
    viewport()->update();
}

void AppTreeView::leaveEvent(QEvent* event)
{
    QTreeView::leaveEvent(event);
    m_hovered = QPersistentModelIndex();
    viewport()->update();
}

void AppTreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& options,
                          const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QRect row(0, options.rect.top(), viewport()->width(), options.rect.height());
    const bool selected = selectionModel()->isSelected(index.siblingAtColumn(0));
    if (selected)
        painter->fillRect(row, tokens.selection);
    else if (m_hovered == index.siblingAtColumn(0))
        painter->fillRect(row, tokens.hover);
    QStyleOptionViewItem cell = options;
    cell.font = font();
    cell.state.setFlag(QStyle::State_Selected, selected);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column)) continue;
        const QModelIndex at = index.siblingAtColumn(column);
        cell.rect = QRect(columnViewportPosition(column), row.top(), columnWidth(column), row.height());
        if (column == NameColumn) {
            const int indent = visualRect(at).left();
            drawBranches(painter, QRect(0, row.top(), indent, row.height()), at);
            cell.rect.setLeft(indent);
        }
        itemDelegate()->paint(painter, cell, at);
    }
    painter->fillRect(row.left(), row.bottom(), row.width(), 1, tokens.line);
    if (hasFocus() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0))
        painter->fillRect(row.left(), row.top(), m_theme.scaled(3), row.height() - 1, tokens.primary);
}

void AppTreeView::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    if (!model()->hasChildren(index)) return;
    const double half = m_theme.scaled(8) / 2.0;
    const QPointF middle(rect.right() - m_theme.scaled(6), rect.center().y() + 1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(middle);
    if (isExpanded(index)) painter->rotate(90);
    QPainterPath chevron(QPointF(-half / 2, -half));
    chevron.lineTo(half / 2, 0);
    chevron.lineTo(-half / 2, half);
    painter->setPen(QPen(m_theme.tokens().dim, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(chevron);
    painter->restore();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/apptreeview.h"

#include "desktop/appheader.h"
#include "desktop/approwdelegate.h"
#include "desktop/theme.h"
#include "models/appfiltermodel.h"
#include "models/apptreemodel.h"
#include "models/metricshistory.h"

#include <QAccessible>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// What gives way when the window gets narrow, the least important first.
constexpr int curvesLeave = -1;
constexpr int leaving[] = {WatchColumn, BranchColumn, NumberColumn,   PortsColumn,  PidColumn, curvesLeave,
                           ModeColumn,  RestartsColumn, UptimeColumn, CpuColumn, MemoryColumn};
constexpr int nameRoom = 200;
constexpr int curveInterval = 1200; ///< ms; longer than the second in which new figures usually come

bool isNamespace(const QModelIndex& index)
{
    return index.data(KindRole).toInt() == static_cast<int>(AppRow::Kind::Namespace);
}

} // namespace

AppTreeView::AppTreeView(AppTreeModel& model, AppFilterModel& filter, const MetricsHistory& history,
                         Theme& theme, QWidget* parent)
    : QTreeView(parent), m_model(model), m_filter(filter), m_theme(theme),
      m_delegate(new AppRowDelegate(theme, history, this)), m_header(new AppHeader(theme, this))
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
    setAutoScroll(false); // only keys bring the current row into view, not that another one has gone
    setItemDelegate(m_delegate);
    setHeader(m_header);
    setModel(&filter);
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.columns().at(column).shownAtFirst) m_chosen.insert(column);
    }
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(false);
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
    connect(header(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_fitting && column != NameColumn && width > 0) m_userWidths.insert(column, width);
    });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { noteExpansion(index, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { noteExpansion(index, false); });
    connect(&filter, &QAbstractItemModel::rowsAboutToBeInserted, this, &AppTreeView::keepTopRow);
    connect(&filter, &QAbstractItemModel::rowsInserted, this, &AppTreeView::restoreExpansion);
    connect(&filter, &AppFilterModel::filterChanged, this, &AppTreeView::followFilter);
    // Of the unfiltered rows: sums are about those as well that the filter hides.
    connect(&model, &QAbstractItemModel::dataChanged, this, &AppTreeView::contentUpdated);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AppTreeView::contentUpdated);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &AppTreeView::contentUpdated);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, &AppTreeView::contentUpdated);
    connect(&m_curves, &QTimer::timeout, this, &AppTreeView::refreshCurves);
    connect(&theme, &Theme::changed, this, &AppTreeView::applyTheme);
    applyTheme();
}

void AppTreeView::applyTheme()
{
    setIndentation(m_theme.scaled(20));
    {
        const QScopedValueRollback guard(m_fitting, true);
        header()->setMinimumSectionSize(m_theme.scaled(44));
        header()->setFixedHeight(m_theme.scaled(30));
    }
    fitColumns();
    viewport()->update();
}

int AppTreeView::wantedWidth(int column, bool withCurve) const
{
    const AppColumn& info = m_model.columns().at(column);
    QFont title = m_theme.smallFont();
    title.setWeight(QFont::DemiBold);
    const int text =
        fontMetrics().horizontalAdvance(info.widest) + m_theme.scaled(column == StateColumn ? 26 : 18);
    const int wanted = std::max(text + (info.hasCurve && withCurve ? m_delegate->curveRoom() : 0),
                                QFontMetrics(title).horizontalAdvance(info.title) + m_theme.scaled(30));
    const int chosen = m_userWidths.value(column, wanted);
    return info.hasCurve && !withCurve ? std::min(chosen, wanted) : chosen;
}

void AppTreeView::setLive(bool live)
{
    m_live = live;
    m_delegate->setLive(live);
    viewport()->update();
    if (!live)
        m_curves.stop();
    else if (isVisible())
        m_curves.start(curveInterval);
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
    bool curves = true;
    const auto needed = [&] {
        int width = m_theme.scaled(nameRoom);
        for (const int column : shown)
            width += column == NameColumn ? 0 : wantedWidth(column, curves);
        return width;
    };
    for (const int column : leaving) {
        if (needed() <= viewport()->width()) break;
        if (column == curvesLeave)
            curves = false;
        else
            shown.remove(column);
    }
    m_header->setCurvesShown(curves);
    for (int column = 1; column < m_model.columnCount(); ++column) {
        header()->setSectionHidden(column, !shown.contains(column));
        if (shown.contains(column)) header()->resizeSection(column, wantedWidth(column, curves));
    }
}

QList<int> AppTreeView::columnOrder() const
{
    QList<int> order;
    for (int place = 0; place < header()->count(); ++place)
        order.append(header()->logicalIndex(place));
    return order;
}

void AppTreeView::showHeaderMenu(const QPoint& position)
{
    QMenu menu(this);
    for (const int column : columnOrder()) {
        if (column == NameColumn) continue;
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

QModelIndex AppTreeView::firstApp() const
{
    const QModelIndex first = m_filter.index(0, 0);
    return first.isValid() && isNamespace(first) ? m_filter.index(0, 0, first) : first;
}

bool AppTreeView::isWantedOpen(const QModelIndex& index) const
{
    const QString key = index.data(KeyRole).toString();
    if (isNamespace(index)) return !m_filter.filterText().isEmpty() || !m_closedKeys.contains(key);
    return m_expandedKeys.contains(key);
}

void AppTreeView::noteExpansion(const QModelIndex& index, bool open)
{
    if (m_restoring) return;
    const QString key = index.data(KeyRole).toString();
    QSet<QString>& noted = isNamespace(index) ? m_closedKeys : m_expandedKeys;
    if (open != isNamespace(index))
        noted.insert(key);
    else
        noted.remove(key);
}

void AppTreeView::restoreExpansion(const QModelIndex& parent, int first, int last)
{
    const QScopedValueRollback guard(m_restoring, true);
    if (parent.isValid() && !isExpanded(parent) && isWantedOpen(parent)) expand(parent);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_filter.index(row, 0, parent);
        const int children = m_filter.rowCount(index);
        if (isWantedOpen(index)) expand(index);
        if (children > 0 && isNamespace(index)) restoreExpansion(index, 0, children - 1);
    }
}

void AppTreeView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    keepTopRow(); // afterwards the view does not know it any more
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
}

void AppTreeView::keepTopRow()
{
    // Sorted by a figure, the place in the list is what one looks at; else it is the rows themselves.
    const int sorted = m_filter.sortColumn();
    if (m_topRow.isValid() || sorted > NameColumn || verticalScrollBar()->value() == 0) return;
    m_topRow = indexAt({0, 0}).siblingAtColumn(NameColumn);
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QModelIndex top = std::exchange(m_topRow, {});
            executeDelayedItemsLayout();
            if (top.isValid()) scrollTo(top, PositionAtTop);
        },
        Qt::QueuedConnection);
}

void AppTreeView::followFilter()
{
    // What fits is seen, also in a namespace that is closed; it closes again afterwards.
    const QScopedValueRollback guard(m_restoring, true);
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const QModelIndex index = m_filter.index(row, 0);
        if (isNamespace(index)) setExpanded(index, isWantedOpen(index));
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

void AppTreeView::showEvent(QShowEvent* event)
{
    QTreeView::showEvent(event);
    if (m_live) m_curves.start(curveInterval);
}

void AppTreeView::hideEvent(QHideEvent* event)
{
    QTreeView::hideEvent(event);
    m_curves.stop();
}

void AppTreeView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                              const QList<int>& roles)
{
    // Rows are as high as before and none is being edited: all there is to do is to paint, once for as many
    // rows as change at a time.
    if (QAccessible::isActive()) QTreeView::dataChanged(topLeft, bottomRight, roles);
    // The sums of a namespace change every second; the names of its apps need not be painted for that.
    if (topLeft == bottomRight && topLeft.column() == NameColumn)
        viewport()->update(visualRect(topLeft));
    else
        refreshColumns(topLeft.column(), bottomRight.column());
}

void AppTreeView::refreshColumns(int first, int last)
{
    if (!isVisible()) return;
    for (int column = first; column <= last; ++column) {
        if (column == CpuColumn || column == MemoryColumn)
            refreshCurves(); // the curves of all rows stand at the same moment
        else if (!isColumnHidden(column))
            viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
    }
}

void AppTreeView::refreshCurves()
{
    if (!isVisible()) return;
    for (const int column : {CpuColumn, MemoryColumn}) {
        if (!isColumnHidden(column))
            viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
    }
    if (m_live) m_curves.start(curveInterval);
}

void AppTreeView::refreshRow(const QModelIndex& index)
{
    if (!index.isValid()) return;
    const QRect cell = visualRect(index);
    viewport()->update(0, cell.top(), viewport()->width(), cell.height());
}

void AppTreeView::paintEvent(QPaintEvent* event)
{
    m_painted = event->region();
    QTreeView::paintEvent(event);
}

void AppTreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& options,
                          const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QRect row(0, options.rect.top(), viewport()->width(), options.rect.height());
    const bool selected = selectionModel()->isSelected(index.siblingAtColumn(0));
    QStyleOptionViewItem cell = options;
    cell.font = font();
    cell.backgroundBrush = Qt::NoBrush;
    if (selected)
        cell.backgroundBrush = tokens.selection;
    else if (m_hovered == index.siblingAtColumn(0))
        cell.backgroundBrush = tokens.hover;
    else if (isNamespace(index))
        cell.backgroundBrush = tokens.side;
    if (cell.backgroundBrush.style() != Qt::NoBrush) painter->fillRect(row, cell.backgroundBrush);
    cell.state.setFlag(QStyle::State_Selected, selected);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column)) continue;
        const QModelIndex at = index.siblingAtColumn(column);
        cell.rect = QRect(columnViewportPosition(column), row.top(), columnWidth(column), row.height());
        if (!m_painted.intersects(cell.rect)) continue;
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

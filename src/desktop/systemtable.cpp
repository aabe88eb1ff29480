// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemtable.h"

#include "desktop/appheader.h"
#include "desktop/systemrowdelegate.h"
#include "desktop/theme.h"
#include "models/systemfiltermodel.h"
#include "models/systemtablemodel.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSet>
#include <QSettings>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameRoom = 200;
constexpr int otherRoom = 110; ///< of another column that takes what is left

} // namespace

SystemTable::SystemTable(const QString& name, SystemTableModel& model, SystemFilterModel& filter, Theme& theme, QWidget* parent)
    : QTreeView(parent), m_model(model), m_filter(filter), m_theme(theme)
{
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setItemDelegate(new SystemRowDelegate(model, theme, this));
    setHeader(new AppHeader(theme, this));
    setModel(&filter);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    for (int column = 0; column < model.columnCount(); ++column)
        if (model.columns().at(column).stretches) header()->setSectionResizeMode(column, QHeaderView::Stretch);
    header()->setSortIndicatorClearable(true);
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    header()->setHighlightSections(false);
    setSortingEnabled(true);
    connect(&theme, &Theme::changed, this, &SystemTable::applyTheme);
    // What is selected may be gone or mean something else.
    connect(&filter, &QAbstractItemModel::rowsRemoved, this, &SystemTable::selectionUpdated);
    connect(&filter, &QAbstractItemModel::dataChanged, this, &SystemTable::selectionUpdated);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &SystemTable::applyTheme);
    applyTheme();
}

void SystemTable::applyTheme()
{
    header()->setMinimumSectionSize(m_theme.scaled(44));
    header()->setFixedHeight(m_theme.scaled(30));
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (!m_model.columns().at(column).stretches) header()->resizeSection(column, wantedWidth(column));
    fitColumns();
    viewport()->update();
}

int SystemTable::wantedWidth(int column) const
{
    const SystemColumn& info = m_model.columns().at(column);
    if (info.stretches) return m_theme.scaled(info.isName ? nameRoom : otherRoom);
    QFont title = m_theme.smallFont();
    title.setWeight(QFont::DemiBold);
    return std::max(fontMetrics().horizontalAdvance(info.widest) + m_theme.scaled(18),
                    QFontMetrics(title).horizontalAdvance(info.title) + m_theme.scaled(30));
}

void SystemTable::fitColumns()
{
    if (m_fitting) return;
    const QScopedValueRollback guard(m_fitting, true);
    QList<int> leaving;
    int needed = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        needed += wantedWidth(column);
        if (m_model.columns().at(column).leaves > 0) leaving.append(column);
    }
    std::ranges::sort(leaving, {}, [&](int column) { return m_model.columns().at(column).leaves; });
    QList<int> hidden;
    for (const int column : std::as_const(leaving)) {
        if (needed <= viewport()->width()) break;
        needed -= wantedWidth(column);
        hidden.append(column);
    }
    for (int column = 0; column < m_model.columnCount(); ++column)
        header()->setSectionHidden(column, hidden.contains(column));
}

QList<platform::ProcessId> SystemTable::selectedProcesses() const
{
    QList<platform::ProcessId> processes;
    QSet<qint64> seen; // a process may hold several ports
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        const platform::ProcessId process = m_model.row(m_filter.mapToSource(index).row()).process;
        if (process.pid == 0 || seen.contains(process.pid)) continue;
        seen.insert(process.pid);
        processes.append(process);
    }
    return processes;
}

void SystemTable::save(QSettings& settings) const
{
    settings.setValue(objectName() + u"/sortColumn"_s, header()->sortIndicatorSection() < 0 ? QString() : m_model.columns().at(header()->sortIndicatorSection()).key);
    settings.setValue(objectName() + u"/sortDescending"_s, header()->sortIndicatorOrder() == Qt::DescendingOrder);
}

void SystemTable::restore(const QSettings& settings)
{
    const auto order = settings.value(objectName() + u"/sortDescending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    const auto found = std::ranges::find(m_model.columns(), settings.value(objectName() + u"/sortColumn"_s).toString(), &SystemColumn::key);
    if (found != m_model.columns().end()) header()->setSortIndicator(static_cast<int>(found - m_model.columns().begin()), order);
}

void SystemTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionUpdated();
}

void SystemTable::focusInEvent(QFocusEvent* event)
{
    QTreeView::focusInEvent(event);
    // The keyboard needs a place to start from.
    if (!currentIndex().isValid() && m_filter.rowCount() > 0)
        selectionModel()->setCurrentIndex(m_filter.index(0, 0), QItemSelectionModel::NoUpdate);
}

void SystemTable::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void SystemTable::mouseMoveEvent(QMouseEvent* event)
{
    QTreeView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint()).siblingAtColumn(0);
    if (m_hovered == index) return;
    m_hovered = index;
    viewport()->update();
}

void SystemTable::leaveEvent(QEvent* event)
{
    QTreeView::leaveEvent(event);
    m_hovered = QPersistentModelIndex();
    viewport()->update();
}

void SystemTable::drawRow(QPainter* painter, const QStyleOptionViewItem& options, const QModelIndex& index) const
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
        cell.rect = QRect(columnViewportPosition(column), row.top(), columnWidth(column), row.height());
        itemDelegate()->paint(painter, cell, index.siblingAtColumn(column));
    }
    painter->fillRect(row.left(), row.bottom(), row.width(), 1, tokens.line);
    if (hasFocus() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0))
        painter->fillRect(row.left(), row.top(), m_theme.scaled(3), row.height() - 1, tokens.primary);
}

} // namespace tropero

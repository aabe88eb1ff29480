// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/detailsview.h"

#include "desktop/quietrow.h"
#include "desktop/theme.h"
#include "models/detailsmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace tropero {

DetailsView::DetailsView(DetailsModel& model, Theme& theme, QWidget* parent)
    : QTreeView(parent), m_model(model), m_theme(theme)
{
    setModel(&model);
    setItemDelegate(new RowHeight(theme, [](const QModelIndex& index) { return index.data(DetailsModel::SectionRole).toBool() ? 34 : 24; }, this));
    setRootIsDecorated(false);
    setHeaderHidden(true);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, this, &DetailsView::showMenu);
    connect(&theme, &Theme::changed, this, &DetailsView::applyTheme);
    applyTheme();
}

void DetailsView::applyTheme()
{
    header()->resizeSection(DetailsModel::Name, m_theme.scaled(210));
    scheduleDelayedItemsLayout();
}

void DetailsView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QRect row = option.rect;
    paintQuietRow(*painter, row, *this, index, m_theme);
    const int margin = m_theme.scaled(14);
    QFont font = this->font();
    if (index.data(DetailsModel::SectionRole).toBool()) {
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(tokens.text);
        painter->drawText(row.adjusted(margin, 0, -margin, -m_theme.scaled(5)), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
        return;
    }
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const auto draw = [&](const QRect& place, const QColor& color, const QModelIndex& cell, Qt::TextElideMode elide) {
        painter->setPen(color);
        // One line: an app chooses some of these texts.
        const QString text = cell.data().toString().simplified();
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, elide, place.width()));
    };
    const int split = header()->sectionSize(DetailsModel::Name);
    draw({row.left() + margin, row.top(), split - margin - m_theme.scaled(8), row.height()}, tokens.dim, index, Qt::ElideRight);
    const QModelIndex value = index.siblingAtColumn(DetailsModel::Value);
    draw({row.left() + split, row.top(), row.width() - split - margin, row.height()},
         value.data(DetailsModel::AlarmingRole).toBool() ? tokens.bad : tokens.text, value, Qt::ElideMiddle);
}

void DetailsView::copy()
{
    QList<int> rows;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!selectionModel()->hasSelection() || selectionModel()->isRowSelected(row, {})) rows.append(row);
    }
    QGuiApplication::clipboard()->setText(m_model.text(rows));
}

void DetailsView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) copy();
    else QTreeView::keyPressEvent(event);
}

void DetailsView::showMenu(const QPoint& position)
{
    QMenu menu(this);
    QAction* copyRows = menu.addAction(tr("Copy"), this, &DetailsView::copy);
    copyRows->setShortcut(QKeySequence::Copy);
    menu.addAction(tr("Copy all"), this, [this] {
        clearSelection();
        copy();
    });
    menu.exec(viewport()->mapToGlobal(position));
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/listtable.h"

#include "desktop/quietrow.h"
#include "desktop/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

/// Titles as dim as elsewhere, over the texts of their columns.
class PlainHeader : public QHeaderView
{
public:
    PlainHeader(Theme& theme, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme) {}
    QSize sizeHint() const override { return {0, m_theme.scaled(28)}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const ThemeTokens& tokens = m_theme.tokens();
        painter->fillRect(rect, tokens.window);
        painter->setPen(tokens.line);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(m_theme.smallFont());
        painter->setPen(tokens.dim);
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        const QRect place = rect.adjusted(m_theme.scaled(14), 0, -m_theme.scaled(4), 0);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(m_theme.smallFont()).elidedText(title, Qt::ElideRight, place.width()));
    }

private:
    Theme& m_theme;
};

} // namespace

ListTable::ListTable(Theme& theme, QWidget* parent) : QTreeView(parent), m_theme(theme)
{
    setHeader(new PlainHeader(theme, this));
    header()->setHighlightSections(false);
    header()->setStretchLastSection(true);
    setItemDelegate(new RowHeight(theme, [](const QModelIndex&) { return 24; }, this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void ListTable::setGlyph(int column, Glyph glyph)
{
    m_glyphColumn = column;
    m_glyph = std::move(glyph);
}

void ListTable::setPlaceholder(const QString& text)
{
    if (std::exchange(m_placeholder, text) != text) viewport()->update();
}

QModelIndexList ListTable::selectedRowIndexes() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

void ListTable::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QRect row = option.rect;
    paintQuietRow(*painter, row, *this, index, m_theme);
    const QFont font = Theme::tabular(this->font());
    const QFontMetrics metrics(font);
    painter->setFont(font);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column)) continue;
        const QModelIndex cell = index.siblingAtColumn(column);
        QRect place(columnViewportPosition(column) + m_theme.scaled(14), row.top(), columnWidth(column) - m_theme.scaled(18), row.height());
        if (column == m_glyphColumn && m_glyph) {
            const int size = m_theme.scaled(16);
            m_glyph(*painter, QRectF(place.left(), place.center().y() - size / 2.0 + 0.5, size, size), cell);
            place.setLeft(place.left() + size + m_theme.scaled(6));
        }
        // One line: an app chooses some of these texts.
        const QString text = cell.data().toString().simplified();
        painter->setPen(m_ink ? m_ink(cell) : tokens.text);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(text, column == m_middle ? Qt::ElideMiddle : Qt::ElideRight, place.width()));
    }
}

void ListTable::paintEvent(QPaintEvent* event)
{
    QTreeView::paintEvent(event);
    if (m_placeholder.isEmpty() || (model() && model()->rowCount() > 0)) return;
    QPainter painter(viewport());
    painter.setPen(m_theme.tokens().dim);
    const int margin = m_theme.scaled(20);
    painter.drawText(viewport()->rect().adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
}

void ListTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested();
    else
        QTreeView::keyPressEvent(event);
}

} // namespace tropero

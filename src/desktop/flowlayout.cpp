// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace tropero {

FlowLayout::FlowLayout(QWidget* parent, int blank, int lineSpacing) : QLayout(parent), m_blank(blank), m_lineSpacing(lineSpacing)
{
    setContentsMargins({});
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::add(QWidget* widget, bool glued)
{
    addWidget(widget);
    m_words.back().glued = glued;
}

void FlowLayout::clear()
{
    for (Word& word : m_words) {
        // The widget may be the one whose signal led here.
        word.item->widget()->hide();
        word.item->widget()->deleteLater();
    }
    m_words.clear();
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_words.push_back({std::unique_ptr<QLayoutItem>(item), false});
    invalidate();
}

int FlowLayout::count() const
{
    return static_cast<int>(m_words.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_words.at(static_cast<size_t>(index)).item.get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) return nullptr;
    const auto word = m_words.begin() + index;
    QLayoutItem* item = word->item.release();
    m_words.erase(word);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    return minimumSize();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const Word& word : m_words)
        size = size.expandedTo(word.item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    int x = rect.x();
    int y = rect.y();
    size_t from = 0;
    while (from < m_words.size()) {
        int lineHeight = 0;
        size_t to = from;
        x = rect.x();
        // As many groups of glued words as fit, at least one.
        while (to < m_words.size()) {
            size_t end = to + 1;
            int width = m_words.at(to).item->sizeHint().width() + (to == from ? 0 : m_blank);
            while (end < m_words.size() && m_words.at(end).glued)
                width += m_words.at(end++).item->sizeHint().width();
            if (to > from && x + width > rect.right() + 1) break;
            for (size_t i = to; i < end; ++i)
                lineHeight = std::max(lineHeight, m_words.at(i).item->sizeHint().height());
            x += width;
            to = end;
        }
        x = rect.x();
        for (size_t i = from; apply && i < to; ++i) {
            const QSize size = m_words.at(i).item->sizeHint();
            if (i > from && !m_words.at(i).glued) x += m_blank;
            m_words.at(i).item->setGeometry(QRect(QPoint(x, y + (lineHeight - size.height()) / 2), size));
            x += size.width();
        }
        y += lineHeight + (to < m_words.size() ? m_lineSpacing : 0);
        from = to;
    }
    return y - rect.y();
}

} // namespace tropero

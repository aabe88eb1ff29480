// SPDX-License-Identifier: GPL-3.0-or-later
// Where rows and columns of the log view are.
#include "desktop/logview.h"

#include "desktop/theme.h"

#include <QLabel>
#include <QScrollBar>

#include <cmath>

namespace tropero {

namespace {

constexpr int padding = 14;
constexpr int gap = 14;

} // namespace

int LogView::textLeft() const
{
    return padding + (m_options.showTime ? m_timeWidth + gap : 0) + (m_labelWidth > 0 ? m_labelWidth + gap : 0);
}

int LogView::columnWidth() const
{
    const int room = viewport()->width() - textLeft() - padding;
    return std::max(m_options.sideBySide ? (room - 2 * gap) / 2 : room, m_theme.scaled(80));
}

int LogView::columnLeft(bool isError) const
{
    return textLeft() + (m_options.sideBySide && isError ? columnWidth() + 2 * gap : 0);
}

void LogView::placeHeader()
{
    const int height = m_options.sideBySide ? m_theme.scaled(22) : 0;
    setViewportMargins(0, height, 0, 0);
    m_header->setVisible(height > 0);
    m_header->setGeometry(0, 0, viewport()->width(), height);
    m_outTitle->setGeometry(columnLeft(false), 0, columnWidth(), height - 1);
    m_errorTitle->setGeometry(columnLeft(true), 0, columnWidth(), height - 1);
}

int LogView::linesOf(int row) const
{
    if (!m_options.wrap || row < 0 || row >= m_rows) return 1;
    const LogRow line = m_lines.row(row);
    if (line.kind == LogRow::Kind::Mark) return 1;
    QTextLayout layout;
    layOut(layout, textOf(line), m_theme.tokens().log);
    return std::max(layout.lineCount(), 1);
}

QList<LogView::Shown> LogView::shownRows() const
{
    QList<Shown> list;
    int top = padding / 2 - m_topLine * m_rowHeight;
    for (int row = verticalScrollBar()->value(); row < m_rows && top < viewport()->height(); ++row) {
        list.append({row, top, linesOf(row)});
        top += list.last().lines * m_rowHeight;
    }
    return list;
}

int LogView::rowAt(int y) const
{
    if (!m_options.wrap)
        return verticalScrollBar()->value() + static_cast<int>(std::floor(double(y - padding / 2) / m_rowHeight));
    const QList<Shown> rows = shownRows();
    for (const Shown& shown : rows)
        if (y < shown.top + shown.lines * m_rowHeight) return shown.row;
    return rows.isEmpty() ? 0 : rows.last().row + 1;
}

LogPosition LogView::positionAt(QPoint point) const
{
    const int row = std::clamp(rowAt(point.y()), 0, m_rows - 1);
    const LogRow line = m_lines.row(row);
    if (line.kind == LogRow::Kind::Mark) return {row, 0};
    QTextLayout layout;
    layOut(layout, textOf(line), m_theme.tokens().log);
    int index = 0;
    if (m_options.wrap) {
        for (const Shown& shown : shownRows())
            if (shown.row == row) index = (point.y() - shown.top) / m_rowHeight;
    }
    const QTextLine at = layout.lineAt(std::clamp(index, 0, layout.lineCount() - 1));
    const int left = columnLeft(line.isError);
    return {row, at.xToCursor(std::min(point.x(), left + columnWidth() + padding) - left + horizontalScrollBar()->value())};
}

} // namespace tropero

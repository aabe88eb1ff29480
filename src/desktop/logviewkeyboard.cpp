// SPDX-License-Identifier: GPL-3.0-or-later
// The log view by keyboard and for those who hear it.
#include "desktop/logview.h"

#include "desktop/theme.h"

#include <QAccessible>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>

namespace tropero {

using namespace Qt::StringLiterals;

void LogView::keyPressEvent(QKeyEvent* event)
{
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Home) {
        verticalScrollBar()->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        setFollowing(true);
    } else if (event->matches(QKeySequence::ZoomIn) || (event->key() == Qt::Key_Equal && event->modifiers() == Qt::ControlModifier)) {
        setFontSteps(m_options.fontSteps + 1);
    } else if (event->matches(QKeySequence::ZoomOut)) {
        setFontSteps(m_options.fontSteps - 1);
    } else if (event->key() == Qt::Key_0 && event->modifiers() == Qt::ControlModifier) {
        setFontSteps(0);
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1, extends);
    } else if (event->key() == Qt::Key_Escape && hasSelection()) {
        m_selection.clear();
        viewport()->update();
        Q_EMIT selectionChanged();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

// Without a current row that is seen, the first step scrolls, as it does for who only reads.
void LogView::moveCurrent(int step, bool extends)
{
    const QList<Shown> seen = shownRows();
    if (seen.isEmpty()) return;
    const int old = m_current ? m_lines.rowOf(*m_current) : -1;
    const bool isSeen = std::any_of(seen.cbegin(), seen.cend(), [old](const Shown& one) { return one.row == old; });
    int row = isSeen ? old + step : step < 0 ? seen.first().row - 1 : seen.last().row + 1;
    while (row > 0 && row < m_rows && !m_lines.idOf(row))
        row += step; // a mark is read with the line after it
    row = std::clamp(row, 0, m_rows - 1);
    if (!m_lines.idOf(row)) return;
    if (extends) {
        if (!m_anchor || m_selection.isEmpty()) m_anchor = m_lines.idOf(isSeen ? old : row);
        const int anchor = m_lines.rowOf(*m_anchor);
        const int last = std::max(anchor, row);
        m_selection.begin({std::min(anchor, row), 0});
        m_selection.extend({last, static_cast<int>(shownText(last).size())});
        Q_EMIT selectionChanged();
    }
    m_current = m_lines.idOf(row);
    bringIntoView(row);
    viewport()->update();
    if (!QAccessible::isActive()) return;
    const QList<SeenRow> now = seenRows();
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (now.at(i).row != row) continue;
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(static_cast<int>(i));
        QAccessible::updateAccessibility(&focus);
    }
}

void LogView::bringIntoView(int row)
{
    // A step may be more than a row: marks between, and rows of several lines.
    for (int tries = 0; tries < 200; ++tries) {
        const QList<Shown> seen = shownRows();
        const auto at = std::find_if(seen.cbegin(), seen.cend(), [row](const Shown& one) { return one.row == row; });
        const int before = verticalScrollBar()->value() * 1'000 + m_topLine;
        if (at == seen.cend())
            scrollLines(row < verticalScrollBar()->value() ? -1 : 1);
        else if (at->top < 0 && m_topLine > 0)
            scrollLines(-1);
        else if (at->top + at->lines * m_rowHeight > viewport()->height() && at != seen.cbegin())
            scrollLines(1);
        else
            break;
        if (before == verticalScrollBar()->value() * 1'000 + m_topLine) break;
    }
    if (row < m_rows - 1) setFollowing(false);
}

QList<LogView::SeenRow> LogView::seenRows() const
{
    QList<SeenRow> rows;
    for (const Shown& one : shownRows())
        rows.append({one.row, QRect(0, one.top, viewport()->width(), one.lines * m_rowHeight)});
    return rows;
}

QString LogView::spokenText(int row) const
{
    if (row < 0 || row >= m_rows) return {};
    const LogRow line = m_lines.row(row);
    QStringList words;
    if (row > 0 && line.kind == LogRow::Kind::Output && m_lines.row(row - 1).kind == LogRow::Kind::Mark)
        words.append(wholeText(row - 1));
    if (m_options.showTime && line.time > 0)
        words.append(QLocale().toString(QDateTime::fromMSecsSinceEpoch(line.time / 1'000'000).time(), u"HH:mm:ss"_s));
    if (const QString label = m_labels.value(line.number); !label.isEmpty()) words.append(label);
    if (line.isError) words.append(tr("error output"));
    words.append(wholeText(row));
    return words.join(u", "_s);
}

} // namespace tropero

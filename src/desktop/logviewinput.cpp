// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, keyboard and clipboard of the log view.
#include "desktop/logview.h"

#include "desktop/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStringList>
#include <QTextBoundaryFinder>
#include <QToolTip>

namespace tropero {

QString LogView::selectedText() const
{
    if (m_selection.isEmpty()) return {};
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    QStringList lines;
    for (int row = first.row; row <= std::min(last.row, m_lines.rowCount() - 1); ++row) {
        const QString text = shownText(row);
        const qsizetype begin = row == first.row ? std::min<qsizetype>(first.column, text.size()) : 0;
        const qsizetype end = row == last.row ? std::min<qsizetype>(last.column, text.size()) : text.size();
        lines.append(text.sliced(begin, std::max<qsizetype>(end - begin, 0)));
    }
    return lines.join(u'\n');
}

void LogView::selectAll()
{
    const int rows = m_lines.rowCount();
    if (rows == 0) return;
    m_selection.begin({0, 0});
    m_selection.extend({rows - 1, static_cast<int>(shownText(rows - 1).size())});
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::copy() const
{
    if (hasSelection()) QApplication::clipboard()->setText(selectedText());
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_lines.rowCount() == 0) return;
    const LogPosition at = positionAt(event->position().toPoint());
    const bool beforeText = event->position().x() < textLeft() - 4;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_selection.extend(at);
    } else if (beforeText) {
        m_selection.begin({at.row, 0});
        m_selection.extend({at.row, static_cast<int>(shownText(at.row).size())});
    } else {
        m_selection.begin(at);
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_lines.rowCount() == 0) return;
    m_dragPoint = event->position().toPoint();
    const bool outside = m_dragPoint.y() < 0 || m_dragPoint.y() > viewport()->height();
    if (outside && !m_dragScroll.isActive()) m_dragScroll.start(40, this);
    if (!outside) m_dragScroll.stop();
    m_selection.extend(positionAt(m_dragPoint));
    viewport()->update();
}

void LogView::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragScroll.stop();
    if (event->button() != Qt::LeftButton) return;
    if (QApplication::clipboard()->supportsSelection() && hasSelection())
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
    Q_EMIT selectionChanged();
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_lines.rowCount() == 0) return;
    const LogPosition at = positionAt(event->position().toPoint());
    const QString text = shownText(at.row);
    const auto wordEnd = [&](int from, int step) {
        int column = from;
        while (column + std::min(step, 0) >= 0 && column + std::min(step, 0) < text.size() &&
               !text.at(column + std::min(step, 0)).isSpace())
            column += step;
        return column;
    };
    m_selection.begin({at.row, wordEnd(at.column, -1)});
    m_selection.extend({at.row, wordEnd(at.column, 1)});
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int beyond = m_dragPoint.y() < 0 ? m_dragPoint.y() : m_dragPoint.y() - viewport()->height();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond);
    m_selection.extend(positionAt(m_dragPoint));
    viewport()->update();
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Home) {
        verticalScrollBar()->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        setFollowing(true);
    } else if (event->key() == Qt::Key_Escape && hasSelection()) {
        m_selection.clear();
        viewport()->update();
        Q_EMIT selectionChanged();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool LogView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->y());
    if (help->x() < textLeft() && row >= 0 && row < m_lines.rowCount() && m_lines.row(row).time > 0) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_lines.row(row).time / 1'000'000);
        QToolTip::showText(help->globalPos(), QLocale().toString(time, QLocale::LongFormat), viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

} // namespace tropero

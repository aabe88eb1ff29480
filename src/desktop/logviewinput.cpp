// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and clipboard of the log view.
#include "desktop/logview.h"

#include "desktop/theme.h"
#include "models/logexport.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace tropero {

namespace {

constexpr int padding = 14;
constexpr qint64 mostCopied = 64 * 1024 * 1024;

} // namespace

QString LogView::wholeText(int row) const
{
    const LogRow line = m_lines.row(row);
    if (line.kind == LogRow::Kind::Mark) return LogExport::markLine(QString::fromUtf8(line.text), m_labels.value(line.number));
    const Text text = textOf(line);
    // Cut for painting, not for copying.
    if (!text.line.text.endsWith(QChar{0x2026}) || line.text.size() < text.line.text.size()) return text.line.text;
    AnsiStyle style = line.style;
    return parseAnsi(m_lines.wholeText(row, mostCopied), style).text;
}

QString LogView::selectedText() const
{
    if (m_selection.isEmpty()) return {};
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    QString result;
    for (int row = first.row; row <= std::min(last.row, m_rows - 1) && result.size() < mostCopied; ++row) {
        const QString text = wholeText(row);
        const bool isAll = row == last.row && last.column >= shownText(row).size();
        const qsizetype begin = row == first.row ? std::min<qsizetype>(first.column, text.size()) : 0;
        const qsizetype end = row == last.row && !isAll ? std::min<qsizetype>(last.column, text.size()) : text.size();
        if (row > first.row) result += u'\n';
        result += QStringView(text).sliced(begin, std::max<qsizetype>(end - begin, 0));
    }
    return result;
}

QByteArray LogView::selectedLines() const
{
    if (m_selection.isEmpty()) return {};
    QByteArray result;
    for (int row = m_selection.first().row; row <= std::min(m_selection.last().row, m_rows - 1); ++row) {
        if (result.size() > mostCopied) break;
        const bool isMark = m_lines.row(row).kind == LogRow::Kind::Mark;
        result += (isMark ? wholeText(row).toUtf8() : m_lines.wholeText(row, mostCopied)) + '\n';
    }
    return result;
}

std::optional<LogLink> LogView::linkAt(QPoint point) const
{
    const int row = rowAt(point.y());
    if (row < 0 || row >= m_rows || point.x() < textLeft()) return {};
    const LogRow line = m_lines.row(row);
    if (line.kind == LogRow::Kind::Mark) return {};
    const int left = columnLeft(line.isError);
    if (point.x() < left || point.x() > left + columnWidth() + padding) return {};
    const Text text = textOf(line);
    if (text.links.isEmpty()) return {};
    const int column = positionAt(point).column;
    for (const LogLink& link : text.links)
        if (column >= link.start && column < link.start + link.length) return link;
    return {};
}

void LogView::selectAll()
{
    const int rows = m_rows;
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
    if (event->button() != Qt::LeftButton || m_rows == 0) return;
    m_pressPoint = event->position().toPoint();
    const LogPosition at = positionAt(m_pressPoint);
    m_current = m_lines.idOf(at.row);
    m_anchor.reset();
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
    if (event->buttons() == Qt::NoButton) {
        const QPoint point = event->position().toPoint();
        viewport()->setCursor(linkAt(point) ? Qt::PointingHandCursor
                              : point.x() < textLeft() - 4 ? Qt::ArrowCursor
                                                           : Qt::IBeamCursor);
    }
    if (!event->buttons().testFlag(Qt::LeftButton) || m_rows == 0) return;
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
    const QPoint point = event->position().toPoint();
    if (!hasSelection() && (point - m_pressPoint).manhattanLength() < QApplication::startDragDistance()) {
        if (const auto link = linkAt(point)) Q_EMIT linkActivated(*link, m_lines.row(rowAt(point.y())).number);
    }
    if (QApplication::clipboard()->supportsSelection() && hasSelection())
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
    Q_EMIT selectionChanged();
}

void LogView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_rows == 0) return;
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
    scrollLines(beyond < 0 ? std::min(beyond / m_rowHeight, -1) : std::max(beyond / m_rowHeight, 1));
    m_selection.extend(positionAt(m_dragPoint));
    viewport()->update();
}

bool LogView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowAt(help->y());
    if (help->x() < textLeft() && row >= 0 && row < m_rows && m_lines.row(row).time > 0) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_lines.row(row).time / 1'000'000);
        QToolTip::showText(help->globalPos(), QLocale().toString(time, QLocale::LongFormat), viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

} // namespace tropero

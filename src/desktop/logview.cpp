// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logview.h"

#include "desktop/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 14;
constexpr int mostSteps = 12;

} // namespace

LogView::LogView(LogLines& lines, Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_lines(lines), m_theme(theme), m_jump(new QPushButton(viewport())),
      m_header(new QFrame(this)), m_outTitle(new QLabel(u"stdout"_s, m_header)), m_errorTitle(new QLabel(u"stderr"_s, m_header))
{
    setObjectName(u"logView"_s);
    setAccessibleName(tr("Log"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    m_jump->setObjectName(u"newLines"_s);
    m_jump->setCursor(Qt::PointingHandCursor);
    m_jump->setFocusPolicy(Qt::NoFocus);
    m_jump->hide();
    m_header->setObjectName(u"logStreams"_s);
    m_header->hide();
    for (QLabel* title : {m_outTitle, m_errorTitle})
        title->setObjectName(u"dim"_s);
    connect(m_jump, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(&lines, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { rowsInserted(first, last); });
    connect(&lines, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { rowsRemoved(first, last); });
    connect(&lines, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const int top = verticalScrollBar()->value();
        m_kept = m_following ? std::nullopt : m_lines.idOf(std::min(top, m_lines.rowCount() - 1));
    });
    connect(&lines, &QAbstractItemModel::modelReset, this, &LogView::resetRows);
    connect(&lines, &QAbstractItemModel::dataChanged, this, [this] { viewport()->update(); });
    connect(&lines, &LogLines::hitsChanged, this, [this] { viewport()->update(); });
    connect(&theme, &Theme::changed, this, &LogView::applyTheme);
    applyTheme();
}

LogView::~LogView() = default;

void LogView::applyTheme()
{
    QFont wanted = m_theme.logFont();
    if (wanted.pointSizeF() > 0)
        wanted.setPointSizeF(std::max(5.0, wanted.pointSizeF() + m_options.fontSteps));
    else
        wanted.setPixelSize(std::max(6, wanted.pixelSize() + m_options.fontSteps));
    setFont(wanted);
    const QFontMetricsF metrics(font());
    const QFontMetricsF usual(m_theme.logFont());
    m_rowHeight = std::max(static_cast<int>(std::lround(m_theme.scaled(21) * metrics.height() / usual.height())),
                           static_cast<int>(std::ceil(metrics.height())));
    m_timeWidth = static_cast<int>(std::ceil(metrics.horizontalAdvance(u"00:00:00.000"_s)));
    m_widest = 0;
    setLabels(m_labels);
    updateRange();
    if (m_following) scrollToEnd();
}

void LogView::setLabels(const QHash<int, QString>& labels)
{
    m_labels = labels;
    m_labelWidth = 0;
    for (const QString& label : labels)
        m_labelWidth = std::max(m_labelWidth,
                                static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(label))));
    m_labelWidth = std::min(m_labelWidth, m_theme.scaled(180));
    if (m_options.sideBySide) placeHeader();
    viewport()->update();
}

void LogView::setLabelColors(const QHash<int, int>& colors)
{
    m_labelColors = colors;
    viewport()->update();
}

void LogView::setHighlights(const QList<LogHighlight>& rules)
{
    m_rules.setRules(rules);
    viewport()->update();
}

void LogView::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    viewport()->update();
}

void LogView::setOptions(const Options& options)
{
    if (m_options == options) return;
    m_options = options;
    m_options.fontSteps = std::clamp(options.fontSteps, -mostSteps / 3, mostSteps);
    m_topLine = 0;
    placeHeader();
    applyTheme();
    viewport()->update();
    Q_EMIT optionsChanged();
}

void LogView::setFontSteps(int steps)
{
    Options changed = m_options;
    changed.fontSteps = steps;
    setOptions(changed);
}

void LogView::setFollowing(bool following)
{
    if (following) {
        m_newLines = 0;
        m_jump->hide();
        scrollToEnd();
    }
    if (m_following == following) return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void LogView::rowsInserted(int first, int last)
{
    const int count = last - first + 1;
    const int top = verticalScrollBar()->value();
    const bool isBehind = first >= m_rows;
    m_rows = m_lines.rowCount();
    m_selection.rowsInserted(first, count);
    updateRange();
    if (m_following) {
        scrollToEnd();
    } else {
        if (isBehind) {
            m_newLines += count;
            placeButton();
        }
        if (first < top || (first == top && !isBehind && count < m_rows)) {
            const QScopedValueRollback guard(m_adjusting, true);
            verticalScrollBar()->setValue(top + count);
        }
    }
    viewport()->update();
}

void LogView::rowsRemoved(int first, int last)
{
    const int count = last - first + 1;
    const int top = verticalScrollBar()->value();
    m_rows = m_lines.rowCount();
    m_selection.rowsRemoved(first, count);
    updateRange();
    if (!m_following && first <= top) {
        const QScopedValueRollback guard(m_adjusting, true);
        verticalScrollBar()->setValue(std::max(top - count, 0));
    }
    viewport()->update();
}

void LogView::resetRows()
{
    m_rows = m_lines.rowCount();
    m_selection.clear();
    m_widest = 0;
    m_newLines = 0;
    m_topLine = 0;
    m_jump->hide();
    updateRange();
    if (m_following) {
        scrollToEnd();
    } else if (m_kept) {
        const QScopedValueRollback guard(m_adjusting, true);
        verticalScrollBar()->setValue(m_lines.rowOf(*m_kept));
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

void LogView::updateRange()
{
    const QScopedValueRollback guard(m_adjusting, true);
    const int room = std::max((viewport()->height() - padding) / m_rowHeight, 1);
    int end = std::max(m_rows - room, 0);
    m_endLine = 0;
    if (m_options.wrap) {
        // From the last row up until the view is full.
        int lines = 0;
        for (end = m_rows; end > 0 && lines < room;)
            lines += linesOf(--end);
        m_endLine = std::max(lines - room, 0);
    }
    verticalScrollBar()->setRange(0, end);
    verticalScrollBar()->setPageStep(std::max(room - 1, 1));
    verticalScrollBar()->setSingleStep(1);
    horizontalScrollBar()->setRange(0, m_options.wrap ? 0 : std::max(m_widest - columnWidth(), 0));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_theme.scaled(24));
}

void LogView::scrollToEnd()
{
    const QScopedValueRollback guard(m_adjusting, true);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_topLine = m_endLine;
    viewport()->update();
}

/// By lines as they are seen: a wrapped row has several.
void LogView::scrollLines(int lines)
{
    const int last = verticalScrollBar()->maximum();
    int row = verticalScrollBar()->value();
    int line = m_topLine;
    for (; lines > 0 && (row < last || (row == last && line < m_endLine)); --lines) {
        if (++line < linesOf(row)) continue;
        ++row;
        line = 0;
    }
    for (; lines < 0 && (row > 0 || line > 0); ++lines) {
        if (--line >= 0) continue;
        line = linesOf(--row) - 1;
    }
    {
        const QScopedValueRollback guard(m_adjusting, true);
        verticalScrollBar()->setValue(row);
        m_topLine = line;
    }
    viewport()->update();
    setFollowing(row >= last && line >= m_endLine);
}

void LogView::placeButton()
{
    m_jump->setText(tr("%n new line(s)", nullptr, m_newLines));
    m_jump->adjustSize();
    m_jump->move((viewport()->width() - m_jump->width()) / 2, viewport()->height() - m_jump->height() - padding);
    m_jump->show();
}

int LogView::currentRow() const
{
    return m_current && m_rows > 0 ? std::min(m_lines.rowOf(*m_current), m_rows - 1) : verticalScrollBar()->value();
}

void LogView::showRow(int row)
{
    if (row < 0 || row >= m_rows) return;
    m_current = m_lines.idOf(row);
    setFollowing(false);
    const int room = std::max((viewport()->height() - padding) / m_rowHeight, 1);
    const int top = verticalScrollBar()->value();
    const QList<Shown> seen = shownRows();
    const bool isSeen = !seen.isEmpty() && row >= top && m_topLine == 0 && row < seen.last().row;
    if (!isSeen) {
        const QScopedValueRollback guard(m_adjusting, true);
        m_topLine = 0;
        verticalScrollBar()->setValue(std::max(row - room / 3, 0));
    }
    viewport()->update();
}

void LogView::toggleBookmark(int row)
{
    const auto id = m_lines.idOf(row);
    if (!id) return;
    if (!m_bookmarks.remove(*id)) m_bookmarks.insert(*id);
    viewport()->update();
}

bool LogView::isBookmarked(int row) const
{
    const auto id = m_lines.idOf(row);
    return id && m_bookmarks.contains(*id);
}

void LogView::goToBookmark(bool next)
{
    QList<int> rows;
    for (const qint64 id : std::as_const(m_bookmarks)) {
        const int row = m_lines.rowOf(id);
        if (m_lines.idOf(row) == id) rows.append(row);
    }
    if (rows.isEmpty()) return;
    std::ranges::sort(rows);
    const int now = currentRow();
    const auto after = std::ranges::upper_bound(rows, now);
    const auto at = std::ranges::lower_bound(rows, now);
    if (next)
        showRow(after == rows.end() ? rows.first() : *after);
    else
        showRow(at == rows.begin() ? rows.last() : *(at - 1));
}

void LogView::clearBookmarks()
{
    m_bookmarks.clear();
    m_current.reset();
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeHeader();
    updateRange();
    if (m_following) scrollToEnd();
    if (m_newLines > 0) placeButton();
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_adjusting) return;
    const bool isEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    m_topLine = isEnd ? m_endLine : 0;
    setFollowing(isEnd);
}

void LogView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->angleDelta().y() != 0) setFontSteps(m_options.fontSteps + (event->angleDelta().y() > 0 ? 1 : -1));
        event->accept();
        return;
    }
    if (std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y())) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // Three rows for a step of the wheel, fewer for what a touch pad sends.
    m_wheelRest += event->angleDelta().y() * 3;
    scrollLines(-(m_wheelRest / 120));
    m_wheelRest %= 120;
    event->accept();
}

void LogView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    setAccessibleName(tr("Log"));
    if (m_newLines > 0) placeButton();
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/logview.h"

#include "desktop/ansipalette.h"
#include "desktop/theme.h"
#include "models/formats.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <QToolTip>

#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 14;
constexpr int gap = 14;
constexpr qsizetype longestShown =
    4000; ///< characters of one line that are laid out; copying takes the whole line

QDateTime captureTime(const LogRow& row)
{
    return QDateTime::fromMSecsSinceEpoch(row.time / 1'000'000);
}

} // namespace

LogView::LogView(LogLines& lines, Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_lines(lines), m_theme(theme), m_jump(new QPushButton(viewport()))
{
    setObjectName(u"logView"_s);
    setAccessibleName(tr("Log"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_jump->setObjectName(u"newLines"_s);
    m_jump->setCursor(Qt::PointingHandCursor);
    m_jump->setFocusPolicy(Qt::NoFocus);
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(&lines, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { rowsInserted(first, last); });
    connect(&lines, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { rowsRemoved(first, last); });
    connect(&lines, &QAbstractItemModel::dataChanged, this, [this] { viewport()->update(); });
    connect(&theme, &Theme::changed, this, &LogView::applyTheme);
    applyTheme();
}

LogView::~LogView() = default;

void LogView::applyTheme()
{
    setFont(m_theme.logFont());
    const QFontMetricsF metrics(font());
    m_rowHeight = std::max(m_theme.scaled(21), static_cast<int>(std::ceil(metrics.height())));
    m_timeWidth = static_cast<int>(std::ceil(metrics.horizontalAdvance(u"00:00:00.000"_s)));
    setLabels(m_labels);
    updateRange();
}

void LogView::setLabels(const QHash<int, QString>& labels)
{
    m_labels = labels;
    m_labelWidth = 0;
    for (const QString& label : labels)
        m_labelWidth = std::max(m_labelWidth,
                                static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(label))));
    m_labelWidth = std::min(m_labelWidth, m_theme.scaled(180));
    viewport()->update();
}

void LogView::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    viewport()->update();
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
    m_selection.rowsInserted(first, count);
    updateRange();
    if (m_following) {
        scrollToEnd();
    } else {
        m_newLines += count;
        placeButton();
        if (first < rowAt(0)) {
            const QScopedValueRollback guard(m_adjusting, true);
            verticalScrollBar()->setValue(top + count * m_rowHeight);
        }
    }
    viewport()->update();
}

void LogView::rowsRemoved(int first, int last)
{
    const int count = last - first + 1;
    const int top = verticalScrollBar()->value();
    m_selection.rowsRemoved(first, count);
    if (m_lines.rowCount() == 0) {
        m_selection.clear();
        m_widest = 0;
        m_newLines = 0;
        m_jump->hide();
    }
    updateRange();
    if (!m_following && first <= top / m_rowHeight) {
        const QScopedValueRollback guard(m_adjusting, true);
        verticalScrollBar()->setValue(std::max(top - count * m_rowHeight, 0));
    }
    viewport()->update();
}

void LogView::updateRange()
{
    const QScopedValueRollback guard(m_adjusting, true);
    const int height = m_lines.rowCount() * m_rowHeight + padding;
    verticalScrollBar()->setRange(0, std::max(height - viewport()->height(), 0));
    verticalScrollBar()->setPageStep(std::max(viewport()->height() - m_rowHeight, 1));
    verticalScrollBar()->setSingleStep(m_rowHeight * 3);
    horizontalScrollBar()->setRange(0, std::max(textLeft() + m_widest + padding - viewport()->width(), 0));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_rowHeight);
}

void LogView::scrollToEnd()
{
    const QScopedValueRollback guard(m_adjusting, true);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::placeButton()
{
    m_jump->setText(u"\u2193  "_s + tr("%n new line(s)", nullptr, m_newLines));
    m_jump->adjustSize();
    m_jump->move((viewport()->width() - m_jump->width()) / 2,
                 viewport()->height() - m_jump->height() - m_theme.scaled(12));
    m_jump->setVisible(m_newLines > 0);
}

int LogView::textLeft() const
{
    return padding + m_timeWidth + gap + (m_labelWidth > 0 ? m_labelWidth + gap : 0);
}

int LogView::rowAt(int y) const
{
    return (y + verticalScrollBar()->value() - padding / 2) / m_rowHeight;
}

QString LogView::shownText(int row) const
{
    return m_lines.index(row).data().toString();
}

LogPosition LogView::positionAt(QPoint point) const
{
    const int rows = m_lines.rowCount();
    const int row = rowAt(point.y());
    if (rows == 0 || row < 0) return {};
    if (row >= rows) return {rows - 1, static_cast<int>(shownText(rows - 1).size())};
    const int x = point.x() + horizontalScrollBar()->value() - textLeft();
    if (m_lines.row(row).kind == LogRow::Kind::Mark)
        return {row, x < viewport()->width() / 2 ? 0 : static_cast<int>(shownText(row).size())};
    QTextLayout layout;
    layOut(layout, row, m_theme.tokens().log);
    return {row, layout.lineAt(0).xToCursor(x)};
}

void LogView::layOut(QTextLayout& layout, int row, const QColor& background) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const LogRow& line = m_lines.row(row);
    AnsiStyle style = line.style;
    // A terminal column is at most four bytes here; what lies beyond the cut is not decoded at all.
    const QByteArrayView bytes = line.text;
    AnsiLine parsed = parseAnsi(bytes.first(std::min<qsizetype>(bytes.size(), longestShown * 8)), style);
    if (parsed.text.size() > longestShown || bytes.size() > longestShown * 8) {
        parsed.text.truncate(longestShown);
        parsed.text += u" \u2026 "_s + memoryText(bytes.size());
    }
    QList<QTextLayout::FormatRange> formats;
    for (const AnsiSpan& span : parsed.spans) {
        if (span.start >= longestShown) break;
        QTextCharFormat format;
        const QColor under = ansiBackground(span.style.background, tokens);
        QColor text = ansiForeground(span.style.foreground, tokens, under.isValid() ? under : background);
        if (span.style.dim)
            text = readableColor(tokens.dim, under.isValid() ? under : background, tokens.text);
        if (span.style.inverse) {
            format.setBackground(text);
            text = readableColor(under.isValid() ? under : background, text, tokens.text);
        } else if (under.isValid()) {
            format.setBackground(under);
        }
        format.setForeground(span.style.hidden ? background : text);
        if (span.style.bold) format.setFontWeight(QFont::Bold);
        format.setFontItalic(span.style.italic);
        format.setFontUnderline(span.style.underline);
        format.setFontStrikeOut(span.style.strike);
        formats.append({static_cast<int>(span.start), static_cast<int>(span.length), format});
    }
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(QFontMetricsF(font()).horizontalAdvance(u' ') * 8);
    layout.setTextOption(option);
    layout.setFont(font());
    layout.setText(parsed.text);
    layout.setFormats(formats);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    layout.createLine().setLineWidth(1e7);
    layout.endLayout();
}

void LogView::paintMark(QPainter& painter, const LogRow& mark, const QRect& area) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QColor tone = mark.tone == LogRow::Tone::Bad       ? tokens.bad
                        : mark.tone == LogRow::Tone::Warning ? tokens.warn
                                                             : tokens.dim;
    const QColor background = tokens.tinted(tone, tokens.log);
    painter.fillRect(area.adjusted(0, 1, 0, -1), background);
    painter.setPen(tokens.dim);
    painter.drawText(area.adjusted(padding, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     captureTime(mark).toString(u"HH:mm:ss.zzz"_s));
    painter.setPen(readableColor(tone, background, tokens.text));
    painter.save();
    painter.setFont(m_theme.smallFont());
    QString text = QString::fromUtf8(mark.text);
    if (const auto label = m_labels.constFind(mark.number); label != m_labels.cend())
        text.prepend(*label + u" "_s);
    const QRect room = area.adjusted(padding + m_timeWidth + gap, 0, -padding, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignHCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    painter.restore();
}

void LogView::paintRow(QPainter& painter, int row, const QRect& area)
{
    const ThemeTokens& tokens = m_theme.tokens();
    const LogRow& line = m_lines.row(row);
    if (line.kind == LogRow::Kind::Mark) {
        paintMark(painter, line, area);
        return;
    }
    QColor background = tokens.log;
    if (line.isError) {
        background = tokens.tinted(tokens.bad, tokens.log);
        background =
            QColor((background.red() + tokens.log.red()) / 2, (background.green() + tokens.log.green()) / 2,
                   (background.blue() + tokens.log.blue()) / 2);
        painter.fillRect(area, background);
    }
    const int left = textLeft();
    QTextLayout layout;
    layOut(layout, row, background);
    m_widest = std::max(m_widest, static_cast<int>(std::ceil(layout.lineAt(0).naturalTextWidth())));
    QList<QTextLayout::FormatRange> selected;
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    if (!m_selection.isEmpty() && row >= first.row && row <= last.row) {
        const int begin = row == first.row ? first.column : 0;
        const int end = row == last.row ? last.column : static_cast<int>(layout.text().size());
        QTextCharFormat format;
        format.setBackground(tokens.primary);
        format.setForeground(tokens.onPrimary);
        if (layout.text().isEmpty())
            painter.fillRect(left - horizontalScrollBar()->value(), area.top(), m_theme.scaled(6),
                             area.height(), tokens.primary);
        selected.append({begin, std::max(end - begin, 0), format});
    }
    painter.save();
    painter.setClipRect(area.adjusted(left - gap / 2, 0, 0, 0));
    painter.setPen(tokens.text);
    const double top = area.top() + std::floor((m_rowHeight - layout.lineAt(0).height()) / 2);
    layout.draw(&painter, QPointF(left - horizontalScrollBar()->value(), top), selected);
    painter.restore();

    if (line.isError) painter.fillRect(area.left(), area.top(), m_theme.scaled(3), area.height(), tokens.bad);
    painter.setPen(tokens.dim);
    const double baseline = top + layout.lineAt(0).ascent();
    if (line.time > 0)
        painter.drawText(QPointF(padding, baseline), captureTime(line).toString(u"HH:mm:ss.zzz"_s));
    if (const auto label = m_labels.constFind(line.number); label != m_labels.cend()) {
        painter.setPen(tokens.memory);
        const QString shown = painter.fontMetrics().elidedText(*label, Qt::ElideRight, m_labelWidth);
        painter.drawText(QPointF(padding + m_timeWidth + gap, baseline), shown);
    }
}

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().log);
    const int rows = m_lines.rowCount();
    if (rows == 0) {
        painter.setFont(m_theme.smallFont());
        painter.setPen(m_theme.tokens().dim);
        painter.drawText(viewport()->rect().adjusted(padding, 0, -padding, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
        return;
    }
    painter.setFont(font());
    const int widestBefore = m_widest;
    const int first = std::clamp(rowAt(event->rect().top()), 0, rows - 1);
    const int last = std::clamp(rowAt(event->rect().bottom()), 0, rows - 1);
    for (int row = first; row <= last; ++row) {
        const int top = padding / 2 + row * m_rowHeight - verticalScrollBar()->value();
        paintRow(painter, row, {0, top, viewport()->width(), m_rowHeight});
    }
    if (m_widest != widestBefore)
        QMetaObject::invokeMethod(this, &LogView::updateRange, Qt::QueuedConnection);
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateRange();
    if (m_following) scrollToEnd();
    if (m_newLines > 0) placeButton();
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_adjusting) return;
    setFollowing(verticalScrollBar()->value() >= verticalScrollBar()->maximum());
}

void LogView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("Log"));
}

} // namespace tropero

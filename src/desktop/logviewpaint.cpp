// SPDX-License-Identifier: GPL-3.0-or-later
// What the log view draws.
#include "desktop/logview.h"

#include "desktop/ansipalette.h"
#include "desktop/chartcolors.h"
#include "desktop/highlightcolors.h"
#include "desktop/theme.h"
#include "models/loglevel.h"

#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 14;
constexpr int gap = 14;
constexpr qsizetype longestShown = 4000; ///< characters of one line that are laid out; copying takes the whole line
constexpr qsizetype longestLinked = 1000; ///< characters in which links are looked for

QString captureTime(const LogRow& row)
{
    return QDateTime::fromMSecsSinceEpoch(row.time / 1'000'000).toString(u"HH:mm:ss.zzz"_s);
}

QColor mixed(const QColor& one, const QColor& other)
{
    return {(one.red() + other.red()) / 2, (one.green() + other.green()) / 2, (one.blue() + other.blue()) / 2};
}

} // namespace

LogView::Text LogView::textOf(const LogRow& line) const
{
    Text text;
    if (line.isGone) {
        text.line.text = tr("(removed)");
        return text;
    }
    std::optional<AnsiLine> folded;
    if (m_options.foldJson && line.text.startsWith('{')) folded = foldedJson(line.text);
    AnsiStyle style = line.style;
    text.line = folded ? *folded : parseAnsi(QByteArrayView(line.text).first(std::min<qsizetype>(line.text.size(), 4 * longestShown)), style);
    if (text.line.text.size() > longestShown) {
        text.line.text.truncate(longestShown);
        text.line.text.append(QChar{0x2026});
    }
    text.links = findLogLinks(text.line.text.left(longestLinked));
    if (!m_options.fileLinks) text.links.removeIf([](const LogLink& link) { return link.isFile(); });
    return text;
}

QString LogView::shownText(int row) const
{
    const LogRow line = m_lines.row(row);
    return line.kind == LogRow::Kind::Mark ? QString::fromUtf8(line.text) : textOf(line).line.text;
}

void LogView::layOut(QTextLayout& layout, const Text& text, const QColor& background) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    QList<QTextLayout::FormatRange> formats;
    for (const AnsiSpan& span : text.line.spans) {
        if (span.start >= text.line.text.size()) break;
        QTextCharFormat format;
        QColor behind = ansiBackground(span.style.background, tokens);
        QColor front = ansiForeground(span.style.foreground, tokens, behind.isValid() ? behind : background);
        if (span.style.inverse) {
            behind = front;
            front = readableColor(background, behind, tokens.text);
        }
        if (span.style.dim) front = readableColor(tokens.dim, behind.isValid() ? behind : background, tokens.text);
        if (span.style.hidden) front = behind.isValid() ? behind : background;
        format.setForeground(front);
        if (behind.isValid()) format.setBackground(behind);
        if (span.style.bold) format.setFontWeight(QFont::Bold);
        format.setFontItalic(span.style.italic);
        format.setFontUnderline(span.style.underline);
        format.setFontStrikeOut(span.style.strike);
        formats.append({static_cast<int>(span.start), static_cast<int>(span.length), format});
    }
    for (const LogLink& link : text.links) {
        QTextCharFormat format;
        format.setForeground(readableColor(tokens.info, background, tokens.text));
        format.setFontUnderline(true);
        formats.append({static_cast<int>(link.start), static_cast<int>(link.length), format});
    }
    QTextOption option;
    option.setWrapMode(m_options.wrap ? QTextOption::WrapAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(QFontMetricsF(font()).horizontalAdvance(u' ') * 8);
    layout.setTextOption(option);
    layout.setFont(font());
    layout.setText(text.line.text);
    layout.setFormats(formats);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    const double width = m_options.wrap ? columnWidth() : 1e7;
    for (int index = 0;; ++index) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, index * m_rowHeight));
    }
    layout.endLayout();
}

QList<QTextLayout::FormatRange> LogView::highlights(const QString& text) const
{
    QList<QTextLayout::FormatRange> list;
    if (m_lines.query().text.isEmpty()) return list;
    const QByteArray bytes = text.toUtf8();
    const ThemeTokens& tokens = m_theme.tokens();
    QTextCharFormat format;
    const QColor behind = mixed(tokens.warn, tokens.log);
    format.setBackground(behind);
    format.setForeground(readableColor(tokens.text, behind, tokens.text));
    for (const LogMatcher::Range& range : m_lines.matchesIn(bytes)) {
        const auto column = [&](qsizetype at) { return QString::fromUtf8(bytes.constData(), at).size(); };
        const qsizetype begin = column(range.begin);
        list.append({static_cast<int>(begin), static_cast<int>(column(range.begin + range.length) - begin), format});
    }
    return list;
}

QList<QTextLayout::FormatRange> LogView::ruleFormats(const LogHighlights::Found& found) const
{
    QList<QTextLayout::FormatRange> list;
    const ThemeTokens& tokens = m_theme.tokens();
    for (const LogHighlights::Range& range : found.ranges) {
        const QColor behind = highlightColor(tokens, range.color);
        QTextCharFormat format;
        format.setBackground(behind);
        format.setForeground(readableColor(tokens.text, behind, tokens.text));
        list.append({static_cast<int>(range.begin), static_cast<int>(range.length), format});
    }
    return list;
}

QList<QTextLayout::FormatRange> LogView::selectedPart(int row, qsizetype length) const
{
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    if (m_selection.isEmpty() || row < first.row || row > last.row) return {};
    const int begin = row == first.row ? first.column : 0;
    const int end = row == last.row ? last.column : static_cast<int>(length);
    QTextCharFormat format;
    format.setBackground(m_theme.tokens().primary);
    format.setForeground(m_theme.tokens().onPrimary);
    return {{begin, std::max(end - begin, 0), format}};
}

void LogView::paintMark(QPainter& painter, const LogRow& mark, const QRect& area) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QColor tone = mark.tone == LogRow::Tone::Bad       ? tokens.bad
                        : mark.tone == LogRow::Tone::Warning ? tokens.warn
                                                             : tokens.dim;
    const QColor background = tokens.tinted(tone, tokens.log);
    painter.fillRect(area.adjusted(0, 1, 0, -1), background);
    painter.setPen(readableColor(tokens.dim, background, tokens.text));
    if (m_options.showTime)
        painter.drawText(area.adjusted(padding, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, captureTime(mark));
    painter.setPen(readableColor(tone, background, tokens.text));
    painter.save();
    painter.setFont(m_theme.smallFont());
    QString text = QString::fromUtf8(mark.text);
    if (const auto label = m_labels.constFind(mark.number); label != m_labels.cend())
        text.prepend(*label + u" "_s);
    const QRect room = area.adjusted(padding + (m_options.showTime ? m_timeWidth + gap : 0), 0, -padding, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignHCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    painter.restore();
}

void LogView::paintRow(QPainter& painter, const Shown& shown)
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QRect area(0, shown.top, viewport()->width(), shown.lines * m_rowHeight);
    const LogRow line = m_lines.row(shown.row);
    if (line.kind == LogRow::Kind::Mark) {
        paintMark(painter, line, area);
        return;
    }
    QColor background = tokens.log;
    const auto id = m_lines.idOf(shown.row);
    const Text text = textOf(line);
    const LogHighlights::Found found = m_rules.find(text.line.text);
    if (m_current && id == m_current)
        background = tokens.selection;
    else if (found.line)
        background = highlightColor(tokens, *found.line);
    else if (line.isError && !m_options.sideBySide)
        background = mixed(tokens.tinted(tokens.bad, tokens.log), tokens.log);
    if (background != tokens.log) painter.fillRect(area, background);
    const int left = columnLeft(line.isError);
    QTextLayout layout;
    layOut(layout, text, background);
    for (int i = 0; i < layout.lineCount(); ++i)
        m_widest = std::max(m_widest, static_cast<int>(std::ceil(layout.lineAt(i).naturalTextWidth())));
    const QList<QTextLayout::FormatRange> selected = selectedPart(shown.row, layout.text().size());
    if (!selected.isEmpty() && layout.text().isEmpty())
        painter.fillRect(left - horizontalScrollBar()->value(), area.top(), m_theme.scaled(6), area.height(),
                         tokens.primary);
    const double height = layout.lineCount() > 0 ? layout.lineAt(0).height() : m_rowHeight;
    const double ascent = layout.lineCount() > 0 ? layout.lineAt(0).ascent() : QFontMetricsF(font()).ascent();
    const double top = area.top() + std::floor((m_rowHeight - height) / 2);
    painter.save();
    painter.setClipRect(QRect(left - gap / 2, area.top(), columnWidth() + gap, area.height()));
    painter.setPen(readableColor(line.isGone ? tokens.dim : tokens.text, background, tokens.text));
    layout.draw(&painter, QPointF(left - horizontalScrollBar()->value(), top), ruleFormats(found) + highlights(layout.text()) + selected);
    painter.restore();

    if (line.isError && !m_options.sideBySide) painter.fillRect(area.left(), area.top(), m_theme.scaled(3), area.height(), tokens.bad);
    if (id && m_bookmarks.contains(*id)) {
        const int size = m_theme.scaled(6);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.primary);
        painter.drawEllipse(QRectF(m_theme.scaled(5), area.top() + (m_rowHeight - size) / 2.0, size, size));
        painter.restore();
    }
    painter.setPen(readableColor(tokens.dim, background, tokens.text));
    const double baseline = top + ascent;
    if (m_options.showTime && line.time > 0) painter.drawText(QPointF(padding, baseline), captureTime(line));
    if (const auto label = m_labels.constFind(line.number); label != m_labels.cend()) {
        painter.setPen(readableColor(curveColor(tokens, m_labelColors.value(line.number)), background, tokens.text));
        const QString name = painter.fontMetrics().elidedText(*label, Qt::ElideRight, m_labelWidth);
        painter.drawText(QPointF(textLeft() - gap - m_labelWidth, baseline), name);
    }
}

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.tokens().log);
    if (m_rows == 0) {
        painter.setFont(m_theme.smallFont());
        painter.setPen(m_theme.tokens().dim);
        painter.drawText(viewport()->rect().adjusted(padding, 0, -padding, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_placeholder);
        return;
    }
    painter.setFont(font());
    const int widestBefore = m_widest;
    for (const Shown& shown : shownRows())
        if (shown.top <= event->rect().bottom() && shown.top + shown.lines * m_rowHeight >= event->rect().top())
            paintRow(painter, shown);
    if (m_options.sideBySide) {
        painter.setPen(m_theme.tokens().line);
        const int middle = columnLeft(true) - gap;
        painter.drawLine(middle, 0, middle, viewport()->height());
    }
    if (m_widest != widestBefore && !m_options.wrap)
        QMetaObject::invokeMethod(this, &LogView::updateRange, Qt::QueuedConnection);
}

} // namespace tropero

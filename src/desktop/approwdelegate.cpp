// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/approwdelegate.h"

#include "desktop/ansipalette.h"
#include "desktop/sparkline.h"
#include "desktop/stateglyph.h"
#include "desktop/theme.h"
#include "models/appcolumns.h"
#include "models/apptreemodel.h"
#include "models/metricshistory.h"

#include <QPainter>

namespace tropero {

namespace {

constexpr int manyRestarts = 10;    ///< from here on the figure is worth a look
constexpr int curveWidth = 78;      ///< of a minute
constexpr int leastCurveWidth = 24; ///< with less it says nothing
constexpr float leastCpuRange = 10; ///< percent

InstanceState stateOf(const QModelIndex& index)
{
    return static_cast<InstanceState>(index.data(StateRole).toInt());
}

bool isNamespace(const QModelIndex& index)
{
    return index.data(KindRole).toInt() == static_cast<int>(AppRow::Kind::Namespace);
}

bool needsAttention(InstanceState state)
{
    return state == InstanceState::Errored || state == InstanceState::WaitingRestart;
}

} // namespace

AppRowDelegate::AppRowDelegate(Theme& theme, const MetricsHistory& history, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_history(history)
{
    connect(&theme, &Theme::changed, this, [this] {
        m_readable.clear();
        adopt(m_font);
    });
    adopt(QFont());
}

void AppRowDelegate::adopt(const QFont& font) const
{
    m_font = font;
    m_figures = Theme::tabular(font);
    m_small = m_theme.smallFont();
    const QFontMetrics metrics(m_figures);
    m_figureRoom = metrics.horizontalAdvance(QString(8, u'0'));
    m_widest = std::max(metrics.horizontalAdvance(u'%'), metrics.horizontalAdvance(u'M'));
}

QColor AppRowDelegate::readable(const QColor& tone, const QColor& behind) const
{
    QColor& found = m_readable[{tone.rgb(), behind.rgb()}];
    if (!found.isValid()) found = readableColor(tone, behind, m_theme.tokens().text);
    return found;
}

QSize AppRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {40, std::max(m_theme.scaled(29), option.fontMetrics.height() + 8)};
}

QColor AppRowDelegate::background(const QStyleOptionViewItem& option) const
{
    return option.backgroundBrush.style() == Qt::NoBrush ? m_theme.tokens().window
                                                         : option.backgroundBrush.color();
}

void AppRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const bool group = isNamespace(index);
    if (option.font != m_font) adopt(option.font);
    painter->save();
    painter->setFont(option.font);
    switch (index.column()) {
    case NameColumn:
        group ? paintNamespace(*painter, option, index) : paintName(*painter, option, index);
        break;
    case StateColumn:
        paintState(*painter, option, index);
        break;
    case PortsColumn:
        paintPorts(*painter, option, index);
        break;
    case CpuColumn:
    case MemoryColumn:
        paintCurve(*painter, option, index);
        paintText(*painter, option, index);
        break;
    default:
        paintText(*painter, option, index);
    }
    painter->restore();
}

void AppRowDelegate::paintNamespace(QPainter& painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(m_live ? tokens.text : tokens.dim);
    QRect text = option.rect.adjusted(m_theme.scaled(4), 0, -m_theme.scaled(8), 0);
    const QString name =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width());
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, name);
    text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(name) + m_theme.scaled(9));
    const int glyph = m_theme.scaled(10);
    const InstanceState state = stateOf(index);
    // What is wrong can be seen of a closed namespace, too.
    if (needsAttention(state) && text.width() > 2 * glyph) {
        paintStateGlyph(painter, QRectF(text.left(), text.center().y() + 1 - glyph / 2.0, glyph, glyph),
                        state, m_live ? stateColor(state, tokens) : tokens.dim);
        text.setLeft(text.left() + glyph + m_theme.scaled(8));
    }
    if (text.width() < m_theme.scaled(24)) return;
    painter.setFont(Theme::tabular(m_small));
    painter.setPen(readable(tokens.dim, background(option)));
    painter.drawText(
        text, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(index.data(DetailRole).toString(), Qt::ElideRight, text.width()));
}

int AppRowDelegate::curveRoom() const
{
    return m_theme.scaled(curveWidth + 8);
}

void AppRowDelegate::paintCurve(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const bool cpu = index.column() == CpuColumn;
    // As wide in every row, whatever the figure beside it.
    const int left = option.rect.left() + m_theme.scaled(8);
    const int right = option.rect.right() - m_theme.scaled(8) - m_figureRoom;
    const int width = std::min(m_theme.scaled(curveWidth), right - left);
    if (width < m_theme.scaled(leastCurveWidth)) return;
    const int height = m_theme.scaled(18);
    const QRectF room(left, option.rect.center().y() + 1 - height / 2, width, height);
    const MetricsHistory::Samples samples =
        m_history.samples(cpu ? MetricsHistory::Metric::Cpu : MetricsHistory::Metric::Memory,
                          index.data(NumbersRole).value<QList<int>>());
    const QColor tone = !m_live ? tokens.dim : cpu ? tokens.cpu : tokens.memory;
    paintSparkline(painter, room, samples, cpu ? rangeFromZero(samples, leastCpuRange) : rangeAround(samples),
                   tone);
}

QList<AppRowDelegate::PortPiece> AppRowDelegate::portPieces(const QStyleOptionViewItem& option,
                                                            const QModelIndex& index) const
{
    const QFontMetrics metrics(m_figures);
    const QRect room = option.rect.adjusted(m_theme.scaled(8), 0, -m_theme.scaled(8), 0);
    const auto ports = index.data(PortsRole).value<QList<int>>();
    QList<PortPiece> pieces;
    int x = room.left();
    for (qsizetype i = 0; i < ports.size(); ++i) {
        const QString text = QString::number(ports.at(i));
        const QString rest = u'+' + QString::number(ports.size() - i);
        const int width = metrics.horizontalAdvance(text);
        const bool last = i + 1 == ports.size();
        const int after = last ? 0 : m_theme.scaled(8) + metrics.horizontalAdvance(rest);
        if (i > 0 && x + width + after > room.right() + 1) {
            pieces.append({QRect(x, room.top(), room.right() + 1 - x, room.height()), rest, std::nullopt});
            break;
        }
        pieces.append(
            {QRect(x, room.top(), std::min(width, room.right() + 1 - x), room.height()), text, ports.at(i)});
        x += width + m_theme.scaled(8);
    }
    return pieces;
}

std::optional<int> AppRowDelegate::portAt(const QStyleOptionViewItem& option, const QModelIndex& index,
                                          QPoint position) const
{
    for (const PortPiece& piece : portPieces(option, index)) {
        if (piece.port && piece.rect.contains(position)) return piece.port;
    }
    return std::nullopt;
}

void AppRowDelegate::paintPorts(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QColor link = readable(m_live ? tokens.info : tokens.dim, background(option));
    painter.setFont(m_figures);
    for (const PortPiece& piece : portPieces(option, index)) {
        painter.setPen(piece.port ? link : readable(tokens.dim, background(option)));
        QRect drawn;
        painter.drawText(piece.rect, Qt::AlignVCenter | Qt::AlignLeft, piece.text, &drawn);
        const int below = drawn.center().y() + painter.fontMetrics().ascent() / 2 + m_theme.scaled(3);
        if (piece.port) painter.fillRect(drawn.left(), below, drawn.width(), 1, link);
    }
}

void AppRowDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const int glyph = m_theme.scaled(10);
    const QRect room = option.rect.adjusted(m_theme.scaled(4), 0, -m_theme.scaled(8), 0);
    const InstanceState state = stateOf(index);
    paintStateGlyph(painter, QRectF(room.left(), room.center().y() + 1 - glyph / 2.0, glyph, glyph), state,
                    m_live ? stateColor(state, tokens) : tokens.dim);

    const bool instance = index.data(InstanceRole).toBool();
    QRect text = room.adjusted(glyph + m_theme.scaled(9), 0, 0, 0);
    const QString name =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width());
    painter.setPen(instance || !m_live ? tokens.dim : tokens.text);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, name);
    text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(name) + m_theme.scaled(9));
    const QString detail = index.data(DetailRole).toString();
    if (detail.isEmpty() || text.width() < m_theme.scaled(24)) return;
    painter.setFont(m_small);
    painter.setPen(readable(tokens.dim, background(option)));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, text.width()));
}

void AppRowDelegate::paintState(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const QColor tone = m_live ? stateColor(stateOf(index), tokens) : tokens.dim;
    painter.setFont(m_small);
    const int inset = m_theme.scaled(8);
    QRect room = option.rect.adjusted(m_theme.scaled(8), 0, -m_theme.scaled(4), 0);
    const QString text =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width() - 2 * inset);
    const QColor pill = tokens.tinted(tone, background(option));
    if (isNamespace(index)) {
        // A sum, not the state of something that can be started or stopped.
        painter.setFont(Theme::tabular(m_small));
        painter.setPen(readable(needsAttention(stateOf(index)) ? tone : tokens.dim, background(option)));
        painter.drawText(room.adjusted(inset, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
        return;
    }
    if (!index.data(InstanceRole).toBool()) {
        const int height = m_theme.scaled(20);
        const QRectF shape(room.left() + 0.5, room.center().y() - height / 2 + 0.5,
                           painter.fontMetrics().horizontalAdvance(text) + 2 * inset, height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(pill);
        painter.drawRoundedRect(shape, height / 2.0, height / 2.0);
    }
    painter.setPen(readable(tone, pill));
    painter.drawText(room.adjusted(inset, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
}

void AppRowDelegate::paintText(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const ThemeTokens& tokens = m_theme.tokens();
    const bool up = index.sibling(index.row(), UptimeColumn).data(SortRole).toLongLong() >
                    std::numeric_limits<qint64>::min();
    QColor color = up && m_live && index.column() != ModeColumn && index.column() != BranchColumn ? tokens.text : tokens.dim;
    QFont font = m_figures;
    if (index.column() == RestartsColumn) {
        const int restarts = index.data(SortRole).toInt();
        if (restarts == 0) color = tokens.dim;
        if (restarts >= manyRestarts && m_live && !isNamespace(index)) {
            color = tokens.warn;
            font.setBold(true);
        }
    }
    painter.setFont(font);
    painter.setPen(readable(color, background(option)));
    const QRect room = option.rect.adjusted(m_theme.scaled(8), 0, -m_theme.scaled(8), 0);
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).value<int>());
    const QString text = index.data().toString();
    const bool fits = alignment.testFlag(Qt::AlignRight) && text.size() * m_widest < room.width();
    painter.drawText(room, static_cast<int>(alignment) | Qt::TextSingleLine,
                     fits ? text : painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/summarybar.h"

#include "desktop/stateglyph.h"
#include "desktop/theme.h"
#include "models/formats.h"

#include <QPainter>

#include <optional>

namespace tropero {

using namespace Qt::StringLiterals;

namespace {

constexpr int partGap = 11;

} // namespace

struct SummaryBar::Part
{
    std::optional<InstanceState> state;
    QString label;
    QString value;  ///< bold
    QString widest; ///< room for the value, so that what stands beside it does not move
};

SummaryBar::SummaryBar(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"summary"_s);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SummaryBar::setSummary(const HerdSummary& summary)
{
    if (m_summary == summary) return;
    m_summary = summary;
    QStringList words{tr("%n online", nullptr, summary.online)};
    if (summary.waiting > 0) words.append(tr("%n waiting", nullptr, summary.waiting));
    if (summary.gaveUp > 0) words.append(tr("%n gave up", nullptr, summary.gaveUp));
    if (summary.stopped > 0) words.append(tr("%n stopped", nullptr, summary.stopped));
    words.append(tr("CPU") + u' ' + percentText(summary.cpu));
    words.append(tr("Memory") + u' ' + memoryText(summary.memory));
    setAccessibleName(words.join(u", "_s));
    setToolTip(words.join(u'\n'));
    updateGeometry();
    update();
}

QList<SummaryBar::Part> SummaryBar::counts() const
{
    QList<Part> list;
    if (m_summary.total() == 0) return list;
    list.append({InstanceState::Online, tr("%n online", nullptr, m_summary.online), {}, {}});
    const auto count = [&](InstanceState state, int number) {
        if (number > 0) list.append({state, QString::number(number), {}, {}});
    };
    count(InstanceState::Launching, m_summary.starting);
    count(InstanceState::WaitingRestart, m_summary.waiting);
    count(InstanceState::Errored, m_summary.gaveUp);
    count(InstanceState::Stopped, m_summary.stopped);
    return list;
}

QList<SummaryBar::Part> SummaryBar::parts() const
{
    QList<Part> list = counts();
    if (list.isEmpty()) return list;
    list.append({{}, tr("CPU"), percentText(m_summary.cpu), percentText(100)});
    list.append({{}, tr("Mem", "memory, short"), memoryText(m_summary.memory), memoryText(999LL << 20)});
    return list;
}

QSize SummaryBar::sizeHint() const
{
    return {widthOf(parts()), m_theme.scaled(32)};
}

int SummaryBar::countsWidth() const
{
    return widthOf(counts());
}

int SummaryBar::widthOf(const QList<Part>& parts) const
{
    QFont bold = m_theme.smallFont();
    bold.setBold(true);
    const QFontMetrics plain(m_theme.smallFont());
    int width = 0;
    for (const Part& part : parts) {
        width += m_theme.scaled(partGap) + plain.horizontalAdvance(part.label);
        if (part.state) width += m_theme.scaled(15);
        if (!part.value.isEmpty())
            width += m_theme.scaled(5) + std::max(QFontMetrics(bold).horizontalAdvance(part.value),
                                                  QFontMetrics(bold).horizontalAdvance(part.widest));
    }
    return width;
}

void SummaryBar::paintEvent(QPaintEvent*)
{
    const bool all = width() >= widthOf(parts());
    if (!all && width() < countsWidth()) return; // some of the counts without the others would say something wrong
    QPainter painter(this);
    const ThemeTokens& tokens = m_theme.tokens();
    QFont bold = Theme::tabular(m_theme.smallFont());
    bold.setBold(true);
    int x = 0;
    const int glyph = m_theme.scaled(10);
    for (const Part& part : all ? parts() : counts()) {
        x += m_theme.scaled(partGap);
        if (part.state) {
            paintStateGlyph(painter, QRectF(x, (height() - glyph) / 2.0, glyph, glyph), *part.state,
                            stateColor(*part.state, tokens));
            x += m_theme.scaled(15);
        }
        painter.setFont(m_theme.smallFont());
        painter.setPen(tokens.dim);
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, part.label);
        x += painter.fontMetrics().horizontalAdvance(part.label);
        if (part.value.isEmpty()) continue;
        painter.setFont(bold);
        painter.setPen(tokens.text);
        x += m_theme.scaled(5);
        const int room = std::max(painter.fontMetrics().horizontalAdvance(part.value),
                                  painter.fontMetrics().horizontalAdvance(part.widest));
        painter.drawText(QRect(x, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft, part.value);
        x += room;
    }
}

} // namespace tropero

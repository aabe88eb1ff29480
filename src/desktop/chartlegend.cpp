// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/chartlegend.h"

#include "desktop/theme.h"

#include <QPainter>

namespace tropero {

using namespace Qt::StringLiterals;

ChartLegend::ChartLegend(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(const QList<Entry>& entries)
{
    if (m_entries == entries) return;
    m_entries = entries;
    QStringList labels;
    for (const Entry& entry : entries)
        labels.append(entry.label);
    setAccessibleName(tr("Legend: %1").arg(labels.join(u", "_s)));
    setToolTip(labels.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s));
    setVisible(entries.size() > 1);
    update();
}

QSize ChartLegend::sizeHint() const
{
    return {m_theme.scaled(200), m_theme.scaled(26)};
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.smallFont());
    const QFontMetrics metrics(m_theme.smallFont());
    const int dot = m_theme.scaled(8);
    const int gap = m_theme.scaled(16);
    const int right = width() - m_theme.scaled(14);
    int x = m_theme.scaled(14);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const QString label = metrics.elidedText(m_entries.at(i).label, Qt::ElideMiddle, m_theme.scaled(160));
        const int wide = dot + m_theme.scaled(6) + metrics.horizontalAdvance(label);
        const int left = static_cast<int>(m_entries.size() - i);
        const QString rest = tr("and %n more", nullptr, left);
        const int reserve = left > 1 ? gap + metrics.horizontalAdvance(rest) : 0;
        if (x + wide + reserve > right) {
            painter.setPen(m_theme.tokens().dim);
            painter.drawText(QRect(x, 0, right - x, height()), Qt::AlignLeft | Qt::AlignVCenter, rest);
            return;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_entries.at(i).color);
        painter.drawEllipse(QRectF(x, (height() - dot) / 2.0, dot, dot));
        painter.setPen(m_theme.tokens().text);
        painter.drawText(QRect(x + dot + m_theme.scaled(6), 0, wide, height()), Qt::AlignLeft | Qt::AlignVCenter, label);
        x += wide + gap;
    }
}

} // namespace tropero

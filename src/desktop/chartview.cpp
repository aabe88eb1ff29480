// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/chartview.h"

#include "desktop/theme.h"

#include <QApplication>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tropero {

using namespace Qt::StringLiterals;

ChartView::ChartView(Theme& theme, QWidget* parent)
    : QChartView(parent), m_theme(theme), m_timeAxis(new QValueAxis(this)), m_valueAxis(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setViewportUpdateMode(FullViewportUpdate);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    for (QValueAxis* axis : {m_timeAxis, m_valueAxis}) {
        axis->setVisible(false);
        axis->setRange(0, 1); // and stays so: a change of a range makes Qt Charts lay out every series again
    }
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
    connect(&theme, &Theme::changed, this, [this] {
        layOut();
        rebuild();
    });
}

void ChartView::setTitle(const QString& title, const ChartUnit& unit)
{
    if (m_title == title && m_unit == unit) return;
    m_title = title;
    m_unit = unit;
    setAccessibleName(title);
    viewport()->update();
}

void ChartView::setCurves(const QList<ChartCurve>& curves, const TimeWindow& window, const GapRule& rule, bool stacked)
{
    m_curves = curves;
    m_window = window;
    m_rule = rule;
    m_stacked = stacked && curves.size() > 1;
    rebuild();
}

void ChartView::setMarks(const QList<EventEntry>& marks, const QHash<int, QString>& labels)
{
    m_marks = marks;
    m_markLabels = labels;
    viewport()->update();
}

void ChartView::setPlaceholder(const QString& text)
{
    if (std::exchange(m_placeholder, text) != text) viewport()->update();
}

void ChartView::setTimesShown(bool shown)
{
    if (std::exchange(m_timesShown, shown) == shown) return;
    setMinimumHeight(m_theme.scaled(shown ? 106 : 88));
    layOut();
    rebuild();
}

void ChartView::setCrosshair(qint64 at)
{
    if (std::exchange(m_crosshair, at) == at) return;
    setAccessibleDescription(readings().join(u", "_s));
    viewport()->update();
}

int ChartView::leftMargin() const
{
    return m_theme.scaled(70);
}

void ChartView::layOut()
{
    const double top = m_theme.scaled(30);
    const double bottom = m_theme.scaled(m_timesShown ? 24 : 10);
    const double right = m_theme.scaled(20);
    const double wide = std::max(viewport()->width() - leftMargin() - right, 10.0);
    const double high = std::max(viewport()->height() - top - bottom, 10.0);
    chart()->setPlotArea({static_cast<double>(leftMargin()), top, wide, high});
}

QRectF ChartView::plot() const
{
    return chart()->plotArea();
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
    rebuild();
}

void ChartView::rebuild()
{
    // Of several curves over each other two pixels show no less than one, and cost half.
    const int columns = static_cast<int>(std::lround(plot().width() * devicePixelRatioF())) / (m_curves.size() > 1 ? 2 : 1);
    QList<QList<LineSegment>> drawn;
    if (m_stacked) {
        QList<QList<TimedValue>> series;
        for (const ChartCurve& curve : std::as_const(m_curves))
            series.append(curve.points);
        drawn = stacked(series, m_window, columns, m_rule);
    } else {
        for (const ChartCurve& curve : std::as_const(m_curves))
            drawn.append(decimated(curve.points, m_window, columns, m_rule));
    }
    double lowest = 0;
    double highest = 0;
    for (const QList<LineSegment>& segments : std::as_const(drawn)) {
        for (const LineSegment& segment : segments) {
            for (const TimedValue& point : segment) {
                lowest = std::min(lowest, point.value);
                highest = std::max(highest, point.value);
            }
        }
    }
    m_scale = valueScale(m_unit, lowest, highest, std::max(3, static_cast<int>(plot().height()) / m_theme.scaled(26)));
    size_t used = 0;
    m_fills.clear();
    const bool filled = m_stacked || m_curves.size() == 1;
    // The highest first: those below are painted over it, so that each is filled down to the bottom.
    for (qsizetype i = drawn.size() - 1; i >= 0; --i) {
        for (const LineSegment& segment : std::as_const(drawn.at(i)))
            draw(used, segment, m_curves.at(i).color, filled);
    }
    for (; used < m_lines.size(); ++used)
        m_lines[used]->hide();
    viewport()->update();
}

void ChartView::draw(size_t& used, const LineSegment& upper, const QColor& color, bool filled)
{
    if (used == m_lines.size()) {
        // What is added first lies below: the order of the pool is that of painting.
        auto* line = new QLineSeries(this);
        chart()->addSeries(line);
        line->attachAxis(m_timeAxis);
        line->attachAxis(m_valueAxis);
        m_lines.push_back(line);
    }
    QLineSeries* const series = m_lines[used++];
    QList<QPointF> line;
    line.reserve(upper.size() + 1);
    const double span = static_cast<double>(std::max<qint64>(m_window.span(), 1));
    for (const TimedValue& point : upper)
        line.append({static_cast<double>(point.at - m_window.from) / span, (point.value - m_scale.bottom) / (m_scale.top - m_scale.bottom)});
    // A single measurement is seen, too.
    if (line.size() == 1) line.append({line.first().x() + 2 / std::max(plot().width(), 1.0), line.first().y()});
    if (filled) {
        const ThemeTokens& tokens = m_theme.tokens();
        const QRectF area = plot();
        Fill fill{{}, tokens.tinted(color, tokens.window)};
        if (m_stacked) fill.color = tokens.tinted(color, fill.color);
        fill.outline.reserve(line.size() + 2);
        for (const QPointF& point : std::as_const(line))
            fill.outline.append({area.left() + area.width() * point.x(), area.bottom() - area.height() * point.y()});
        fill.outline.append({fill.outline.last().x(), area.bottom()});
        fill.outline.append({fill.outline.first().x(), area.bottom()});
        m_fills.push_back(fill);
    }
    // Of Qt's joins only the plain ones are quick.
    const QPen pen(color, m_theme.scaled(3) / 2.0, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    if (series->pen() != pen) series->setPen(pen);
    series->replace(line);
    if (!series->isVisible()) series->show();
}

qsizetype ChartView::drawnPoints() const
{
    qsizetype count = 0;
    for (const QLineSeries* line : m_lines)
        count += line->isVisible() ? line->count() : 0;
    return count;
}

double ChartView::xOf(qint64 at) const
{
    return plot().left() + plot().width() * static_cast<double>(at - m_window.from) / static_cast<double>(std::max<qint64>(m_window.span(), 1));
}

double ChartView::yOf(double value) const
{
    return plot().bottom() - plot().height() * (value - m_scale.bottom) / (m_scale.top - m_scale.bottom);
}

QList<ChartView::Reading> ChartView::readingsAt(qint64 at) const
{
    QList<Reading> list;
    const qint64 pixel = m_window.span() / std::max(static_cast<int>(plot().width()), 1);
    const qint64 reach = std::max(m_rule.longest / 2 + 1, pixel * 2);
    double sum = 0;
    for (const ChartCurve& curve : m_curves) {
        const TimedValue* nearest = nearestValue(curve.points, at, reach);
        if (!nearest) continue;
        sum += nearest->value;
        list.append({curve.label, m_unit.text(nearest->value), curve.color, m_stacked ? sum : nearest->value, nearest->value});
    }
    if (m_stacked && list.size() > 1) list.append({tr("together"), m_unit.text(sum), m_theme.tokens().text, sum, sum});
    return list;
}

QStringList ChartView::readings() const
{
    QStringList lines;
    if (m_crosshair == 0) return lines;
    const QList<Reading> all = readingsAt(m_crosshair);
    for (const Reading& one : all)
        lines.append(one.label + u' ' + one.value);
    return lines + marksAt(xOf(m_crosshair));
}

QStringList ChartView::marksAt(double x) const
{
    QStringList lines;
    const double reach = m_theme.scaled(5);
    for (const EventEntry& mark : m_marks) {
        if (mark.at < m_window.from || mark.at > m_window.to || std::abs(xOf(mark.at) - x) > reach) continue;
        const QString label = m_markLabels.value(mark.number);
        lines.append(momentText(mark.at, 0) + u"  "_s + (label.isEmpty() ? QString() : label + u": "_s) + mark.sentence());
    }
    return lines;
}

bool ChartView::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* press = static_cast<QMouseEvent*>(event);
        if (press->button() != Qt::LeftButton || m_curves.isEmpty() || !plot().contains(press->position())) break;
        m_dragX = press->position().x();
        m_dragWindow = m_window;
        return true;
    }
    case QEvent::MouseButtonRelease:
        if (m_dragX) unsetCursor();
        m_dragX.reset();
        break;
    case QEvent::MouseButtonDblClick:
        m_dragX.reset();
        Q_EMIT wholeWanted();
        return true;
    case QEvent::MouseMove: {
        const double x = static_cast<QMouseEvent*>(event)->position().x();
        if (m_dragX) {
            if (cursor().shape() != Qt::ClosedHandCursor && std::abs(x - *m_dragX) < QApplication::startDragDistance()) break;
            setCursor(Qt::ClosedHandCursor);
            const auto moved = static_cast<qint64>((*m_dragX - x) / plot().width() * static_cast<double>(m_dragWindow.span()));
            Q_EMIT windowWanted({m_dragWindow.from + moved, m_dragWindow.to + moved});
            return true;
        }
        const double share = (x - plot().left()) / plot().width();
        const bool inside = share >= 0 && share <= 1 && !m_curves.isEmpty();
        Q_EMIT crosshairMoved(inside ? timeAt(x) : 0);
        break;
    }
    case QEvent::Leave:
        Q_EMIT crosshairMoved(0);
        break;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        QStringList lines = marksAt(help->pos().x());
        constexpr qsizetype most = 8;
        if (lines.size() > most) {
            const int more = static_cast<int>(lines.size() - most);
            lines = lines.first(most) + QStringList{tr("and %n more", nullptr, more)};
        }
        QToolTip::showText(help->globalPos(), lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s), this);
        return true;
    }
    case QEvent::Wheel:
        if (turnWheel(static_cast<QWheelEvent*>(event))) return true;
        event->ignore(); // for the page to scroll
        return false;
    default:
        break;
    }
    return QChartView::viewportEvent(event);
}

qint64 ChartView::timeAt(double x) const
{
    return m_window.from + static_cast<qint64>((x - plot().left()) / plot().width() * static_cast<double>(m_window.span()));
}

void ChartView::zoom(double factor, qint64 around)
{
    if (m_curves.isEmpty()) return;
    const auto scaled = [&](qint64 at) { return around + static_cast<qint64>(static_cast<double>(at - around) * factor); };
    Q_EMIT windowWanted({scaled(m_window.from), scaled(m_window.to)});
}

void ChartView::pan(double share)
{
    if (m_curves.isEmpty()) return;
    const auto moved = static_cast<qint64>(share * static_cast<double>(m_window.span()));
    Q_EMIT windowWanted({m_window.from + moved, m_window.to + moved});
}

bool ChartView::turnWheel(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (!plot().contains(event->position()) || turned.isNull()) return false;
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    if (sideways || event->modifiers().testFlag(Qt::ShiftModifier))
        pan(-(sideways ? turned.x() : turned.y()) / 1200.0);
    else
        zoom(std::pow(1.25, -turned.y() / 120.0), timeAt(event->position().x()));
    event->accept();
    return true;
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const bool back = event->key() == Qt::Key_Left;
    const qint64 middle = m_crosshair > 0 ? m_crosshair : (m_window.from + m_window.to) / 2;
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) {
        zoom(0.8, middle);
    } else if (event->key() == Qt::Key_Minus) {
        zoom(1.25, middle);
    } else if (event->key() == Qt::Key_0) {
        Q_EMIT wholeWanted();
    } else if ((back || event->key() == Qt::Key_Right) && event->modifiers().testFlag(Qt::ShiftModifier)) {
        pan(back ? -0.1 : 0.1);
    } else if (back || event->key() == Qt::Key_Right) {
        const qint64 step = std::max<qint64>(m_window.span() / (event->modifiers() & Qt::ControlModifier ? 10 : 100), 1000);
        const qint64 from = m_crosshair > 0 ? m_crosshair : m_window.to;
        Q_EMIT crosshairMoved(std::clamp(from + (back ? -step : step), m_window.from, m_window.to));
    } else if (event->key() == Qt::Key_Escape && m_crosshair > 0) {
        Q_EMIT crosshairMoved(0);
    } else {
        event->ignore();
    }
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace tropero

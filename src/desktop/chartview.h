// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chartaxis.h"
#include "models/evententry.h"

#include <QChartView>
#include <QColor>
#include <QPolygonF>

#include <optional>

#include <vector>

class QLineSeries;
class QValueAxis;

namespace tropero {

class Theme;

struct ChartCurve
{
    QString label;
    QColor color;
    QList<TimedValue> points; ///< ascending
};

/// One figure over time. Qt Charts draws the curves; what lies under them, frame, marks and crosshair are our own, so that several charts above each other share their time
/// axis to the pixel.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    ChartView(Theme& theme, QWidget* parent = nullptr);

    void setTitle(const QString& title, const ChartUnit& unit);
    /// Stacked: upon each other in their order; otherwise over each other.
    void setCurves(const QList<ChartCurve>& curves, const TimeWindow& window, const GapRule& rule, bool stacked);
    /// Ascending by time; `labels` says whose, when that has to be said.
    void setMarks(const QList<EventEntry>& marks, const QHash<int, QString>& labels);
    /// Said in the middle while there is nothing to draw.
    void setPlaceholder(const QString& text);
    /// The lowest of several charts has the times under it.
    void setTimesShown(bool shown);
    /// A moment to be read off, ms since the epoch; 0: none.
    void setCrosshair(qint64 at);
    qint64 crosshair() const { return m_crosshair; }

    /// Where the curves are.
    QRectF plot() const;
    /// What the crosshair reads off: one line for each curve, "label value"; marks at that place after them.
    QStringList readings() const;
    /// The marks drawn near that place, as sentences.
    QStringList marksAt(double x) const;
    /// Points that are really drawn; for tests.
    qsizetype drawnPoints() const;

Q_SIGNALS:
    void crosshairMoved(qint64 at);
    /// Zoomed or moved by wheel, hand or keys.
    void windowWanted(const tropero::TimeWindow& window);
    /// Back to what was seen before.
    void wholeWanted();

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Reading
    {
        QString label;
        QString value;
        QColor color;
        double level = 0; ///< where its dot is
        double amount = 0;
    };
    /// What lies under a stretch without a gap.
    struct Fill
    {
        QPolygonF outline;
        QColor color;
    };

    void zoom(double factor, qint64 around);
    void pan(double share);
    bool turnWheel(QWheelEvent* event);
    qint64 timeAt(double x) const;
    void rebuild();
    void draw(size_t& used, const LineSegment& upper, const QColor& color, bool filled);
    void layOut();
    double xOf(qint64 at) const;
    double yOf(double value) const;
    QList<Reading> readingsAt(qint64 at) const;
    void drawReadings(QPainter* painter) const;
    void drawMarks(QPainter* painter) const;
    int leftMargin() const;

    Theme& m_theme;
    QString m_title;
    ChartUnit m_unit;
    QList<ChartCurve> m_curves;
    TimeWindow m_window;
    GapRule m_rule;
    bool m_stacked = false;
    QList<EventEntry> m_marks;
    QHash<int, QString> m_markLabels;
    QString m_placeholder;
    bool m_timesShown = false;
    qint64 m_crosshair = 0;
    std::optional<double> m_dragX; ///< where the hand holds the chart
    TimeWindow m_dragWindow;
    ValueScale m_scale;
    QValueAxis* m_timeAxis;
    QValueAxis* m_valueAxis;
    std::vector<QLineSeries*> m_lines; ///< one for each stretch without a gap; those not used are hidden
    std::vector<Fill> m_fills;         ///< in the order of painting
};

} // namespace tropero

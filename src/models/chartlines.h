// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricsseries.h"

namespace tropero {

/// A stretch of time, milliseconds since the epoch.
struct TimeWindow
{
    qint64 from = 0;
    qint64 to = 0;

    qint64 span() const { return to - from; }
    bool operator==(const TimeWindow&) const = default;
};

/// Points without a gap between them.
using LineSegment = QList<TimedValue>;

/// What is needed to draw the points (ascending) in `columns` columns of pixels: of each column the smallest and the largest value, in their order,
/// so that no peak is lost; and the neighbours outside of the window, so that lines go on to its edges.
QList<LineSegment> decimated(const QList<TimedValue>& points, const TimeWindow& window, int columns, const GapRule& rule);

/// The same for figures laid upon each other: for each of them the upper edges, all at the same times. Chosen by the sum, whose peaks are kept.
/// Where one of several was not measured it counts as nothing.
QList<QList<LineSegment>> stacked(const QList<QList<TimedValue>>& series, const TimeWindow& window, int columns, const GapRule& rule);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chartlines.h"

#include <QString>

namespace tropero {

/// What the values of a chart are.
struct ChartUnit
{
    enum class Kind { Percent, Bytes, Other };

    Kind kind = Kind::Other;
    QString name; ///< of Other; may be empty

    /// "12.5 %", "402 MB", "3.1 ms".
    QString text(double value) const;
    bool operator==(const ChartUnit&) const = default;
};

struct AxisTick
{
    double at = 0;
    QString text;
};

struct ValueScale
{
    double bottom = 0;
    double top = 1;
    QList<AxisTick> ticks; ///< ascending, both ends included
};

/// Round values that hold everything between the two, zero included, with some air above.
ValueScale valueScale(const ChartUnit& unit, double lowest, double highest, int mostTicks);

/// Round local times within the window; `at` in ms since the epoch.
QList<AxisTick> timeTicks(const TimeWindow& window, int mostTicks);

/// A moment as precise as the width of a pixel needs it.
QString momentText(qint64 at, qint64 span);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

#include <span>

class QPainter;

namespace tropero {

/// From where to where a curve reaches.
struct SparklineRange
{
    float low = 0;
    float high = 1;
};

/// From zero to the largest value, but not less than `least`: what does next to nothing stays low.
SparklineRange rangeFromZero(std::span<const float> values, float least);
/// Around the values, at least a quarter of the largest one high: a steady value is a line in the middle, and
/// one that creeps up can be seen to do so.
SparklineRange rangeAround(std::span<const float> values);

/// Draws values at equal distances, the last one at the right edge, as a line over a tinted area. NaN is a
/// gap; a single value between gaps is a short line.
void paintSparkline(QPainter& painter, const QRectF& rect, std::span<const float> values,
                    SparklineRange range, const QColor& tone);

} // namespace tropero

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sparkline.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tropero {

SparklineRange rangeFromZero(std::span<const float> values, float least)
{
    float high = least;
    for (const float value : values) {
        if (value > high) high = value; // false for a gap
    }
    return {0, high};
}

SparklineRange rangeAround(std::span<const float> values)
{
    float low = INFINITY;
    float high = -INFINITY;
    for (const float value : values) {
        if (std::isnan(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (!(high > 0)) return {};
    const float missing = std::max(high / 4 - (high - low), 0.0F);
    const float room = (high - low + missing) / 8;
    return {std::max(low - missing / 2 - room, 0.0F), high + missing / 2 + room};
}

namespace {

constexpr double lineWidth = 1.25;
constexpr double areaOpacity = 0.16;

/// How much of the pixel row lies between the two heights.
double covered(int row, double from, double to)
{
    return std::max(std::min(row + 1.0, to) - std::max<double>(row, from), 0.0);
}

/// One column of pixels: the area below y, and over it the line, which is `slope` high in this column.
void drawColumn(QImage& image, int column, double y, double slope, double stroke, const QColor& tone)
{
    const double steep = std::abs(slope);
    const double low = y - (steep + stroke) / 2;
    const double high = y + (steep + stroke) / 2;
    // A steep line is as thick as a flat one, so that each of the many pixels it touches has less of it.
    const double density = std::min(stroke * std::hypot(1, slope) / (steep + stroke), 1.0);
    for (int row = std::max(static_cast<int>(low), 0); row < image.height(); ++row) {
        const double line = covered(row, low, high) * density;
        const double area = covered(row, y, image.height()) * areaOpacity;
        const double alpha = std::min(line + (1 - line) * area, 1.0);
        const QRgb color = qRgba(tone.red(), tone.green(), tone.blue(), static_cast<int>(alpha * 255 + 0.5));
        reinterpret_cast<QRgb*>(image.scanLine(row))[column] = qPremultiply(color);
    }
}

} // namespace

// Pixel by pixel, because a thousand of such curves a second are too many for the general way.
void paintSparkline(QPainter& painter, const QRectF& rect, std::span<const float> values,
                    SparklineRange range, const QColor& tone)
{
    const double ratio = painter.device()->devicePixelRatioF();
    QImage image((rect.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (values.size() < 2 || image.width() < 2 || image.height() < 2) return;
    image.fill(Qt::transparent);
    const double stroke = lineWidth * ratio;
    const double bottom = image.height() - stroke / 2;
    const double scale = (bottom - stroke / 2) / std::max(range.high - range.low, 1e-6F);
    const auto height = [&](float value) {
        return std::clamp(bottom - static_cast<double>(value - range.low) * scale, stroke / 2, bottom);
    };
    const double step = static_cast<double>(values.size() - 1) / (image.width() - 1);
    for (int column = 0; column < image.width(); ++column) {
        const double place = column * step;
        const size_t index = std::min(static_cast<size_t>(place), values.size() - 2);
        const double part = place - static_cast<double>(index);
        const float before = values[index];
        const float after = values[index + 1];
        if (std::isnan(before) || std::isnan(after)) {
            const float near = part < 0.5 ? before : after;
            if (!std::isnan(near)) drawColumn(image, column, height(near), 0, stroke, tone);
            continue;
        }
        const double rise = height(after) - height(before);
        drawColumn(image, column, height(before) + rise * part, rise * step, stroke, tone);
    }
    image.setDevicePixelRatio(ratio);
    painter.drawImage(rect.topLeft(), image);
}

} // namespace tropero

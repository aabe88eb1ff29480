// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartlines.h"

#include <algorithm>

namespace tropero {

namespace {

using Indices = QList<qsizetype>;

/// Of one column of pixels: where the smallest and the largest value are.
struct Column
{
    qint64 number = -1;
    qsizetype lowest = -1;
    qsizetype highest = -1;

    void flushInto(Indices& out)
    {
        if (lowest >= 0) {
            out.append(std::min(lowest, highest));
            if (lowest != highest) out.append(std::max(lowest, highest));
        }
        *this = {};
    }
};

QList<Indices> pick(const QList<TimedValue>& points, const TimeWindow& window, int columns, const GapRule& rule)
{
    QList<Indices> segments;
    if (points.isEmpty() || window.span() <= 0 || columns < 1) return segments;
    auto first = std::ranges::lower_bound(points, window.from, {}, &TimedValue::at);
    auto last = std::ranges::upper_bound(points, window.to, {}, &TimedValue::at);
    if (first != points.begin()) --first;
    if (last != points.end()) ++last;
    const double width = static_cast<double>(window.span()) / columns;
    Column column;
    Indices segment;
    for (auto point = first; point != last; ++point) {
        const qsizetype index = std::distance(points.begin(), point);
        const qint64 distance = point == first ? 0 : point->at - std::prev(point)->at;
        // What is narrower than two columns cannot be seen as a gap.
        if (static_cast<double>(distance) > 2 * width && isGapBefore(points, index, rule)) {
            column.flushInto(segment);
            if (!segment.isEmpty()) segments.append(std::exchange(segment, {}));
        }
        qint64 number = static_cast<qint64>(static_cast<double>(point->at - window.from) / width);
        if (point->at < window.from) number = -2;
        if (number != column.number) {
            column.flushInto(segment);
            column = {number, index, index};
            continue;
        }
        if (point->value < points.at(column.lowest).value) column.lowest = index;
        if (point->value > points.at(column.highest).value) column.highest = index;
    }
    column.flushInto(segment);
    if (!segment.isEmpty()) segments.append(segment);
    return segments;
}

/// The value at each of the times, by straight lines between the points; 0 within gaps and outside.
QList<double> valuesAt(const QList<TimedValue>& points, const QList<qint64>& times, const GapRule& rule)
{
    QList<double> values(times.size(), 0);
    auto after = points.begin();
    for (qsizetype i = 0; i < times.size(); ++i) {
        while (after != points.end() && after->at < times.at(i)) ++after;
        if (after == points.end()) break;
        if (after->at == times.at(i)) {
            values[i] = after->value;
        } else if (after != points.begin()) {
            const TimedValue& before = *std::prev(after);
            const qint64 distance = after->at - before.at;
            if (isGapBefore(points, std::distance(points.begin(), after), rule)) continue;
            const double share = static_cast<double>(times.at(i) - before.at) / static_cast<double>(distance);
            values[i] = before.value + (after->value - before.value) * share;
        }
    }
    return values;
}

} // namespace

QList<LineSegment> decimated(const QList<TimedValue>& points, const TimeWindow& window, int columns, const GapRule& rule)
{
    QList<LineSegment> segments;
    for (const Indices& indices : pick(points, window, columns, rule)) {
        LineSegment segment;
        segment.reserve(indices.size());
        for (const qsizetype index : indices)
            segment.append(points.at(index));
        segments.append(segment);
    }
    return segments;
}

QList<QList<LineSegment>> stacked(const QList<QList<TimedValue>>& series, const TimeWindow& window, int columns, const GapRule& rule)
{
    QList<qint64> times;
    for (const QList<TimedValue>& one : series) {
        for (const TimedValue& point : one)
            times.append(point.at);
    }
    std::ranges::sort(times);
    times.erase(std::ranges::unique(times).begin(), times.end());

    QList<QList<double>> edges;
    for (const QList<TimedValue>& one : series) {
        edges.append(valuesAt(one, times, rule));
        if (edges.size() < 2) continue;
        const QList<double>& below = edges.at(edges.size() - 2);
        for (qsizetype i = 0; i < times.size(); ++i)
            edges.last()[i] += below.at(i);
    }
    QList<TimedValue> sum;
    for (qsizetype i = 0; i < times.size(); ++i)
        sum.append({times.at(i), edges.last().at(i)});
    const QList<Indices> chosen = pick(sum, window, columns, rule);

    QList<QList<LineSegment>> layers;
    for (const QList<double>& edge : std::as_const(edges)) {
        QList<LineSegment> layer;
        for (const Indices& indices : chosen) {
            LineSegment segment;
            for (const qsizetype index : indices)
                segment.append({times.at(index), edge.at(index)});
            layer.append(segment);
        }
        layers.append(layer);
    }
    return layers;
}

} // namespace tropero

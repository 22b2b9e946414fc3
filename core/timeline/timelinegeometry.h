#pragma once

#include "core/timeline/timelineplan.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <cmath>

namespace plumbline {

/// The way a dependency takes from one row to another.
struct LinkLine {
    std::array<QPointF, 6> points;
    int count = 0; ///< At least two.

    void add(double x, double y) { points[size_t(count++)] = {x, y}; }
    const QPointF &last() const { return points[size_t(count - 1)]; }
    const QPointF &beforeLast() const { return points[size_t(count - 2)]; }
};

/// Where the marks of the rows lie, in pixels from the top left corner of the first row, always left to
/// right.
///
/// The painter and the hit test both ask here, so what is seen is what is hit. The measures are those of the
/// design for a row of 24 pixels, in proportion to the height of a row, which follows the font.
struct TimelineGeometry {
    static constexpr double designRow = 24;

    TimeScale scale;
    double rowHeight = designRow;

    /// @p pixels of the design in pixels of this row height.
    double scaled(double pixels) const { return pixels * rowHeight / designRow; }
    double top(int row) const { return row * rowHeight; }
    /// The row at @p y; below the last row too, so compare with the number of rows.
    int rowAt(double y) const { return int(std::floor(y / rowHeight)); }
    double middle(int row) const { return top(row) + rowHeight / 2; }
    double diamondHalf() const { return scaled(6.5); }

    /// The bar of an activity, at least a pixel wide.
    QRectF bar(const TimelineRow &item, int row) const;
    /// The bar of an item in the row of its folded lane.
    QRectF foldedBar(const TimelineRow &item, int row) const;
    /// The hollow bar of the baseline below the bar.
    QRectF baselineBar(const TimelineRow &item, int row) const;
    /// The middle of the diamond of a milestone.
    QPointF diamond(const TimelineRow &item, int row) const { return {scale.centre(item.end), middle(row)}; }
    QPointF baselineDiamond(const TimelineRow &item, int row) const
    {
        return {scale.centre(item.baseEnd), middle(row)};
    }
    /// From the first to the last pixel of the mark, baseline and forecast left out; empty when not dated.
    QRectF mark(const TimelineRow &item, int row) const;
    /// Where words may begin after the mark and must end before it.
    double wordsAfter(const TimelineRow &item, const TimelineForecast *forecast) const;
    double wordsBefore(const TimelineRow &item) const;
    /// x of the floor of a public comment period.
    double commentFloor(const TimelineRow &item, int minCommentDays) const;

    /// The way of @p link between the marks of its rows.
    LinkLine line(const TimelineLink &link, const TimelineRow &from, const TimelineRow &to) const;
};

} // namespace plumbline

#pragma once

#include "core/report/document.h"
#include "ui/render/page.h"
#include "ui/render/pagestyle.h"

namespace plumbline {

/// Whoever draws the timeline on paper: how much room it needs, and how it paints a part of it.
struct ChartPainter {
    int rowCount = 0;
    double headerHeight =
        0;                ///< Points above the first row, for dates and deadlines; repeated on every sheet.
    double rowHeight = 0; ///< Points.
    double foot = 0;      ///< Points below the last row, for the bob.
    /// The row that heads the lane of a row; the row itself when it is a head.
    std::function<int(int)> laneOf;
    /// Paints rows [firstRow, firstRow + rowCount) from @p from to @p to (included) into the area, header and
    /// names included. When the first row is not a head, the lane's head is painted above it: the area has
    /// room for that.
    std::function<void(QPainter &, const QRectF &area, const QDate &from, const QDate &to, int firstRow,
                       int rowCount)>
        paint;
    /// Paints the key into a line.
    std::function<void(QPainter &, const QRectF &area)> paintKey;
};

/// Makes the painter for a chart; the Gantt of the window can be plugged in here.
using ChartPainterFactory = std::function<ChartPainter(const report::Chart &)>;

/// One sheet of a chart that takes several.
struct ChartTile {
    QDate from;
    QDate to; ///< Included.
    int firstRow = 0;
    int rowCount = 0;
    friend bool operator==(const ChartTile &, const ChartTile &) = default;
};

/// Cuts a chart into sheets: at most fourteen months side by side, whole months, as equal as they go; lanes
/// are kept whole where they fit on a sheet. Sheets follow in time first, then downwards; those on which none of
/// their rows has a mark are left out.
QList<ChartTile> chartTiles(const report::Chart &chart, const ChartPainter &painter, double height);

/// A landscape page with one tile and the key at its foot.
PaperPage chartPage(const report::Chart &chart, const ChartPainter &painter, const ChartTile &tile,
               const PageGeometry &geometry);

} // namespace plumbline

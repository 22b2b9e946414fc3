#pragma once

#include "ui/render/ganttcanvas.h"
#include "ui/render/ganttrowpainter.h"

namespace plumbline {

/// A column of the table beside the title.
struct GanttColumn {
    TimelineColumn what = TimelineColumn::Target;
    double left = 0;
    double right = 0;
    TextSide side = TextSide::Trailing;
};

/// Where the columns of the table lie, in pixels from its leading edge, for its width.
struct GanttColumns {
    double width = 0;
    double icon = 0;     ///< Leading edge of the state icon.
    double title = 0;    ///< Leading edge of the titles of items.
    double titleEnd = 0; ///< Where the titles must end.
    QList<GanttColumn> columns; ///< Those there is room for: the last ones leave first when the table is narrow.

    GanttColumns(const GanttScene &scene, double width);
    /// Null when that column is not shown.
    const GanttColumn *find(TimelineColumn what) const;
    /// The column at @p x, the title's too.
    TimelineColumn at(double x) const;
};

/// Heads of the columns; the canvas' view is the header of the table.
void paintTableHeader(const GanttCanvas &canvas, const GanttScene &scene);

/// The rows of the table beside the chart. The canvas scrolls with the rows and has no x.
void paintTableRows(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows);

/// Where a title is typed in the last row, in the coordinates of the canvas.
QRectF titleBox(const GanttScene &scene, int row, double width);

/// The cell of @p column in @p row, in the coordinates of the canvas; empty when the column is not shown.
QRectF cellBox(const GanttScene &scene, int row, double width, TimelineColumn column);

} // namespace plumbline

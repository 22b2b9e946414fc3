#pragma once

#include "ui/render/ganttcanvas.h"
#include "ui/render/ganttrowpainter.h"

namespace plumbline {

/// Where the columns of the table lie, in pixels from its leading edge, for its width.
struct GanttColumns {
    double width = 0;
    double icon = 0;     ///< Leading edge of the state icon.
    double title = 0;    ///< Leading edge of the titles of items.
    double target = 0;   ///< Trailing edge of the dates.
    double slip = 0;     ///< Trailing edge of the slip.
    double owner = 0;    ///< Leading edge of the owner.
    bool hasSlip = true; ///< Columns leave, owner first, when the table is narrow.
    bool hasOwner = true;

    GanttColumns(const GanttScene &scene, double width);
};

/// Heads of the columns; the canvas' view is the header of the table.
void paintTableHeader(const GanttCanvas &canvas, const GanttScene &scene);

/// The rows of the table beside the chart. The canvas scrolls with the rows and has no x.
void paintTableRows(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows);

/// Where a title is typed in the last row, in the coordinates of the canvas.
QRectF titleBox(const GanttScene &scene, int row, double width);

} // namespace plumbline

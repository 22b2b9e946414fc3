#pragma once

#include "ui/render/ganttheaderpainter.h"
#include "ui/render/ganttoverlay.h"
#include "ui/render/gantttablepainter.h"

namespace plumbline {

/// The rows of @p scene that touch @p area, in the coordinates of the chart.
GanttRows rowsIn(const GanttScene &scene, const QRectF &area);

/// Paints the chart: grounds, events, links, marks, deadlines, words, the plumb line.
///
/// @p view is the place of the chart on the painter and @p scroll the point of the chart at its leading top
/// corner. Only rows that touch @p clip (in the painter's coordinates) are looked at, so the cost does not
/// depend on how many rows there are. The painter is clipped to it.
void paintGantt(QPainter &painter, const GanttScene &scene, const QRectF &view, const QPointF &scroll,
                const QRectF &clip);

/// Paints the table in the same way; only the y of @p scroll counts.
void paintGanttTable(QPainter &painter, const GanttScene &scene, const QRectF &view, const QPointF &scroll,
                     const QRectF &clip);

/// One sheet of paper: table, chart and their headers in @p sheet, the rows from @p rows.first on and the
/// days from
/// @p firstDay on, as many as fit.
///
/// The table takes @p tableWidth; scene.geometry gives zoom and row height, scene.paper should be set.
void paintGanttSheet(QPainter &painter, const GanttScene &scene, const QRectF &sheet, double tableWidth,
                     int firstDay, const GanttRows &rows);

} // namespace plumbline

#pragma once

#include "ui/render/ganttcanvas.h"
#include "ui/render/ganttscene.h"

namespace plumbline {

/// Which rows are painted: those from first to last, both included.
struct GanttRows {
    int first = 0;
    int last = -1;
};

/// The grounds of the rows and the grid, below everything else.
void paintRowGrounds(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows);

/// Bars, diamonds, baselines, forecasts, heads of lanes: all that has a place in a row, but no words.
void paintRowMarks(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows);

/// The words beside the marks: after the mark, before it where they do not fit, or not at all.
void paintRowWords(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows);

/// Whether anything in @p row depends on what part of the chart is seen, so that scrolling sideways repaints
/// it.
bool hasMovingWords(const GanttScene &scene, int row);

/// The ground of a row as it is painted, for the rims of words on it.
QColor rowGround(const GanttScene &scene, int row);

} // namespace plumbline

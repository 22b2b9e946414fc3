#pragma once

#include "ui/render/ganttcanvas.h"
#include "ui/render/ganttscene.h"

namespace plumbline {

// One function for each mark in the table of the design. All take the coordinates of the chart.

void paintActivity(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row);
void paintMilestone(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row);
void paintBaseline(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row);
void paintForecast(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row,
                   const TimelineForecast &forecast);
/// The flag of a deadline that binds only its own item.
void paintOwnDeadline(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &item, int row);
/// The span of a lane with its end ticks.
void paintLaneSpan(const GanttCanvas &canvas, const GanttScene &scene, const TimelineRow &head, int row);
/// All items of a folded lane in one row; bars and diamonds closer than two pixels become one.
void paintFoldedLane(const GanttCanvas &canvas, const GanttScene &scene, const TimelineLane &lane);
/// The bands of the phases, without their names.
void paintPhases(const GanttCanvas &canvas, const GanttScene &scene, int row);

/// A diamond around @p middle from tip to tip of 2 @p half.
void paintDiamond(const GanttCanvas &canvas, const QPointF &middle, double half, const QPen &pen,
                  const QBrush &brush);
/// The red diamond with its sign, solid, or hollow for one that would be red.
void paintRedDiamond(const GanttCanvas &canvas, const GanttScene &scene, const QPointF &middle, bool hollow);
/// The pennant of a deadline beside its pole at @p x.
void paintPennant(const GanttCanvas &canvas, double x, double top, double size, const QColor &color);

} // namespace plumbline

#pragma once

#include "ui/render/ganttrowpainter.h"

namespace plumbline {

// What runs through all lanes, in the order in which it is painted.

/// Suspensions with their words, breaks and meetings: below the marks.
void paintEvents(const GanttCanvas &canvas, const GanttScene &scene);
/// The dashed lines of the deadlines, down to the last row that is not for typing.
void paintDeadlineLines(const GanttCanvas &canvas, const GanttScene &scene);
/// The plumb line: today, with its bob at the foot of what is seen; above everything.
void paintToday(const GanttCanvas &canvas, const GanttScene &scene);
/// What a drag would do: the new place, and what would turn red.
void paintPreview(const GanttCanvas &canvas, const GanttScene &scene);

/// The bob of the plumb line in the coordinates of @p canvas' chart, for repainting after a scroll; empty
/// when today is out of sight.
QRectF bobRect(const QRectF &visible, const GanttScene &scene);

} // namespace plumbline

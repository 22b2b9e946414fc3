#pragma once

#include "ui/render/ganttcanvas.h"
#include "ui/render/ganttscene.h"

namespace plumbline {

/// The three lines above the chart: years, columns of the zoom, deadlines with their flags; today's label
/// over them.
///
/// The canvas' view is the header, its scroll has only an x.
void paintGanttHeader(const GanttCanvas &canvas, const GanttScene &scene);

/// Which deadline of the plan a point of the header stands for, by its flag or its name; -1 for none.
int deadlineInHeader(const GanttCanvas &canvas, const GanttScene &scene, const QPointF &point);

} // namespace plumbline

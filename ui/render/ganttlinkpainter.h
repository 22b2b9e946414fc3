#pragma once

#include "ui/render/ganttrowpainter.h"

namespace plumbline {

/// The dependencies that touch or cross @p rows, critical ones last and stronger.
///
/// Where very many cross, those whose ends are both out of sight become one line per pixel column.
void paintLinks(const GanttCanvas &canvas, const GanttScene &scene, const GanttRows &rows);

} // namespace plumbline

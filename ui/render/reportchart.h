#pragma once

#include "ui/render/pagechart.h"

namespace plumbline {

/// Draws the timeline of a report from the values of its Chart alone: lane names, dates and slip in a table
/// at the left, bars, diamonds, baselines, deadlines, suspensions and the plumb line of the record date at
/// the right.
ChartPainter reportChart(const report::Chart &chart);

} // namespace plumbline

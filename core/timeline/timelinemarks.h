#pragma once

#include "core/timeline/timelineplan.h"

namespace plumbline {

/// Adds to @p plan what concerns all lanes: the full team's deadlines, the calendar's events, the phases.
///
/// The phases lie between the full team's milestones by their types: preparation ends with the terms of
/// reference or the work plan, analysis with the findings, drafting where the public comment opens, comment
/// where it closes, finalisation with the publication. A phase whose end has no date has no band, and a
/// boundary earlier than the one before it is not used. Source: the gates of a review; computed here.
void addTimelineMarks(TimelinePlan &plan);

} // namespace plumbline

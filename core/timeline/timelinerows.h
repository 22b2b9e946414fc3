#pragma once

#include "core/timeline/timelineplan.h"

namespace plumbline {

/// Makes all the timeline shows from the records of @p review.
///
/// Lanes: the full team first, then each sub-team, in their order, that is not closed or has milestones.
/// Within a lane items stand in the order of their places, an item that lies below another one under it. With
/// a filter, lanes in which nothing is left are not shown. Partial dates are planned at their end: "June
/// 2017" stands on 30 June.
///
/// @p review must outlive the plan. Cost: one pass over the milestones and one over the baseline's items.
TimelinePlan buildTimeline(const Review &review, const TimelineOptions &options);

} // namespace plumbline

#pragma once

#include "core/planfiles/planfile.h"

namespace plumbline {

class Review;

/// The plan of a review as other planners know one, for the writers: items with their dates, dependencies, baselines, the
/// calendar, and the calendar's events.
///
/// Items are named by their keys. Partial dates stand at their last day, and a note says how many; what is not dated has no
/// dates. What was met stands where it was met. @p subTeam: only its items; null: everybody's.
PlanFile planOfReview(const Review &review, RecordId subTeam = {});

} // namespace plumbline

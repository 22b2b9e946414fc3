#pragma once

#include "core/schedule/planschedule.h"

namespace plumbline {

/// One date that binds an item of the plan, and what is left to it.
struct DeadlineRow {
    MilestoneId milestone;
    DateLimit limit;
    std::optional<PartialDate> planned; ///< When it is meant to be met, or was.
    QDate earliest; ///< When it can be met at the earliest; when it was, of one that was met. Invalid when unknown.
    /// Calendar days between the later of these two and the limit; negative when it is too late. None when neither is known.
    std::optional<int> spare;
    bool met = false;
};

/// Every limit of every item of the plan: for each item and each other milestone the earliest, the item with the fewest
/// days to spare first, the met ones last. What binds a sub-team is there with what binds the full team.
/// Source: SSR2 work plan, section 3b.
QList<DeadlineRow> deadlineBoard(const Review &review, const PlanSchedule &schedule);

} // namespace plumbline

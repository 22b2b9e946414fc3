#pragma once

#include "core/schedule/planschedule.h"
#include "core/timeline/timelineplan.h"

namespace plumbline {

/// What dateViolations() finds, and what @p schedule of the same review says cannot be kept, with the words the chart shows
/// after a mark: "9 days after Draft freeze".
QList<TimelineConflict> timelineConflicts(const Review &review, const PlanSchedule &schedule);

/// The conflicts there would be on @p today if @p milestone were moved; those of the other milestones included.
QList<TimelineConflict> timelineConflictsIf(const Review &review, const QDate &today, RecordId milestone,
                                            const std::optional<PartialDate> &start, const PartialDate &target);

} // namespace plumbline

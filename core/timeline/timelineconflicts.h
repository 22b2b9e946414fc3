#pragma once

#include "core/timeline/timelineplan.h"

namespace plumbline {

/// What dateViolations() finds, with the words the chart shows after a mark: "9 days after Draft freeze".
QList<TimelineConflict> timelineConflicts(const Review &review);

/// The conflicts there would be if @p milestone were moved; those of the other milestones included.
QList<TimelineConflict> timelineConflictsIf(const Review &review, RecordId milestone,
                                            const std::optional<PartialDate> &start, const PartialDate &target);

} // namespace plumbline

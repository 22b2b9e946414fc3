#pragma once

#include "core/base/result.h"
#include "core/timeline/timelineplan.h"

namespace plumbline {

/// Draws table and chart of a plan into one picture; the ending of @p path chooses PNG, SVG or PDF.
///
/// The picture is as wide as the days from @p from to @p to need and as high as the rows; light colours, "as of"
/// instead of "today". Errors: BadInput for another ending or a plan without dates, CannotWrite.
Status writeTimelineImage(const TimelinePlan &plan, const QString &path, const QDate &from, const QDate &to);

} // namespace plumbline

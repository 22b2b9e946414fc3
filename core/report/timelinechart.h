#pragma once

#include "core/report/plandates.h"

namespace plumbline::report {

/// The plan as a chart: a head and the items of every lane, full-team deadlines, suspensions and breaks,
/// links.
///
/// Covers whole months from four days before the first date shown to ten days after the last; the record date
/// too when it is less than two months away from them. A partial date is drawn at its last possible day, a
/// start at its first; "TBD" is not drawn.
Chart timelineChart(const Review &review, const PlanReader &plan, const QDate &today, const QLocale &locale);

} // namespace plumbline::report

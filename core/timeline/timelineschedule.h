#pragma once

#include "core/schedule/forecast.h"
#include "core/timeline/timelineplan.h"

namespace plumbline {

/// Marks the items without slack.
void showCritical(TimelineOptions &options, const PlanSchedule &schedule);
/// Gives the days each item may move, for the column of that name; items that were met have none.
void showSlack(TimelineOptions &options, const PlanSchedule &schedule);
/// Shows where items will probably end.
void showForecasts(TimelineOptions &options, const QHash<MilestoneId, ItemForecast> &forecasts);

} // namespace plumbline

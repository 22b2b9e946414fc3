#pragma once

#include "core/schedule/planschedule.h"

namespace plumbline {

/// Where an item will probably end.
struct ItemForecast {
    QDate p50; ///< Reached in half of the runs.
    QDate p80; ///< In four of five.
    QDate p95; ///< In nineteen of twenty.
    std::optional<int> chance; ///< Percent of the runs that kept the earliest of its limits; none when it has none.
};

struct ForecastOptions {
    int runs = 10'000;
    quint32 seed = 1; ///< The same seed gives the same figures.
};

/// How long after the first plan the team's items were met, in calendar days, one entry for each that was met and whose
/// dates are known to the day; negative when earlier. Sorted.
QList<int> slipHistory(const Review &review);

/// What will probably become of the plan, by playing it many times (Monte Carlo).
///
/// What an item still needs is drawn anew in each run: from its three estimates (a triangular distribution, days from
/// today or from what it waits for), else its own time and one of the slips the team has had so far, where there are at
/// least five and they were late; else it takes as long as planned. Everything that waits for it waits with it. Items are
/// drawn one by one, so what delays all of them at once is not foreseen. Met items and headings have no forecast.
/// Source of the method: PMI, Practice Standard for Scheduling (three-point estimates, schedule risk analysis).
/// O(runs * (items + links)); fewer runs are made where that would exceed four million steps.
QHash<MilestoneId, ItemForecast> forecast(const Review &review, const PlanSchedule &schedule, const QDate &today,
                                          const ForecastOptions &options = {});

} // namespace plumbline

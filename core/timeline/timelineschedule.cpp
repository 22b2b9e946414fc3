#include "core/timeline/timelineschedule.h"

namespace plumbline {

void showCritical(TimelineOptions &options, const PlanSchedule &schedule)
{
    for (const ItemSchedule &item : schedule.items()) {
        if (item.critical)
            options.critical.insert(RecordId(item.milestone.uuid));
    }
}

void showSlack(TimelineOptions &options, const PlanSchedule &schedule)
{
    for (const ItemSchedule &item : schedule.items()) {
        if (!item.met)
            options.slack.insert(RecordId(item.milestone.uuid), item.totalSlack);
    }
}

void showForecasts(TimelineOptions &options, const QHash<MilestoneId, ItemForecast> &forecasts)
{
    for (auto item = forecasts.cbegin(); item != forecasts.cend(); ++item)
        options.forecasts.insert(RecordId(item.key().uuid),
                                 {dayNumber(item->p50), dayNumber(item->p80), item->chance.value_or(-1)});
}

} // namespace plumbline
